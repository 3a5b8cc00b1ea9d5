"""The list of documents, newest first, with the facets that narrow it; and one for each language, without a script."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.entries import entry, facets
from build_tools.render.listing import leaves
from build_tools.render.wording import names

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
    for tag in dict.fromkeys(e.document.language for e in entries):
        title = context.words.gettext(
            "Documents in %(language)s", language=names.language_name(tag, context.locale)
        )
        for leaf in leaves([e for e in entries if e.document.language == tag], PER_PAGE):
            yield context.page(
                paths.numbered(paths.in_language(tag), leaf.number),
                kind="documents-in-language",
                title=title.unescape(),
                leaf=leaf,
                list_path=paths.in_language(tag),
                heading=title,
            )
