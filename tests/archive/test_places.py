"""Where sentences and paragraphs begin."""

from __future__ import annotations

import random
import re

from build_tools.archive.places import paragraph_at, paragraph_from, paragraph_starts, sentence_starts
from build_tools.model import Paragraph

PLAIN = re.compile(r"[。！？!?؟…]+[\"”’»」』)）]*|\.[\"”’»)]*(?=\s+[^\d\sa-z])|\n")


def _sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_sentences_of_three_languages() -> None:
    assert _sentences("It rose 3.5 m on Oct. 14. “Why?!” she asked. (None knew…) It fell.") == [
        "It rose 3.5 m on Oct. 14.",
        " “Why?!”",
        " she asked.",
        " (None knew…)",
        " It fell.",
    ]
    assert _sentences("他走了。」她说！好\n第二") == ["他走了。」", "她说！", "好\n", "第二"]
    assert _sentences("أين ذهب؟ لا أحد يعلم. ثم عاد.") == ["أين ذهب؟", " لا أحد يعلم.", " ثم عاد."]


def test_a_sentence_ends_where_the_plain_rule_says() -> None:
    lot = random.Random(3)
    for _ in range(400):
        text = "".join(lot.choice('。！!?؟…..""”»」)） \n\n5aB二') for _ in range(30))
        assert sentence_starts(text) == [0, *(found.end() for found in PLAIN.finditer(text))], repr(text)


def test_a_paragraph_is_found_by_where_paragraphs_begin() -> None:
    paragraphs = [Paragraph(3, 9, None), Paragraph(11, 20, None), Paragraph(22, 23, None)]
    starts = paragraph_starts(paragraphs)
    found = [paragraph_from(starts, at) for at in range(30)]
    assert found == [paragraph_at(paragraphs, at) for at in range(30)]
    assert found[2:4] + found[10:12] + found[21:24] == [1, 1, 1, 2, 2, 3, 3]
