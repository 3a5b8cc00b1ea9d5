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
_SLIGHT = 1000
"""One lost character in so many leaves a text that can be read: it is told, with its place, and the text is taken in."""
_PLACES = 5
_NEAR = 15
"""Characters on either side of what is shown."""

_SAVE = "Get the text from another edition, or run text recognition on the pages"


def of(paragraphs: Sequence[str], pages: Sequence[tuple[int, str]] = ()) -> Iterator[Doubt]:
    """The doubts about a text. ``pages`` are as in ``Made``."""
    text = "\n".join(paragraphs)
    yield from _glued(text)
    yield from _arabic(text)
    private = len(_PRIVATE.findall(text))
    if private:
        places = _places(_PRIVATE, paragraphs, pages)
        yield Doubt(
            "private-characters",
            f"{private} characters are of a font's own, with no meaning elsewhere: {places}",
            _SAVE,
        )
    lost = len(_LOST.findall(text))
    if lost:
        slight = lost * _SLIGHT <= len(text)
        yield Doubt(
            "lost-characters",
            f"{lost} characters could not be told (U+FFFD): {_places(_LOST, paragraphs, pages)}",
            "Look them up in the original, and put them in" if slight else _SAVE,
            slight=slight,
        )


def _places(sign: re.Pattern[str], paragraphs: Sequence[str], pages: Sequence[tuple[int, str]]) -> str:
    """The first places of a sign: ``paragraph 12 on page 3, “in the w�nter of”``."""
    found: list[str] = []
    for number, paragraph in enumerate(paragraphs, 1):
        match = sign.search(paragraph)
        if match and len(found) == _PLACES:
            return "; ".join([*found, "…"])
        if match:
            page = next((label for first, label in reversed(pages) if first <= number), None)
            near = paragraph[max(0, match.start() - _NEAR) : match.end() + _NEAR].strip()
            on = f" on page {page}" if page else ""
            found.append(f"paragraph {number}{on}, “{near}”")
    return "; ".join(found)


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
