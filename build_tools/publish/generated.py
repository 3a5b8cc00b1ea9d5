"""``docs/.generated.json``: which pages in ``docs/`` the archive wrote, with their hashes.

Written whole or not at all. One that is damaged or lost is made anew from the pages that lie there: front matter that
names a kind of page and keeps it out of the theme's own index is the mark of a generated one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools.problems import Problem
from build_tools.writing import write

MANIFEST = ".generated.json"

_HASH = re.compile(r"[0-9a-f]{64}")
_MARKS = (re.compile(rb"^kind: ", re.MULTILINE), re.compile(rb"^search: \{exclude: true\}$", re.MULTILINE))
_HEAD = 1 << 16
"""Bytes of a page in which its front matter is looked for."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """``files``: path in ``docs/`` → SHA-256 of what was written there; ``before``: of the build before, where the one
    that wrote ``files`` did not come to its end."""

    files: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def wrote(self, path: str, content: bytes) -> bool:
        """Whether ``content`` is what the archive wrote to ``path``."""
        digest = hashlib.sha256(content).hexdigest()
        return digest in (self.files.get(path), self.before.get(path))

    def followed_by(self, new: Mapping[str, str]) -> Manifest:
        """The manifest while pages of this one are being replaced by ``new``."""
        return Manifest({**self.files, **new}, {**self.before, **self.files})

    def write(self, docs: Path) -> None:
        """Put it into ``docs``, unless it is there already: MkDocs' server would build without end."""
        kept: dict[str, Any] = {"version": 1, "files": dict(sorted(self.files.items()))}
        if self.before:
            kept["before"] = dict(sorted(self.before.items()))
        content = json.dumps(kept, indent=0, ensure_ascii=False).encode() + b"\n"
        path = docs / MANIFEST
        if not path.is_file() or path.read_bytes() != content:
            write(path, content)


def read_manifest(docs: Path) -> Manifest:
    """What earlier builds wrote. Made anew, with a warning, where the manifest is damaged or lost."""
    path = docs / MANIFEST
    try:
        kept = json.loads(path.read_bytes())
        return Manifest(_digests(kept["files"]), _digests(kept.get("before", {})))
    except FileNotFoundError:
        fault = "was lost"
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        fault = "was damaged"
    found = dict(_generated_pages(docs))
    if not found and fault == "was lost":
        return Manifest({})
    told = f"{fault}, and is made anew from the {len(found)} generated pages that lie there"
    hint = "Changes by hand in them can no longer be told; compare with a copy if there were any"
    shown = f"{docs.name}/{MANIFEST}"
    return Manifest(found, {}, (Problem(shown, 0, "manifest", told, hint, "warning"),))


def _digests(files: Mapping[str, Any]) -> dict[str, str]:
    """Raises ``ValueError`` where ``files`` is no mapping from plain paths to digests."""
    for path, digest in files.items():
        if not _HASH.fullmatch(digest) or path.startswith("/") or ".." in path.split("/"):
            raise ValueError(path)
    return {str(path): str(digest) for path, digest in files.items()}


def _generated_pages(docs: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(docs.rglob("*.md")):
        if path.is_file() and is_generated(path):
            yield path.relative_to(docs).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def is_generated(page: Path) -> bool:
    """Whether the page bears the mark of those that the archive writes."""
    with page.open("rb") as file:
        head = file.read(_HEAD)
    matter, end, _ = head.removeprefix(b"---\n").partition(b"\n---\n")
    return head.startswith(b"---\n") and bool(end) and all(mark.search(matter) for mark in _MARKS)
