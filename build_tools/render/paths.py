"""Where pages lie, as files and as addresses, and how one leads to another.

A *page path* is what all languages of a page share: ``documents/NAME``. Its file is ``documents/NAME.md`` in the
default language and ``documents/NAME.ar.md`` in another; its address ``documents/NAME/`` or ``ar/documents/NAME/``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from build_tools.ids import slug
from build_tools.model import Place, Site

HOME = "index"
DOCUMENTS = "documents/index"
ENTITIES = "entities/index"
NETWORK = "entities/by/relations"
FIGURES = "figures/index"
COMPARED = "figures/by/verdict"
STORIES = "stories/index"
DISPUTED = "disputed"
TIMELINE = "timeline"
DATA = "data"
SEARCH = "search"
ABOUT = "about"
SIGNS = "signs"


_SHARED = re.compile(r"entities/[^/]+/mentions(?:/page/\d+)?")
_quoted = lru_cache(65536)(quote)
_slug = lru_cache(65536)(slug)


@lru_cache(4096)
def _folders(address: str) -> Sequence[str]:
    return address.split("/")[:-1]


def document(identifier: str) -> str:
    return f"documents/{_slug(identifier)}"


def original(identifier: str, name: str) -> str:
    """The published original, a file beside the page. What a browser would show as a page of this site is packed."""
    ending = name.rsplit(".", 1)[-1].lower()
    return f"{document(identifier)}.original.{ending if ending in _AS_THEY_ARE else 'zip'}"


_AS_THEY_ARE = frozenset(("pdf", "docx", "odt", "rtf", "epub"))
"""Endings of originals that no browser runs anything of."""


def in_language(tag: str) -> str:
    """The list of the documents in one language."""
    return f"documents/by/language/{tag}"


def labelled(kind: str, key: str) -> str:
    """The list of the documents with a tag or in a collection (``kind``: ``tag`` or ``collection``)."""
    return f"documents/by/{kind}/{_slug(key)}"


def entity(identifier: str) -> str:
    return f"entities/{_slug(identifier)}"


def mentions(identifier: str) -> str:
    """The list of all mentions of an entity that is named often, which the languages of the interface share."""
    return f"{entity(identifier)}/mentions"


def is_shared(path: str) -> bool:
    """Whether the page at a page path is there in the default language only, for readers in all."""
    return bool(_SHARED.fullmatch(path))


def measure(identifier: str) -> str:
    return f"figures/{_slug(identifier)}"


def story(identifier: str) -> str:
    return f"stories/{_slug(identifier)}"


def numbered(path: str, number: int) -> str:
    """The ``number``-th page of a long list: ``documents/page/2``; the first one is the list's own path."""
    if number == 1:
        return path
    return f"{path.removesuffix('index')}{'' if path.endswith('index') else '/'}page/{number}"


def anchor(place: Place) -> str:
    """The permanent anchor of a paragraph."""
    return f"p{place.paragraph}"


def file(site: Site, path: str, language: str) -> str:
    """The Markdown file of a page, relative to ``docs/``."""
    return f"{path}.md" if language == site.languages[0] else f"{path}.{language}.md"


def address(site: Site, path: str, language: str) -> str:
    """The address of a page, relative to the site's root and not quoted; empty for the home page."""
    prefix = "" if language == site.languages[0] else f"{language}/"
    if path == HOME or path.endswith("/index"):
        return prefix + path.removesuffix("index")
    return f"{prefix}{path}/"


def link(source: str, target: str, fragment: str = "") -> str:
    """The relative reference from the page at address ``source`` to ``target`` (an address or a file), quoted."""
    if source == target:
        return f"#{quote(fragment)}" if fragment else "./"
    folders, others = _folders(source), _folders(target)
    shared = 0
    while shared < min(len(folders), len(others)) and folders[shared] == others[shared]:
        shared += 1
    rest = target.split("/", shared)[shared] if shared else target
    relative = "../" * (len(folders) - shared) + _quoted(rest)
    return (relative or "./") + (f"#{_quoted(fragment)}" if fragment else "")


def absolute(site: Site, target: str, fragment: str = "") -> str:
    """The full URL of an address of this site, quoted."""
    return site.url + quote(target) + (f"#{quote(fragment)}" if fragment else "")
