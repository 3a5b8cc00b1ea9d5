"""The text of a document: its paragraphs with their marks, their translation, and where else the same is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_tools.archive.both import stated_by_both
from build_tools.meaning import sentences, sentences_of
from build_tools.model import (
    AnnotatedDocument,
    Boilerplate,
    Document,
    EvidenceKind,
    Figure,
    FigureUse,
    Localized,
    Paragraph,
    ParagraphKind,
    Passage,
    Place,
)
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.marking.bidi import direction
from build_tools.render.marking.inline import inline
from build_tools.render.marking.paragraphs import marked
from build_tools.render.wording import numbers
from build_tools.render.wording.names import opening
from build_tools.tongues import language_of

RELATED = 2
"""How many passages of other documents stand beside a paragraph, where there are not more in other languages."""
TWINS = 4
"""At most so many languages; the story's page and the tables have all."""
QUOTED = 140
"""Characters quoted of each."""
EVIDENT_NAMES, EVIDENT_FIGURES = 3, 2
"""How many of the names and figures that both hold are told."""


@dataclass(frozen=True, slots=True)
class Related:
    """A passage of another document; ``number`` is the document's among those that passages are from."""

    document: Document
    number: int
    paragraph: int
    quote: str
    translation: str | None
    """The same of its translation into the reader's language."""
    names: Sequence[str]
    """Ids of entities that both passages name."""
    figures: Sequence[Figure]
    """What both state."""
    kinds: Sequence[EvidenceKind]
    """Further kinds of evidence."""
    sentences: tuple[int, int] | None
    """Which sentence here and which one there are nearest in meaning, where there are several."""
    differing: Sequence[tuple[Figure, Figure]]
    """Figures of the one and of the other that contradict each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as the page shows it."""

    number: int
    shown: str
    """The number as the interface writes it."""
    boilerplate: Boilerplate | None
    language: str
    direction: str
    kind: ParagraphKind | None
    page: str | None
    """Of the original, on which it begins."""
    begins_page: bool
    text: Markup
    translation: Markup | None
    slips: Sequence[tuple[str, Localized]]
    """Words that an editor takes for slips of the source, with what is wrong."""
    related: Sequence[Related]


def rows(
    context: Context,
    annotated: AnnotatedDocument,
    uses: Sequence[FigureUse],
    elsewhere: Mapping[str, int],
) -> list[Row]:
    document = annotated.document
    links = entity_links(context, annotated)
    # Links are relative, and so the same in all languages.
    original = context.lookup.once(
        ("text", document.id, tuple(links.items())),
        lambda: [
            inline(runs, links)
            for runs in marked(document, annotated.mentions, [(use.number, use.figure) for use in uses])
        ],
    )
    beside = context.beside_any(annotated)
    translated = (
        marked(beside.other.translation, beside.other.mentions, list(beside.figures.items()))
        if beside
        else []
    )
    made = []
    for number, paragraph in enumerate(document.paragraphs, 1):
        language = language_of(document, paragraph)
        made.append(
            Row(
                number=number,
                shown=numbers.plain(number, context.locale),
                boilerplate=paragraph.boilerplate,
                language=language,
                direction=direction(language),
                kind=paragraph.kind,
                page=paragraph.page,
                begins_page=_begins_page(document, number),
                text=original[number - 1],
                translation=inline(translated[number - 1], links, anchors=False)
                if number <= len(translated)
                else None,
                slips=[
                    (annotation.quote, annotation.note)
                    for annotation, start, _ in annotated.slips
                    if paragraph.start <= start < paragraph.end
                ],
                related=_related(context, Place(document.id, number), elsewhere),
            )
        )
    return made


def _begins_page(document: Document, number: int) -> bool:
    """Whether the paragraph is the first of its page of the original."""
    page = document.paragraphs[number - 1].page
    return page is not None and (number == 1 or page != document.paragraphs[number - 2].page)


