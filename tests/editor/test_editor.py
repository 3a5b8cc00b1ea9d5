"""An editor's last word on mentions and figures: what it changes, and what is said when it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.annotate import editor
from build_tools.model import Authority, EditorAnnotation, Entity, Figure, Mention, Record
from build_tools.problems import Problem
from build_tools.read import document_from_text

TEXT = "Acme bought 100,000 thousand chips from Summit.\nSummit said Acme paid $5m (£4m). Summit and\nCo. agreed.\n"
AUTHORITY = Authority(
    entities={
        "acme": Entity("acme", "organization", {"en": "Acme"}),
        "old-acme": Entity("old-acme", "organization", {"en": "Old Acme"}, merged_into="acme"),
        "summit": Entity("summit", "organization", {"en": "Summit"}),
        "summit-co": Entity("summit-co", "publication", {"en": "Summit and Co."}),
    }
)


def at(quote: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(quote, start + 1)
    return start, start + len(quote)


def mention(quote: str, entity: str, nth: int = 1) -> Mention:
    start, end = at(quote, nth)
    return Mention(start, end, quote, entity, AUTHORITY.entities[entity].type, "en:form")


MENTIONS = (
    mention("Acme", "acme"),
    mention("Summit", "summit"),
    mention("Summit", "summit", 2),
    mention("Acme", "acme", 2),
    mention("Summit", "summit", 3),
)
CHIPS = Figure(*at("100,000 thousand chips"), "100,000 thousand chips", "count", value="100000000", unit="chip", rule="number+scale", suspect="double_scale")  # fmt: skip
PAID = Figure(*at("$5m"), "$5m", "money", value="5000000", currency="USD", rule="money")
POUNDS = Figure(
    *at("£4m"), "£4m", "money", value="4000000", currency="GBP", rule="money", equivalent_of=PAID.start
)
FIGURES = (CHIPS, PAID, POUNDS)


def annotation(quote: str, nth: int | None = None, line: int = 7, **said: Any) -> EditorAnnotation:
    return EditorAnnotation(quote=quote, nth=nth, line=line, **said)


def applied(
    *annotations: EditorAnnotation,
) -> tuple[Sequence[Mention], Sequence[Figure], editor.Placed, Sequence[Problem]]:
    document = document_from_text("a", TEXT, "en")
    document = replace(document, record=Record(annotations=annotations, path=Path("seeds/a.yml")))
    made = editor.apply(document, MENTIONS, FIGURES, AUTHORITY)
    return made.mentions, made.figures, made.rejected, made.problems


def test_without_annotations_nothing_changes() -> None:
    assert applied() == (MENTIONS, FIGURES, (), ())


def test_a_corrected_figure_keeps_its_literal_value() -> None:
    note = {"en": "Evidently 100,000."}
    _, figures, _, problems = applied(
        annotation("100,000 thousand chips", figure={"value": "100000"}, note=note)
    )
    assert problems == ()
    assert figures[0] == replace(
        CHIPS, corrected="100000", literal=CHIPS, note=note, rule="number+scale + editor"
    )


def test_what_only_adds_to_the_text_is_no_correction_of_it() -> None:
    _, figures, _, _ = applied(annotation("100,000 thousand chips", figure={"unit": "wafer"}))
    assert figures[0].literal is None


def test_a_part_of_the_figure_is_enough_to_quote_it() -> None:
    _, figures, _, problems = applied(
        annotation("thousand chips", figure={"unit": "wafer", "modifier": "about"})
    )
    assert problems == ()
    assert (figures[0].value, figures[0].corrected, figures[0].unit, figures[0].modifier) == ("100000000", None, "wafer", "about")  # fmt: skip


def test_a_figure_that_was_overlooked_is_added() -> None:
    mentions, figures, _, problems = applied(
        annotation("Co.", figure={"kind": "count", "value": "2", "unit": "firm"})
    )
    assert (mentions, problems) == (MENTIONS, ())
    assert figures == (*FIGURES, Figure(*at("Co."), "Co.", "count", value="2", unit="firm", rule="editor"))


def test_a_name_that_was_overlooked_is_added_over_a_line_end() -> None:
    mentions, _, _, problems = applied(annotation("Summit and Co.", entity="summit-co"))
    assert problems == ()
    assert mentions[-1] == Mention(
        *at("Summit and\nCo."), "Summit and\nCo.", "summit-co", "publication", "editor"
    )
    assert len(mentions) == len(MENTIONS)  # the shorter name inside it has gone


def test_one_occurrence_is_reassigned_and_the_others_stay() -> None:
    mentions, _, _, problems = applied(annotation("Summit", 2, entity="summit-co"))
    assert problems == ()
    assert [m.entity for m in mentions] == ["acme", "summit", "summit-co", "acme", "summit"]


def test_a_merged_entity_stands_for_the_one_it_was_merged_into() -> None:
    mentions, _, _, _ = applied(annotation("Co.", entity="old-acme"))
    assert mentions[-1].entity == "acme"


def test_a_figure_that_crosses_a_name_goes() -> None:
    mentions, figures, _, problems = applied(annotation("chips from Summit", entity="summit-co"))
    assert not problems
    assert CHIPS not in figures
    assert "chips from Summit" in [mention.surface for mention in mentions]


def test_a_figure_that_holds_a_name_stays() -> None:
    _, figures, _, _ = applied(annotation("100,000 thousand chips", entity="acme"))
    assert CHIPS not in figures
    _, figures, _, _ = applied(annotation("thousand", entity="acme"))
    assert CHIPS in figures


def test_an_added_figure_that_crosses_a_name_is_told() -> None:
    _, figures, _, (problem,) = applied(annotation("mmit said", figure={"kind": "count", "value": "1"}))
    assert (problem.code, figures) == ("crosses-a-name", FIGURES)


def test_figures_inside_a_name_go() -> None:
    _, figures, _, _ = applied(annotation("paid $5m", entity="acme"))
    assert PAID not in figures
    assert figures[-1] == replace(POUNDS, equivalent_of=None)


def test_a_rejection_takes_what_stands_there_and_is_kept_for_the_record() -> None:
    said = annotation("Summit", 3, reject=True)
    mentions, figures, rejected, problems = applied(said)
    assert mentions == MENTIONS[:4]
    assert (figures, problems) == (FIGURES, ())
    assert rejected == ((said, *at("Summit", 3)),)


def test_every_occurrence_is_rejected_when_all_are_meant() -> None:
    mentions, _, rejected, _ = applied(annotation("Summit", every=True, reject=True))
    assert [m.entity for m in mentions] == ["acme", "acme"]
    assert len(rejected) == 3


def test_an_exact_quote_rejects_that_and_not_its_neighbours() -> None:
    _, figures, _, _ = applied(annotation("$5m (£4m)", reject=True))
    assert figures == (CHIPS,)
    mentions, figures, _, _ = applied(annotation("£4m", reject=True))
    assert (mentions, figures) == (MENTIONS, (CHIPS, PAID))


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (annotation("Acme payed", reject=True), "quote-not-found", "The text has: 'Acme paid"),
        (annotation("نص آخر", reject=True), "quote-not-found", "Copy the quote"),
        (annotation("Summit", 4, reject=True), "quote-not-found", "stands only 3 times"),
        (annotation("$5m", 2, reject=True), "quote-not-found", "stands only once"),
        (annotation("Summit", entity="summit-co"), "quote-ambiguous", "stands 3 times"),
        (annotation("agreed", reject=True), "nothing-to-reject", "Remove the annotation"),
        (annotation("Co.", entity="nobody"), "unknown-entity", "'nobody' does not exist"),
        (annotation("agreed", figure={"value": "5"}), "no-figure", "Give its kind"),
        (annotation("agreed", figure={"kind": "count"}), "no-value", "has no value"),
        (annotation("$5m (£4m)", figure={"value": "5"}), "quote-ambiguous", "2 figures stand in"),
    ],
)
def test_what_cannot_be_done_is_an_error_and_changes_nothing(
    said: EditorAnnotation, code: str, words: str
) -> None:
    mentions, figures, rejected, problems = applied(said)
    assert (mentions, figures, rejected) == (MENTIONS, FIGURES, ())
    (problem,) = problems
    assert (problem.code, problem.path, problem.line, problem.severity) == (code, "seeds/a.yml", 7, "error")
    assert words in str(problem)


def test_a_vague_figure_needs_no_value() -> None:
    _, figures, _, problems = applied(annotation("agreed", figure={"kind": "count", "modifier": "vague"}))
    assert problems == ()
    assert figures[-1].modifier == "vague"


def test_several_annotations_are_applied_in_their_order() -> None:
    mentions, _, rejected, problems = applied(
        annotation("Summit", 1, entity="summit-co"), annotation("Summit", 1, reject=True)
    )
    assert problems == ()
    assert [m.entity for m in mentions] == ["acme", "summit", "acme", "summit"]
    assert len(rejected) == 1


def test_a_slip_changes_nothing_and_is_kept_with_its_note() -> None:
    document = document_from_text("a", TEXT, "en")
    note = {"en": "A company of its own."}
    said = (annotation("Summit and Co.", slip=True, note=note),)
    made = editor.apply(
        replace(document, record=Record(annotations=said, path=Path("seeds/a.yml"))),
        MENTIONS,
        FIGURES,
        AUTHORITY,
    )
    [(kept, start, end)] = made.slips
    assert (TEXT[start:end].split(), kept.note) == (["Summit", "and", "Co."], note)
    assert (made.mentions, made.figures, made.rejected, made.problems) == (MENTIONS, FIGURES, (), ())


def test_a_dated_event_is_no_figure_and_is_kept_with_its_date() -> None:
    document = document_from_text("a", TEXT, "en")
    said = (annotation("Summit and Co.", event="2024-12"),)
    made = editor.apply(
        replace(document, record=Record(annotations=said, path=Path("seeds/a.yml"))),
        MENTIONS,
        FIGURES,
        AUTHORITY,
    )
    [(kept, start, end)] = made.events
    assert (TEXT[start:end].split(), kept.event) == (["Summit", "and", "Co."], "2024-12")
    assert (made.mentions, made.figures, made.slips, made.problems) == (MENTIONS, FIGURES, (), ())
