"""Whose a folder is. Only what bears the mark of the archive is replaced or removed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from build_tools.file_names import ALWAYS_KEPT, EXCHANGE, is_system_file
from build_tools.problems import DataError, Problem
from build_tools.publish import fixity
from build_tools.writing import write
from build_tools.writing.mounts import mounts

MARK = ".archive-site"
"""File in every site that says whose it is."""

_SAID = b"""This folder is made by Press archive. `archive build` replaces it as a whole, but for what is named in
mkdocs.yml under extra: archive: keep. Without this file it would be left alone.
"""

_EARLIER = ("404.html", "sitemap.xml", "documents/index.html", "entities/index.html", "figures/index.html", "timeline/index.html", "search/search_index.json", "assets/search/worker.js")  # fmt: skip
"""Files that every site of a version without the mark has, all together."""

_PACKED = (".gz", ".br", ".zst")
"""Endings of what web servers are given beside a file: the same, packed."""


def mark(site: Path) -> None:
    """Let the finished ``site`` bear the mark."""
    write(site / MARK, _SAID, flush=False)


def is_ours(site: Path) -> bool:
    return (site / MARK).is_file() or _is_earlier(site)


def claim(site: Path, keep: Collection[str], new: Path | None = None) -> tuple[Problem, ...]:
    """Make sure that the folder ``site`` may be replaced; ``new`` is what it is to be replaced with, where that is
    made already.

    Returns a warning where a site of an earlier version is taken over. Raises ``DataError`` where something would be
    lost that the archive did not make.
    """
    if not os.path.lexists(site):
        return ()
    if not site.is_dir():
        raise _refusal(site, "is no folder", "Remove it, or write another site_dir")
    there = sorted(entry for entry in os.listdir(site) if entry not in (EXCHANGE, *ALWAYS_KEPT))
    foreign = [name for name in there if name not in keep and not is_system_file(name)]
    if not foreign:
        _check_mounts(site, keep)
        return ()
    if not is_ours(site):
        raise _refusal(
            site,
            f"was not made by the archive and is not empty ({_some(foreign)})",
            "Write another site_dir, or move away what is in it",
        )
    if unknown := list(_unknown(site, foreign, new)):
        raise _refusal(
            site,
            f"holds what the archive did not make: {_some(unknown)}",
            f"Name it in mkdocs.yml, extra: archive: keep: [{', '.join(unknown[:3])}], or move it away",
        )
    if new is not None and (double := sorted(name for name in keep if os.path.lexists(new / name))):
        raise _refusal(site, f"is to keep {_some(double)}, which the build makes", "Take it out of keep")
    _check_mounts(site, keep)
    if (site / MARK).is_file():
        return ()
    told = "was made by an earlier version and is taken over"
    return (Problem(str(site), 0, "taken-over", told, f"From now on it bears the mark {MARK}", "warning"),)


def _unknown(site: Path, names: Sequence[str], new: Path | None) -> Iterator[str]:
    """Those of ``names`` that neither the build that made ``site`` wrote nor the one that made ``new``."""
    made = {MARK, fixity.MANIFEST}
    try:
        made |= {path.partition("/")[0] for path in fixity.read_manifest(site / fixity.MANIFEST)}
    except (OSError, ValueError, DataError):  # an earlier version, or MkDocs itself
        if new is None:
            return
    if new is not None:
        made |= set(os.listdir(new))
    for name in names:
        stem, ending = os.path.splitext(name)
        if name not in made and not (ending in _PACKED and stem in made):
            yield name


def _check_mounts(site: Path, keep: Collection[str]) -> None:
    for path in mounts(site):
        if path != site and path.relative_to(site).parts[0] not in keep:
            raise _refusal(site, f"has something mounted in it: {path}", "Unmount it, or name it under keep")


def _is_earlier(site: Path) -> bool:
    return all((site / path).is_file() for path in _EARLIER)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _refusal(site: Path, fault: str, hint: str) -> DataError:
    return DataError([Problem(str(site), 0, "not-ours", f"{fault}; nothing was changed", hint)])
