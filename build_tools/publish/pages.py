"""Generated pages on disk: written when they changed, removed when they are no longer made, put back on failure.

Pages are staged first and moved into ``docs/`` only when all of them exist. ``docs/.generated.json``
(``publish.generated``) tells a generated page from a hand-written one, and a page of an earlier build from one of this
build. MkDocs leaves files with a leading dot alone.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.problems import DataError, Problem
from build_tools.publish.generated import MANIFEST, Manifest, read_manifest
from build_tools.publish.kept.standing import Standing
from build_tools.writing import move, naming, sweep, write

_PAGE = re.compile(r"[^./][^.]*(\.[a-z]{2}(-\w+)*)?\.md")
"""``NAME.md`` or ``NAME.ar.md``: static-i18n takes what follows any other dot in a name for a language."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A page that has been compared with what lies in its place in ``docs/``."""

    path: str
    digest: str
    changed: bool
    problem: Problem | None = None


class Pages:
    """The generated pages of one build. Use: ``stage`` each, then ``commit``; ``undo`` brings the old ones back."""

    def __init__(self, docs: Path, workspace: Path, standing: Standing | None = None) -> None:
        """``workspace`` is an empty folder, on any disk; it must live until the build has succeeded. ``standing`` are the pages
        that lie in ``docs`` as a build left them."""
        self.docs = docs
        self._standing = standing or Standing(docs)
        self._staged = workspace / "staged"
        self._replaced = workspace / "replaced"
        sweep(docs)
        self._old = read_manifest(docs)
        self._new: dict[str, str] = {}
        self._changed: list[str] = []
        self._done: list[str] = []
        self._problems: list[Problem] = list(self._old.problems)

    @property
    def written(self) -> int:
        return len(self._changed)

    @property
    def digests(self) -> Mapping[str, str]:
        """Of all pages, by path."""
        return self._new

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._new))

    def stage(self, path: str, content: bytes) -> None:
        """Take in one file. Raises ``ValueError`` when ``path`` cannot be a page of the site."""
        self.take(self.looked_at(path, content))

    def looked_at(self, path: str, content: bytes) -> Staged:
        """Compare a page with what lies in its place, and set it aside where it is another one. Any process can do so."""
        checked(path)
        name = PurePosixPath(path)
        if path.endswith(".md") and not _PAGE.fullmatch(name.name):
            raise ValueError(f"page name with a dot in it: {path}")
        if len(name.parts) > 1 and re.fullmatch(r"[a-z]{2}", name.parts[0]):
            raise ValueError(f"folder that MkDocs would take for a language: {path}")
        digest = hashlib.sha256(content).hexdigest()
        target = self.docs / path
        there = target.read_bytes() if target.is_file() else None
        if there == content:
            return Staged(path, digest, changed=False)
        write(self._staged / path, content, flush=False)
        problem = self._overwriting(path, there) if there is not None else None
        return Staged(path, digest, changed=True, problem=problem)

    def there(self, path: str, digest: str) -> bool:
        """Whether a page of this content lies in its place, and the archive wrote it there."""
        if path in self._old.files and self._standing.holds(path, digest):
            return True
        try:
            content = (self.docs / path).read_bytes()
        except OSError:
            return False
        return path in self._old.files and hashlib.sha256(content).hexdigest() == digest

    def take(self, staged: Staged) -> None:
        """Take in a page that has been looked at."""
        if staged.path in self._new:
            raise ValueError(f"page made twice: {staged.path}")
        self._new[staged.path] = staged.digest
        if staged.problem:
            self._problems.append(staged.problem)
        if staged.changed:
            self._changed.append(staged.path)

    def commit(self) -> int:
        """Move the pages to their places and remove stale ones. Returns how many were removed.

        Raises ``DataError`` before anything is moved when hand-written files stand in the way.
        """
        stale = [path for path in self._old.files if path not in self._new]
        errors = [p for p in (*self._problems, *self._unknown()) if p.severity == "error"]
        if errors:
            raise DataError(errors)
        if self._changed or stale:
            # Killed from here on, pages of both builds lie in docs/, and either is the archive's.
            self._old.followed_by(self._new).write(self.docs)
        for path in self._changed:
            self._put_aside(path)
            move(self._staged / path, self.docs / path)
        for path in stale:
            self._put_aside(path)
            (self.docs / path).unlink(missing_ok=True)
        Manifest(self._new).write(self.docs)
        remove_empty_folders(self.docs, stale)
        return len(stale)

    def undo(self) -> tuple[Problem, ...]:
        """Leave ``docs/`` as it was before ``commit``. Returns what could not be put back; the rest is."""
        faults: list[Problem] = []
        lost: list[str] = []
        for path in reversed(self._done):
            try:
                self._put_back(path)
            except OSError as error:
                lost.append(path)
                faults.append(_not_put_back(self.docs / path, error))
        if self._done:
            new = {path: self._new[path] for path in lost if path in self._new}
            manifest = self._old.followed_by(new) if lost else self._old
            try:
                manifest.write(self.docs)
                if not manifest.files:
                    (self.docs / MANIFEST).unlink()
                remove_empty_folders(self.docs, self._done)
            except OSError as error:
                faults.append(_not_put_back(self.docs / MANIFEST, error))
        self._done.clear()
        return tuple(faults)

    def warnings(self) -> tuple[Problem, ...]:
        """What was found beside the way, such as generated pages that somebody had edited."""
        return tuple(problem for problem in self._problems if problem.severity == "warning")

    def _overwriting(self, path: str, there: bytes) -> Problem | None:
        shown = f"{self.docs.name}/{path}"
        if path not in self._old.files:
            hint = "Rename or remove it"
            return Problem(shown, 0, "hand-written-page", "stands where a generated page belongs", hint)
        if self._old.wrote(path, there):
            return None
        message, hint = "was changed by hand and is now written anew", "Change its sources in seeds/ or its template instead"  # fmt: skip
        return Problem(shown, 0, "edited-page", message, hint, "warning")

    def _unknown(self) -> list[Problem]:
        """Pages in generated folders that neither this build nor an earlier one wrote: they would be published."""
        folders = {PurePosixPath(path).parts[0] for path in (*self._new, *self._old.files) if "/" in path}
        found = (
            path.relative_to(self.docs).as_posix()
            for folder in sorted(folders - {"assets"})
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
            if path not in self._new and path not in self._old.files
        ]

    def _put_aside(self, path: str) -> None:
        target = self.docs / path
        if target.exists():
            aside = self._replaced / path
            aside.parent.mkdir(parents=True, exist_ok=True)
            with naming(aside):
                shutil.copy2(target, aside)
        self._done.append(path)

    def _put_back(self, path: str) -> None:
        old = self._replaced / path
        if not old.exists():
            (self.docs / path).unlink(missing_ok=True)
        elif not _same(old, self.docs / path):
            write(self.docs / path, old.read_bytes(), flush=False)


