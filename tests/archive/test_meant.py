"""An editor's correction leads in the archive, with the text's modifier, and the literal reading stands beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.annotate import editor
from build_tools.annotate.objects import literal_value
from build_tools.archive import gather
from build_tools.archive.meant import meant
from build_tools.model import (
    AnnotatedTranslation,
    Authority,
    EditorAnnotation,
    Figure,
    Paragraph,
    Record,
    Translation,
)
from tests.archive.build import annotated, figure, seeds

TEXT = "The mill ordered more than 40 thousand thousand bolts.\nIt got 5 to 6 crates."
BOLTS = figure("40 thousand thousand bolts", "40000000", kind="count", unit="bolt", modifier="more-than")
CRATES = figure("5 to 6 crates", None, kind="count", unit="crate", low="5", high="6")


def judged(*annotations: EditorAnnotation):
    """The document after the editor's annotations."""
    made = annotated("a", TEXT, figures=(BOLTS, CRATES), record=Record(annotations=annotations))
    outcome = editor.apply(made.document, (), made.figures, Authority())
    assert outcome.problems == ()
    return replace(made, figures=outcome.figures)


def corrected(quote: str, **given: str) -> Figure:
    [found] = [
        f for f in judged(EditorAnnotation(quote, None, 1, figure=given)).figures if f.surface == quote
    ]
    return meant(found)


def test_the_correction_is_the_value_and_keeps_the_modifier_of_the_text():
    found = corrected("40 thousand thousand bolts", value="40000")
    assert (found.value, found.modifier, found.unit) == ("40000", "more-than", "bolt")
    assert literal_value(found) == "40000000"


def test_a_modifier_that_the_editor_gives_is_taken():
    assert corrected("40 thousand thousand bolts", value="40000", modifier="about").modifier == "about"


def test_one_value_takes_the_place_of_a_range_and_a_range_of_a_value():
    found = corrected("5 to 6 crates", value="56")
    assert (found.value, found.low, found.high, literal_value(found)) == ("56", None, None, "5/6")
    found = corrected("40 thousand thousand bolts", low="30000", high="40000")
    assert (found.value, found.low, found.high, literal_value(found)) == (None, "30000", "40000", "40000000")


def test_what_nobody_corrected_stays_as_it_is():
    assert meant(BOLTS) is BOLTS
    assert literal_value(BOLTS) is None


def translation(text: str, figures: tuple[Figure, ...]) -> AnnotatedTranslation:
    lines, paragraphs, at = text.split("\n"), [], 0
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    made = Translation("zh", text, tuple(paragraphs), "machine", None, None, None, Path("x.md"))
    placed = (replace(f, start=(at := text.index(f.surface)), end=at + len(f.surface)) for f in figures)
    return AnnotatedTranslation(made, (), tuple(placed))


@pytest.mark.parametrize(
    ("surface", "value", "text", "carried"),
    [
        ("40千千枚", "40000000", "订购逾40千千枚螺栓。\n收到。", True),
        ("4千枚", "4000", "订购逾4千枚螺栓。\n收到。", False),
        ("40千千枚", "40000000", "订购。\n收到40千千枚。", False),
    ],
    ids=["same slip", "another figure", "another paragraph"],
)
def test_a_translation_repeats_the_slip_at_the_same_place(surface, value, text, carried):
    note = EditorAnnotation(
        "40 thousand thousand bolts", None, 1, figure={"value": "40000"}, note={"en": "a slip"}
    )
    theirs = figure(surface, value, kind="count", modifier="more-than")
    document = replace(judged(note), translations=(translation(text, (theirs,)),))
    [made] = gather(seeds(), [document]).documents["a"].translations
    found = [(n, f.surface, f.value, f.literal.value, f.note) for n, f in made.corrected]
    assert found == ([(1, surface, "40000", value, {"en": "a slip"})] if carried else [])
