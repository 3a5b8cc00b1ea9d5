"""Countries in plain sentences, each the only name of its text: no dictionary makes another word of them."""

from __future__ import annotations

import pytest
from babel import Locale

from build_tools.annotate import Annotator
from build_tools.model import Authority, Entity
from build_tools.read.documents import document_from_text

SENTENCES = {
    "en": ("{} urged companies to invest.", "The minister visited {} on Monday."),
    "ar": ("تحث {} الشركات المحلية على التطوير.", "زار الوزير {} يوم الاثنين.", "وصل الوفد إلى {} أمس."),
    "zh": ("{}敦促企业加快发展。", "部长周一访问了{}。", "代表团昨天抵达{}。", "会议在{}举行。"),
}
LOST = {"en": 0, "ar": 10, "zh": 0}
"""How many may be lost: some Arabic names of countries are words of the dictionary (قطر, مالي)."""


@pytest.mark.parametrize("tag", SENTENCES)
def test_countries_are_found_in_plain_sentences(tag: str) -> None:
    territories = Locale.parse(tag).territories
    names = {
        code: name for code, name in territories.items() if len(code) == 2 and code not in ("ZZ", "XA", "XB")
    }
    entities = {code: Entity(code, "place", {tag: name}) for code, name in names.items()}
    annotator = Annotator(Authority(entities=entities))
    lost = []
    for code, name in names.items():
        for sentence in SENTENCES[tag]:
            annotated, _ = annotator.attempt(document_from_text("one", f"{sentence.format(name)}\n"))
            if annotated is None or all(mention.entity != code for mention in annotated.mentions):
                lost.append(sentence.format(name))
    assert len(lost) <= LOST[tag], "\n".join(lost)
