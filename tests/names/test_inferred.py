"""A person inferred from a title or from what else a text names says so."""

from __future__ import annotations

from build_tools.annotate.names import NameFinder
from tests.names.test_vectors import make_authority

PERSON = {"id": "okafor", "type": "person", "names": {"en": "Chidi Okafor", "zh": "奇迪·奥卡福尔"}}
FIRM = {
    "id": "firm",
    "type": "organization",
    "names": {"en": "Acme Foundry"},
    "relations": [{"employs": "okafor"}],
}


def rules(text: str, language: str = "en") -> list[str]:
    mentions, _ = NameFinder(make_authority([PERSON, FIRM])).find(text, language)
    return [mention.rule for mention in mentions if mention.entity == "okafor"]


def test_a_title_tells_of_the_surname_and_the_bare_surname_follows() -> None:
    assert rules("President Okafor spoke. Okafor left.") == [
        "en:Chidi Okafor (inferred)",
        "en:Chidi Okafor (short)",
    ]
    assert rules("总统奥卡福尔表示反对。", "zh") == ["zh:奇迪·奥卡福尔 (inferred)"]


def test_a_related_entity_tells_of_the_surname() -> None:
    assert rules("Acme Foundry lost money, and Okafor resigned.") == ["en:Chidi Okafor (inferred)"]
    assert rules("The foundry lost money, and Okafor resigned.") == []


def test_nothing_is_inferred_where_the_name_stands_in_full() -> None:
    assert rules("President Okafor spoke. Chidi Okafor left.") == [
        "en:Chidi Okafor (short)",
        "en:Chidi Okafor",
    ]


def test_nothing_is_inferred_where_two_could_be_meant() -> None:
    other = {"id": "other", "type": "person", "names": {"en": "Ngozi Okafor"}}
    mentions, _ = NameFinder(make_authority([PERSON, other])).find("President Okafor spoke.", "en")
    assert mentions == ()
    assert rules("President Emeka Okafor spoke, and President Okafor left.") == []
