"""What questions have in common, whatever they ask about.

That something is asked takes a good part of a question's direction, and statements that answer it have none of it. It is
estimated from the questions of ``languages/<tag>/questions.yml``, which are about as many things as there are questions.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

import numpy as np

from build_tools import languages
from build_tools.meaning.encoder import Directions, Encoder, directions


@cache
def questions() -> dict[str, tuple[str, ...]]:
    """By language, of those that have some."""
    listed = {
        tag: tuple(languages.section(tag, "questions").get("questions", ())) for tag in languages.tags()
    }
    return {tag: own for tag, own in listed.items() if own}


def edition() -> str:
    """Eight letters and digits; other ones where the questions are others."""
    return f"{crc32(repr(questions()).encode()):08x}"


def asking(encoder: Encoder) -> Directions:
    """Directions at right angles, as many as languages have questions: what the questions of each have in common."""
    rows: list[Directions] = []
    for own in questions().values():
        row = directions(encoder.encode(own)).mean(axis=0)
        for other in rows:
            row = row - (row @ other) * other
        rows.append(row / np.linalg.norm(row))
    return np.array(rows).reshape(-1, encoder.size)
