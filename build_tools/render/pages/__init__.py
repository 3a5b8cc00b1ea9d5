"""The kinds of pages.

A kind is a module here with one function ``pages(context)``, its line in ``KINDS``, and for each template that it
fills a ``Page``: a frozen dataclass with all that the template is given, and the scripts that the page runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from build_tools.model import Archive, OutputFile
from build_tools.render.context import Context, PageKind

KINDS = (
    "home",
    "documents",
    "document",
    "entities",
    "entity",
    "mentions",
    "network",
    "figures",
    "compared",
    "measure",
    "stories",
    "disputed",
    "timeline",
    "data",
    "search",
    "signs",
    "parts",
)
"""The modules, in the order in which their pages are made."""

MANY = ("document", "entity", "mentions")
"""Kinds of which there are many pages, so that several processes share them, and what did not change is not made again.
Their modules have functions ``keys(archive)``, ``common(context)``, which makes what all pages look into, and ``of(context, key)``, the files
of one key in one language."""


def _pages(kind: str) -> PageKind:
    module = import_module(f"{__name__}.{kind}")
    if kind not in MANY:
        return cast(PageKind, module.pages)
    return lambda context: (file for key in module.keys(context.archive) for file in module.of(context, key))


PAGES: tuple[PageKind, ...] = tuple(map(_pages, KINDS))


@dataclass(frozen=True, slots=True)
class Many:
    keys: Callable[[Archive], Iterator[str]]
    common: Callable[[Context], object]
    of: Callable[[Context, str], Iterator[OutputFile]]


def many(kind: str) -> Many | None:
    """What makes a kind of ``MANY``, key by key."""
    module = import_module(f"{__name__}.{kind}")
    return Many(module.keys, module.common, module.of) if kind in MANY else None
