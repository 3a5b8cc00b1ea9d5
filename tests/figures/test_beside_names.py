"""Where a figure and a name meet the name wins: none begins in it, crosses it, or counts it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.annotate import Annotator
from build_tools.annotate.figures import read_figures
from build_tools.model import Alias, AnnotatedDocument, Authority, Entity, Mention
from build_tools.read import document_from_text

NAMES = {
    "bytedance": ("organization", {"en": "ByteDance", "zh": "字节跳动", "ar": "بايت دانس"}),
    "baidu": ("organization", {"en": "Baidu", "zh": "百度", "ar": "بايدو"}),
    "apple": ("organization", {"en": "Apple", "zh": "苹果", "ar": "أبل"}),
    "tencent": ("organization", {"en": "Tencent", "zh": "腾讯", "ar": "تنسنت"}),
    "buyback": ("event", {"en": "share buyback", "zh": "股份回购"}),
    "hong-kong": ("place", {"en": "Hong Kong", "zh": "香港", "ar": "هونغ كونغ"}),
    "studio-54": ("organization", {"en": "Studio 54", "zh": "54号工作室"}),
    "may": ("person", {"en": "May", "ar": "مايو"}),
    "quarter": ("publication", {"en": "Third Quarter", "zh": "第三季度", "ar": "الربع الثالث"}),
    "million": ("event", {"en": "Million Man March", "zh": "百万人大游行", "ar": "مليون رجل"}),
    "seven-eleven": ("organization", {"en": "Seven-Eleven", "zh": "7-11"}),
    "wolves": ("organization", {"en": "Septwolves", "zh": "七匹狼"}),
    "walnuts": ("product", {"en": "Six Walnuts", "zh": "六个核桃"}),
    "kr": ("publication", {"en": "36Kr", "zh": "36氪"}),
    "fifty-eight": ("organization", {"en": "58.com", "zh": "58同城"}),
    "tower": ("place", {"en": "Taipei 101", "zh": "台北101"}),
    "jet": ("product", {"en": "Boeing 737", "ar": "بوينغ 737"}),
    "bytes": ("publication", {"en": "Bytes and Bits", "zh": "字节"}),
}


@cache
def annotator() -> Annotator:
    entities = {id: Entity(id, type, names) for id, (type, names) in NAMES.items()}
    entities["us"] = Entity(
        "us", "place", {"en": "United States"}, aliases=(Alias("US", "en"), Alias("美", "zh"))
    )
    return Annotator(Authority(entities))


def annotated(text: str, language: str) -> AnnotatedDocument:
    return annotator().annotate(document_from_text("text", text, language))[0]


def shown(text: str, language: str) -> tuple[list[str], list[tuple[str, str, str | None, str | None]]]:
    made = annotated(text, language)
    return (
        [mention.surface for mention in made.mentions],
        [(figure.surface, figure.kind, figure.value, figure.unit) for figure in made.figures],
    )


@pytest.mark.parametrize(
    ("language", "text", "names", "figures"),
    [
        ("zh", "1 字节跳动 2 百度 3 腾讯", ["字节跳动", "百度", "腾讯"], []),
        ("zh", "前三名：1、百度 2、字节跳动 3、苹果", ["百度", "字节跳动", "苹果"], [("三名", "count", "3", "person")]),
        ("en", "Ranked: 1. Baidu 2. ByteDance 3. Tencent", ["Baidu", "ByteDance", "Tencent"], []),
        ("en", "Some 12 Apple shops", ["Apple"], [("12", "count", "12", "shop")]),
        ("ar", "الترتيب: 1 أبل 2 بايدو 3 تنسنت", ["أبل", "بايدو", "تنسنت"], []),
        ("zh", "公司公布2025股份回购计划", ["股份回购"], [("2025", "date", "2025", None)]),
        ("zh", "公司买入2025股", [], [("2025股", "count", "2025", "share")]),
        ("en", "They paid 300 Hong Kong dollars.", ["Hong Kong"], [("300 Hong Kong dollars", "money", "300", None)]),
        ("en", "It cost US$5 billion in 2024.", [], [("US$5 billion", "money", "5000000000", None), ("2024", "date", "2024", None)]),
        ("zh", "7-11便利店开了3家店", ["7-11"], [("3家", "count", "3", "store")]),
        ("zh", "六个核桃和七匹狼都在促销", ["六个核桃", "七匹狼"], []),
        ("zh", "据36氪报道，58同城裁员30人", ["36氪", "58同城"], [("30人", "count", "30", "person")]),
        ("zh-Hant", "活動在台北101舉行", ["台北101"], []),
        ("ar", "بوينغ 737 عادت إلى المطار", ["بوينغ 737"], []),
        ("en", "They met in May 2025.", [], [("May 2025", "date", "2025-05", None)]),
    ],
)  # fmt: skip
def test_the_name_wins(
    language: str, text: str, names: list[str], figures: list[tuple[str, str, str, str | None]]
) -> None:
    assert shown(text, language) == (names, figures)


def test_what_stands_beside_a_name_with_a_number_is_read() -> None:
    text = "Between Studio 54 and 60 million dollars lies nothing."
    mention = Mention(8, 17, "Studio 54", "studio-54", "organization")
    assert [figure.surface for figure in read_figures(text, "en", [mention])] == ["60 million dollars"]


_FORMS = [form for _, names in NAMES.values() for form in names.values()]
_NUMBERS = [
    "1",
    "2",
    "54",
    "300",
    "2025",
    "5 million",
    "3.5",
    "①",
    "½",
    "两",
    "三",
    "百",
    "2百",
    "万",
    "亿",
    "مليون",
    "ثلاثة",
    "نصف",
    "third",
]
_WORDS = [" ", " ", "", "，", ". ", "、", "-", " and ", " و", "至", "$", "US$", "%", "元", "度", "股", "年", "月", "个", "份", " dollars", " دولار", "(", ")", "by", "من "]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from([*_FORMS, *_NUMBERS, *_NUMBERS, *_WORDS, *_WORDS, "美", "US"]), max_size=14
).map("".join)


@given(TEXTS, st.sampled_from(["en", "zh", "ar"]))
@settings(max_examples=400)
def test_no_figure_and_name_cross(text: str, language: str) -> None:
    made = annotated(text, language)
    starts = {figure.start for figure in made.figures}
    for figure in made.figures:
        assert figure.surface == text[figure.start : figure.end]
        assert figure.equivalent_of is None or figure.equivalent_of in starts
        for name in made.mentions:
            apart = figure.end <= name.start or name.end <= figure.start
            holds = figure.start <= name.start and name.end <= figure.end
            assert apart or (holds and (figure.start, figure.end) != (name.start, name.end)), (figure, name)
    assert all(one.end <= other.start for one, other in pairwise(made.figures))
