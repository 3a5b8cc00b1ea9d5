"""What an editor is told of statements of his own that no text makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.annotate import Annotator
from build_tools.annotate.attested import check_attested
from build_tools.annotate.described import check_described
from build_tools.model import Record, Relation, Seeds, Source
from build_tools.read import document_from_text
from tests.names.test_vectors import make_authority

TEXT = (
    "Quorum Mill, a mill of 1921, was sold for 40 million dollars.\n"
    "Its 300 workers keep their places. The buyer is Orrin Vale, who runs Vale Works."
)
MILL = {"id": "mill", "type": "organization", "names": {"en": "Quorum Mill"}}
VALE = {"id": "vale", "type": "person", "names": {"en": "Orrin Vale"}}
WORKS = {"id": "works", "type": "organization", "names": {"en": "Vale Works"}}


def told(records: list[Any], record: Record | None = None, **given: Any) -> list[tuple[str, str]]:
    authority = make_authority(records)
    entities = {key: replace(entity, **given.get(key, {})) for key, entity in authority.entities.items()}
    authority = replace(authority, entities=entities)
    document = document_from_text("d0", TEXT, "en")
    document = replace(document, record=record or Record())
    annotator = Annotator(authority)
    annotated = [annotator.annotate(document)[0]]
    seeds = Seeds(Path(), (document,), authority)
    found = [*check_described(seeds, annotated, annotator), *check_attested(seeds, annotated)]
    return [(problem.code, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("description", "source", "unsaid"),
    [
        ({"en": "A mill of 1921."}, None, None),
        ({"en": "A mill sold for 40 million dollars.", "zh": "1921年的磨坊。"}, None, None),
        ({"en": "A mill founded in 1899."}, None, "'1899'"),
        ({"en": "A mill of 1921.", "zh": "1899年建立的磨坊。"}, None, "'1899年'"),
        ({"en": "A mill founded in 1899."}, "Register of mills", None),
        ({"en": "A mill with 300 workers."}, None, "'300 workers'"),
    ],
)
def test_a_number_of_a_description_stands_beside_the_name_or_has_a_source(
    description: dict[str, str], source: str | None, unsaid: str | None
) -> None:
    """The 300 workers stand in another paragraph than the mill's name."""
    found = told([MILL], mill={"description": description, "description_source": source})
    message = f"mill: no paragraph that names it says {unsaid}, as its description does"
    assert found == ([("unsourced-description", message)] if unsaid else [])


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ({"summary": {"en": "Sold for 40 million dollars; 300 workers stay."}}, None),
        ({"summary": {"en": "The price is 133,000 dollars a worker."}}, "'133,000 dollars'"),
        ({"title": {"en": "Mill sold in 2024", "zh": "磨坊以4000万美元售出"}}, None),
        ({"title": {"ar": "بيع طاحونة بثلث ثمنها"}}, "'بثلث'"),
    ],
)
def test_a_title_or_a_summary_says_no_number_that_the_text_does_not(
    said: dict[str, Any], unsaid: str | None
) -> None:
    record = Record(**said, editorial=dict.fromkeys(said, "machine"), source=Source(published="2024-05"))
    codes = told([], record)
    assert [code for code, _ in codes] == (["unstated-in-text"] if unsaid else [])
    own = told([], replace(record, editorial={}))
    assert own == [], "the source's own headline may say what its text does not"


@pytest.mark.parametrize(
    ("quote", "lacking"),
    [
        ("Orrin Vale, who runs Vale Works", None),
        ("who runs Vale Works", "vale"),
        ("The buyer is Orrin Vale", "works"),
        ("300 workers", "vale and works"),
    ],
)
def test_the_words_for_a_relation_name_both(quote: str, lacking: str | None) -> None:
    relation = Relation("head_of", "works", ("d0",), quote, 4)
    found = told([VALE, WORKS], vale={"relations": (relation,)})
    message = f"vale: the words quoted for head_of works do not name {lacking} in d0"
    assert found == ([("unnamed-in-evidence", message)] if lacking else [])
