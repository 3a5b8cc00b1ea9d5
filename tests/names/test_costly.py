"""``check`` warns of the alias that is found in many texts in which nothing else speaks for its entity."""

from __future__ import annotations

from build_tools.annotate.costly import check_costly
from build_tools.model import AnnotatedDocument, Authority
from tests.names.test_suggest import annotated
from tests.names.test_vectors import make_authority

REGISTER = [
    {
        "id": "harbour",
        "type": "organization",
        "names": {"en": "Harbour Lines"},
        "aliases": {"en": ["Harbour", "HL"]},
    },
    {"id": "mills", "type": "organization", "names": {"en": "Mills and Sons"}, "aliases": {"en": ["Mills"]}},
    {"id": "boss", "type": "person", "names": {"en": "Ada Quint"}, "relations": [{"chairs": "mills"}]},
]


def texts(*written: str) -> tuple[Authority, list[AnnotatedDocument]]:
    authority = make_authority(REGISTER)
    return authority, [annotated(text, "en", f"d{n}", authority) for n, text in enumerate(written)]


def test_the_alias_that_stands_alone_in_most_texts_is_told_with_examples() -> None:
    told = list(check_costly(*texts(*["They sued Harbour."] * 4, *["They sued Mills."] * 3)))
    assert [problem.code for problem in told] == ["costly-alias"]
    assert "in 4 texts nothing but the alias 'Harbour'" in told[0].message
    assert "d0 «They sued Harbour.»" in told[0].message
    assert told[0].severity == "warning"


def test_another_form_or_a_related_entity_speaks_for_it() -> None:
    assert not list(check_costly(*texts(*["They sued Harbour, that is Harbour Lines."] * 5)))
    assert not list(check_costly(*texts(*["They sued Mills and met Ada Quint."] * 5)))


def test_abbreviations_names_and_few_texts_are_not_told() -> None:
    assert not list(check_costly(*texts(*["They sued HL."] * 5, *["They sued Harbour Lines."] * 5)))
    assert not list(check_costly(*texts(*["They sued Harbour."] * 2)))


def test_an_alias_with_conditions_is_weighed_already() -> None:
    register = [{**REGISTER[0], "aliases": {"en": [{"form": "Harbour", "needs": ["sued"]}]}}]
    authority = make_authority(register)
    documents = [annotated("They sued Harbour.", "en", f"d{n}", authority) for n in range(5)]
    assert not list(check_costly(authority, documents))
