"""A document: its text with every name and figure marked, its record, and where else the same is told."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Document,
    FigureUse,
    Mention,
    OutputFile,
    Passage,
    Place,
    Translation,
)
from build_tools.render import paths
from build_tools.render.citing.plain import citation, quotation
from build_tools.render.citing.reference import reference
from build_tools.render.context import Context
from build_tools.render.exports import of_document
from build_tools.render.head.page import document_head
from build_tools.render.lookup import within
from build_tools.render.marking.bidi import direction
from build_tools.render.marking.runs import Numbered, Run, runs
from build_tools.render.pictures import cards
from build_tools.render.wording import names

RELATED = 2
"""How many passages of other documents stand beside a paragraph; its story page has them all."""
QUOTED = 140
"""Characters quoted of each."""


@dataclass(frozen=True, slots=True)
class Related:
    place: Place
    passage: Passage
    quote: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A name that an editor set, with the reason given; ``paragraph`` is the number of the one it stands in."""

    mention: Mention
    paragraph: int
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as the page shows it."""

    number: int
    boilerplate: str | None
    runs: Sequence[Run]
    translation: Sequence[Run] | None
    related: Sequence[Related]


@dataclass(frozen=True, slots=True)
class Card:
    """What the side list says of an entity on every page, ready for it."""

    type: str
    name: Markup
    about: Markup


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the document's side list, with the number of its mentions there."""

    entity: str
    here: int
    card: Card


def pages(context: Context) -> Iterator[OutputFile]:
    cards = _cards(context)
    for identifier, annotated in context.archive.documents.items():
        yield _page(context, identifier, annotated, cards)


def _cards(context: Context) -> dict[str, Card]:
    macros: Any = context.templates.get_template("_card.html.j2").module
    uses = context.archive.entities
    return {
        key: Card(
            uses[key].entity.type,
            macros.name(uses[key].entity),
            macros.about(uses[key].entity, len(uses[key].occurrences), len(documents)),
        )
        for key, documents in context.lookup.documents_naming.items()
        if key in uses
    }


def _page(
    context: Context, identifier: str, annotated: AnnotatedDocument, cards: Mapping[str, Card]
) -> OutputFile:
    document = annotated.document
    uses = context.lookup.figures.get(identifier, ())
    translation = _translation(context, annotated)
    older, newer = context.lookup.neighbours(identifier)
    title = names.document_title(document, context.language)
    types = context.archive.authority.types
    named = _named(context, identifier, cards)
    rows = _rows(context, annotated, uses, translation)
    cited = reference(context.archive, context.site, annotated, context.language)
    return context.page(
        paths.document(identifier),
        kind="document",
        title=title.text,
        front=_front(context, annotated, uses),
        annotated=annotated,
        document=document,
        record=document.record,
        source=document.record.source,
        title_name=title,
        uses=uses,
        citation=partial(citation, cited, context.words, context.locale),
        quotation=quotation(cited, context.words, context.locale),
        downloads=of_document(identifier, text=bool(document.paragraphs)),
        rows=rows,
        elsewhere=_numbered(rows),
        translation=translation.translation if translation else None,
        other_translations=[
            t.translation.language
            for t in annotated.translations
            if translation is None or t is not translation
        ],
        entity_href=_entity_links(context, identifier, annotated),
        types=[
            (kind, [n for n in named if n.card.type == kind])
            for kind in sorted(
                {n.card.type for n in named},
                key=lambda kind: (list(types).index(kind) if kind in types else len(types), kind),
            )
        ],
        by_editor=sum(m.rule == "editor" for m in annotated.mentions)
        + sum(use.figure.rule == "editor" or use.figure.corrected is not None for use in uses),
        edited=_edited(annotated),
        undecided=_undecided(context, annotated),
        rules=Counter(use.figure.rule for use in uses if use.figure.rule).most_common(),
        older=context.archive.documents[older].document if older else None,
        newer=context.archive.documents[newer].document if newer else None,
    )


def _undecided(context: Context, annotated: AnnotatedDocument) -> list[tuple[str, int, list[str]]]:
    """Per form that could mean several entities: the form, its paragraph, and which entities these are."""
    starts = [paragraph.start for paragraph in annotated.document.paragraphs]
    return [
        (
            place.surface,
            bisect_right(starts, place.start),
            [name for name in place.candidates if name in context.archive.entities],
        )
        for place in annotated.undecided
    ]


def _edited(annotated: AnnotatedDocument) -> list[Edited]:
    document = annotated.document
    starts = [paragraph.start for paragraph in document.paragraphs]
    notes = {(a.entity, a.quote): a.note for a in document.record.annotations if a.entity}
    return [
        Edited(mention, bisect_right(starts, mention.start), notes.get((mention.entity, mention.surface), {}))
        for mention in annotated.mentions
        if mention.rule == "editor"
    ]


def _entity_links(context: Context, identifier: str, annotated: AnnotatedDocument) -> dict[str, str]:
    """Entity → the relative link to its page, for every name in the text and in its translations."""
    here = paths.address(context.site, paths.document(identifier), context.language)
    named = {m.entity for m in annotated.mentions}
    named.update(m.entity for t in annotated.translations for m in t.mentions)
    return {
        key: paths.link(here, paths.address(context.site, paths.entity(key), context.language))
        for key in sorted(named)
    }


