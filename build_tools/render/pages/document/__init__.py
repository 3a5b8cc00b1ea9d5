"""A document: its text with every name and figure marked, its record, and where else the same is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Document,
    FigureUse,
    Localized,
    Maker,
    OutputFile,
    Translation,
)
from build_tools.problems import DataError, Problem, unexpected
from build_tools.render import paths
from build_tools.render.citing.plain import citation, quotation
from build_tools.render.citing.reference import reference
from build_tools.render.context import Context, Page
from build_tools.render.entries import Label, labels
from build_tools.render.head.front import document_front
from build_tools.render.head.page import document_head
from build_tools.render.pages.document import judgements, side, text
from build_tools.render.pages.document.like import Like, like
from build_tools.render.pages.document.offered import Offered, offered
from build_tools.render.pictures import cards
from build_tools.render.wording.names import Name, choose, document_title
from build_tools.render.wording.vocabulary import N_
from build_tools.tongues import languages_of


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The document before or after; ``by_date``: it is newer or older, and not only the next of the list."""

    document: Document
    by_date: bool


@dataclass(frozen=True, kw_only=True)
class DocumentPage(Page):
    kind = "document"
    scripts = ("assets/javascripts/reading.js",)

    document: Document
    name: Name
    own_title: bool
    """The archive wrote the title, and ``own_summary`` the summary."""
    own_summary: bool
    by_machine: bool
    """A machine wrote either of them."""
    makers: Sequence[tuple[str, Maker]]
    """What of the page is not the source's, each a message, and who made it."""
    versions: int
    """Documents of the same story; 0 when it has no page."""
    translation: Translation | None
    other_translations: Sequence[str]
    rows: Sequence[text.Row]
    other_languages: Sequence[str]
    """Of paragraphs, beside the document's own."""
    tags: Sequence[Label]
    collections: Sequence[Label]
    quotation: str
    entity_href: Mapping[str, str]
    elsewhere: Sequence[Document]
    types: Sequence[tuple[str, Sequence[side.Named]]]
    readings: Sequence[judgements.Reading]
    like: Sequence[Like]
    citation: Callable[..., Markup]
    downloads: Sequence[Offered]
    mentions: int
    by_editor: int
    rules: Sequence[tuple[str, int]]
    edited: Sequence[judgements.Edited]
    dated: Sequence[judgements.Dated]
    inferred: Sequence[judgements.Inferred]
    rejected: Sequence[tuple[str, Localized]]
    """Quotations with the reasons given."""
    undecided: Sequence[judgements.Undecided]
    newer: Neighbour | None
    older: Neighbour | None


def keys(archive: Archive) -> Iterator[str]:
    yield from archive.documents


def common(context: Context) -> Mapping[str, side.Card]:
    return context.lookup.always(("cards", context.language), lambda: side.cards(context))


def of(context: Context, key: str) -> Iterator[OutputFile]:
    known = common(context)
    annotated = context.archive.documents[key]
    try:
        file = _file(context, annotated, known)
    except (DataError, OSError, MemoryError):
        raise
    except Exception as error:
        raise DataError([_failed(context, annotated, error)]) from error
    yield file


def _failed(context: Context, annotated: AnnotatedDocument, error: Exception) -> Problem:
    """A fault of the program met in making the page, at the first figure that cannot be shown where it is one."""
    document, line = annotated.document, 0
    for use in context.lookup.figures.get(document.id, ()):
        try:
            context.reader.figure(use.figure)
        except Exception:
            line = document.text.count("\n", 0, use.figure.start) + 1
            break
    return unexpected(error, str(document.path), line)


def _file(context: Context, annotated: AnnotatedDocument, known: Mapping[str, side.Card]) -> OutputFile:
    document = annotated.document
    uses = context.lookup.figures.get(document.id, ())
    summary = choose(document.record.summary, context.language)
    front = {
        "description": summary.text if summary else None,
        "card": cards.path(annotated, context.site) if document.paragraphs else None,
        "head": document_head(context.archive, context.site, annotated, context.language),
        **document_front(annotated, context.site, context.lookup.named.get(document.id, ()), uses),
    }
    page = _page(context, annotated, uses, known)
    return context.page(paths.document(document.id), page, title=page.name.text, front=front)


def _page(
    context: Context, annotated: AnnotatedDocument, uses: Sequence[FigureUse], known: Mapping[str, side.Card]
) -> DocumentPage:
    document = annotated.document
    name = document_title(document, context.language)
    editorial = document.record.editorial
    story = context.archive.stories.get(document.record.story or "")
    beside = context.beside_any(annotated)
    shown = beside.other if beside else None
    elsewhere = text.elsewhere(context, document)
    cited = reference(context.archive, context.site, annotated, context.language)
    older, newer = context.lookup.neighbours(document.id)
    # A headline that stands in the text is nobody's invention.
    own_title = "title" in editorial and name.text not in document.text
    return DocumentPage(
        document=document,
        name=name,
        own_title=own_title,
        own_summary="summary" in editorial,
        makers=_makers(editorial, own_title, shown.translation if shown else None),
        by_machine="machine" in editorial.values(),
        versions=len(story.documents) if story else 0,
        translation=shown.translation if shown else None,
        other_translations=[t.translation.language for t in annotated.translations if t is not shown],
        other_languages=languages_of(document)[1:],
        tags=labels("tag", document.record.tags),
        collections=labels("collection", document.record.collections),
        rows=text.rows(context, annotated, uses, elsewhere),
        quotation=quotation(cited, context.words, context.locale),
        entity_href=text.entity_links(context, annotated),
        elsewhere=[context.archive.documents[key].document for key in elsewhere],
        types=side.by_type(context, document.id, known),
        readings=judgements.readings(context, uses),
        like=like(context, document.id),
        citation=partial(citation, cited, context.words, context.locale),
        downloads=offered(context, annotated),
        mentions=len(annotated.mentions),
        by_editor=judgements.by_editor(annotated, uses),
        rules=Counter(use.figure.rule for use in uses if use.figure.rule).most_common(),
        edited=judgements.edited(annotated),
        dated=judgements.dated(annotated),
        inferred=judgements.inferred(annotated),
        rejected=[(annotation.quote, annotation.note) for annotation, _, _ in annotated.rejected],
        undecided=judgements.undecided(context, annotated),
        newer=_neighbour(context, document, newer),
        older=_neighbour(context, document, older),
    )


def _makers(
    editorial: Mapping[str, Maker], own_title: bool, translation: Translation | None
) -> list[tuple[str, Maker]]:
    made: list[tuple[str, Maker]] = [(N_("the title"), editorial["title"])] if own_title else []
    if "summary" in editorial:
        made.append((N_("the summary"), editorial["summary"]))
    if translation:
        made.append((N_("the translation"), translation.made_by))
    return made


def _neighbour(context: Context, document: Document, other: str | None) -> Neighbour | None:
    if other is None:
        return None
    return Neighbour(context.archive.documents[other].document, context.lookup.both_dated(document.id, other))
