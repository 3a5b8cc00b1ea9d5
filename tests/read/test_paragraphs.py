"""Paragraphs: nothing of a text is lost, and wrapped lines are told from paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.read.paragraphs import split, split_blocks

LINES = st.lists(st.text(alphabet="ab 。\u3000\u200fنص\t", max_size=12), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2029"])


@given(LINES, ENDS)
def test_paragraphs_and_what_lies_between_them_are_the_text(lines: list[str], end: str) -> None:
    text = end.join(lines)
    for found in (split(text), split_blocks(text)):
        at = 0
        rebuilt = ""
        for paragraph in found:
            between = text[at : paragraph.start]
            assert not between.strip("\u200f \t\r\n\u2029\u3000")
            rebuilt += between + text[paragraph.start : paragraph.end]
            at = paragraph.end
            assert (
                text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end] != ""
            )
        assert rebuilt + text[at:] == text
        assert not text[at:].strip("\u200f \t\r\n\u2029\u3000")


def words(text: str) -> list[str]:
    return [text[paragraph.start : paragraph.end] for paragraph in split(text)]


def test_each_line_with_something_on_it_is_a_paragraph() -> None:
    assert words("One.\n\n  Two. \r\n\u3000\nThree\rFour\n") == ["One.", "Two.", "Three", "Four"]
    assert words("") == words(" \n\u200b\n") == []


EN = (
    "The harvest was poor for the third year in a row, the ministry said on Monday, and prices in the markets of the "
    "capital rose to the highest level since records began, while the wells in the north are nearly dry. "
)
AR = (
    "قالت الوزارة يوم الاثنين إن المحصول كان ضعيفا للعام الثالث على التوالي، وإن الأسعار في أسواق العاصمة ارتفعت إلى أعلى "
    "مستوى منذ بدء التسجيل، بينما تكاد الآبار في الشمال تجف تماما بعد موسم طويل من الجفاف. "
)


@pytest.mark.parametrize("sentence", [EN, AR])
@pytest.mark.parametrize("column", [40, 64, 72, 80])
def test_a_text_wrapped_at_a_column_has_the_blocks_as_paragraphs(sentence: str, column: int) -> None:
    blocks = ["\n".join(textwrap.wrap(sentence * 3, column)), "\n".join(textwrap.wrap(sentence * 2, column))]
    assert words("A headline stands alone\n\n" + "\n\n".join(blocks) + "\n") == [
        "A headline stands alone",
        *blocks,
    ]


def test_chinese_wrapped_at_a_column_is_told_too() -> None:
    sentence = "农业部星期一表示，今年的收成连续第三年下降，首都市场上的粮价升到有记录以来的最高水平，北方的水井几乎干涸。"
    block = "\n".join(textwrap.wrap(sentence * 4, 30))
    assert words(f"标题\n\n{block}\n\n{block}") == ["标题", block, block]


def test_long_lines_and_short_lines_that_end_as_sentences_do_are_paragraphs() -> None:
    long = "\n".join([EN.strip()] * 4)
    assert len(words(long)) == 4
    short = "Rain fell in the night at last.\nThe river rose by one hand.\nThe children ran to the bank.\nNobody slept before it was day.\n"
    assert len(words(short)) == 4
    listed = "Wheat\nBarley and oats\nRye\nMaize from the south\nRice\nMillet\n"
    assert len(words(listed)) == 6


def test_two_lines_are_no_evidence_of_wrapping() -> None:
    assert len(words("A first line without an end\nA second line without an end")) == 2


def test_a_text_wrapped_by_hand_unevenly_is_told_by_its_empty_lines() -> None:
    block = (
        "The council met on Tuesday to hear of the drought that\n"
        "has emptied two of the three reservoirs, and was told by\n"
        "Anna\nBrook that nothing but rain would help the farmers who\n"
        "wait for water."
    )
    text = f"A headline\n\n{block}\n\n{block}"
    assert [text[p.start : p.end] for p in split(text)] == ["A headline", block, block]


def test_lines_that_end_sentences_stay_paragraphs_between_empty_lines() -> None:
    lines = [
        "The council met on Tuesday.",
        "It was told that two of the three reservoirs are empty now.",
        "Nothing but rain would help the farmers who wait for water.",
        "They wait.",
    ]
    text = "A headline\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert len(split(text)) == 1 + 2 * len(lines)


def test_a_short_wrapped_text_is_told_by_lines_that_begin_small() -> None:
    block = "The cable that links the island to the mainland was cut on Sunday, and it will\ntake six weeks to mend."
    quoted = "Nearly half of the traffic was lost, the company said.\n“We have never seen this,” it wrote, and the\nship left on Tuesday."
    assert words(f"A cable is cut\n\n{block}\n") == ["A cable is cut", block]
    assert words(f"A cable is cut\n\n{block}\n\n{quoted}") == ["A cable is cut", block, quoted]
    assert words(block) == [block], "a sentence goes on, with empty lines or without"
    listed = "Wheat and barley of the eastern provinces\nrye\n\noats\nmaize\n\nrice\nmillet\n"
    assert len(words(listed)) == 6
    items = "What the provinces are asked to do by spring:\na) buy seed for their dry fields in good time\nb) mend the wells"
    assert len(words(f"A headline\n\n{items}")) == 4


LINES = st.lists(
    st.sampled_from(
        [
            "The council will vote on the budget of the port on Monday",
            "It is not known who will pay for the dredging of the canal.",
            "and the ferry will not sail before the end of the week, he said",
            "Prices rose",
            "قالت الهيئة إن الميناء سيعاد فتحه يوم الاثنين بعد إصلاح الرافعات",
            "港口将于星期一重新开放，市长说维修费用由保险公司承担",
            "- a list of three ports, two of them closed",
            "Sources: the port, the council, and a person who asked not to be named in the report",
        ]
    ),
    min_size=1,
    max_size=8,
)


@given(LINES, st.lists(st.integers(0, 7), max_size=2), LINES)
def test_a_line_more_behind_an_empty_one_leaves_the_others_as_they_are(
    lines: list[str], empty: list[int], more: list[str]
) -> None:
    text = "\n".join(line + "\n" * (number in empty) for number, line in enumerate(lines))
    before = words(text)
    assert words(f"{text}\n\n{more[0]}")[: len(before)] == before
