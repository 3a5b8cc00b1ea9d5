"""Whose money a name without a country is: what the text says, else what its record says, else nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.annotate.figures import read_figures
from build_tools.model import Authority, Document, Entity, Paragraph, Record, Source
from tests.figures.test_vectors import shown

CASES = [
    ("en", "It cost 90 dinars.", "Amman", "JOD", "currency-of-record"),
    ("en", "It cost 90 dinars in Baghdad.", "Amman", "IQD", "currency-of-text"),
    ("en", "It cost 90 dinars.", "", None, "currency-open"),
    ("en", "It cost 90 dollars.", "Amman", "USD", "currency"),
    ("ar", "دفع 90 درهما.", "الدار البيضاء", "MAD", "currency-of-record"),
    ("ar", "دفع 90 درهما.", "", None, "currency-open"),
    ("zh", "花了90克朗。", "奥斯陆", "NOK", "currency-of-record"),
    ("zh", "丹麦人花了90克朗。", "奥斯陆", "DKK", "currency-of-text"),
    ("zh", "花了90克朗。", "", None, "currency-open"),
]


@pytest.mark.parametrize(("language", "text", "record", "currency", "assumed"), CASES)
def test_the_text_decides_before_the_record(
    language: str, text: str, record: str, currency: str | None, assumed: str
) -> None:
    (figure,) = read_figures(text, language, record=record)
    assert (figure.value, figure.currency, figure.assumed) == ("90", currency, assumed)


@pytest.mark.parametrize("source", [Source(place="Tunis"), Source(publisher="evening-post"), Source()])
def test_place_and_publisher_of_the_record_say_the_country(source: Source) -> None:
    post = Entity("evening-post", "organization", {"en": "Tunisian Evening Post"})
    text = "It cost 90 dinars."
    whole = (Paragraph(0, len(text)),)
    document = Document("a", Path("a.txt"), text, "", "utf-8", "en", "en", whole, Record(source=source))
    annotated, _ = Annotator(Authority({post.id: post})).annotate(document)
    assert [shown(figure) for figure in annotated.figures] == [
        "90 dinars = money 90 TND" if source != Source() else "90 dinars = money 90 dinar"
    ]