def elsewhere(context: Context, document: Document) -> dict[str, int]:
    """The documents that passages beside the text are from, numbered in order of appearance."""
    found: dict[str, int] = {}
    for number in range(1, len(document.paragraphs) + 1):
        for other, _ in _beside(context, Place(document.id, number)):
            found.setdefault(other.document, len(found) + 1)
    return found


def _beside(context: Context, place: Place) -> list[tuple[Place, Passage]]:
    """The passages to show beside a paragraph: the likest in each other language, then the likest."""
    every = [one for one in context.lookup.related.get(place, ()) if context.lookup.paragraph(one[0])]
    documents = context.archive.documents
    own = documents[place.document].document.language
    twins: dict[str, tuple[Place, Passage]] = {}
    for one in every:
        language = documents[one[0].document].document.language
        if language != own:
            twins.setdefault(language, one)
    first = list(twins.values())[:TWINS]
    return [*first, *(one for one in every if one not in first)][: max(RELATED, len(first))]


def _related(context: Context, place: Place, elsewhere: Mapping[str, int]) -> list[Related]:
    found: list[Related] = []
    for other, passage in _beside(context, place):
        annotated = context.archive.documents[other.document]
        turned = passage.left != place
        said = passage.sentences if not turned or not passage.sentences else passage.sentences[::-1]
        found.append(
            Related(
                annotated.document,
                elsewhere[other.document],
                other.paragraph,
                opening(annotated, _told(annotated.document, other, said), QUOTED),
                _translated(context, annotated, other, said),
                passage.entities[:EVIDENT_NAMES],
                list(stated_by_both(context.archive, passage))[:EVIDENT_FIGURES],
                [kind for kind in passage.kinds if kind not in ("names", "figures")],
                said,
                _differing(context, place, other, passage),
            )
        )
    return found


def _told(document: Document, place: Place, said: tuple[int, int] | None) -> Paragraph:
    """What is quoted of a passage: the paragraph from the sentence on that is nearest in meaning, where one is."""
    paragraph = document.paragraphs[place.paragraph - 1]
    if said is None or said[1] == 1:
        return paragraph
    start = [one.start for one in sentences_of(document, place.paragraph)][said[1] - 1]
    return replace(paragraph, start=start)


def _translated(
    context: Context, annotated: AnnotatedDocument, place: Place, said: tuple[int, int] | None
) -> str | None:
    """The words that a translation into the reader's language has there: from the same sentence on where it has as many
    sentences, else from its first."""
    beside = context.beside(annotated)
    if beside is None or place.paragraph > len(beside.other.translation.paragraphs):
        return None
    made = beside.other.translation
    paragraph = made.paragraphs[place.paragraph - 1]
    if said is not None:
        spans = sentences(made.text, paragraph.start, paragraph.end, made.language)
        if len(spans) == len(list(sentences_of(annotated.document, place.paragraph))):
            paragraph = replace(paragraph, start=spans[said[1] - 1][0])
    return opening(beside.other, paragraph, QUOTED)


def _differing(context: Context, place: Place, other: Place, passage: Passage) -> list[tuple[Figure, Figure]]:
    here = context.archive.documents[place.document].figures
    there = context.archive.documents[other.document].figures
    pairs = passage.differing if passage.left == place else [(b, a) for a, b in passage.differing]
    return [(here[one - 1], there[two - 1]) for one, two in pairs]


def entity_links(context: Context, annotated: AnnotatedDocument) -> dict[str, str]:
    """Entity → the relative link to its page, for every name in the text and in its translations."""
    here = paths.address(context.site, paths.document(annotated.document.id), context.language)
    named = {m.entity for m in annotated.mentions}
    named.update(m.entity for t in annotated.translations for m in t.mentions)
    return {
        key: paths.link(here, paths.address(context.site, paths.entity(key), context.language))
        for key in sorted(named)
    }
