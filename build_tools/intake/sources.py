"""What was named to be taken in → single files: those in folders and in packed files, and none that a link leads to
outside of the folder named."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from build_tools.convert import container_of, converter_of, endings
from build_tools.convert.converter import Container, Converter, Given, UnreadableError
from build_tools.convert.limits import INPUT
from build_tools.convert.packages import MissingPackageError
from build_tools.convert.process import Converters
from build_tools.file_names import is_system_file
from build_tools.problems import DataError, Problem
from build_tools.read.files import read_bytes
from build_tools.strict_yaml import load

Answer = TypeVar("Answer")

_DEPTH = 4
"""Packed files inside of packed files."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to take in."""

    shown: str
    """What problems call it: ``pack.zip/2024/report.txt``."""
    name: str
    """Its own, with its ending."""
    data: bytes
    folder: str = ""
    """The last part of the way to it inside what was named, which tells it from others of its name."""
    url: str | None = None
    retrieved: str | None = None
    optional: bool = False


Told = Problem
"""A warning on what is left out."""


def sources(path: Path, converters: Converters) -> Iterator[Source | Told]:
    """The files at ``path``: itself, or what it holds. What cannot be taken in is given as a problem, and does not keep the
    others from being taken."""
    if re.match(r"[a-z][a-z0-9+.-]*:/", str(path), re.IGNORECASE):
        hint = "Save the page in a browser, then: archive add PAGE.html --url ADDRESS"
        yield Problem(str(path), 0, "not-fetched", "Addresses are not fetched", hint)
        return
    try:
        if path.is_dir() and not path.is_symlink():
            yield from _in_folder(path, path, converters)
        else:
            data = _read(path, path.parent)
            yield from _opened(Source(str(path), path.name, data), converters, 0)
    except DataError as error:
        yield from error.problems


def _in_folder(folder: Path, root: Path, converters: Converters) -> Iterator[Source | Told]:
    for path in sorted(folder.iterdir()):
        if is_system_file(path.name):
            continue
        if path.name.startswith("."):
            yield Problem(
                str(path), 0, "hidden", "Hidden files are not taken in", "Name the file itself", "warning"
            )
        elif path.is_dir() and not path.is_symlink():
            yield from _in_folder(path, root, converters)
        else:
            try:
                _refuse_unknown(str(path), path.name)
                within = folder.name if folder != root else ""
                yield from _opened(Source(str(path), path.name, _read(path, root), within), converters, 0)
            except DataError as error:
                yield from error.problems


def _read(path: Path, folder: Path) -> bytes:
    if path.is_symlink() and not _is_inside(path, folder):
        raise _refused(
            str(path),
            "link-out",
            f"The link leads out of its folder, to {path.resolve()}",
            "Name the file itself, or put it there",
        )
    if path.is_file():
        _refuse_unknown(str(path), path.name)
        if path.stat().st_size > INPUT:
            raise _refused(
                str(path), "too-large", f"{path.stat().st_size} bytes are more than {INPUT}", "Split it"
            )
    return read_bytes(path)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return True


def _opened(source: Source, converters: Converters, depth: int) -> Iterator[Source | Told]:
    """The file, or the files in it."""
    try:
        _refuse_unknown(source.shown, source.name)
        container = container_of(source.name)
        if container is None:
            yield source
            return
        if depth >= _DEPTH:
            raise _refused(
                source.shown, "too-deep", f"More than {_DEPTH} packed files inside one another", "Unpack it"
            )
        members, left_out = asked(source, container, lambda: converters.open(Given(source.name, source.data)))
    except DataError as error:
        yield from error.problems
        return
    for line in left_out:
        yield Problem(source.shown, 0, "left-out", f"Left out: {line}", "", "warning")
    if not members:
        yield _problem(
            source.shown, "no-text", "There is nothing in it to take in", "Name a file that holds texts"
        )
    for member in members:
        way = member.name.split("/")
        inner = Source(
            f"{source.shown}/{member.name}", _file_name(member.name, member.url), member.data, "" if member.url or len(way) < 2 else way[-2],
            member.url, member.retrieved, member.optional,
        )  # fmt: skip
        yield from _opened(
            replace(inner, shown=source.shown)
            if source.name.lower().endswith(".gz") and not member.url
            else inner,
            converters,
            depth + 1,
        )


def asked(source: Source, kind: Converter | Container, ask: Callable[[], Answer]) -> Answer:
    """What ``ask`` answers; what converters refuse is raised as ``DataError``."""
    missing = next((package for module, package in kind.packages if not _is_installed(module)), None)
    try:
        if missing is not None:
            raise MissingPackageError(missing)
        return ask()
    except UnreadableError as error:
        raise _refused(source.shown, error.code, error.message, error.hint) from None
    except MissingPackageError as error:
        raise _refused(
            source.shown,
            "missing-package",
            f"Files of the kind {Path(source.name).suffix} need the package {error.package}",
            f"Install it: pip install {error.package}",
        ) from None


def _is_installed(module: str) -> bool:
    if module in sys.modules:
        return sys.modules[module] is not None
    try:
        return find_spec(module) is not None
    except ValueError:
        return False


def _file_name(path: str, url: str | None) -> str:
    """The name of a file inside of another; that of a page is made of its address."""
    if url is None:
        return path.rsplit("/", 1)[-1]
    ending = "." + path.rsplit(".", 1)[-1]
    bare = re.sub(r"^[a-z]+://(?:www\.)?|[?#].*$", "", path.removesuffix(ending), flags=re.IGNORECASE)
    parts = [
        part
        for part in re.split(r"/+", re.sub(r"\.(?:html?|php|aspx?|pdf)$", "", bare, flags=re.IGNORECASE))
        if part
    ]
    return ("-".join(parts[-2:]) or "page") + ending


def _refuse_unknown(shown: str, name: str) -> None:
    if converter_of(name) is None and container_of(name) is None:
        kind = Path(name).suffix.lower()
        hint = _remedies().get(kind) or f"Save it as one of: {', '.join(endings())}"
        raise _refused(shown, "unknown-kind", f"Files of the kind {kind or name!r} are not taken in", hint)


@cache
def _remedies() -> dict[str, str]:
    data = load(files("build_tools.intake").joinpath("remedies.yml").read_text("utf-8"), "remedies.yml").data
    return {ending: remedy for kinds, remedy in data.items() for ending in kinds.split()}


def _problem(shown: str, code: str, message: str, hint: str) -> Problem:
    return Problem(shown, 0, code, message, hint)


def _refused(shown: str, code: str, message: str, hint: str) -> DataError:
    return DataError([_problem(shown, code, message, hint)])
