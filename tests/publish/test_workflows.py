"""The workflows are valid, ask for little, and use official actions at a fixed commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAY_WRITE = {
    ("pages", "build"): {"id-token", "attestations"},
    ("pages", "deploy"): {"pages", "id-token"},
    ("release", "build"): {"id-token", "attestations"},
    ("release", "attach"): {"contents"},
    ("release", "index"): {"id-token"},
}
"""Workflow and job → what it may write: an attestation, the site, a release, a package where it was switched on."""


def load(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_workflows_fit_the_schema_of_github() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    run = subprocess.run([*command, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_official_actions_at_a_fixed_commit(path: Path) -> None:
    steps = [step for job in load(path)["jobs"].values() for step in job["steps"] if "uses" in step]
    assert steps
    for step in steps:
        assert re.fullmatch(r"actions/[\w-]+(/[\w-]+)?@[0-9a-f]{40}", step["uses"]), step["uses"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_permissions_are_minimal(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        writes = {scope for scope, right in job.get("permissions", {}).items() if right == "write"}
        assert writes <= MAY_WRITE.get((path.stem, name), set())
        assert job["timeout-minutes"] <= 20


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_the_workflows_run_exists(path: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            if made := re.fullmatch(r"make (\w+)( PYTHON=python)?", step.get("run", "")):
                assert made[1] in targets
            elif script := step.get("run", "").removeprefix("./").partition(" ")[0].strip():
                assert (ROOT / script).is_file(), script


def test_every_commit_of_an_action_has_its_version_beside_it() -> None:
    """So that a reader knows what is pinned, and one action is pinned to one commit."""
    pinned = {
        found
        for path in WORKFLOWS
        for found in re.findall(r"uses: (\S+)@(\w+) # v([\d.]+)$", path.read_text("utf-8"), re.MULTILINE)
    }
    used = sum(path.read_text("utf-8").count("uses: ") for path in WORKFLOWS)
    assert used == sum(
        len(re.findall(r"uses: \S+@\w+ # v[\d.]+$", path.read_text("utf-8"), re.MULTILINE))
        for path in WORKFLOWS
    )
    assert len({action for action, _, _ in pinned}) == len(pinned)


@pytest.mark.parametrize(("second", "code"), [("a  index.html\n", 0), ("b  index.html\n", 1), (None, 0)])
def test_manifests_are_compared(tmp_path: Path, second: str | None, code: int) -> None:
    for name, content in (("one", "a  index.html\n"), ("two", second)):
        if content:
            (tmp_path / name).mkdir()
            (tmp_path / name / "manifest-sha256.txt").write_text(content)
    done = subprocess.run([ROOT / ".ci/same", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert ("index.html" in done.stdout) == bool(code)


def test_to_compare_nothing_is_a_fault(tmp_path: Path) -> None:
    assert subprocess.run([ROOT / ".ci/same", tmp_path], capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize("tag", ["v9.9.9", "9.9.9"])
def test_a_tag_that_is_not_the_version_makes_no_release(tag: str) -> None:
    environment = {**os.environ, "TAG": tag}
    done = subprocess.run([ROOT / ".ci/wheel"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == f"pyproject.toml has another version than the tag {tag}\n"


def test_a_release_says_what_changed_and_how_it_is_installed(tmp_path: Path) -> None:
    for folder in (".ci", "dist", "bin"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / ".ci/release", tmp_path / ".ci/release")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changes\n\n## Unreleased\n\n* Not yet.\n\n## 0.2.0 – 2027-01-31\n\n* A boat.\n\n## 0.2.0.1\n\n* No.\n\n## 0.1.0\n\n* Old.\n",
        "utf-8",
    )
    wheel = "press_archive-0.2.0-py3-none-any.whl"
    for name in (wheel, "SHA256SUMS"):
        (tmp_path / "dist" / name).write_text("x")
    recorder = tmp_path / "bin/gh"
    recorder.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > asked\n')
    recorder.chmod(0o755)
    environment = {
        "PATH": f"{recorder.parent}:{os.environ['PATH']}",
        "TAG": "v0.2.0",
        "GITHUB_REPOSITORY": "herald/archive",
    }
    subprocess.run([tmp_path / ".ci/release"], env=environment, check=True)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[:5] == ["release", "create", "v0.2.0", f"dist/{wheel}", "dist/SHA256SUMS"]
    assert "--verify-tag" in asked
    notes = (tmp_path / "notes.md").read_text("utf-8")
    assert "* A boat." in notes
    assert not {"* Not yet.", "* No.", "* Old."} & set(notes.splitlines())
    address = f"https://github.com/herald/archive/releases/download/v0.2.0/{wheel}"
    assert f'pip install "press-archive[add,meaning,cards] @ {address}"' in notes


def test_the_package_index_is_written_to_only_where_that_was_switched_on() -> None:
    job = load(ROOT / ".github/workflows/release.yml")["jobs"]["index"]
    assert job["if"] == "vars.PUBLISH_TO_INDEX == 'true'"
    assert job["environment"] == "index"


def test_a_new_archive_has_actions_of_the_same_commits() -> None:
    """So that one place that is kept up to date keeps both."""
    pattern = re.compile(r"uses: (\S+ # v[\d.]+)$", re.MULTILINE)
    scaffold = ROOT / "build_tools/publish/scaffold/github/pages.yml.j2"
    ours = set(pattern.findall((ROOT / ".github/workflows/pages.yml").read_text("utf-8")))
    assert set(pattern.findall(scaffold.read_text("utf-8"))) <= ours


def test_vectors_that_a_job_made_are_there_for_the_next_one_whatever_becomes_of_it() -> None:
    job = load(ROOT / ".github/workflows/pages.yml")["jobs"]["build"]
    restored, saved = (
        next(step for step in job["steps"] if step.get("uses", "").startswith(f"actions/cache/{what}@"))
        for what in ("restore", "save")
    )
    build = next(step for step in job["steps"] if step.get("run") == "make site")
    assert saved["if"] == "always()"
    assert build["timeout-minutes"] < job["timeout-minutes"], "the job outlives what it builds"
    # What was kept under a name is not written again: a job that is run again has another one.
    assert {"run_id", "run_attempt"} <= set(re.findall(r"github\.(\w+)", saved["with"]["key"]))
    assert saved["with"]["key"].startswith(restored["with"]["restore-keys"])
    assert saved["with"]["path"] == restored["with"]["path"] == ".cache/meaning"
