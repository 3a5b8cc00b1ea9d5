"""What pages asked of the archive when they were made, by kind and key: a page whose questions are all answered as they
were, and that still lies in ``docs/``, is not made again.

Pages ask much the same: each question of a portion is kept once with a digest of its answer, and pages name theirs by
number, so that it is answered once for all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from build_tools.model import OutputFile, SameFile, Site
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.packed import packed, unpacked
from build_tools.publish.kept.program import program
from build_tools.render.lookup.asked import Fact
from build_tools.render.lookup.remembered import Answer, Memory

There = Callable[[str, str], bool]
"""Whether a page of that digest (SHA-256) lies in that place in ``docs/``."""


class _Page(NamedTuple):
    """What is remembered of the pages of one key."""

    told: bytes
    """Of what it was given beside its questions."""
    asked: tuple[int, ...]
    """The numbers of its questions."""
    files: list[tuple[str, str]]
    """Where they lie, with their digests."""


class Pages:
    """What is remembered of a portion of the pages of a kind."""

    def __init__(self, before: Any, there: There, answer: Answer) -> None:
        """``before``: what ``now`` told in an earlier build, if anything."""
        self._facts: Sequence[Fact]
        self._answers: Sequence[bytes]
        self._facts, self._answers, pages = before or ((), (), {})
        self._before = {one: _Page(*page) for one, page in pages.items()}
        self._there, self._answer = there, answer
        self._same: set[int] = set()
        """Questions that are answered as they were."""
        self._taken: dict[str, _Page] = {}
        self._made: dict[str, tuple[bytes, Sequence[Fact], list[tuple[str, str]]]] = {}

    def same(self, one: str, told: bytes = b"") -> Sequence[SameFile] | None:
        found = self._before.get(one)
        if found is None or found.told != told or not self._answered_as_before(found.asked):
            return None
        if not all(self._there(path, content) for path, content in found.files):
            return None
        self._taken[one] = found
        return [SameFile(path, b"", digest=content) for path, content in found.files]

    def keep(self, one: str, facts: Sequence[Fact], files: Sequence[OutputFile], told: bytes = b"") -> None:
        made = [(file.path, hashlib.sha256(file.content).hexdigest()) for file in files]
        self._made[one] = told, facts, made

    @property
    def changed(self) -> bool:
        return bool(self._made) or len(self._taken) < len(self._before)

    def now(self) -> tuple[list[Fact], list[bytes], dict[str, tuple[Any, ...]]]:
        """The questions of all pages that there are now, their answers' digests, and what is remembered of each page."""
        used = sorted(set().union(*(page.asked for page in self._taken.values())))
        moved = {number: place for place, number in enumerate(used)}
        pages: dict[str, tuple[Any, ...]] = {
            one: (page.told, tuple(map(moved.__getitem__, page.asked)), page.files)
            for one, page in self._taken.items()
        }
        places = {self._facts[number]: place for place, number in enumerate(used)}
        for one, (told, facts, files) in self._made.items():
            pages[one] = told, tuple(places.setdefault(fact, len(places)) for fact in facts), files
        return list(places), list(map(self._answer, places)), pages

    def _answered_as_before(self, numbers: Sequence[int]) -> bool:
        for number in set(numbers) - self._same:
            if self._answer(self._facts[number]) != self._answers[number]:
                return False
            self._same.add(number)
        return True


def remembered(folder: Path, site: Site, there: There) -> Callable[[str, int, int, Answer], Any]:
    """Opens what is remembered in ``folder`` of the pages of a site: of a kind, and which portion of how many."""
    row = key(program(), repr(site))

    @contextmanager
    def opened(kind: str, number: int, portions: int, answer: Answer) -> Iterator[Memory]:
        if not number:
            _forget_other(folder, kind, portions)
        with Kept(folder / f"asked-{kind}-{number + 1}-of-{portions}.sqlite") as kept:
            pages = Pages(unpacked(kept.get(row)), there, answer)
            yield pages
            if pages.changed:
                kept.put(row, packed(pages.now()))

    return opened


def _forget_other(folder: Path, kind: str, portions: int) -> None:
    """What is kept of another division."""
    for path in folder.glob(f"asked-{kind}-*-of-*.sqlite"):
        if not path.stem.endswith(f"-of-{portions}"):
            path.unlink(missing_ok=True)
