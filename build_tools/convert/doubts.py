"""What shows that a text cannot be what its file says: told, and taken in only when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.convert.converter import Doubt

LONGEST = 24
"""Letters of a word of a language that sets spaces; longer ones are seldom more than a few in ten thousand."""
_LONG = re.compile(rf"[^\W\d_]{{{LONGEST + 1},}}")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_SPACED = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff]+")
_GLUED = 0.002
"""So many of the words may be longer."""
_ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")
_LAM_ALEF = re.compile(r"\u0644[\u064b-\u0652]?[\u0627\u0622\u0623\u0625]|[\ufef5-\ufefc]")
_PRESENTATION = re.compile(r"[\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufef4]")
_ENOUGH = 400
"""Letters of Arabic, from which on one without any لا is none: it is about every fiftieth pair."""
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LOST = re.compile("\ufffd")

_SAVE = "Get the text from another edition, or run text recognition on the pages"


def of(paragraphs: Sequence[str]) -> Iterator[Doubt]:
    """The doubts about a text."""
    text = "\n".join(paragraphs)
    yield from _glued(text)
    yield from _arabic(text)
    private = _PRIVATE.findall(text)
    if private:
        at = _PRIVATE.search(text)
        near = text[max(0, at.start() - 15) : at.end() + 15].replace("\n", " ") if at else ""
        yield Doubt(
            "private-characters",
            f"{len(private)} characters are of a font's own, with no meaning elsewhere, as in “{near}”",
            _SAVE,
        )
    lost = len(_LOST.findall(text))
    if lost:
        yield Doubt("lost-characters", f"{lost} characters could not be told (U+FFFD)", _SAVE)


def _glued(text: str) -> Iterator[Doubt]:
    bare = _ADDRESS.sub(" ", text)
    long = [word for word in _LONG.findall(bare) if _SPACED.fullmatch(word)]
    words = sum(1 for _ in _SPACED.finditer(bare))
    if len(long) >= 3 and len(long) > _GLUED * words:
        yield Doubt(
            "glued-words", f"{len(long)} of {words} words are run together, as “{long[0][:40]}”", _SAVE
        )


def _arabic(text: str) -> Iterator[Doubt]:
    letters, forms = len(_ARABIC.findall(text)), len(_PRESENTATION.findall(text))
    if forms > 20 and forms > letters:
        yield Doubt(
            "presentation-forms",
            f"Its Arabic is in forms of a font ({forms} letters), whose order and ligatures are not certain",
            _SAVE,
        )
    elif letters >= _ENOUGH and not _LAM_ALEF.search(text):
        yield Doubt(
            "no-lam-alef",
            f"In {letters} letters of Arabic there is no لا: the font's table loses it, and letters with it",
            _SAVE,
        )
