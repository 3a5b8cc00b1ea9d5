"""Lines put together: words that were divided at the end of a line are made whole."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from build_tools.convert.pdf.line import Line

_HYPHENS = "-\u2010\u00ad"
_ADDRESS = re.compile(r"(?:https?:/{0,2}|https?://\S*[./\-_?=&~#])\Z")
"""The beginning of an address that was broken where an address may be."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Words:
    """The words of a text, by which it is told whether a hyphen belongs to a word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._seen = Counter(
            word.casefold().replace("\u2010", "-") for line in lines for word in _WORD.findall(line)
        )

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether ``left-right`` is one word with a hyphen: it stands so elsewhere, or both parts do by themselves."""
        whole, parted = (left + right).casefold(), f"{left}-{right}".casefold()
        if self._seen[whole] or self._seen[parted]:
            return self._seen[parted] > self._seen[whole]
        least = min(len(left), len(right))
        return least >= 3 and self._seen[left.casefold()] > 1 and self._seen[right.casefold()] > 1


def joined(lines: Sequence[Line], words: Words) -> str:
    """The text of a paragraph."""
    text = lines[0].text.strip() if lines else ""
    hyphen = lines[0].hyphen if lines else False
    for line in lines[1:]:
        after = line.text.strip()
        text = _across(text, after, hyphen, words)
        hyphen = line.hyphen
    return text


def _across(text: str, after: str, hyphen: bool, words: Words) -> str:
    if not text or not after:
        return text + after
    ends = text[-1] in _HYPHENS
    bare = text.rstrip(_HYPHENS) if ends else text
    left, right = re.search(r"[^\W\d_]+\Z", bare), re.match(r"[^\W\d_]+", after)
    if (hyphen or ends) and left and right:
        if right[0][0].islower() or (hyphen and not right[0][0].isupper()):
            keep = text[-1] != "\u00ad" and words.keeps_hyphen(left[0], right[0])
            return f"{bare}-{after}" if keep else bare + after
        return f"{bare}-{after}"
    if ends and not text[-2:-1].isspace():
        return text + after
    if _ADDRESS.search(text) and re.match(r"[\w/#?=&.~%-]", after):
        return text + after
    wide = unicodedata.east_asian_width(text[-1]) in "WF" and unicodedata.east_asian_width(after[0]) in "WF"
    if wide or (_is_han(text[-1]) and _is_mark(after[0])) or re.search(r"\w/\Z", text):
        return text + after
    return f"{text} {after}"


def _is_han(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Pe", "Pf", "Po")
