"""What ``archive check`` passes, ``archive build`` builds."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import event, given, settings

from build_tools.cli.whole import check_seeds
from build_tools.problems import Problem
from build_tools.publish import pipeline
from build_tools.publish.pages import checked
from build_tools.publish.progress import silent
from tests.publish.archives import BITS, WORDS, archives, as_yaml, authority_of_vectors, of_vectors
from tests.publish.project import Project, in_english_only, without_meaning
from tests.publish.test_settings import LANGUAGES, settings_of
from tests.read.folder import seeds
from tests.thorough import first


def errors(root: Path) -> list[Problem]:
    return [problem for problem in check_seeds(root) if problem.severity == "error"]


ONE_LANGUAGE = "".join(line for line in LANGUAGES.splitlines(keepends=True) if "locale: ar" not in line)


def generated(root: Path, languages: str = LANGUAGES) -> int:
    """How many files a build of the folder makes before MkDocs; each in its own place."""
    configured = settings_of(root, f"site_name: One\nsite_url: https://a.example/\n{languages}")
    prepared = pipeline.prepare(configured, silent)
    paths = set()
    for file in chain.from_iterable(task() for task in pipeline.tasks(prepared, configured)):
        checked(file.path)
        assert (file.place, file.path) not in paths
        paths.add((file.place, file.path))
    return len(paths)


def built_or_refused(files: Mapping[str, str]) -> bool:
    """Whether check passes; where it does, everything is made."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        found = errors(seeds(root, files))
        assert not [problem for problem in found if problem.code == "internal"]
        if found:
            event(found[0].code)
            return False
        return generated(root) > 0


@settings(max_examples=8)
@given(archives())
def test_what_check_passes_is_built(files: dict[str, str]) -> None:
    event(f"passes: {built_or_refused(files)}")


@pytest.mark.parametrize("every", first([4, 1]))
def test_every_vector_is_built(tmp_path: Path, every: int) -> None:
    files = {"entities/all.yml": as_yaml(authority_of_vectors())}
    for name, language, text in [*of_vectors()][::every]:
        files[f"{name}.txt"] = text
        files[f"{name}.yml"] = as_yaml({"language": language})
    assert errors(seeds(tmp_path, files)) == []
    assert generated(tmp_path, ONE_LANGUAGE) > 2 * len(files)


def test_hostile_records_and_texts_are_built_by_mkdocs_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One whole build, in the theme, of a text of every hostile bit and a record of them."""
    files = {
        "a.txt": "\n".join(f"{bit} {bit}" for bit in BITS) + "\n",
        "a.yml": as_yaml({"language": "en", "title": {"en": " ".join(WORDS)}, "summary": {"ar": " ".join(WORDS)}}),
        "entities/all.yml": as_yaml(
            [{"id": f"e{n}", "type": "place", "names": {"en": bit}, "description": {"en": bit}} for n, bit in enumerate(WORDS) if any(map(str.isalpha, bit.replace("ـ", "")))]
        ),
    }  # fmt: skip
    prepare, tasks = pipeline.prepare, pipeline.tasks
    project = Project(tmp_path, monkeypatch)
    without_meaning(project.config)
    in_english_only(project.config)
    monkeypatch.setattr(pipeline, "prepare", prepare)
    monkeypatch.setattr(pipeline, "tasks", tasks)
    assert errors(seeds(tmp_path, files)) == []
    assert project.build().documents == 1
