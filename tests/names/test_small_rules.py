"""Edges of rules that no text reaches without others deciding first: asked of the rules themselves."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from build_tools.annotate.names import NameFinder, neighbours
from build_tools.annotate.names.arabic import adjectives
from build_tools.annotate.names.latin import evidence
from build_tools.annotate.names.page import Judgement
from build_tools.annotate.names.rules import rules_of
from build_tools.annotate.suggest import Proposal, cities, transliterated
from build_tools.annotate.suggest.joining import joined
from build_tools.model import Alias, Authority, Entity
from tests.names.test_vectors import paragraphs_of


@pytest.mark.parametrize(("after", "judged"), [("المهم", Judgement.WORD), ("مهم", None), ("الف", None)])
def test_an_adjective_of_three_letters_is_definite_with_its_article(
    after: str, judged: Judgement | None
) -> None:
    form = SimpleNamespace(name="الخبر", type="publication")
    hit: Any = SimpleNamespace(form=form, rules=rules_of("ar"), after=after, before="")
    assert adjectives.described(hit) is judged


@pytest.mark.parametrize(("surface", "out"), [("Apple", True), ("apple", False), ("APPLE", False)])
def test_only_a_capital_stands_out(surface: str, out: bool) -> None:
    page = SimpleNamespace(
        is_latin=True,
        view=SimpleNamespace(text=f"the best {surface} of all"),
        opens_sentence=lambda start: False,
    )
    hit: Any = SimpleNamespace(page=page, surface=surface, start=9, end=14, before="best")
    assert neighbours._stands_out(hit) is out


@pytest.mark.parametrize(("run", "words"), [("曾经加里·哈特", 2), ("加里·哈特", 0), ("约翰·史密斯", 0)])
def test_words_before_a_dotted_name_are_left_out(run: str, words: int) -> None:
    assert transliterated._words_before(run) == words


@pytest.mark.parametrize(("run", "long_enough"), [("穆阿利姆", True), ("穆阿利", True), ("阿利", False)])
def test_three_characters_of_sounds_may_be_a_name(run: str, long_enough: bool) -> None:
    runs = transliterated._runs("zh")
    assert runs is not None
    assert bool(runs[1].search(f"在{run}城")) is long_enough


@pytest.mark.parametrize(("near", "language", "number"), [("", "ar", 1), ("delta", "ar", 2), ("", "en", 2)])
def test_forms_set_equal_are_one_proposal_where_they_are_of_one_thing(
    near: str, language: str, number: int
) -> None:
    rest: Any = {"type": "", "count": 1, "documents": ("a",), "score": 1.0, "reasons": (), "contexts": ()}
    one = Proposal("Nordlys", "en", **rest)
    other = Proposal("نوردليس", language, **rest, others={"en": ("Nordlys",)}, near=near)
    assert len(joined([one, other])) == number


def test_a_city_of_a_hundred_thousand_is_one() -> None:
    assert (
        min(city.people for city in cities.cities().values() if not (city.capital or city.state)) == 100_000
    )


@pytest.mark.parametrize(("word", "plural"), [("middens", True), ("zyzzyvan", False), ("boats", False)])
def test_a_plural_that_the_dictionary_lacks_has_an_s(word: str, plural: bool) -> None:
    assert evidence.is_unknown_plural(word, rules_of("en")) is plural


def test_letters_of_countries_are_read_without_a_dictionary_too() -> None:
    china = Entity("china", "place", {"zh": "中国"}, (Alias("中", "zh"),))
    us = Entity("us", "place", {"zh": "美国"}, (Alias("美", "zh"),))
    finder = NameFinder(Authority({"china": china, "us": us}), segmenter=False)
    text = "他说中美关系紧张。"
    mentions, _ = finder.find(text, "zh", paragraphs_of(text))
    assert [mention.entity for mention in mentions] == ["china", "us"]
