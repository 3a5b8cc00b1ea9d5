"""One interface language at work: what every page kind gets to write its pages with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any, ClassVar, TypeVar

from babel import Locale
from jinja2 import Environment

from build_tools.model import Archive, OutputFile, Site
from build_tools.problems import DataError, Problem
from build_tools.render import paths
from build_tools.render.environment import environment
from build_tools.render.lookup import Lookup
from build_tools.render.lookup.remembered import Recalled
from build_tools.render.pagefile import page_file
from build_tools.render.wording import numbers
from build_tools.render.wording.names import locale_of
from build_tools.render.wording.parallel import Parallels
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.words import Words

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a template shows: it is given these fields, the page's address as ``here``, and nothing else.

    What templates may call beside them stands in ``environment``.
    """

    kind: ClassVar[str]
    """The name of the template, and of the page's kind in its front matter and in style sheets."""
    scripts: ClassVar[tuple[str, ...]] = ()
    """Modules that the page runs, by their paths from the site's root."""


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
    recalled: Recalled | None = None
    """What is remembered of the pages, where an earlier build may have made them."""

    @cached_property
    def beside(self) -> Parallels:
        """Translations into the reader's language, which are shown with passages of texts in others."""
        return Parallels(self.language)

    @cached_property
    def beside_any(self) -> Parallels:
        """The same for whole texts: rather in another language of the interface than none."""
        return Parallels(self.language, self.site.languages)

    def page(
        self, path: str, page: Page, *, title: str, front: Mapping[str, Any] | None = None
    ) -> OutputFile:
        """The file of the page at a page path.

        ``title`` is plain text for the head of the page; ``front`` adds to its front matter.
        """
        if self.recalled is None:
            return self._page(path, page, title, front)
        given = (page.kind, page, title, front)
        return self.recalled.page(
            f"{path} {self.language}", given, lambda: self._page(path, page, title, front)
        )

    def _page(self, path: str, page: Page, title: str, front: Mapping[str, Any] | None) -> OutputFile:
        here = paths.address(self.site, path, self.language)
        values = {field.name: getattr(page, field.name) for field in fields(page)}
        body = self.templates.get_template(f"{page.kind}.md.j2").render(here=here, **values)
        # What only machines read stands last.
        matter = dict(front or {})
        head = matter.pop("head", None)
        matter = {
            "title": title,
            "kind": page.kind,
            **matter,
            "search": {"exclude": True},
            "scripts": list(page.scripts),
            "head": head,
        }
        return page_file(paths.file(self.site, path, self.language), matter, body)


PageKind = Callable[[Context], Iterator[OutputFile]]
"""What a module of ``render.pages`` offers: all pages of its kind in the context's language."""


def context_of(archive: Archive, site: Site, lookup: Lookup, language: str) -> Context:
    """The language at work. Raises ``DataError`` where CLDR or the catalogues do not know it."""
    locale = locale_of(language)
    if locale is None:
        raise DataError(
            [
                Problem(
                    "",
                    0,
                    "no-locale",
                    f"{language!r} is no language tag that CLDR knows",
                    "Use one like en, ar or zh",
                )
            ]
        )
    words = Words(language, cache(lambda n: numbers.plain(n, locale)))
    reader = Reader(locale, words)
    templates = environment(archive, site, language, locale, words, reader)
    return Context(archive, site, language, lookup, locale, words, reader, templates)
