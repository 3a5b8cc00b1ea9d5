"""Every value of the model that a reader can meet has its words, in every catalogue."""

from __future__ import annotations

import re
from typing import Any, Literal, get_args, get_origin

import pytest

from build_tools import model
from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import catalogue, languages

WORDED = {
    "Kind": "kind",
    "Modifier": "modifier",
    "Rights": "rights",
    "Boilerplate": "boilerplate",
    "Period": "period",
    "Suspect": "suspect",
    "Assumption": "assumed",
    "Verdict": "verdict",
    "Reason": "reason",
    "EvidenceKind": "evidence",
}
"""The closed sets of values in ``model`` → the vocabulary that words them."""
UNSAID = {"modifier": {"exact"}, "evidence": {"names", "figures"}}
"""Values that are told by saying nothing, or by naming what they are about."""
IN_SENTENCES = {
    "Maker": "who made a title or a translation",
    "RowKind": "why a passage of a story stands alone, or beside others",
}
"""Sets that templates tell in sentences of their own."""
NOT_TOLD = {
    "Division": "where a text is cut into paragraphs, which are seen",
    "ParagraphKind": "how the lines of a paragraph lie, which is seen",
}
"""Sets that no page prints."""

VALUES: dict[str, Any] = {name: kind for name, kind in vars(model).items() if get_origin(kind) is Literal}


def test_every_closed_set_of_values_is_worded_somewhere() -> None:
    assert set(VALUES) == {*WORDED, *IN_SENTENCES, *NOT_TOLD}, "say here where its words are"


@pytest.mark.parametrize(("values", "vocabulary"), WORDED.items())
def test_a_vocabulary_words_each_value_and_no_other(values: str, vocabulary: str) -> None:
    assert set(TERMS[vocabulary]) == set(get_args(VALUES[values])) - UNSAID.get(vocabulary, set())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("vocabulary", TERMS)
def test_every_catalogue_has_the_words(vocabulary: str, language: str) -> None:
    kept = catalogue(language)
    for key, message in TERMS[vocabulary].items():
        said = kept.gettext(message)
        assert said != key
        assert language == "en" or said != message, f"{language} has no words for {vocabulary} {key}"
        assert set(re.findall(r"%\((\w+)\)s", said)) <= set(re.findall(r"%\((\w+)\)s", message))
