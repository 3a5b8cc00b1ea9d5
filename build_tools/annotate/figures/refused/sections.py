"""Numbers of sections: § 4, §§ 12 and 13, and the head of a section, 6.2 Scope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.figures.draft import Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.view import View

_SIGN = re.compile(r"§{1,2} ?\d{1,4}[a-z]?(?:\.\d{1,3}){0,3}")
_HEAD = re.compile(r"(?:^|\n)[ \t]*(\d{1,2}(?:\.\d{1,2}){1,3})\.?([ \t]|(?=[\u2e80-\u9fff]))")
_LONGEST_HEAD = 70
_SENTENCE_ENDS = ".。!?！？؟:：;؛"


def section_sign(view: View, g: Grammar) -> Iterator[Refused]:
    """§ 4, §§ 12, 13: what stands behind the sign of a section."""
    if "§" in view.flat:
        later = g.pattern("sections_row")
        for match in _SIGN.finditer(view.flat):
            row = later.match(view.flat, match.end())
            yield Refused(match.start(), row.end() if row else match.end(), "section_sign")


def section_head(view: View, g: Grammar) -> Iterator[Refused]:
    """6.2 Scope: a number with a point that opens a line which is no sentence, and that measures nothing."""
    for match in _HEAD.finditer(view.text):
        end = view.text.find("\n", match.end())
        line = view.text[match.end() : end if end >= 0 else len(view.text)].rstrip()
        if 1 < len(line) <= _LONGEST_HEAD and line[-1] not in _SENTENCE_ENDS and _names(view, match.end(), g):
            yield Refused(*match.span(1), "section_head")


def _names(view: View, at: int, g: Grammar) -> bool:
    """Whether a word that may open a title stands at a place: no scale, unit or noun that is counted."""
    word, _ = word_at(view.flat, at)
    first = view.text[at : at + 1]
    capital = first.isupper() or not first.isascii()
    scaled = word in g.atoms or first in (g.data.numerals.scale_signs or " ")
    counted = g.suffixes.at(view.flat, at) or g.classifiers.at(view.flat, at)
    return bool(word) and capital and not scaled and counted is None
