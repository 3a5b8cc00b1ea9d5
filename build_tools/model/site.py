"""What is published: the site as it is configured, and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from build_tools.model.values import Localized


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site to publish."""

    url: str
    """Absolute, with a closing slash: ``https://example.org/archive/``."""
    languages: tuple[str, ...]
    """Interface languages, the default one first."""
    name: Localized = field(default_factory=dict)
    description: Localized = field(default_factory=dict)
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Hand-written passages that generated pages take in: ``("home", "ar")`` → Markdown."""
    offline: str = ""
    """Where the whole site is published as one file for reading without a server; empty: nowhere."""
    packed: bool = False
    """Downloads are packed, and a document has fewer files of its own."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file to write. ``place`` is ``docs`` (MkDocs turns it into a page) or ``site`` (published as it is)."""

    path: str
    """Relative, with forward slashes."""
    content: bytes
    place: Literal["docs", "site"] = "docs"


@dataclass(frozen=True, slots=True)
class SameFile(OutputFile):
    """A page that lies in ``docs`` as an earlier build made it, and would come out as it is: it comes without content."""

    digest: str = ""
    """SHA-256 of its content."""