def _front(context: Context, annotated: AnnotatedDocument, uses: Sequence[FigureUse]) -> dict[str, Any]:
    document = annotated.document
    source = document.record.source
    summary = names.choose(document.record.summary, context.language)
    return {
        "description": summary.text if summary else None,
        "card": cards.path(annotated) if document.paragraphs else None,
        "head": document_head(context.archive, context.site, annotated, context.language),
        "source": _filled(
            {
                "file": document.path.name,
                "sha256": document.sha256,
                "publisher": source.publisher,
                "published": source.published,
                "byline": source.byline,
                "url": source.url,
                "translated_from": source.translated_from,
                "reprinted_from": source.reprinted_from,
                "rights": document.record.rights,
                "story": document.record.story,
            }
        ),
        "language": document.language,
        "text_languages": _text_languages(context, annotated),
        "entities": list(context.lookup.named.get(document.id, ())),
        "figures": [
            _filled(
                {
                    "number": use.number,
                    "paragraph": use.place.paragraph,
                    "text": use.figure.surface,
                    "kind": use.figure.kind,
                    "value": use.figure.value,
                    "low": use.figure.low,
                    "high": use.figure.high,
                    "currency": use.figure.currency,
                    "unit": use.figure.unit,
                    "modifier": use.figure.modifier if use.figure.modifier != "exact" else None,
                    "corrected": use.figure.corrected,
                }
            )
            for use in uses
        ],
    }


def _text_languages(context: Context, annotated: AnnotatedDocument) -> list[str] | None:
    """The languages in which the text can be read, its own first; ``None`` where that is every language of the site,
    or where there is no text."""
    document = annotated.document
    if not document.paragraphs:
        return None
    base = document.language.split("-")[0]
    own = base if base in context.site.languages else document.language
    found = list(dict.fromkeys([own, *(t.translation.language for t in annotated.translations)]))
    return None if set(context.site.languages) <= set(found) else found


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _translation(context: Context, annotated: AnnotatedDocument) -> AnnotatedTranslation | None:
    """The translation to show: the one into the reader's language, else the first into another interface language.

    None when the text is in the reader's language itself.
    """
    if annotated.document.language == context.language:
        return None
    made = {t.translation.language: t for t in annotated.translations}
    return next((made[tag] for tag in (context.language, *context.site.languages) if tag in made), None)


def _rows(
    context: Context,
    annotated: AnnotatedDocument,
    uses: Sequence[FigureUse],
    translation: AnnotatedTranslation | None,
) -> list[Row]:
    document = annotated.document
    figures = [(use.number, use.figure) for use in uses]
    original = _marked(document, annotated.mentions, figures)
    translated: list[list[Run]] = []
    if translation:
        inner = translation.translation
        translated = _marked(inner, translation.mentions, ())
    return [
        Row(
            number,
            paragraph.boilerplate,
            original[number - 1],
            translated[number - 1] if number <= len(translated) else None,
            _related(context, Place(document.id, number)),
        )
        for number, paragraph in enumerate(document.paragraphs, 1)
    ]


def _marked(
    shown: Document | Translation, mentions: Sequence[Mention], figures: Sequence[Numbered]
) -> list[list[Run]]:
    paragraphs = shown.paragraphs
    ordered = sorted(mentions, key=lambda m: m.start)
    starts = [m.start for m in ordered]
    by_paragraph: list[list[Numbered]] = [[] for _ in paragraphs]
    at = 0
    for numbered in sorted(figures, key=lambda n: n[1].start):
        while at < len(paragraphs) and paragraphs[at].end <= numbered[1].start:
            at += 1
        if at < len(paragraphs):
            by_paragraph[at].append(numbered)
    return [
        list(runs(shown.text, p.start, p.end, within(ordered, starts, p), inside, direction(shown.language)))
        for p, inside in zip(paragraphs, by_paragraph, strict=True)
    ]


def _numbered(rows: Sequence[Row]) -> dict[str, int]:
    """The documents that passages beside the text are from, numbered in order of appearance."""
    found = dict.fromkeys(related.place.document for row in rows for related in row.related)
    return {identifier: number for number, identifier in enumerate(found, 1)}


def _related(context: Context, place: Place) -> list[Related]:
    found: list[Related] = []
    for other, passage in context.lookup.related.get(place, ())[:RELATED]:
        paragraph = context.lookup.paragraph(other)
        if paragraph:
            text = context.archive.documents[other.document].document.text
            found.append(
                Related(other, passage, names.shortened(text[paragraph.start : paragraph.end], QUOTED))
            )
    return found


def _named(context: Context, identifier: str, cards: Mapping[str, Card]) -> list[Named]:
    """Most mentions here first, then in order of appearance."""
    counts = context.lookup.named.get(identifier, {})
    return [
        Named(key, count, cards[key])
        for key, count in sorted(counts.items(), key=lambda item: -item[1])
        if key in cards
    ]
