"""Document → mentions and figures, as ranges of the unaltered text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools import languages
from build_tools.annotate import editor
from build_tools.annotate.figures import has_data, read_figures
from build_tools.annotate.names import NameFinder
from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Authority,
    Document,
    Figure,
    Mention,
    Paragraph,
    Translation,
    Undecided,
)
from build_tools.problems import Problem, unexpected
from build_tools.tongues import Places, languages_of

__all__ = ["Annotator"]


class Annotator:
    """Annotates any number of documents against one authority file."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._names = NameFinder(authority)

    def annotate(self, document: Document) -> tuple[AnnotatedDocument, tuple[Problem, ...]]:
        """The document with its mentions and figures, and what was wrong with its record's annotations.

        The stages: names, then figures (never inside a name, but that of a currency), then the editor. Translations are annotated likewise;
        the editor's quotations are of the source and do not touch them.
        """
        mentions, undecided = self._names_of(document)
        published = document.record.source.published
        figures = _figures_of(document, _lasting(mentions), published, self.place_words(document))
        mentions = _apart(mentions, figures)
        figures = _stated(document, figures, document.paragraphs)
        mentions, figures, rejected, slips, events, problems = editor.apply(
            document, mentions, figures, self._authority
        )
        if not has_data(document.language):
            problems = (*problems, _unread(document))
        annotated = AnnotatedDocument(
            document=document,
            mentions=mentions,
            figures=figures,
            undecided=undecided,
            translations=tuple(self._translation(item, document) for item in document.translations),
            rejected=rejected,
            slips=slips,
            events=events,
        )
        return annotated, problems

    def _names_of(self, document: Document) -> tuple[tuple[Mention, ...], tuple[Undecided, ...]]:
        """By the rules of each paragraph's language; conditions look at the whole text, whatever it is in."""
        text, paragraphs = document.text, document.paragraphs
        own = languages_of(document)
        mentions: list[Mention] = []
        undecided: list[Undecided] = []
        for language in own:
            found, open_ones = self._names.find(text, language, paragraphs)
            places = Places(document, language) if len(own) > 1 else None
            mentions.extend(m for m in found if places is None or m.start in places)
            undecided.extend(u for u in open_ones if places is None or u.start in places)
        mentions.sort(key=lambda one: (one.start, one.end))
        undecided.sort(key=lambda one: (one.start, one.end))
        return tuple(mentions), tuple(undecided)

    def attempt(self, document: Document) -> tuple[AnnotatedDocument | None, tuple[Problem, ...]]:
        """As ``annotate``; where the program itself fails, nothing, and a problem that names the paragraph."""
        try:
            return self.annotate(document)
        except (OSError, MemoryError):
            raise
        except Exception as error:
            return None, (self._failed(document, error),)

    def _failed(self, document: Document, error: Exception) -> Problem:
        """The problem at the first paragraph, of the text or of a translation, that fails alone too."""
        parts: tuple[Document | Translation, ...] = (document, *document.translations)
        for part in parts:
            for number, paragraph in enumerate(part.paragraphs, 1):
                words = part.text[paragraph.start : paragraph.end]
                alone = replace(
                    document,
                    text=words,
                    language=part.language,
                    paragraphs=(Paragraph(0, len(words)),),
                    translations=(),
                    record=replace(document.record, annotations=()),
                )
                try:
                    self.annotate(alone)
                except Exception as same:
                    # A translation's text begins after the front matter of its file.
                    line = part.text.count("\n", 0, paragraph.start) + 1 if part is document else 0
                    return unexpected(same, str(part.path), line, f"Paragraph {number}")
        return unexpected(error, str(document.path))

    def place_words(self, document: Document) -> str:
        """What the record says of where a text comes from: its place, and its publisher by all its names."""
        source = document.record.source
        publisher = self._authority.entities.get(source.publisher or "")
        names = publisher.names.values() if publisher else (source.publisher or "",)
        return " ".join((source.place or "", *names))

    def _translation(self, translation: Translation, document: Document) -> AnnotatedTranslation:
        published = document.record.source.published
        mentions, _ = self._names.find(translation.text, translation.language, translation.paragraphs)
        record = self.place_words(document)
        figures = _figures(translation.text, translation.language, _lasting(mentions), published, record)
        mentions = _apart(mentions, figures)
        return AnnotatedTranslation(translation, mentions, _stated(document, figures, translation.paragraphs))


def _lasting(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The names that no figure may cross: all but currencies, which every amount of money has in it."""
    return [mention for mention in mentions if mention.type != "currency"]


def _apart(mentions: tuple[Mention, ...], figures: Sequence[Figure]) -> tuple[Mention, ...]:
    """The names without the currencies that are part of an amount."""
    within = [
        mention
        for mention in mentions
        if mention.type == "currency"
        and any(figure.start < mention.end and mention.start < figure.end for figure in figures)
    ]
    return tuple(mention for mention in mentions if mention not in within) if within else mentions


def _figures_of(
    document: Document, mentions: Sequence[Mention], published: str | None, record: str
) -> tuple[Figure, ...]:
    """By the rules of each paragraph's language."""
    own = languages_of(document)
    found: list[Figure] = []
    for language in own:
        places = Places(document, language) if len(own) > 1 else None
        read = _figures(document.text, language, mentions, published, record)
        found.extend(figure for figure in read if places is None or figure.start in places)
    return tuple(sorted(found, key=lambda figure: (figure.start, figure.end)))


def _figures(
    text: str, language: str, mentions: Sequence[Mention], published: str | None, record: str
) -> tuple[Figure, ...]:
    if not has_data(language):
        return ()
    return read_figures(text, language, mentions, published=published, record=record)


def _stated(
    document: Document, figures: tuple[Figure, ...], paragraphs: Sequence[Paragraph]
) -> tuple[Figure, ...]:
    """The figures that are statements of the report: none where the record says so, none in boilerplate.

    ``paragraphs`` are those of the text that the figures stand in, one for each of the document.
    """
    if document.record.figures == "none":
        return ()
    left_out = [there for own, there in zip(document.paragraphs, paragraphs, strict=False) if own.boilerplate]
    return tuple(
        figure for figure in figures if not any(part.start <= figure.start < part.end for part in left_out)
    )


def _unread(document: Document) -> Problem:
    return Problem(
        str(document.path),
        0,
        "language-without-data",
        f"No figures are read in the language {document.language!r}, and names only as they are written",
        f"Known are {', '.join(languages.tags())}; correct language in the record if it is one of them",
        "warning",
    )