def _same(old: Path, there: Path) -> bool:
    return there.is_file() and there.read_bytes() == old.read_bytes()


def _not_put_back(path: Path, error: OSError) -> Problem:
    hint = "Free it, and build again: what the archive wrote is then put right"
    return Problem(str(path), 0, "not-put-back", f"could not be made as it was: {error.strerror}", hint)


def checked(path: str) -> str:
    """``path`` itself. Raises ``ValueError`` when it is not a plain relative path."""
    parts = path.split("/")
    if not path or "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not a relative path: {path!r}")
    return path


def remove_generated(docs: Path) -> tuple[int, tuple[Problem, ...]]:
    """Remove every generated page but those that were edited by hand. Returns how many, and which stay."""
    manifest = read_manifest(docs)
    kept, removed = [], []
    for path in manifest.files:
        target = docs / path
        if target.is_file() and not manifest.wrote(path, target.read_bytes()):
            hint = "Move the change to its sources in seeds/ or to its template, and remove the page"
            shown = f"{docs.name}/{path}"
            kept.append(Problem(shown, 0, "edited-page", "was changed by hand and stays", hint, "warning"))
            continue
        target.unlink(missing_ok=True)
        removed.append(path)
    remove_empty_folders(docs, removed)
    (docs / MANIFEST).unlink(missing_ok=True)
    return len(removed), tuple(kept)


def remove_empty_folders(docs: Path, paths: Iterable[str]) -> None:
    """Remove the folders of ``paths`` in which nothing is left."""
    for folder in sorted({(docs / path).parent for path in paths}, reverse=True):
        while folder != docs and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
