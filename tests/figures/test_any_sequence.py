"""Words of all tables, numbers of every script, signs and control characters in any order: no text ends in a fault."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from build_tools import languages
from build_tools.annotate.figures import read_figures
from build_tools.model import Figure

INPUTS = 20_000
SEED = 14
FILES = ("figures", "units")

NUMBERS = [char for char in map(chr, range(0x110000)) if unicodedata.category(char) in ("No", "Nl", "Nd")]
SIGNS = [*".,;:!?%‰‱+-−–—~/\\|()[]{}«»“”‘’'\"#&*=<>^°´`_@$£€¥₹₽،؛؟٪٫٬。，、：；（）％～－＋／·…№§¶"]
BLANKS = [" ", "\u00a0", "\u2009", "\u3000", "\t", "\n", "\r\n", "\u2028", "\u0085"]
CONTROLS = ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\u0640", "\u0301", "\x00", "\x1f", "\ufffd", "\ud7a3", "😀", "👨\u200d👩\u200d👧"]  # fmt: skip


def words(value: Any) -> Iterator[str]:
    """Every text of a table, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from words(key)
            yield from words(item)
    elif isinstance(value, list):
        for item in value:
            yield from words(item)


def sequence(lot: random.Random, known: list[str]) -> str:
    """Up to fourteen pieces, with and without blanks between them."""
    pieces: list[str] = []
    for _ in range(lot.randint(1, 14)):
        of = lot.choices([known, NUMBERS, SIGNS, BLANKS, CONTROLS, ["digits"]], weights=[8, 2, 3, 1, 0.5, 4])[
            0
        ]
        pieces.append(str(lot.randrange(10 ** lot.randint(1, 7))) if of == ["digits"] else lot.choice(of))
    return lot.choice(["", " ", " "]).join(pieces)


def faults(text: str, figures: tuple[Figure, ...]) -> Iterator[str]:
    end = 0
    for figure in figures:
        if figure.surface != text[figure.start : figure.end] or not figure.surface:
            yield f"surface {figure.surface!r}"
        if figure.start < end:
            yield f"{figure.surface!r} begins before {end}"
        end = figure.end


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_any_sequence_is_read(language: str) -> None:
    lot = random.Random(SEED)
    known = sorted({word for name in FILES for word in words(languages.section(language, name))})
    assert len(known) > 500
    wrong = []
    for number in range(INPUTS // 3 + 1):
        text = sequence(lot, known)
        try:
            figures = read_figures(text, language)
            again = read_figures(f"{text}\n\nabc.", language) if number % 8 == 0 else figures
        except Exception as error:
            wrong.append(f"{text!r}: {type(error).__name__}: {error}")
            continue
        wrong += [f"{text!r}: {fault}" for fault in faults(text, figures)]
        if again != figures:
            wrong.append(f"{text!r}: other figures with a paragraph behind it")
    assert not wrong, f"{len(wrong)} faults:\n" + "\n".join(wrong[:30])
