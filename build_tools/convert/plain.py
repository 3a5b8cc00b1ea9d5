"""Plain text, whose encoding a person named or the bytes themselves say."""

from __future__ import annotations

from build_tools.convert import clean, encodings
from build_tools.convert.converter import Given, Made


def convert(given: Given) -> Made:
    return Made(tuple(clean.lines(encodings.text_of(given))), f"Python's {given.encoding or 'utf-8'}")
