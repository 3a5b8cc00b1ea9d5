"""How things are called in the reader's language, and in which language the name is when there is none in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale, UnknownLocaleError

from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Archive,
    Document,
    Entity,
    Localized,
    Paragraph,
)
from build_tools.render.wording.cuts import Span, first, kept

TITLE_LENGTH = 70
"""Characters of the first words that stand for a document without a title."""


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    language: str | None
    """The language of the text; ``None`` when nobody said."""


@cache
def locale_of(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def choose(texts: Localized, language: str, fallbacks: Iterable[str] = ()) -> Name | None:
    """The text in ``language``, else in the first of ``fallbacks`` that has one, else in any."""
    if text := texts.get(language):  # as mostly
        return Name(text, language)
    for tag in (*fallbacks, *sorted(texts)):
        if text := texts.get(tag):
            return Name(text, tag)
    return None


def entity_name(entity: Entity, language: str) -> Name:
    return choose(entity.names, language, ("en",)) or Name(entity.id, None)


def document_title(document: Document, language: str) -> Name:
    """The record's title, else the text's first words, else the document's id."""
    found = choose(document.record.title, language, (document.language, "en"))
    if found:
        return found
    for paragraph in document.paragraphs:
        if not paragraph.boilerplate:
            return Name(
                shortened(document.text[paragraph.start : paragraph.end], TITLE_LENGTH), document.language
            )
    return Name(document.id, None)


def brief(document: Document) -> Document:
    """What lists show of a document: its record, and its text as far as ``document_title`` looks at it. Such a list does not
    change where the text goes on otherwise."""
    opening = next((n for n, one in enumerate(document.paragraphs, 1) if not one.boilerplate), 0)
    paragraphs = document.paragraphs[:opening]
    text = document.text[: paragraphs[-1].end] if paragraphs else ""
    record = replace(document.record, annotations=(), original=None)
    return replace(document, text=text, paragraphs=paragraphs, sha256="", record=record, translations=())


def story_title(documents: Sequence[Document], language: str) -> Name:
    """The title of the first version that has one in ``language``, else of the first."""
    titles = [document_title(document, language) for document in documents]
    return next((title for title in titles if title.language == language), titles[0])


def publisher_name(archive: Archive, publisher: str, language: str) -> Name:
    """The name of a publisher, which the record gives as an entity's id or as a plain name."""
    entity = archive.authority.entities.get(publisher)
    return entity_name(entity, language) if entity else Name(publisher, None)


def language_name(tag: str, locale: Locale) -> str:
    """The name of a language in the interface's language; the tag itself when CLDR knows none."""
    named = locale_of(tag)
    return (named.get_display_name(locale) if named else None) or tag


def shortened(text: str, length: int, spans: tuple[Span, ...] = ()) -> str:
    """The first words of a text, at most ``length`` characters of it; white space becomes single spaces.

    ``spans`` are the names and figures in it, which are not cut (``wording.cuts.kept``).
    """
    # A paragraph may be a book: no more of it is looked at than is needed.
    size = 4 * max(length, 1)
    while len(words := " ".join(text[:size].split())) <= length and size < len(text):
        size *= 4
    if len(words) <= length:
        return words
    cut = " ".join(text[: first(text[:size], length, spans)].split())
    return cut if cut == words else cut.rstrip(" ,،、；;:：.") + "…"


def opening(annotated: AnnotatedDocument | AnnotatedTranslation, paragraph: Paragraph, length: int) -> str:
    """The first words of a paragraph of a text or of a translation, ``shortened``."""
    whole = annotated.document if isinstance(annotated, AnnotatedDocument) else annotated.translation
    text, start = whole.text, paragraph.start
    end = min(paragraph.end, start + 8 * length)
    return shortened(
        text[start : paragraph.end], length, kept(annotated.mentions, annotated.figures, text, start, end)
    )
