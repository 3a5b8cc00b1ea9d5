"""What pages asked of the archive when they were made, by kind and key: a page whose questions are all answered as they
were, and that still lies in ``docs/``, is not made again."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_tools.model import OutputFile, SameFile, Site
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.packed import packed, unpacked
from build_tools.publish.kept.program import program
from build_tools.render.lookup.asked import Fact
from build_tools.render.lookup.remembered import Memory

There = Callable[[str, str], bool]
"""Whether a page of that digest (SHA-256) lies in that place in ``docs/``."""


class Pages:
    """What is remembered of a portion of the pages of a kind."""

    def __init__(self, kept: Kept, common: bytes, there: There) -> None:
        self._kept, self._common, self._there = kept, common, there

    def same(self, one: str, digest: Callable[[Iterable[Fact]], bytes]) -> Sequence[SameFile] | None:
        found = _opened(self._kept.get(key(self._common, one)))
        if found is None:
            return None
        facts, answers, files = found
        if digest(facts) != answers or not all(self._there(path, content) for path, content in files):
            return None
        return [SameFile(path, b"", digest=content) for path, content in files]

    def keep(self, one: str, facts: Sequence[Fact], digest: bytes, files: Sequence[OutputFile]) -> None:
        made = [(file.path, hashlib.sha256(file.content).hexdigest()) for file in files]
        self._kept.put(key(self._common, one), zlib.compress(packed((facts, digest, made)), 1))


def remembered(folder: Path, site: Site, there: There) -> Callable[[str, int, int], Any]:
    """Opens what is remembered in ``folder`` of the pages of a site: of a kind, and which portion of how many."""
    common = key(program(), repr(site))

    @contextmanager
    def opened(kind: str, number: int, portions: int) -> Iterator[Memory]:
        if not number:
            _forget_other(folder, kind, portions)
        with Kept(folder / f"asked-{kind}-{number + 1}-of-{portions}.sqlite") as kept:
            yield Pages(kept, common, there)

    return opened


def _forget_other(folder: Path, kind: str, portions: int) -> None:
    """What is kept of another division."""
    for path in folder.glob(f"asked-{kind}-*-of-*.sqlite"):
        if not path.stem.endswith(f"-of-{portions}"):
            path.unlink(missing_ok=True)


def _opened(value: bytes | None) -> tuple[list[Fact], bytes, list[tuple[str, str]]] | None:
    """What was kept; ``None`` where it is damaged."""
    try:
        found: Any = unpacked(zlib.decompress(value)) if value else None
    except zlib.error:
        return None
    return found if found else None
