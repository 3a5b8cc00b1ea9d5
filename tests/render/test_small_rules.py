"""Rules of a line or two that pages rest on, each with a case on either side."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from build_tools.model import Figure, FigureUse, Original, Passage, Place, Record
from build_tools.read.documents import document_from_text
from build_tools.render.citing.dates import dates
from build_tools.render.marking import kwic, runs
from build_tools.render.pages import figures
from build_tools.render.pages.document import text
from build_tools.render.pages.document.offered import _original
from build_tools.render.pictures import bars, over_time
from build_tools.render.tables import passages
from tests.render import sample


def test_places_that_touch_are_one() -> None:
    assert kwic._merged([(5, 7), (0, 3), (2, 5), (9, 10)]) == [(0, 7), (9, 10)]
    assert kwic._merged([(0, 9), (2, 3)]) == [(0, 9)]


def test_what_two_rows_begin_with_alike() -> None:
    one, other = (1, Figure(0, 1, "1", "count")), (2, Figure(2, 3, "2", "count"))
    assert runs._common([one], [other]) == 0
    assert runs._common([one, other], [one]) == 1
    assert runs._common([one, other], [one, other]) == 2


def test_what_is_counted_alike_often_comes_in_the_order_of_its_name() -> None:
    assert figures._ranked(Counter({"b": 1, "c": 2, "a": 1})) == [("c", 2), ("a", 1), ("b", 1)]


@pytest.mark.parametrize(
    ("figure", "rank"),
    [
        (Figure(0, 1, "", "date", value="2024-03-15"), Decimal(20240315)),
        (Figure(0, 1, "", "date", value="2024"), Decimal(20240101)),
        (Figure(0, 1, "", "count", low="3", high="5"), Decimal(3)),
        (Figure(0, 1, "", "count", modifier="vague"), None),
    ],
)
def test_by_what_a_figure_is_sorted(figure: Figure, rank: Decimal | None) -> None:
    assert figures._rank(FigureUse(Place("a", 1), 1, figure)) == rank


def test_an_original_says_what_kind_of_file_it_is() -> None:
    def kind(name: str) -> str:
        record = Record(original=Original(Path(name), "0" * 64))
        document = SimpleNamespace(id="a", record=record)
        (one,) = _original(document)  # type: ignore[arg-type]
        return one.file.media_type

    assert (kind("a.pdf"), kind("a.xyzzy")) == ("application/pdf", "application/zip")


def test_a_han_character_is_as_wide_as_two_letters() -> None:
    assert list(bars._words("ab 中", 0, 4, {})) == [[(2.0, bars.WORD)], [(2.0, bars.WORD)]]


def test_a_passage_always_has_two_places() -> None:
    columns = {column.name: column for column in passages.table(sample.SITE).columns}
    for side_of in ("left", "right"):
        assert columns[f"{side_of}_document"].required
        assert columns[f"{side_of}_paragraph"].required


@pytest.mark.parametrize(
    ("edtf", "count"),
    [("2024", 1), ("2024/2025", 2), ("2024/..", 0), ("202X", 0), ("2024/202X", 0), (None, 0)],
)
def test_dates_that_are_known_in_full(edtf: str | None, count: int) -> None:
    assert len(dates(edtf)) == count


def test_an_entity_names_the_ids_that_were_merged_into_it(pages: dict[str, str]) -> None:
    assert '<code dir="ltr">merged-old</code>' in pages["entities/merged-new.md"]
    assert "Former ids" not in pages["entities/delta-bank.md"]


def test_a_passage_is_quoted_from_the_sentence_on_that_is_nearest() -> None:
    document = document_from_text("a", "The dam held all night. The mayor was glad of it. Nobody left.", "en")
    quoted = [text._told(document, Place("a", 1), said) for said in (None, (1, 1), (1, 2), (1, 3))]
    assert [document.text[one.start : one.start + 10] for one in quoted] == [
        "The dam he",
        "The dam he",
        "The mayor ",
        "Nobody lef",
    ]


def test_a_lane_without_dates_has_one_row() -> None:
    assert over_time._lane("en", [], Decimal(0), Decimal(1)).rows == 1


def test_figures_that_differ_are_told_from_the_side_of_the_reader() -> None:
    left, right = ("12", "34"), ("56", "78", "90")
    figures = {
        key: [Figure(n, n + 1, value, "count", value) for n, value in enumerate(values)]
        for key, values in (("a", left), ("b", right))
    }
    documents = {key: SimpleNamespace(figures=some) for key, some in figures.items()}
    context: Any = SimpleNamespace(archive=SimpleNamespace(documents=documents))
    a, b = Place("a", 1), Place("b", 1)
    passage = Passage(a, b, 0.9, (), (), differing=((1, 3),))
    for here, there, values in ((a, b, ("12", "90")), (b, a, ("90", "12"))):
        [(own, other)] = text._differing(context, here, there, passage)
        assert (own.value, other.value) == values
