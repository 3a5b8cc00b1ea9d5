"""A page is taken over only where all that it shows and asked is as it was: whatever changes in the archive."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from typing import Any

import pytest

from build_tools.model import Archive, OutputFile, SameFile
from build_tools.problems import DataError
from build_tools.render.lookup.asked import Asked, Fact
from build_tools.render.lookup.remembered import Answer, Memory, Said
from build_tools.render.making import tasks
from tests.render.sample import SITE
from tests.thorough import first

PARTS = ("documents", "entities", "authority", "comparisons", "passages", "stories", "alike", "figures")


class Remembered:
    def __init__(self, before: Remembered | None = None) -> None:
        self.known: dict[str, tuple[Mapping[Fact, bytes], bytes, list[SameFile]]] = (
            dict(before.known) if before else {}
        )
        self.kind = ""

    @contextmanager
    def opened(self, kind: str, number: int, portions: int, answer: Answer) -> Iterator[Memory]:
        self.kind, self.answer = kind, answer
        yield self

    def same(self, key: str, told: bytes = b"") -> Sequence[SameFile] | None:
        answers, before, files = self.known.get(f"{self.kind} {key}", ({}, None, []))
        if before != told or any(self.answer(fact) != one for fact, one in answers.items()):
            return None
        return files

    def keep(self, key: str, facts: Sequence[Fact], files: Sequence[OutputFile], told: bytes = b"") -> None:
        digests = [
            SameFile(file.path, b"", digest=hashlib.sha256(file.content).hexdigest()) for file in files
        ]
        self.known[f"{self.kind} {key}"] = {fact: self.answer(fact) for fact in facts}, told, digests


def _made(archive: Archive, memory: Remembered) -> list[OutputFile]:
    work = tasks(archive, SITE, exports=False, remembered=memory.opened)
    return list(chain.from_iterable(task.files() for task in work))


@pytest.fixture(scope="module")
def remembered(archive: Archive) -> Remembered:
    memory = Remembered()
    _made(archive, memory)
    return memory


def _changed(value: Any, lot: random.Random) -> Any:
    """The same but for one thing in it; ``None`` where nothing in it can be another."""
    if isinstance(value, str):
        return f"{value}x" if value and not value.isascii() else None
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in ("line", "lines", "path")]
        for name in lot.sample(names, len(names)):
            if (made := _changed(getattr(value, name), lot)) is not None:
                return replace(value, **{name: made})  # type: ignore[type-var]
    if isinstance(value, Mapping) and value:
        key = lot.choice(sorted(value, key=repr))
        if lot.random() < 0.2 and all(isinstance(one, str) for one in value.values()):
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: made} if (made := _changed(value[key], lot)) is not None else None
    if isinstance(value, tuple) and value:
        at = lot.randrange(len(value))
        if (made := _changed(value[at], lot)) is not None:
            return (*value[:at], made, *value[at + 1 :])
        return (*value[:at], *value[at + 1 :]) if lot.random() < 0.5 else None
    return None


@pytest.mark.parametrize("seed", first(range(40), 4))
def test_any_change_is_seen(archive: Archive, remembered: Remembered, seed: int) -> None:
    lot = random.Random(seed)
    part = PARTS[seed % len(PARTS)]
    changed = None
    while changed is None:
        changed = _changed(getattr(archive, part), lot)
    edited = replace(archive, **{part: changed})
    try:
        anew = {file.path: file for file in _made(edited, Remembered())}
    except (DataError, KeyError, IndexError):  # no build comes to such an archive
        pytest.skip("cannot be shown")
    known = Remembered(remembered)
    taken = [file for file in _made(edited, known) if file != anew[file.path]]
    assert taken, "every page was made anew"
    for file in taken:
        assert isinstance(file, SameFile)
        made = anew[file.path]
        assert isinstance(made, OutputFile)
        assert file.digest == hashlib.sha256(made.content).hexdigest(), f"{file.path} is not what it would be"


def test_of_the_same_archive_no_page_of_many_is_made(archive: Archive, remembered: Remembered) -> None:
    files = _made(archive, Remembered(remembered))
    made = {file.path.partition("/")[0].partition(".")[0] for file in files if not isinstance(file, SameFile)}
    assert len(files) > 50
    assert made == {"data", "assets", "search"}, (
        "the page of data is given functions, files of words are no pages"
    )


def test_what_was_made_for_another_page_counts_as_asked(archive: Archive) -> None:
    asked = Asked(archive)
    one = next(iter(archive.documents))
    with asked.noting() as facts:
        for _ in range(2):
            asked.lookup.once("a thing", lambda: asked.archive.documents[one])
    assert ("archive.documents", one) in facts
    with asked.noting() as later:
        asked.lookup.once("a thing", lambda: asked.archive.documents[one])
    assert later == facts


def test_what_cannot_be_told_is_never_the_same() -> None:
    said = Said()
    assert said.digest([{"a": ({1, 2}, None)}]) == Said().digest([{"a": ({2, 1}, None)}])
    assert said.digest(["ab", "c"]) != said.digest(["a", "bc"])
    assert said.digest([["a"], "b"]) != said.digest([["a", "b"]])
    assert said.digest(["1"]) != said.digest([1])
    assert said.digest([str]) is None
    assert said.digest({"a": iter(())}) is None


def test_a_name_says_nothing_of_its_mentions(archive: Archive) -> None:
    asked = Asked(archive)
    named = next(key for key, use in archive.entities.items() if use.occurrences)
    with asked.noting() as facts:
        assert asked.archive.entities[named].entity == archive.entities[named].entity
    use = replace(archive.entities[named], occurrences=())
    fewer = Asked(replace(archive, entities={**archive.entities, named: use}))
    assert [*map(fewer.answer, facts)] == [*map(asked.answer, facts)]
    with asked.noting() as facts:
        assert asked.archive.entities[named].occurrences
    assert [*map(fewer.answer, facts)] != [*map(asked.answer, facts)]
