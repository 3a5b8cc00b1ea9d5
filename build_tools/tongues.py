"""The languages of a text: its own, and those of paragraphs in another one."""

from __future__ import annotations

from bisect import bisect_right

from build_tools.model import Document, Paragraph


def language_of(document: Document, paragraph: Paragraph) -> str:
    """The language of a paragraph of a document."""
    return paragraph.language or document.language


def languages_of(document: Document) -> tuple[str, ...]:
    """The document's language, then others of its paragraphs in the order of their first one."""
    return tuple(dict.fromkeys((document.language, *(language_of(document, p) for p in document.paragraphs))))


class Places:
    """The offsets of a document that lie in paragraphs of one language; between paragraphs counts with the one before."""

    def __init__(self, document: Document, language: str) -> None:
        self._starts = [paragraph.start for paragraph in document.paragraphs]
        self._inside = [language_of(document, paragraph) == language for paragraph in document.paragraphs]
        self._own = document.language == language

    def __contains__(self, offset: object) -> bool:
        if not isinstance(offset, int):
            return False
        number = bisect_right(self._starts, offset) - 1
        return self._inside[number] if number >= 0 else self._own
