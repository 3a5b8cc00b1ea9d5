"""Annotations of a folder in numbered files: what is whole is not made again, and nothing else is taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.publish.shards import MANIFEST, Done, annotate_into
from tests.publish.archives import as_yaml


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "seeds/entities").mkdir(parents=True)
    _name(tmp_path / "seeds", "Orla Finch")
    for name in "abcde":
        (tmp_path / f"seeds/{name}.txt").write_text(f"Orla Finch sold 3{ord(name)} boats.\n", "utf-8")
    return tmp_path / "seeds"


def _name(seeds: Path, name: str) -> None:
    (seeds / "entities/all.yml").write_text(
        as_yaml([{"id": "finch", "type": "person", "names": {"en": name}}]), "utf-8"
    )


def _run(seeds: Path) -> Done:
    return annotate_into(seeds, seeds, seeds.parent / "out", size=2)


def _lines(seeds: Path) -> list[dict[str, object]]:
    out = seeds.parent / "out"
    return [
        json.loads(line)
        for path in sorted(out.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def test_every_text_stands_once_in_the_order_of_names(seeds: Path) -> None:
    assert _run(seeds) == Done(texts=5, shards=3, made=3, problems=())
    assert [line["id"] for line in _lines(seeds)] == [*"abcde"]
    assert all(line["mentions"] and line["figures"] for line in _lines(seeds))
    assert sorted(path.name for path in (seeds.parent / "out").iterdir()) == ["000001.jsonl", "000002.jsonl", "000003.jsonl", MANIFEST]  # fmt: skip


def test_begun_again_only_what_is_not_whole_is_made(seeds: Path) -> None:
    _run(seeds)
    before = _lines(seeds)
    assert _run(seeds).made == 0
    (seeds.parent / "out/000002.jsonl").unlink()
    assert _run(seeds).made == 1
    (seeds.parent / "out/000003.jsonl").write_text("cut", "utf-8")
    assert _run(seeds).made == 1
    assert _lines(seeds) == before


def test_what_was_made_of_something_else_is_made_anew(seeds: Path) -> None:
    _run(seeds)
    (seeds / "c.txt").write_text("Vera Holm came.\n", "utf-8")
    assert _run(seeds).made == 1
    (seeds / "d.yml").write_text("figures: none\n", "utf-8")
    assert _run(seeds).made == 1
    assert [len(line["figures"]) for line in _lines(seeds)] == [1, 1, 0, 0, 1]  # type: ignore[arg-type]
    _name(seeds, "Vera Holm")
    assert _run(seeds).made == 3
    assert [len(line["mentions"]) for line in _lines(seeds)] == [0, 0, 1, 0, 0]  # type: ignore[arg-type]
    for name in "bde":
        (seeds / f"{name}.txt").unlink()
    (seeds / "d.yml").unlink()
    assert _run(seeds) == Done(texts=2, shards=1, made=1, problems=())
    assert [line["id"] for line in _lines(seeds)] == ["a", "c"]


def test_a_text_that_cannot_be_read_is_told_each_time_and_costs_no_other(seeds: Path) -> None:
    (seeds / "b.txt").write_bytes(b"\xff\xfe\xff")
    for _ in range(2):
        done = _run(seeds)
        assert [Path(problem.path).name for problem in done.problems] == ["b.txt"]
    assert done.made == 1
    assert [line["id"] for line in _lines(seeds)] == [*"acde"]


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("out/notes.txt", "mine", "holds other files"),
        (f"out/{MANIFEST}", "[1]", "no record of shards"),
        (f"out/{MANIFEST}", '{"../../a": {}}', "no record of shards"),
        ("out", "a file", "is no folder"),
    ],
)
def test_a_folder_that_is_not_its_own_is_left_alone(seeds: Path, path: str, content: str, told: str) -> None:
    target = seeds.parent / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(content, "utf-8")
    with pytest.raises(DataError, match=told):
        _run(seeds)
    assert target.read_text("utf-8") == content


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no texts"):
        annotate_into(tmp_path, tmp_path, tmp_path / "out")
