"""What words mean: the tables, and the words around a form by which it is weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import languages
from build_tools.annotate.names.meanings import Around, Word, meanings, measures, words_around
from build_tools.annotate.names.rules import rules_of
from build_tools.languages import wordnet


@pytest.mark.parametrize(
    ("tag", "word", "like", "unlike"),
    [("en", "launched", "unveiled", "orchard"), ("zh", "果树", "果园", "股票"), ("ar", "مصرف", "بنك", "جبل")],
)
def test_words_of_like_meaning_have_like_numbers(tag: str, word: str, like: str, unlike: str) -> None:
    one, near, far = map(meanings(tag).of, (word, like, unlike))
    assert sum(a * b for a, b in zip(one, near, strict=True)) > sum(
        a * b for a, b in zip(one, far, strict=True)
    )


def test_a_chinese_word_that_is_not_listed_is_made_of_its_parts() -> None:
    known = meanings("zh")
    head, tail, whole = map(known.of, ("苹果", "手机", "苹果手机"))
    assert whole == tuple(0.35 * a + 0.65 * b for a, b in zip(head, tail, strict=True))
    assert meanings("en").of("applephone") == ()


def test_the_verb_and_the_noun_on_either_side_and_the_clause_are_weighed() -> None:
    verb, noun, other = Word((1.0,), "v"), Word((2.0,), "n"), Word((4.0,), "")
    around = Around([other, noun], [verb], other)
    found: dict[str, float] = {}
    for name, amount in measures(around):
        found[name] = found.get(name, 0) + amount
    assert found == pytest.approx(
        {"clause 0": 0.6 * 7 / 3, "form 0": 1.2, "noun left 0": 0.6, "verb right 0": 0.3}
    )


def test_the_words_around_a_form_come_nearest_first_and_without_the_form() -> None:
    text, words = "a b form c form", {one: Word((float(at),), "") for at, one in enumerate(("a", "b", "c"))}
    spans = [(0, 1), (2, 3), (4, 8), (9, 10), (11, 15)]
    around = words_around(text, spans, (4, 8), words.get)
    assert [word.numbers[0] for word in around.left] == [1.0, 0.0]
    assert [word.numbers[0] for word in around.right] == [2.0]


def test_a_words_classes_come_the_most_frequent_first(tmp_path: Path) -> None:
    for name, lemmas in {
        "noun": ["launch", "apple"],
        "verb": ["launch", "stop"],
        "adj": [],
        "adv": [],
    }.items():
        (tmp_path / f"index.{name}").write_text(
            "".join(f"{one} n 1\n" for one in ["  head", *lemmas]), "utf-8"
        )
        (tmp_path / f"{name}.exc").write_text("", "utf-8")
    (tmp_path / "cntlist.rev").write_text("launch%1:04:00:: 1 2\nlaunch%2:30:00:: 1 9\n", "utf-8")
    rows = dict(row.split("\t") for row in wordnet.table(tmp_path))
    assert rows["launches"] == rows["launched"][:1] + "n" == "vn"
    assert (rows["apples"], rows["stopped"]) == ("n", "v")
    assert "grove" not in rows


@pytest.mark.parametrize("tag", languages.tags())
def test_every_language_has_its_tables(tag: str) -> None:
    rules = rules_of(tag)
    assert len(rules.weights) > 100
    assert all(
        len(numbers) == 24
        for numbers in (meanings(tag).of(row[0]) for row in languages.columns(rules.meanings)[:50])
    )
