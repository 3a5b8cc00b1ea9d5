"""What speaks for a name where, before anything is counted: each reason beside a text where it does not hold."""

from __future__ import annotations

import pytest

from build_tools.annotate.suggest import FINDERS, marks, towns
from build_tools.annotate.suggest.text import Text
from tests.names.test_suggest import annotated

SEEN = [
    ("ar", "أعلن هاينريش كولدنبرغ عن خطة.", "هاينريش كولدنبرغ", "foreign"),
    ("ar", "سافر الوفد إلى قندوز.", "قندوز", "place"),
    ("ar", "وصل خالد بن فهد أمس.", "خالد بن فهد", "given"),
    ("ar", "قالت الشركة وعلي فهمي ذلك.", "علي فهمي", "given"),
    (
        "ar",
        "أطلقت الشركة نموذج كولينغواي أمس.",
        "كولينغواي",
        "cue",
    ),  # foreign, though it ends as adjectives do
    ("en", "She went to Austin, Texas yesterday.", "Austin", "city"),
    ("zh", "他在“Norvik”工作。", "Norvik", "quotation"),
]
UNSEEN = [
    ("ar", "أعلن هاينريش كولدنبرغ عن خطة.", "كولدنبرغ", "foreign"),  # it is the second word of a name
    ("ar", "سافر الوفد إلى قندوز القديمة.", "قندوز", "place"),  # something follows
    ("ar", "وصل الرئيس عبد الفتاح السيسي أمس.", "عبد الفتاح", "given"),  # the name goes on
    (
        "zh",
        "他在“New Order”的演唱会上。",
        "New Order",
        "quotation",
    ),  # two words in quotation marks may be a title
]


def seen(language: str, text: str) -> set[tuple[str, str]]:
    """Words and reasons."""
    one = Text(annotated(text, language))
    finders = (*FINDERS, towns.sightings_in([one]))
    return {(text[found.start : found.end], found.reason) for finder in finders for found in finder(one)}


@pytest.mark.parametrize(("language", "text", "words", "reason"), SEEN)
def test_a_reason_is_seen(language: str, text: str, words: str, reason: str) -> None:
    assert (words, reason) in seen(language, text)


@pytest.mark.parametrize(("language", "text", "words", "reason"), UNSEEN)
def test_and_not_where_it_does_not_hold(language: str, text: str, words: str, reason: str) -> None:
    assert (words, reason) not in seen(language, text)


def test_an_abbreviation_in_brackets_is_of_as_many_words_as_it_has_letters() -> None:
    text = "قالت منظمة الصحة العالمية (WHO) ذلك."
    [(own, also)] = marks.equations(Text(annotated(text, "ar")))
    assert [text[start:end] for start, end in (own, also)] == ["منظمة الصحة العالمية", "WHO"]
