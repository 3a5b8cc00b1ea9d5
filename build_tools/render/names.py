"""How things are called in the reader's language, and in which language the name is when there is none in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from build_tools.model import Archive, Document, Entity, Localized

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


@cache
def direction(tag: str | None) -> str:
    """``rtl`` or ``ltr``, by the script a language is written in."""
    locale = locale_of(tag) if tag else None
    return str(locale.text_direction) if locale else "ltr"


def choose(texts: Localized, language: str, fallbacks: Iterable[str] = ()) -> Name | None:
    """The text in ``language``, else in the first of ``fallbacks`` that has one, else in any."""
    for tag in (language, *fallbacks, *sorted(texts)):
        if texts.get(tag):
            return Name(texts[tag], tag)
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


def publisher_name(archive: Archive, publisher: str, language: str) -> Name:
    """The name of a publisher, which the record gives as an entity's id or as a plain name."""
    entity = archive.authority.entities.get(publisher)
    return entity_name(entity, language) if entity else Name(publisher, None)


def language_name(tag: str, locale: Locale) -> str:
    """The name of a language in the interface's language; the tag itself when CLDR knows none."""
    named = locale_of(tag)
    return (named.get_display_name(locale) if named else None) or tag


_FOREIGN = re.compile(r"[A-Za-z0-9]+(?:[ .,:;/&+'’%@_-]*[A-Za-z0-9%+])*")

_NUMBER = re.compile(r"[0-9.,:/%]+")


def pieces(text: str, language: str | None) -> Sequence[tuple[str, bool]]:
    """A text cut into what runs in its own direction and what does not (``True``): Latin names in Arabic prose.

    Numbers count as foreign with letters or hyphens, as in ``01.ai`` or ``2024-01-31``: alone, and with the marks
    that group and divide them, they are shown rightly anyway.
    """
    if direction(language) == "ltr":
        return ((text, False),)
    found: list[tuple[str, bool]] = []
    at = 0
    for match in _FOREIGN.finditer(text):
        if _NUMBER.fullmatch(match[0]):
            continue
        if match.start() > at:
            found.append((text[at : match.start()], False))
        found.append((match[0], True))
        at = match.end()
    if at < len(text):
        found.append((text[at:], False))
    return found


def shortened(text: str, length: int) -> str:
    """The first words of a text, at most ``length`` characters of it; white space becomes single spaces."""
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    cut = words[: length + 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > length // 2 else words[:length]).rstrip(" ,،、；;:：.") + "…"
