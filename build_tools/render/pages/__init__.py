"""The kinds of pages.

A kind is a module here with one function ``pages(context)``, its line in ``KINDS``, and for each template that it
fills a ``Page``: a frozen dataclass with all that the template is given, and the scripts that the page runs.
"""

from __future__ import annotations

from importlib import import_module

from build_tools.render.context import PageKind

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

PAGES: tuple[PageKind, ...] = tuple(import_module(f"{__name__}.{kind}").pages for kind in KINDS)
