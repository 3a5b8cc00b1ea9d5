"""Generated pages on disk: written when they changed, removed when they are no longer made, put back on failure.

Pages are staged first and moved into ``docs/`` only when all of them exist. ``docs/.generated.json`` records what the
archive wrote, with hashes: it tells a generated page from a hand-written one, and a page of an earlier build from one
of this build. MkDocs leaves files with a leading dot alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from build_tools.problems import DataError, Problem

MANIFEST = ".generated.json"

_PAGE = re.compile(r"[^./][^.]*(\.[a-z]{2}(-\w+)*)?\.md")
"""``NAME.md`` or ``NAME.ar.md``: static-i18n takes what follows any other dot in a name for a language."""


class Pages:
    """The generated pages of one build. Use: ``stage`` each, then ``commit``; ``undo`` brings the old ones back."""

    def __init__(self, docs: Path, workspace: Path) -> None:
        """``workspace`` is an empty folder on the same disk; it must live until the build has succeeded."""
        self.docs = docs
        self._staged = workspace / "staged"
        self._replaced = workspace / "replaced"
        self._old = _read_manifest(docs / MANIFEST)
        self._new: dict[str, str] = {}
        self._changed: list[str] = []
        self._done: list[str] = []
        self._problems: list[Problem] = []

    @property
    def written(self) -> int:
        return len(self._changed)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._new))

    def stage(self, path: str, content: bytes) -> None:
        """Take in one file. Raises ``ValueError`` when ``path`` cannot be a page of the site."""
        checked(path)
        name = PurePosixPath(path)
        if path.endswith(".md") and not _PAGE.fullmatch(name.name):
            raise ValueError(f"page name with a dot in it: {path}")
        if len(name.parts) > 1 and re.fullmatch(r"[a-z]{2}", name.parts[0]):
            raise ValueError(f"folder that MkDocs would take for a language: {path}")
        if path in self._new:
            raise ValueError(f"page made twice: {path}")
        self._new[path] = hashlib.sha256(content).hexdigest()
        target = self.docs / path
        there = target.read_bytes() if target.is_file() else None
        if there == content:
            return
        if there is not None:
            self._check_overwriting(path, there)
        self._changed.append(path)
        write(self._staged / path, content)

    def commit(self) -> int:
        """Move the pages to their places and remove stale ones. Returns how many were removed.

        Raises ``DataError`` before anything is moved when hand-written files stand in the way.
        """
        stale = [path for path in self._old if path not in self._new]
        errors = [p for p in (*self._problems, *self._unknown()) if p.severity == "error"]
        if errors:
            raise DataError(errors)
        if self._changed or stale:
            self._write_manifest({**self._old, **self._new})
        for path in self._changed:
            self._put_aside(path)
            target = self.docs / path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._staged / path, target)
        for path in stale:
            self._put_aside(path)
        self._write_manifest(self._new)
        self._remove_empty_folders(stale)
        return len(stale)

    def undo(self) -> None:
        """Leave ``docs/`` as it was before ``commit``."""
        for path in reversed(self._done):
            (self.docs / path).unlink(missing_ok=True)
            old = self._replaced / path
            if old.exists():
                (self.docs / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(old, self.docs / path)
        if self._done:
            self._write_manifest(self._old)
            self._remove_empty_folders(self._done)
        self._done.clear()

    def warnings(self) -> tuple[Problem, ...]:
        """What was found beside the way, such as generated pages that somebody had edited."""
        return tuple(problem for problem in self._problems if problem.severity == "warning")

    def _check_overwriting(self, path: str, there: bytes) -> None:
        shown = f"{self.docs.name}/{path}"
        if path not in self._old:
            self._problems.append(
                Problem(
                    shown,
                    0,
                    "hand-written-page",
                    "stands where a generated page belongs",
                    "Rename or remove it",
                )
            )
        elif hashlib.sha256(there).hexdigest() != self._old[path]:
            self._problems.append(
                Problem(
                    shown,
                    0,
                    "edited-page",
                    "was changed by hand and is now written anew",
                    "Change its sources in seeds/ or its template instead",
                    "warning",
                )
            )

    def _unknown(self) -> list[Problem]:
        """Pages in generated folders that neither this build nor an earlier one wrote: they would be published."""
        folders = {PurePosixPath(path).parts[0] for path in (*self._new, *self._old) if "/" in path} - {
            "assets"
        }
        found = (
            path.relative_to(self.docs).as_posix()
            for folder in sorted(folders)
            for path in (self.docs / folder).rglob("*.md")
        )
        return [
            Problem(
                f"{self.docs.name}/{path}",
                0,
                "unknown-page",
                "lies in a folder of generated pages, but the archive did not write it",
                "Remove it, or move a page of your own out of this folder",
            )
            for path in found
            if path not in self._new and path not in self._old
        ]

    def _put_aside(self, path: str) -> None:
        self._done.append(path)
        target = self.docs / path
        if target.exists():
            aside = self._replaced / path
            aside.parent.mkdir(parents=True, exist_ok=True)
            os.replace(target, aside)

    def _remove_empty_folders(self, paths: list[str]) -> None:
        for folder in sorted({(self.docs / path).parent for path in paths}, reverse=True):
            while folder != self.docs and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent

    def _write_manifest(self, files: Mapping[str, str]) -> None:
        text = json.dumps({"version": 1, "files": dict(sorted(files.items()))}, indent=0, ensure_ascii=False)
        content = text.encode() + b"\n"
        path = self.docs / MANIFEST
        # MkDocs' server watches this folder: a file written for nothing would make it build without end.
        if not path.is_file() or path.read_bytes() != content:
            write(path, content)


def checked(path: str) -> str:
    """``path`` itself. Raises ``ValueError`` when it is not a plain relative path."""
    parts = path.split("/")
    if not path or "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not a relative path: {path!r}")
    return path


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def remove_generated(docs: Path) -> int:
    """Remove every generated page. Returns how many there were."""
    files = _read_manifest(docs / MANIFEST)
    for path in files:
        (docs / path).unlink(missing_ok=True)
        folder = (docs / path).parent
        while folder != docs and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    (docs / MANIFEST).unlink(missing_ok=True)
    return len(files)


def _read_manifest(path: Path) -> dict[str, str]:
    """What the last build wrote; empty when there was none. A damaged manifest counts as none."""
    try:
        files = json.loads(path.read_bytes())["files"]
        return {checked(str(name)): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
