"""Ordinals that are written in words in a language with a written article: الثامنة عشرة, الخامس والعشرين."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_after, word_at


@dataclass(frozen=True, slots=True)
class Ordinal:
    value: int
    end: int
    compound: bool
    """Two words: no other part of speech looks like it."""
    definite: bool


def without_article(word: str, g: Grammar) -> tuple[str, bool]:
    """The word without its article, and whether it had one."""
    if g.is_definite(word):
        return word[len(g.article) :], True
    return word, False


def written_ordinal(flat: str, at: int, g: Grammar) -> Ordinal | None:
    """The ordinal whose first word starts at ``at``, the article included."""
    found = _below_hundred(flat, at, g)
    if found is None:
        return None
    for past in g.data.ranks.past_hundred:
        if flat.startswith(f" {past}", found.end):
            return Ordinal(found.value + 100, found.end + 1 + len(past), True, found.definite)
    return found


def _below_hundred(flat: str, at: int, g: Grammar) -> Ordinal | None:
    word, end = word_at(flat, at)
    bare, definite = without_article(word, g)
    # "واحد وعشرون" is a number, "الواحد والعشرون" a rank.
    first = bare in g.data.ranks.ones and (definite or bare not in g.atoms)
    ones = g.ordinals.get(bare) or (1 if first else None)
    if ones is None:
        return None
    if ones < 10:
        after, stop = word_after(flat, end)
        if after in g.data.numerals.teen_tail:
            return Ordinal(10 + ones, stop, True, definite)
        if after[:1] in g.data.numerals.joiners:
            rest, also = without_article(after[1:], g)
            atom = g.atoms.get(rest)
            if atom and atom.kind == "ten" and also == definite:
                return Ordinal(int(atom.value) + ones, stop, True, definite)
    return Ordinal(ones, end, False, definite) if bare in g.ordinals else None
