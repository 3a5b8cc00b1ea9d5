"""Pictures of statements say what the texts say: marks against the data, and nothing besides."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from build_tools.model import Archive, Figure
from build_tools.render.lookup import Lookup
from build_tools.render.pictures.scale import PARTS, scale
from build_tools.render.pictures.statements import MOST, Picture, of_measure, of_question
from build_tools.render.wording.parallel import Parallels


def count(**values: Any) -> Figure:
    return Figure(0, 1, "x", **{"kind": "count", **values})


def test_a_mark_stands_where_its_value_is() -> None:
    drawn = scale([count(value="50"), count(value="200"), count(value="0"), count(low="50", high="100")])
    assert drawn is not None
    fifty, most, nothing, span = drawn.marks
    assert fifty
    assert most
    assert nothing
    assert span
    assert nothing.start == 0
    assert fifty.start == fifty.end
    assert most.start == pytest.approx(4 * fifty.start, abs=0.05)
    assert most.start < 100, "room for an arrow"
    assert (span.start, span.end) == (fifty.start, pytest.approx(2 * fifty.start, abs=0.05))


@pytest.mark.parametrize(
    ("modifier", "below", "above", "rough", "vague"),
    [
        ("exact", False, False, False, False),
        ("more-than", False, True, False, False),
        ("at-least", False, True, False, False),
        ("less-than", True, False, False, False),
        ("at-most", True, False, False, False),
        ("nearly", True, False, False, False),
        ("about", False, False, True, False),
    ],
)
def test_a_modifier_is_seen(modifier: Any, below: bool, above: bool, rough: bool, vague: bool) -> None:
    drawn = scale([count(value="5", modifier=modifier)])
    assert drawn
    assert drawn.marks[0]
    mark = drawn.marks[0]
    assert (mark.below, mark.above, mark.rough, mark.vague) == (below, above, rough, vague)


def test_a_side_without_bound_is_open_and_a_vague_amount_has_no_point() -> None:
    drawn = scale([count(low="10"), count(high="20"), count(low="10", high="100", modifier="vague"), count(modifier="vague")])  # fmt: skip
    assert drawn is not None
    least, most, vague, nothing = drawn.marks
    assert least
    assert least.above
    assert not least.below
    assert least.start == least.end
    assert most
    assert most.below
    assert not most.above
    assert vague
    assert vague.vague
    assert vague.start < vague.end
    assert nothing is None
    assert scale([count(modifier="vague")]) is None
    assert scale([]) is None


def test_a_date_is_as_wide_as_it_is_uncertain() -> None:
    dates = ["2024", "2024-03", "2024-03-05", "2024-12/2025-02"]
    drawn = scale([Figure(0, 1, "x", kind="date", value=value) for value in dates])
    assert drawn is not None
    year, month, day, turn = drawn.marks
    assert year
    assert month
    assert day
    assert turn
    days = 731  # two whole years, one of them a leap year
    assert year.start == 0
    assert year.end == pytest.approx(366 / days * 100, abs=0.01)
    assert month.end - month.start == pytest.approx(31 / days * 100, abs=0.02)
    assert day.end - day.start == pytest.approx(1 / days * 100, abs=0.02)
    assert turn.start < year.end < turn.end
    assert [tick.value for tick in drawn.ticks] == ["2024", "2025", "2026"]


@pytest.mark.parametrize("most", ["0.003", "7", "485000", "99999999999999999999", "-40"])
def test_ticks_are_round_and_few(most: str) -> None:
    drawn = scale([count(value=most)])
    assert drawn is not None
    assert 2 <= len(drawn.ticks) <= PARTS + 2
    for tick in drawn.ticks:
        digits = Decimal(tick.value).normalize().as_tuple().digits
        assert len(digits) <= 2
        assert 0 <= tick.at <= 100


def test_what_one_origin_says_alike_is_one_mark(archive: Archive) -> None:
    money, dollars = of_question(archive, "fund-and-gap", Parallels("en"))
    fund, gap = money.rows
    assert [one.document.id for one in fund.said] == ["flood-ar", "flood-zh"]
    assert fund.mark
    assert fund.mark.above, "more than 40 billion"
    assert fund.as_of == "2024-12"
    assert gap.mark is None, "an amount that is not stated is not drawn"
    assert (money.currency, dollars.currency) == ("CNY", "USD"), "nothing is converted"
    assert [row.figure.value for row in dollars.rows] == ["5500000000"]
    assert money.id != dollars.id


def test_of_one_measure_what_is_said_otherwise_stays_apart(archive: Archive) -> None:
    (picture,) = of_measure(archive, Lookup(archive).comparisons["dike-share"], Parallels("zh"))
    said = [(row.figure.value, row.figure.modifier, row.as_of) for row in picture.rows]
    assert said == [("25", "exact", "2023"), ("30", "exact", "2024?"), ("30", "about", None)]
    assert [row.mark.start for row in picture.rows if row.mark] == sorted(
        row.mark.start for row in picture.rows if row.mark
    )
    assert not picture.several
    assert picture.ends
    assert [end.value for end in picture.ends] == ["25", "30"]
    # What one source says twice is one mark; of what is said once there is nothing to be seen side by side.
    (fund,) = of_measure(archive, Lookup(archive).comparisons["flood-fund"], Parallels("en"))
    assert [len(row.said) for row in fund.rows] == [2]
    assert fund.ends is None
    assert of_measure(archive, Lookup(archive).comparisons["unfunded"], Parallels("en")) == []


def test_a_number_that_stands_alone_counts_what_its_measure_does(archive: Archive) -> None:
    comparison = Lookup(archive).comparisons["dike-share"]
    first, *others = comparison.statements
    figure = replace(first.use.figure, unit="percent")
    named = replace(first, use=replace(first.use, figure=figure))
    measure = replace(comparison.measure, unit="percent")
    together = replace(comparison, measure=measure, statements=(named, *others))
    (picture,) = of_measure(archive, together, Parallels("en"))
    assert picture.unit == "percent"
    assert len(picture.rows) == 3
    apart = of_measure(archive, replace(together, measure=comparison.measure), Parallels("en"))
    assert [(picture.unit, len(picture.rows)) for picture in apart] == [(None, 2)]


def test_an_other_date_is_an_other_mark(archive: Archive) -> None:
    comparison = Lookup(archive).comparisons["flood-fund"]
    first, second, third = comparison.statements
    later = replace(second, statement=replace(second.statement, as_of="2025-01"))
    (picture,) = of_measure(archive, replace(comparison, statements=(first, later, third)), Parallels("en"))
    assert [row.as_of for row in picture.rows] == ["2024-12", "2025-01"]
    other = replace(second, origin="somebody else")
    (picture,) = of_measure(archive, replace(comparison, statements=(first, other, third)), Parallels("en"))
    assert [len(row.said) for row in picture.rows] == [1, 1]


def test_the_words_are_in_the_readers_language_where_there_are_any(archive: Archive) -> None:
    def quote(language: str) -> Any:
        return of_question(archive, "fund-and-gap", Parallels(language))[0].rows[0].said[0].line

    english, arabic, chinese = (quote(language) for language in ("en", "ar", "zh"))
    assert english.translation.words == "Delta Bank set aside more than 40 billion yuan."
    assert english.translation.made_by == "machine"
    assert (arabic.translation, chinese.translation) == (None, None)
    assert english.words == arabic.words == chinese.words
    assert [piece.text for piece in english.pieces if piece.marked] == ["40 مليار يوان"]


def test_sixty_marks_are_drawn_and_no_more(archive: Archive) -> None:
    comparison = Lookup(archive).comparisons["dike-share"]
    one = comparison.statements[0]
    many = tuple(
        replace(one, use=replace(one.use, figure=replace(one.use.figure, value=str(value)))) for value in range(1, MOST + 6)
    )  # fmt: skip
    (picture,) = of_measure(archive, replace(comparison, statements=many), Parallels("en"))
    assert len(picture.rows) == MOST
    assert picture.left_out == 5


def drawn(page: str, name: str) -> str:
    found = re.search(rf'<figure class="said[^"]*" id="chart-{name}">.*?</figure>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_picture_is_a_table_with_a_name_and_a_description(pages: dict[str, str], archive: Archive) -> None:
    (picture,) = of_measure(archive, Lookup(archive).comparisons["dike-share"], Parallels("en"))
    shown = drawn(pages["figures/dike-share.md"], "1")
    assert "<caption>" in shown
    assert "From 25% to 30%" in _plain(shown)
    about = re.search(r'aria-describedby="(about-[^"]+)"', shown)
    assert about
    assert f'id="{about[1]}"' in shown
    assert shown.count("<svg") == shown.count('<svg aria-hidden="true"') + shown.count('<svg class="arrow"')
    assert shown.count('scope="row"') == len(picture.rows)
    for row in picture.rows:
        place = row.said[0].statement.use
        assert f"documents/{place.place.document}/#f{place.number}" in shown
        assert row.figure.surface in shown


def test_a_measure_of_a_question_stands_among_the_others(pages: dict[str, str], archive: Archive) -> None:
    asked = next(one for one in archive.questions if len(one.measures) > 1)
    for measure in asked.measures:
        shown = drawn(pages[f"figures/{measure}.md"], asked.id)
        own = re.findall(r'<tr role="row" class="own"><th[^>]*><(\w+)', shown)
        assert own
        assert set(own) == {"b"}, "no link to the page itself"
        assert all(f'href="../{other}/"' in shown for other in asked.measures if other != measure)


def test_in_arabic_a_picture_is_mirrored(pages: dict[str, str]) -> None:
    def places(path: str) -> list[float]:
        return [float(at) for at in re.findall(r' cx="([\d.]+)%"', pages[path])]

    english, arabic = places("figures/dike-share.md"), places("figures/dike-share.ar.md")
    assert english
    assert arabic == [pytest.approx(100 - at) for at in english]
    arrow = re.compile(r'class="arrow"[^>]*>\s*<path d="[^"]+"( transform="scale\(-1 1\)")?/>')
    assert arrow.findall(pages["figures/index.md"]) == [""]
    assert arrow.findall(pages["figures/index.ar.md"]) == [' transform="scale(-1 1)"']


def test_only_the_first_picture_of_a_question_has_its_bare_name(archive: Archive) -> None:
    pictures: list[Picture] = of_question(archive, "fund-and-gap", Parallels("ar"))
    assert [picture.id for picture in pictures] == ["fund-and-gap", "fund-and-gap.2"]


def test_a_glance_is_at_the_greatest_marks_and_counts_the_others(archive: Archive) -> None:
    whole = of_question(archive, "fund-and-gap", Parallels("en"))
    cut = of_question(archive, "fund-and-gap", Parallels("en"), most=1)
    assert [picture.rows[0].said for picture in cut] == [picture.rows[0].said for picture in whole]
    assert [len(picture.rows) for picture in cut] == [1] * len(whole)
    assert [picture.left_out for picture in cut] == [len(picture.rows) - 1 for picture in whole]
    assert any(picture.left_out for picture in cut)


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))
