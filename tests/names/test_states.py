"""States of America as newspapers shorten them, their counties, and places that other evidence tells of."""

from __future__ import annotations

import pytest

from build_tools.annotate.suggest import proposals_as_yaml, suggest
from build_tools.annotate.suggest.proposal import Proposal
from build_tools.model import Authority
from tests.names.test_recognised import CITIES
from tests.names.test_suggest import annotated


def known(text: str, language: str) -> dict[str, Proposal]:
    found = suggest([annotated(text, language)], Authority())
    return {next(iter(one.names.values())): one for one in found if one.known}


def names(text: str, language: str) -> set[str]:
    return {name for one in known(text, language).values() for name in one.names.values()}


@CITIES
@pytest.mark.parametrize(
    ("text", "language", "there", "not_there"),
    [
        ("GROVE, Okla. (AP) - Deputies waited in the rain.", "en", {"Oklahoma"}, set()),
        (
            "They said that McDonald County, Mo., deputies waited.",
            "en",
            {"McDonald County", "Missouri"},
            set(),
        ),
        ("Roads in Sequoyah County were closed.", "en", {"Sequoyah County"}, set()),
        ("Roads in Jefferson County were closed.", "en", set(), {"Jefferson County"}),
        ("Roads in Jefferson County, near Arnold, Missouri, were closed.", "en", {"Jefferson County"}, set()),
        ("He did not miss. Miss. Volta did, and so did Mo.", "en", set(), {"Mississippi", "Missouri"}),
        ("美国德州州长昨天表示反对。", "zh", {"Texas"}, {"Dezhou"}),
        ("美国客商昨天访问了山东德州的工厂。", "zh", set(), {"Texas"}),
        ("德州的居民昨天表示反对。", "zh", set(), {"Texas"}),
        ("Foreign Minister Ana Volta of Peru spoke to reporters.", "en", {"Peru"}, set()),
        ("记者从山西获悉,道路已经恢复。", "zh", {"Shanxi"}, set()),
        ("المحادثات بين واشنطن وتل أبيب مستمرة.", "ar", {"Tel Aviv"}, set()),
        ("قصفت الطائرات العاصمة صنعاء ومحافظة الجوف.", "ar", {"Al Jawf"}, set()),
    ],
)
def test_places_that_the_text_tells_of_are_known(
    text: str, language: str, there: set[str], not_there: set[str]
) -> None:
    found = names(text, language)
    assert there <= found
    assert not not_there & found


@CITIES
def test_what_shortens_a_state_is_a_name_of_it_with_its_capital_only() -> None:
    found = known("JOPLIN, Mo. (AP) - Deputies waited in Missouri.", "en")
    written = proposals_as_yaml([one for one in found.values() if one.names["en"] == "Missouri"])
    assert 'aliases: {"en": [{"form": "Mo.", "case": "exact"}]}' in written


@CITIES
def test_a_minister_of_a_country_is_proposed_without_it() -> None:
    found = suggest([annotated("Foreign Minister Ana Volta of Peru spoke to reporters.", "en")], Authority())
    forms = {one.form for one in found}
    assert not [form for form in forms if form.endswith("of Peru")]
