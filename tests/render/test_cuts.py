"""A quotation is never cut within a name, a figure or a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate import Annotator
from build_tools.model import AnnotatedDocument, Authority, Entity, Place
from build_tools.read import document_from_text
from build_tools.render.marking.kwic import CONTEXT, in_context
from build_tools.render.wording.cuts import first, kept, places
from build_tools.render.wording.names import opening, shortened

NAMES = Authority(
    {
        key: Entity(key, "organization", names, path=Path("x"))
        for key, names in {
            "house-of-reeds": {"en": "House of Reeds", "ar": "بيت القصب", "zh": "芦苇之家"},
            "qasr-bank": {"en": "Qasr Delta Bank", "ar": "مصرف دلتا القصر", "zh": "卡斯尔三角洲银行"},
        }.items()
    }
)
TEXTS = {
    "en": (
        "The House of Reeds said on Monday that it would lend more than 12.5 billion dollars to Qasr Delta Bank, about "
        "13 per cent of what it holds, and at least 40,000 tonnes of grain. Qasr Delta Bank had asked for nearly "
        "760 million in March; the House of Reeds, founded in 1921, has 2,300 clerks in 45 towns and no debts."
    ),
    "ar": (
        "قال بيت القصب يوم الاثنين إنه سيقرض مصرف دلتا القصر أكثر من 12.5 مليار دولار، أي نحو 13 في المائة مما لديه، "
        "وما لا يقل عن 40 ألف طن من الحبوب. وكان مصرف دلتا القصر قد طلب حوالي 760 مليون دولار في مارس، ويعمل في بيت القصب "
        "2300 موظف في 45 مدينة."
    ),
    "zh": (
        "芦苇之家周一表示，将向卡斯尔三角洲银行提供逾 125 亿美元贷款，约占其资产的 13%，并交付至少4万吨粮食。卡斯尔三角洲银行"
        "曾于3月申请近 7.6 亿美元；芦苇之家成立于1921年，在45个城市拥有2300名职员，日活跃用户达 760 万，增长在国内已达到饱和点。"
    ),
}


def annotated(language: str) -> AnnotatedDocument:
    return Annotator(NAMES).annotate(document_from_text(f"doc-{language}", TEXTS[language], language))[0]


DOCUMENTS = {language: annotated(language) for language in TEXTS}


def whole(document: AnnotatedDocument, at: int) -> bool:
    """Whether a cut there leaves every name, figure and word of the text whole."""
    text = document.document.text
    spans = [(m.start, m.end) for m in document.mentions] + [(f.start, f.end) for f in document.figures]
    if any(start < at < end for start, end in spans):
        return False
    before, after = text[at - 1 : at], text[at : at + 1]
    if not before.strip() or not after.strip():
        return True
    if re.match(r"[\u4e00-\u9fff]", before) and re.match(r"[\u4e00-\u9fff]", after):
        ends, here = set(), 0
        for run in re.finditer(r"[\u4e00-\u9fff]+", text):
            here = run.start()
            for word in rjieba.cut(run.group()):
                here += len(word)
                ends.add(here)
        return at in ends
    return not (before.isalnum() and after.isalnum() and before.isascii() == after.isascii())


@given(st.sampled_from(sorted(TEXTS)), st.integers(1, 300))
def test_what_is_quoted_from_the_beginning_ends_between_words(language: str, length: int) -> None:
    document = DOCUMENTS[language]
    text = document.document.text
    spans = kept(document.mentions, document.figures, text, 0, len(text))
    assert whole(document, first(text, length, spans))
    quoted = opening(document, document.document.paragraphs[0], length)
    assert text.startswith(quoted.removesuffix("…").rstrip())


@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_what_stands_around_a_span_begins_and_ends_between_words(language: str, data: st.DataObject) -> None:
    document = DOCUMENTS[language]
    text = document.document.text
    marks = [(m.start, m.end) for m in document.mentions] + [(f.start, f.end) for f in document.figures]
    start, end = data.draw(st.sampled_from(marks))
    line = in_context(document, Place(document.document.id, 1), [(start, end)])
    at = next(n for n, piece in enumerate(line.pieces) if piece.marked)
    until = next((n for n, piece in enumerate(line.pieces) if n > at and not piece.marked), len(line.pieces))
    before = "".join(piece.text for piece in line.pieces[:at]).removeprefix("…")
    after = "".join(piece.text for piece in line.pieces[until:]).removesuffix("…")
    assert text[start - len(before) : start] == before
    assert whole(document, start - len(before))
    assert text.startswith(after, end)
    assert whole(document, end + len(after))
    assert len(before) <= CONTEXT
    assert len(after) <= CONTEXT


@pytest.mark.parametrize(
    ("language", "bounded"),
    [
        (
            "en",
            ["more than 12.5 billion", "about 13 per cent", "at least 40,000 tonnes", "nearly 760 million"],
        ),
        ("ar", ["أكثر من 12.5 مليار", "نحو 13 في المائة", "لا يقل عن 40 ألف طن", "حوالي 760 مليون"]),
        ("zh", ["逾 125 亿美元", "约占其资产的 13%", "至少4万吨", "近 7.6 亿美元", "760 万"]),
    ],
)
def test_a_figure_keeps_the_words_that_bound_it(language: str, bounded: list[str]) -> None:
    document = DOCUMENTS[language]
    text = document.document.text
    free = places(text, kept(document.mentions, document.figures, text, 0, len(text)))
    for words in bounded:
        at = text.index(words)
        # Four characters of Chinese may lie between.
        inner = (
            range(at + 1, at + len(words))
            if language != "zh" or len(words) < 9
            else range(at + 4, at + len(words))
        )
        assert not set(free) & set(inner), words


@given(st.text(alphabet="ab 万亿0123456789.,，。中国字节跳动ا ب\u064b🙂", max_size=200), st.integers(0, 60))
def test_any_text_can_be_cut(text: str, length: int) -> None:
    free = places(text)
    assert free[0] == 0
    assert free[-1] == len(text)
    assert list(free) == sorted(set(free))
    for at in free[1:-1]:
        assert not (text[at - 1].isdigit() and text[at] in "0123456789万亿")
    assert len(shortened(text, length)) <= max(length, 90) + 1


def test_an_address_that_goes_on_for_ever_is_cut_all_the_same() -> None:
    assert len(shortened("https://example.org/" + "a" * 5000, 70)) < 100


def test_occurrences_of_one_paragraph_are_quoted_alike() -> None:
    document = DOCUMENTS["en"]
    line = in_context(document, Place("doc-en", 1), [(m.start, m.end) for m in document.mentions])
    assert {piece.text for piece in line.pieces if piece.marked} == {"House of Reeds", "Qasr Delta Bank"}
    assert line.words.replace(" … ", "").strip("…") in document.document.text
