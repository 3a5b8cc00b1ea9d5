"""Document → mentions and figures, as ranges of the unaltered text."""

from __future__ import annotations

from build_tools.annotate import editor
from build_tools.annotate.figures import read_figures
from build_tools.annotate.names import NameFinder
from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Authority, Document, Translation
from build_tools.problems import Problem

__all__ = ["Annotator"]


class Annotator:
    """Annotates any number of documents against one authority file."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._names = NameFinder(authority)

    def annotate(self, document: Document) -> tuple[AnnotatedDocument, tuple[Problem, ...]]:
        """The document with its mentions and figures, and what was wrong with its record's annotations.

        The stages: names, then figures (never inside a name), then the editor. Translations are annotated likewise;
        the editor's quotations are of the source and do not touch them.
        """
        mentions, undecided = self._names.find(document.text, document.language, document.paragraphs)
        figures = read_figures(document.text, document.language, mentions)
        mentions, figures, rejected, problems = editor.apply(document, mentions, figures, self._authority)
        annotated = AnnotatedDocument(
            document=document,
            mentions=mentions,
            figures=figures,
            undecided=undecided,
            translations=tuple(map(self._translation, document.translations)),
            rejected=rejected,
        )
        return annotated, problems

    def _translation(self, translation: Translation) -> AnnotatedTranslation:
        mentions, _ = self._names.find(translation.text, translation.language, translation.paragraphs)
        figures = read_figures(translation.text, translation.language, mentions)
        return AnnotatedTranslation(translation, mentions, figures)
