"""A page's frame as a whole, made by the theme's templates once for all pages that share it.

The pages of one sort (``frame.sort_of``) differ in their titles, in some blocks of the template and in the links to
their translations. A frame is a page of the sort with a mark in place of each of these; another page is the frame with
its own in place of the marks, made by the same templates. A frame is used once it gave ``PROVED`` pages as the templates
gave them whole, and never where it gave another. Where an archive has templates of its own, every page is made whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context

from build_tools.publish.squeeze.frame import sort_of

BLOCKS = ("site_meta", "htmltitle", "extrahead", "site_nav", "content", "scripts")
"""Blocks of ``main.html`` that show the page."""
PARTIAL = "partials/alternate.html"
"""The one of its partial templates that does."""
BASE = "base.html"
"""What ``main.html`` extends. What it sets is the same for all pages of a sort."""
TITLE = "title"
PROVED = 3
ENOUGH = 200
"""Sorts of pages, from which on pages of further ones are made whole."""

_MARK = re.compile("\x00([a-z_]+)\x00")


@dataclass(slots=True)
class Frame:
    parts: list[str]
    """Text and names of marks in turn."""
    variables: dict[str, Any]
    """What the templates set at their top level."""
    proved: int = 0


@dataclass(slots=True)
class Frames:
    """The frames of one environment's ``main.html``."""

    page: Template
    partial: Callable[[Context], Iterator[str]]
    marking: bool = False
    """Whether the partial is to give its mark."""
    filling: bool = False
    """Whether the template that is extended is to give nothing."""
    known: dict[Hashable, Frame | None] = field(default_factory=dict)

    def render(self, values: Mapping[str, Any]) -> str:
        """What ``main.html`` gives for a page."""
        context = self.page.new_context(dict(values))
        sort = _sort(context)
        frame = self.known.get(sort)
        if sort is None or (frame is None and (sort in self.known or len(self.known) >= ENOUGH)):
            return self._whole(context)
        if frame is not None and frame.proved >= PROVED:
            return self._filled(frame, context)
        whole = self._whole(self.page.new_context(dict(values)))
        frame = frame or self._made(self.page.new_context(dict(values)))
        right = self._filled(frame, context) == whole
        frame.proved += 1
        self.known[sort] = frame if right else None
        return whole

    def _whole(self, context: Context) -> str:
        return "".join(self.page.root_render_func(context))

    def _made(self, context: Context) -> Frame:
        meta = context["page"].meta
        title = meta.get(TITLE)
        context.blocks.update({name: [_mark(name), *context.blocks.get(name, ())] for name in BLOCKS})
        self.marking, meta[TITLE] = True, f"\x00{TITLE}\x00"
        try:
            text = self._whole(context)
        finally:
            self.marking, meta[TITLE] = False, title
        return Frame(_MARK.split(text), dict(context.vars))

    def _filled(self, frame: Frame, context: Context) -> str:
        # When what it extends gives a word, it has set what stands before that.
        self.filling = True
        next(self.page.root_render_func(context))
        self.filling = False
        context.vars = {**frame.variables, **context.vars}
        parts = list(frame.parts)
        parts[1::2] = [self._part(name, context) for name in frame.parts[1::2]]
        return "".join(parts)

    def _part(self, name: str, context: Context) -> str:
        if name == TITLE:
            return str(context["page"].meta[TITLE])
        if name in BLOCKS:
            return "".join(context.blocks[name][0](context))
        return "".join(self.partial(self.page.environment.get_template(PARTIAL).new_context(context.get_all(), True)))  # fmt: skip


def equip(templates: Environment) -> None:
    """Let ``main.html`` be filled into frames."""
    partial = templates.get_template(PARTIAL)
    frames = Frames(templates.get_template("main.html"), partial.root_render_func)

    def marked(context: Context) -> Iterator[str]:
        if frames.marking:
            yield "\x00alternate\x00"
        else:
            yield from frames.partial(context)

    base = templates.get_template(BASE)
    made = base.root_render_func

    def silent(context: Context) -> Iterator[str]:
        return iter([""]) if frames.filling else made(context)

    base.root_render_func = silent
    partial.root_render_func = marked
    frames.page.render = frames.render  # type: ignore[method-assign]


def _mark(name: str) -> Callable[[Context], Iterator[str]]:
    def block(_: Context) -> Iterator[str]:
        yield f"\x00{name}\x00"

    return block


def _sort(context: Context) -> Hashable:
    sort = sort_of(context)
    if sort is None:
        return None
    page = context["page"]
    # The theme's link to skip to the text leads to the first heading.
    return (
        sort,
        next((item.url for item in page.toc), None),
        bool(page.meta.get(TITLE)),
        page.meta.get("template"),
    )
