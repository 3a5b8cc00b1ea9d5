"""Text that may not be published is nowhere in the archive."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.archive import gather
from build_tools.model import (
    EditorAnnotation,
    Measure,
    Paragraph,
    Record,
    Relation,
    Statement,
    Translation,
)
from tests.archive.build import annotated, figure, seeds

TEXT = "Acme opens.\nSecret talks cost $5bn, says Acme."
MONEY = figure("$5bn", "5000000000", currency="USD")


def archive(rights, **rest):
    said = EditorAnnotation("Secret talks", None, 3, event="2024-12")
    place = (said, TEXT.index("Secret"), TEXT.index(" cost"))
    record = Record(rights=rights, annotations=(said,))
    document = annotated("d", TEXT, names={"Acme": "acme"}, figures=(MONEY,), record=record)
    document = replace(document, events=(place,), slips=(place,), rejected=(place,))
    source = seeds("acme", **rest)
    acme = replace(
        source.authority.entities["acme"], relations=(Relation("owner_of", "acme", ("d",), "Secret talks"),)
    )
    source = replace(source, authority=replace(source.authority, entities={"acme": acme}))
    return gather(source, [document])


@pytest.mark.parametrize(("rights", "text"), [("excerpt", "Acme opens."), ("withheld", "")])
def test_nothing_quotes_what_is_withheld(rights, text):
    measure = Measure("m", "acme", {}, "money", None, "USD", None, (Statement("d", "$5bn", None, None, {}),))
    found = archive(rights, measures=(measure,))
    assert found.documents["d"].document.text == text
    assert "Secret" not in repr(found)
    assert "5bn" not in repr(found)


def test_what_is_public_is_whole():
    found = archive("full")
    assert found.documents["d"].document.text == TEXT
    assert len(found.documents["d"].events) == len(found.documents["d"].slips) == 1
    assert len(found.entities["acme"].occurrences) == 2
    assert found.entities["acme"].entity.relations[0].quote == "Secret talks"


def test_mentions_in_the_excerpt_stay():
    assert len(archive("excerpt").entities["acme"].occurrences) == 1
    assert archive("withheld").entities["acme"].occurrences == ()


def test_a_translation_stays_when_the_excerpt_is_longer_than_the_text():
    document = annotated("d", TEXT, record=Record(rights="excerpt", excerpt=9))
    text = "أكمي تفتح.\n\nكلفت المحادثات السرية 5 مليارات."
    start = text.index("كلفت")
    translation = Translation("ar", text, (Paragraph(0, start - 2), Paragraph(start, len(text))), "person", None, None, None, Path("d.md"))  # fmt: skip
    document = replace(document, document=replace(document.document, translations=(translation,)))
    assert gather(seeds("acme"), [document]).documents["d"].document.translations == (translation,)
