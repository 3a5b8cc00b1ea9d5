"""Sentences are told apart in every language, by the vectors in ``sentences/``."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import languages
from build_tools.meaning import sentences
from build_tools.meaning.sentences import LONG, SHORT

VECTORS = sorted((Path(__file__).parent / "sentences").glob("*.txt"))
LINES = [
    (path.stem, line)
    for path in VECTORS
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text), language)]


def test_every_language_has_vectors_and_words() -> None:
    assert {path.stem for path in VECTORS} == set(languages.tags())
    for tag in languages.tags():
        assert set(languages.section(tag, "sentences")) == {
            "abbreviations",
            "numbering",
            "closing",
            "openers",
        }


@pytest.mark.parametrize(("language", "line"), LINES)
def test_a_sentence_ends_where_its_marks_say(language: str, line: str) -> None:
    wanted = [part.strip() for part in line.split("|")]
    text = line.replace("|", "") if language == "zh" else line.replace(" | ", " ")
    assert split(text, language) == wanted


def test_only_the_stretch_that_is_asked_for_is_split() -> None:
    text = "One is here. Two is there. Three is gone."
    assert [text[a:b] for a, b in sentences(text, 13, 26, "en")] == ["Two is there."]


def test_each_line_of_a_verse_is_one() -> None:
    assert split("The moon is low\nThe tide is high\n", "en") == ["The moon is low", "The tide is high"]


def test_a_language_without_words_is_split_by_its_marks() -> None:
    assert split("Der Damm hielt. Alle waren froh.", "de") == ["Der Damm hielt.", "Alle waren froh."]


@pytest.mark.parametrize("mark", [", ", "; ", "، ", "؛ "])
def test_a_long_sentence_is_cut_between_its_clauses(mark: str) -> None:
    clause = "the ferries went over the bay in the fog with their lamps lit"
    parts = split(mark.join([clause] * 9) + ".", "en")
    assert len(parts) > 1
    assert all(SHORT <= len(part) <= LONG for part in parts)
    assert mark.strip() in parts[0][-2:]


def test_a_long_sentence_without_marks_stays_whole() -> None:
    assert len(split("word " * 200, "en")) == 1


def test_a_sentence_is_cut_from_its_361st_letter_on() -> None:
    half = "a" * 179
    whole = f"{half}, {half}"
    assert len(whole) == LONG == 360
    assert split(whole, "en") == [whole]
    assert len(split(f"{whole}b", "en")) == 2
