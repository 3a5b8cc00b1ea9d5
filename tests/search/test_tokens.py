"""Tokens by the shared vectors, in Python, in Chromium and, where there is one, in node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from build_tools import languages
from build_tools.folding import fold_text
from build_tools.search import tokens
from build_tools.search.rules import KEYS, rules
from tests.built_site import ROOT

VECTORS = ROOT / "tests/vectors/search-tokens.tsv"
SCRIPT = Path(__file__).parent / "tokens.mjs"


def vectors() -> list[tuple[str, str]]:
    """Text and its terms: readings of a word joined by ``|``, words by spaces, stop words in brackets."""
    rows = VECTORS.read_text("utf-8").splitlines()
    return [
        (json.loads(f'"{text}"'), terms)
        for text, terms in (row.split("\t") for row in rows if row and not row.startswith("#"))
    ]


def analysed(text: str) -> str:
    made = []
    for run in tokens.runs(fold_text(text)):
        if run.kind == "H":
            made.append("+".join(tokens.han_terms(run.text)))
        else:
            stems = "|".join(reading.stem for reading in tokens.readings(run.kind, run.text))
            made.append(f"({stems})" if tokens.is_stopword(run.text) else stems)
    return " ".join(made)


def tables() -> dict[str, Any]:
    return {"rules": rules().as_json(), "han": "".join(a + b for a, b in languages.columns("han-simplified"))}


def varied() -> list[str]:
    """Texts beyond the vectors: sources, translations, and every letter of the scripts in question."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").rglob("*.txt"))]
    texts += [path.read_text("utf-8") for path in sorted((ROOT / "seeds/translations").rglob("*.md"))]
    ranges = (
        (0x20, 0x250),
        (0x370, 0x530),
        (0x600, 0x700),
        (0x3000, 0x3100),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFF5F),
    )
    texts += [" ".join(map(chr, range(*one))) for one in ranges]
    texts.append("".join(map(chr, range(0x4E00, 0x9FFF))))
    return texts


@pytest.mark.parametrize(("text", "terms"), vectors())
def test_vectors(text: str, terms: str) -> None:
    assert analysed(text) == terms


@pytest.mark.browser
def test_the_browser_makes_the_same_terms(module_page: Page) -> None:
    texts = [text for text, _ in vectors()] + varied()
    made = module_page.evaluate(
        f"""async ([tables, texts]) => {{
          const fold = await import("./assets/search/fold.js");
          const tokens = await import("./assets/search/tokens.js");
          {SCRIPT.read_text("utf-8").split("// ---")[1]}
          return analyse(fold, tokens, tables, texts);
        }}""",
        [tables(), texts],
    )
    assert made == [analysed(text) for text in texts]


def test_node_makes_the_same_terms() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node; Chromium has answered for it")
    texts = [text for text, _ in vectors()] + varied()
    answer = subprocess.run(
        [node, str(SCRIPT), str(ROOT / "docs/assets/search")],
        input=json.dumps([tables(), texts]),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(answer.stdout) == [analysed(text) for text in texts]


@given(st.text(), st.text())
def test_the_key_of_a_beginning_is_the_beginning_of_the_key(start: str, rest: str) -> None:
    for run in tokens.runs(fold_text(start + rest)):
        for cut in range(1, len(run.text) + 1):
            beginning = run.text[:cut]
            if len(beginning) > 1 or beginning not in rules().affixes.weak_opening:
                assert tokens.skeleton(run.text).startswith(tokens.skeleton(beginning))


@given(st.text(alphabet="اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئ", min_size=1, max_size=12))
def test_a_stem_is_never_empty(word: str) -> None:
    for reading in tokens.readings("A", fold_text(word)):
        assert reading.stem
        assert reading.bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("رقاقة", "رقائق"), ("مركز", "مراكز"), ("نموذج", "نماذج"), ("عميل", "عملاء"), ("مشروع", "مشاريع"),
        ("نظام", "أنظمة"), ("صديق", "أصدقاء"), ("شارع", "شوارع"), ("بنك", "بنوك"), ("مدينة", "مدن"),
        ("عام", "أعوام"), ("سوق", "أسواق"), ("بيت", "بيوت"), ("عيد", "أعياد"), ("قائمة", "قوائم"),
        ("عضو", "أعضاء"), ("جزء", "أجزاء"), ("رئيس", "رؤساء"), ("محكمة", "محاكم"),
    ],
)  # fmt: skip
def test_singular_and_broken_plural(one: str, other: str) -> None:
    assert tokens.are_forms(_stem(one), _stem(other))


@pytest.mark.parametrize(
    ("one", "other"), [("كاتب", "مكتوب"), ("عملاء", "يعمل"), ("دول", "دولة"), ("قال", "قول")]
)
def test_other_words_of_one_root_are_no_plurals(one: str, other: str) -> None:
    assert _stem(one) == _stem(other) or not tokens.are_forms(_stem(one), _stem(other))


def test_a_feminine_noun_is_no_plural_of_the_doer() -> None:
    assert tokens.are_forms(_stem("تجار"), _stem("تاجر"))
    assert not tokens.are_forms(_stem("تجارة"), _stem("تاجر"), feminine=True)


@pytest.mark.parametrize(
    ("word", "term"),
    [("المستخدمة", "مستخدمه"), ("منافسات", "منافسه"), ("المستخدمين", None), ("سفينة", None), ("شركة", None)],
)
def test_a_feminine_that_may_be_another_word_has_a_term_of_its_own(word: str, term: str | None) -> None:
    assert tokens.feminine(tokens.readings("A", fold_text(word))[0]) == term


def _stem(word: str) -> str:
    return tokens.readings("A", fold_text(word))[0].stem


def test_every_language_has_the_same_keys() -> None:
    for tag in languages.tags():
        assert set(languages.section(tag, "search")) == set(KEYS), tag
