"""What the vectors cannot show: offsets in longer texts, restatements, names, years, and time on hostile lines."""

from __future__ import annotations

import gc
import time

import pytest

from build_tools.annotate.figures import read_figures
from build_tools.annotate.figures.draft import plain
from build_tools.model import Mention


def test_a_figure_in_brackets_restates_the_one_before_it() -> None:
    text = "The fund paid €40 million ($43 million) for it."
    first, second = read_figures(text, "en")
    assert (first.equivalent_of, second.equivalent_of) == (None, first.start)


def test_a_second_sum_in_the_same_currency_restates_nothing() -> None:
    first, second = read_figures("It rose by $4 million ($9 million with fees).", "en")
    assert (first.equivalent_of, second.equivalent_of) == (None, None)


def test_no_figure_crosses_a_blank_line() -> None:
    assert [figure.surface for figure in read_figures("They list 40\n\nmillion reasons.", "en")] == ["40"]


def test_a_hard_wrapped_figure_is_one() -> None:
    (figure,) = read_figures("They raised 40\nmillion euros.", "en")
    assert (figure.value, figure.currency, figure.surface) == ("40000000", "EUR", "40\nmillion euros")


def test_a_number_inside_a_mention_is_none() -> None:
    text = "They sell Studio 54 shirts and 54 caps."
    mention = Mention(start=10, end=19, surface="Studio 54", entity="studio-54", type="organization")
    assert [figure.surface for figure in read_figures(text, "en", [mention])] == ["54 caps"]


def test_this_year_is_the_year_of_publication() -> None:
    (figure,) = read_figures("今年6月开工", "zh", published="2021-09~")
    assert (figure.surface, figure.value) == ("今年6月", "2021-06")


def test_a_grouped_number_before_a_thousand_is_suspect() -> None:
    (figure,) = read_figures("20,000 ألف كتاب", "ar")
    assert (figure.value, figure.suspect) == ("20000000", "double_scale")


def test_a_bare_yuan_follows_the_home_of_the_text() -> None:
    assert [figure.currency for figure in read_figures("票價300元", "zh-Hant")] == ["TWD"]
    assert [figure.currency for figure in read_figures("票价300元", "zh")] == ["CNY"]


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_figures("12", "xx")


def test_values_are_exact_decimals() -> None:
    (figure,) = read_figures("0.1 + nothing", "en")
    assert figure.value == "0.1"
    assert plain(None) is None


@pytest.mark.parametrize(
    "unit", ["9", "1,234,", "1 000 ", "((", "one hundred ", "مئة و", "三百亿", "1.", "1-", "a1", "a@"]
)
@pytest.mark.parametrize("language", ["ar", "zh", "en"])
def test_time_grows_with_the_length_only(unit: str, language: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        gc.disable()  # what other tests left behind is not to be counted here
        try:
            start = time.process_time()
            read_figures(text, language)
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(1000)
    assert seconds(8_000) < 12 * seconds(2_000) + 0.1
