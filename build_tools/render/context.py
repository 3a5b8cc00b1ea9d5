"""One interface language at work: what every page kind gets to write its pages with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale
from jinja2 import Environment

from build_tools.model import Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.lookup import Lookup
from build_tools.render.pagefile import page_file
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.words import Words


@dataclass(frozen=True)
class Context:
    archive: Archive
    site: Site
    language: str
    """Of the interface; names and words are in it where they exist."""
    lookup: Lookup
    locale: Locale
    words: Words
    reader: Reader
    templates: Environment

    def page(
        self, path: str, *, kind: str, title: str, front: Mapping[str, Any] | None = None, **values: object
    ) -> OutputFile:
        """The page at a page path, from the template of its kind.

        ``title`` is plain text for the head of the page; ``front`` adds to its front matter.
        """
        here = paths.address(self.site, path, self.language)
        body = self.templates.get_template(f"{kind}.md.j2").render(
            here=here, archive=self.archive, lookup=self.lookup, site=self.site, **values
        )
        # What only machines read stands last.
        matter = dict(front or {})
        head = matter.pop("head", None)
        matter = {"title": title, "kind": kind, **matter, "search": {"exclude": True}, "head": head}
        return page_file(paths.file(self.site, path, self.language), matter, body)


PageKind = Callable[[Context], Iterator[OutputFile]]
"""What a module of ``render.pages`` offers: all pages of its kind in the context's language."""
