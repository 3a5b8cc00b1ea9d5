"""What a converter is: the kind of file that it reads, the packages that it needs, and what it makes of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text that was made cannot be right as it is; unless slight, it is taken in only when asked for all the same."""

    code: str
    message: str
    hint: str
    slight: bool = False
    """The text is right but for so little that it is taken in without being asked for; what it is, is told."""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself, each value as it stands there; ``None``: nothing."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None
    language: str | None = None
    """BCP 47."""
    inferred: dict[str, str] = field(default_factory=dict)
    """Of which of these values it was inferred from what: ``{"published": "the address"}``; they are no statements."""
    perhaps: dict[str, str] = field(default_factory=dict)
    """Comments on values that are not known, by key."""


@dataclass(frozen=True, slots=True)
class Made:
    """A text made of a file."""

    paragraphs: tuple[str, ...]
    """In order, none with a line break or empty."""
    converter: str
    """The package that made it, with its version."""
    about: About = About()
    pages: tuple[tuple[int, str], ...] = ()
    """``(n, label)``: the n-th paragraph (from 1) is the first that begins on the page with that label."""
    left_out: tuple[str, ...] = ()
    """What of the file is not in the text, a line for each kind: ``12 page numbers: 1, 2, 3, …``."""
    doubts: tuple[Doubt, ...] = ()


class UnreadableError(Exception):
    """A file of which no text can be made: what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


@dataclass(frozen=True, slots=True)
class Given:
    """A file to convert. ``encoding`` is Python's name of one that the user gave."""

    name: str
    data: bytes
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Converter:
    """``convert`` raises ``UnreadableError``, or whatever its parser does on a broken file."""

    kind: str
    """As in a sentence: ``Word document``."""
    endings: tuple[str, ...]
    convert: Callable[[Given], Made]
    packages: tuple[tuple[str, str], ...] = ()
    """``(module, package)`` of what it needs beside the program's own."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside of another. ``name`` is its path in there, or the address of a page."""

    name: str
    data: bytes
    url: str | None = None
    retrieved: str | None = None
    """EDTF."""
    optional: bool = False
    """It may be no text of its own (a frame of a page): where no text is found in it, that is no error."""


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds others. ``open`` gives those to take in, and lines on those that are left out."""

    kind: str
    endings: tuple[str, ...]
    open: Callable[[Given], tuple[tuple[Member, ...], tuple[str, ...]]]
    packages: tuple[tuple[str, str], ...] = ()
