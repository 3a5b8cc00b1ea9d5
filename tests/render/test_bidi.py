"""What is isolated in a line, and what needs no isolation."""

from __future__ import annotations

import pytest

from build_tools.model import Mention
from build_tools.render.marking import bidi
from build_tools.render.marking.runs import runs


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("ByteDance", "ltr", True),
        ("字节跳动H20", "ltr", True),
        ("بنك النهر", "rtl", True),
        ("بِنْكٌ", "rtl", True),
        ("بنك «النهر» للمال", "rtl", True),
        ("ByteDance", "rtl", False),
        ("بنك", "ltr", False),
        ("بنك HSBC العربي", "rtl", False),
        ("01.ai", "ltr", False),  # its number would go with Arabic words before it
        ("40 مليار", "rtl", False),
        ("مليار 40", "rtl", False),
        ("٤٠", "rtl", False),
        ("A\u202eB", "ltr", False),
        ("(A)", "ltr", False),
        ("", "ltr", False),
    ],
)
def test_what_keeps_its_place_by_itself(text: str, around: str, expected: bool) -> None:
    assert bidi.at_home(text, around) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("40 مليار", "rtl"), ("3000亿", "ltr"), ("2024", "ltr"), ("", "ltr")]
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(text: str, expected: str) -> None:
    assert bidi.natural(text) == expected


@pytest.mark.parametrize(
    ("line", "name", "around", "expected"),
    [
        ("قالت، ByteDance أمس", "ByteDance", "rtl", False),  # Arabic words on both sides
        ("قالت ByteDance، TikTok أمس", "ByteDance", "rtl", True),
        ("قالت ByteDance 40 أمس", "ByteDance", "rtl", False),  # a part of “ByteDance 40”
        ("رقائق Nvidia H20 الأفضل", "Nvidia", "rtl", False),
        ("ByteDance أمس", "ByteDance", "rtl", True),
        ("للصين قال", "صين", "rtl", False),  # inside a word
        ("قال بنك النهر", "بنك", "rtl", False),
        ("in Qasr now", "Qasr", "ltr", False),
        ("自01.ai创立", "01.ai", "ltr", False),  # nothing in the line runs backwards
        ("公司 بنك 01.ai", "01.ai", "ltr", True),
    ],
)
def test_a_name_is_isolated_where_its_place_depends_on_it(
    line: str, name: str, around: str, expected: bool
) -> None:
    start = line.index(name)
    mention = Mention(start, start + len(name), name, "e", "t")
    (marked,) = [run for run in runs(line, 0, len(line), [mention], [], around) if run.mention]
    assert (marked.text, marked.apart) == (name, expected)


@pytest.mark.parametrize(
    ("text", "language", "isolated"),
    [
        ("مهندسي 01.AI وZhipu في 2024", "ar", ["01.AI"]),
        ("نموذج Llama 2 مفتوح", "ar", []),
        ("نموذجا Llama 2، GPT-4 مفتوحان", "ar", ["Llama 2", "GPT-4"]),
        ("ByteDance شركة", "ar", ["ByteDance"]),
        ("صدر في 2024-01-31 تقريبا", "ar", ["2024-01-31"]),
        ("ميزانية 5.5 مليار و100,000 و1/3 و60%", "ar", []),
        ("engineers of 01.AI", "en", []),
    ],
)
def test_latin_names_in_arabic_prose(text: str, language: str, isolated: list[str]) -> None:
    pieces = list(bidi.pieces(text, language))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, apart in pieces if apart] == isolated


def test_names_in_the_plain_words_of_a_marked_line_are_isolated_too() -> None:
    line = "قالت ByteDance، TikTok، Douyin أمس"
    start = line.index("TikTok")
    mention = Mention(start, start + 6, "TikTok", "e", "t")
    found = list(runs(line, 0, len(line), [mention], [], "rtl"))
    assert "".join(run.text for run in found) == line
    assert [run.text for run in found if run.apart] == ["ByteDance", "TikTok", "Douyin"]


def test_what_is_isolated_does_not_stand_between_two_names() -> None:
    line = "شركة Nvidia مليار 40 دولار TikTok أمس"
    start, end = line.index("مليار"), line.index(" TikTok")
    spans = bidi.isolated(line, "rtl", [(start, end)])
    assert {line[slice(*span)] for span in spans} == {"Nvidia", line[start:end], "TikTok"}


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        (" H20 لمراكز", "Nvidia", "", []),  # the rest of “Nvidia H20”
        ("، TikTok أمس", "Nvidia", "", ["TikTok"]),
        ("قالت Nvidia", "", " أمس", []),
        ("قالت Nvidia", "", "، TikTok", ["Nvidia"]),
    ],
)
def test_what_else_stands_in_the_line_counts(text: str, before: str, after: str, expected: list[str]) -> None:
    assert [piece for piece, apart in bidi.pieces(text, "ar", before, after) if apart] == expected
