"""``archive suggest``: what it prints, and how a decision is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.command import archive

TEXT = (
    "قالت شركة Nordwind Systems يوم الاثنين إن أرباحها ارتفعت، وأضافت Nordwind Systems أنها ستوظف 300 شخص.\n"
    'وقال متحدث باسم شركة Nordwind Systems: "هذا عام جيد".\n'
)


@pytest.fixture
def unknown(folder: Path) -> Path:
    (folder / "seeds" / "d.txt").write_text(TEXT, "utf-8")
    return folder


def names(folder: Path, *arguments: str) -> list[str]:
    done = archive("suggest", "--format", "json", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["form"] for line in done.stdout.splitlines()]


def test_a_name_that_is_not_known_is_proposed_with_its_evidence(unknown: Path) -> None:
    assert "Nordwind Systems" in names(unknown)
    assert "Acme Motors" not in names(unknown)
    shown = archive("suggest", cwd=unknown).stdout
    assert "Nordwind Systems\ten\t" in shown
    assert "3 times in 1 document" in shown
    assert "    d#p1  " in shown
    assert len(names(unknown, "--limit", "1")) == 1


def test_what_is_written_is_read_and_not_proposed_again(unknown: Path) -> None:
    path = unknown / "seeds" / "proposals.yml"
    done = archive("suggest", "--write", cwd=unknown)
    assert done.returncode == 0, done.stderr
    written = yaml.safe_load(path.read_text("utf-8"))
    assert {item["decision"] for item in written} == {"open"}
    assert "Nordwind Systems" in {name for item in written for name in item["names"].values()}
    assert archive("check", cwd=unknown).returncode == 0
    before = path.read_bytes()
    assert archive("suggest", "--write", cwd=unknown).stdout == "seeds/proposals.yml: 0 new proposals\n"
    assert path.read_bytes() == before
    assert names(unknown) == []


def test_a_decision_takes_effect(unknown: Path) -> None:
    archive("suggest", "--write", cwd=unknown)
    path = unknown / "seeds" / "proposals.yml"
    rows = yaml.safe_load(path.read_text("utf-8"))
    (row,) = (row for row in rows if row["names"].get("en") == "Nordwind Systems")

    def decide(**said: object) -> None:
        path.write_text(yaml.safe_dump([{**row, **said}], allow_unicode=True), "utf-8")

    decide(decision="reject")
    assert "Nordwind Systems" not in names(unknown)
    decide(decision="accept", id="nordwind", type="organization")
    found = json.loads(archive("annotate", "seeds/d.txt", cwd=unknown).stdout)
    assert [m["entity"] for m in found["mentions"]] == ["nordwind"] * 3


def test_with_faults_nothing_is_written(unknown: Path) -> None:
    (unknown / "seeds" / "e.txt").write_bytes(b"")
    done = archive("suggest", "--write", cwd=unknown)
    assert done.returncode == 1
    assert "seeds/e.txt: error: The file holds no text" in done.stderr
    assert not (unknown / "seeds" / "proposals.yml").exists()


EQUAL = {
    "e.txt": "Acme Motors earned $5bn last year, the paper said.\n",
    "f.txt": "The profit of Acme Motors was $5bn, others said.\n",
}


def test_measures_are_proposed_and_written_once_as_comments(folder: Path) -> None:
    for name, text in EQUAL.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    shown = archive("suggest", "--measures", cwd=folder).stdout
    proposed = [line for line in shown.splitlines() if not line.startswith(" ")]
    assert "acme\tmoney USD\tequal values" in proposed
    done = archive("suggest", "--measures", "--write", cwd=folder)
    assert done.stdout == f"seeds/measures.yml: {len(proposed)} new proposals\n"
    assert yaml.safe_load((folder / "seeds" / "measures.yml").read_text("utf-8")) is None
    assert archive("check", cwd=folder).returncode == 0
    assert (
        archive("suggest", "--measures", "--write", cwd=folder).stdout
        == "seeds/measures.yml: 0 new proposals\n"
    )


def test_a_model_that_is_not_installed_is_told(folder: Path) -> None:
    done = archive("suggest", "--model", "parrot:small", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == "parrot:small: error: This is no source of names. Use one of spacy:…, stanza:…, gliner:… [unknown-model]\n"  # fmt: skip
