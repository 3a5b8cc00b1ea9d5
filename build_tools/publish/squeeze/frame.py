"""The parts of a page's frame that are the same on many pages, made once for all of them.

Four fifths of what the theme's templates do for a page, they did for the page before with the same result: the icons,
the search box, the list of pages. Pages of one kind, in one folder and at one depth differ in none of these ``PARTS``,
unless they stand in the navigation, which marks them. Whatever came out differently for two pages that should share it
is made for each page, as without this module.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Context

PARTS = (
    "partials/tabs.html",
    "partials/palette.html",
    "partials/search.html",
    "partials/logo.html",
    "partials/footer.html",
    "partials/top.html",
    "partials/javascripts/base.html",
)
"""Templates of the theme, or of ``overrides/`` in their place."""
PROVED = 2
"""A part is shared once it came out alike for so many pages."""

Rendering = Callable[[Context], Iterator[str]]


class Shared:
    """What one part came out as, for each sort of page."""

    def __init__(self, made: Rendering) -> None:
        self._made = made
        self._known: dict[Hashable, tuple[str, int]] = {}
        self._differs: set[Hashable] = set()

    def __call__(self, context: Context) -> Iterator[str]:
        sort = sort_of(context)
        known, times = self._known.get(sort, ("", 0))
        if times >= PROVED:
            yield known
            return
        text = "".join(self._made(context))
        if sort is not None and sort not in self._differs:
            if times and text != known:
                self._differs.add(sort)
                del self._known[sort]
            else:
                self._known[sort] = text, times + 1
        yield text


def sort_of(context: Context) -> Hashable:
    """What pages that share the parts of their frame have in common; ``None`` for a page that shares with no other."""
    page: Any = context.get("page")
    nav: Any = context.get("nav")
    if not page or page.parent or page in nav.items or page.previous_page or page.next_page:
        return None
    folder = str(page.file.norm_src_uri).rpartition("/")[0]
    return context.get("base_url"), folder.split("/")[0], page.meta.get("kind"), page.meta.get("hide") is None


def share(templates: Environment) -> None:
    """Let the pages of one build share the parts of their frames."""
    for name in PARTS:
        try:
            template = templates.get_template(name)
        except TemplateNotFound:
            continue
        template.root_render_func = Shared(template.root_render_func)
