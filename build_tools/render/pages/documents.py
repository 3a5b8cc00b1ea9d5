"""The list of documents, newest first, with the facets that narrow it; and one for each language, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.entries import Entry, Facet, entry, facets
from build_tools.render.listing import Jump, Leaf, jumps, leaves, sized
from build_tools.render.wording import names
from build_tools.render.wording.vocabulary import N_

PER_PAGE = 60
LEADING = ("language", "publisher", "year", "story", "collection", "tag")
"""The facets whose values have pages, which take their place where no script narrows the list."""


@dataclass(frozen=True, kw_only=True)
class DocumentsPage(Page):
    kind = "documents"
    scripts = ("assets/javascripts/facets.js",)

    leaf: Leaf[Entry]
    facets: Sequence[Facet]
    leading: Sequence[Facet]
    by_date: bool
    """The list begins with the newest: some documents have a date."""
    jumps: Sequence[Jump]
    """The years of a long list."""


@dataclass(frozen=True, kw_only=True)
class LanguagePage(Page):
    kind = "documents-in-language"

    leaf: Leaf[Entry]
    list_path: str
    heading: Markup
    by_date: bool
    jumps: Sequence[Jump]


def pages(context: Context) -> Iterator[OutputFile]:
    entries = [entry(context, annotated) for annotated in context.archive.documents.values()]
    choices = facets(context, entries)
    by_date = bool(context.lookup.dated)
    years = _years(context, entries)
    for leaf in leaves(entries, sized(context.site, PER_PAGE)):
        page = DocumentsPage(
            leaf=leaf,
            facets=choices,
            leading=[f for f in choices if f.key in LEADING],
            by_date=by_date,
            jumps=years,
        )
        path = paths.numbered(paths.DOCUMENTS, leaf.number)
        yield context.page(path, page, title=str(context.words.gettext("Documents")))
    for tag in dict.fromkeys(e.document.language for e in entries):
        name = names.language_name(tag, context.locale)
        heading = context.words.gettext("Documents in %(language)s", language=name)
        found = [e for e in entries if e.document.language == tag]
        yield from _listed(context, paths.in_language(tag), heading, found, by_date)
    for facet in choices:
        if facet.key in _HEADINGS:
            yield from _labelled(context, facet, entries, by_date)


_HEADINGS = {"tag": N_("Tag: %(label)s"), "collection": N_("Collection: %(label)s")}


def _labelled(
    context: Context, facet: Facet, entries: Sequence[Entry], by_date: bool
) -> Iterator[OutputFile]:
    """A list for each tag or each collection."""
    for choice in facet.choices:
        heading = context.words.gettext(_HEADINGS[facet.key], label=choice.name.text)
        path = paths.labelled(facet.key, choice.value)
        found = [e for e in entries if any(label.path == path for label in (*e.tags, *e.collections))]
        yield from _listed(context, path, heading, found, by_date)


def _listed(
    context: Context, path: str, heading: Markup, entries: Sequence[Entry], by_date: bool
) -> Iterator[OutputFile]:
    """The pages of a narrower list."""
    years = _years(context, entries)
    for leaf in leaves(entries, sized(context.site, PER_PAGE)):
        listed = LanguagePage(leaf=leaf, list_path=path, heading=heading, by_date=by_date, jumps=years)
        yield context.page(paths.numbered(path, leaf.number), listed, title=heading.unescape())


def _years(context: Context, entries: Sequence[Entry]) -> list[Jump]:
    return jumps(entries, sized(context.site, PER_PAGE), lambda entry: entry.year)
