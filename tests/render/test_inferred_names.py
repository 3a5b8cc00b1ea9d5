"""A surname whose bearer was inferred is said to be inferred, once for each person, with the paragraph."""

from __future__ import annotations

from build_tools.model import AnnotatedDocument, Mention
from build_tools.read import document_from_text
from build_tools.render.pages.document.judgements import inferred

TEXT = (
    "President Aldana spoke on Monday.\nAldana left at noon.\nThe bank, led by Pilar Ruiz, did not comment.\n"
)


def mention(surface: str, entity: str, rule: str, after: int = 0) -> Mention:
    start = TEXT.index(surface, after)
    return Mention(start, start + len(surface), surface, entity, "person", rule)


def test_each_person_once_with_the_first_paragraph() -> None:
    annotated = AnnotatedDocument(
        document_from_text("a", TEXT, "en"),
        mentions=(
            mention("Aldana", "aldana", "en:Aldana (inferred)"),
            mention("Aldana", "aldana", "en:Aldana (inferred)", after=TEXT.index("\n")),
            mention("Pilar Ruiz", "ruiz", "en:Pilar Ruiz"),
        ),
    )
    assert [(one.mention.surface, one.paragraph) for one in inferred(annotated)] == [("Aldana", 1)]
