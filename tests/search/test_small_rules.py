"""Rules of a line or two that the index rests on, each with a case on either side."""

from __future__ import annotations

import json

import numpy as np
import pytest

from build_tools.folding import han_variants
from build_tools.model import Entity
from build_tools.search.aliases import Name, names
from build_tools.search.build import _rounded
from build_tools.search.facets import facets
from build_tools.search.first_letters import first_letters, first_letters_of_names
from build_tools.search.shards import _groups
from build_tools.search.tokens import skeleton
from tests.search.sample import archive, document


def test_keys_that_are_alike_are_one_group() -> None:
    assert [list(group) for group in _groups(("a", "a", "b"))] == [[0, 1], [2]]
    assert [list(group) for group in _groups(("a",))] == [[0]]
    assert list(_groups(())) == []


def test_labels_are_written_as_they_are() -> None:
    made = facets(archive(document("one", "zh", ["文"], tags=("港口", "船"), collections=("日志",))))
    assert "港口".encode() in made
    read = json.loads(made)
    assert (read["tags"], read["tag"]) == (["港口", "船"], [[0, 1]])
    assert (read["collections"], read["collection"]) == (["日志"], [[0]])


def test_no_length_is_nought_and_each_doubling_so_many_steps() -> None:
    assert list(_rounded(np.array([0, 1, 2, 8]), 4)) == [0, 1, 5, 13]


@pytest.mark.parametrize(
    ("stem", "term"),
    [("harbour", "~arbour~h"), ("boat", ""), ("ab1cd", ""), ("كتابة", "~تابة~ك"), ("كتا", ""), ("港口", "")],
)
def test_a_word_of_letters_alone_that_is_long_enough_may_begin_with_another(stem: str, term: str) -> None:
    assert list(first_letters([stem])) == ([term] if term else [])


def test_a_name_with_digits_does_not() -> None:
    def made(*parts: str) -> list[str]:
        return list(first_letters_of_names([Name(parts[0], parts, "a", 3, parts[0])]))

    assert len(made("norvik")) == 1
    assert made("norvik7") == made("norv") == made("norvik", "holdings") == []


def test_only_arabic_words_have_a_skeleton() -> None:
    assert skeleton("boat") == "boat"
    assert skeleton("كتاب") == "كتب"


def test_a_name_of_what_was_merged_leads_to_what_it_was_merged_into() -> None:
    one = archive(
        document("one", "en", ["Norvik met."], names={"Norvik": "norvik"}),
        entities=[
            Entity("norvik", "organization", {"en": "Norvik"}),
            Entity("norwick", "organization", {"en": "Norwick"}, merged_into="norvik"),
        ],
    )
    assert {name.entity for name in names(one)} == {"norvik"}
    assert ("norwick",) in {name.parts for name in names(one)}


def test_of_the_variants_of_characters_those_of_the_texts_are_kept() -> None:
    assert "開开" in han_variants({"开"})
    assert "門" not in han_variants({"开"})
