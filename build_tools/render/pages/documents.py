"""The list of documents, newest first, with the facets that narrow it."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.entries import entry, facets
from build_tools.render.listing import leaves

PER_PAGE = 60


def pages(context: Context) -> Iterator[OutputFile]:
    entries = [entry(context, annotated) for annotated in context.archive.documents.values()]
    choices = facets(context, entries)
    for leaf in leaves(entries, PER_PAGE):
        yield context.page(
            paths.numbered(paths.DOCUMENTS, leaf.number),
            kind="documents",
            title=str(context.words.gettext("Documents")),
            leaf=leaf,
            facets=choices,
        )
