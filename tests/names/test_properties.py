"""What holds for every text: offsets that lead back, mentions that do not overlap, time that grows with the text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.view import END, make_view
from build_tools.folding import fold_text
from build_tools.model import Authority, Paragraph
from tests.names.test_vectors import VECTORS, common_finder, make_authority, paragraphs_of

_BITS = st.sampled_from(
    ["Apple", "apple", "AI", "OpenAI", "علي بابا", "لل", "و", "صين", "الصين", "阿里", "巴巴", "阿里巴巴", "中", "美", "山", "H20", "s",
     " ", "  ", "\n", "\n\n", "\u00a0", "\u200f", "\u0640", "\u064b", "ﷲ", "ﬁ", "①", "½", "İ", "’s", ".", "،", "(", ")", "«", "»", "-", "the Fed",
     "الأهلي", "BIS", "بن", "عُمان", "é", "e\u0301", "𠮷", "😀", "Ⅷ"]
)  # fmt: skip
_TEXT = st.lists(st.one_of(_BITS, st.text(max_size=4)), max_size=40).map("".join)
_LANGUAGES = st.sampled_from(["ar", "en", "zh", "zh-Hant", "fr", "und"])


@cache
def without_segmenter() -> NameFinder:
    authority = make_authority(yaml.safe_load((VECTORS / "authority.yml").read_text("utf-8")))
    return NameFinder(authority, segmenter=False)


@given(_TEXT, _LANGUAGES, st.booleans())
@settings(max_examples=300)
def test_mentions_lie_in_the_text_in_order_and_apart(text: str, language: str, segmenter: bool) -> None:
    finder = common_finder() if segmenter else without_segmenter()
    mentions, undecided = finder.find(text, language, paragraphs_of(text))
    spans = sorted([(m.start, m.end) for m in mentions] + [(u.start, u.end) for u in undecided])
    assert all(start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[m.start : m.end] == m.surface for m in mentions)
    assert all(text[u.start : u.end] == u.surface for u in undecided)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@given(_TEXT)
@settings(max_examples=300)
def test_every_character_of_the_view_leads_back_to_one_that_folds_into_it(text: str) -> None:
    view = make_view(text, paragraphs_of(text))
    for offset, char in enumerate(view.text):
        if char != END:
            start, end = view.source(offset, offset + 1)
            assert char in fold_text(text[start:end])


@given(_TEXT)
@settings(max_examples=200)
def test_no_mention_reaches_across_paragraphs(text: str) -> None:
    paragraphs = paragraphs_of(text)
    mentions, _ = common_finder().find(text, "en", paragraphs)
    assert all(any(p.start <= m.start and m.end <= p.end for p in paragraphs) for m in mentions)


def test_an_empty_authority_file_finds_nothing() -> None:
    assert NameFinder(Authority()).find("Apple", "en", (Paragraph(0, 5),)) == ((), ())


def test_an_empty_text_has_nothing() -> None:
    assert common_finder().find("", "en", ()) == ((), ())
