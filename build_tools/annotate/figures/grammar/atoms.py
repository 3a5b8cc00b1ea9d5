"""Number words: what each is in the grammar of numerals, and what links them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeVar

from build_tools.annotate.figures.grammar.numeral_tables import Numerals

K = TypeVar("K")

AtomKind = Literal[
    "zero", "unit", "teen", "ten", "tail", "times100", "hundreds", "scale", "dual", "many", "article"
]


@dataclass(frozen=True, slots=True)
class Atom:
    """One number word: what it is in the grammar, and its value (of a scale: the scale)."""

    kind: AtomKind
    value: Fraction
    ambiguous: bool = False


def turned(table: Mapping[K, Iterable[str]]) -> Iterator[tuple[str, K]]:
    """Every form of a table with its key."""
    for key, forms in table.items():
        for form in forms:
            yield form, key


def atoms_of(numerals: Numerals) -> dict[str, Atom]:
    """Every number word with its place in a numeral; later kinds overrule earlier ones."""
    kinds: list[tuple[str, AtomKind, int | Fraction]] = []
    for scale in numerals.scales:
        power = Fraction(10) ** scale.power
        kinds += [(form, "scale", power) for form in scale.one]
        kinds += [(form, "dual", power) for form in scale.two]
        kinds += [(form, "many", power) for form in scale.many]
    kinds += [(form, _kind_below_hundred(value), value) for form, value in turned(numerals.cardinals)]
    kinds += [(form, "tail", 10) for form in numerals.teen_tail]
    kinds += [(form, "hundreds", value) for form, value in turned(numerals.hundreds)]
    kinds += [(form, "times100", 100) for form in numerals.hundred]
    kinds += [(form, "scale", value) for form, value in turned(numerals.dozens)]
    kinds += [(form, "article", 1) for form in numerals.articles]
    ambiguous = frozenset(numerals.ambiguous)
    return {form: Atom(kind, Fraction(value), form in ambiguous) for form, kind, value in kinds}


def _kind_below_hundred(value: int) -> AtomKind:
    if value == 0:
        return "zero"
    return "unit" if value < 10 else "teen" if value < 20 else "ten"


def add_solid(atoms: dict[str, Atom], ordinals: dict[str, int]) -> None:
    """Compounds written without their hyphen: twentyfive, twentyfifth."""
    tens = {form: atom for form, atom in atoms.items() if atom.kind == "ten" and form.isascii()}
    ones = {form: atom for form, atom in atoms.items() if atom.kind == "unit"}
    firsts = {form: value for form, value in ordinals.items() if value < 10}
    for ten, tenfold in tens.items():
        for one, atom in ones.items():
            atoms[ten + one] = Atom("teen", tenfold.value + atom.value)
        for one, value in firsts.items():
            ordinals[ten + one] = int(tenfold.value) + value


def links_of(numerals: Numerals) -> dict[str, tuple[tuple[str, bool], ...]]:
    """Words between the two numbers of a ratio by their first word, longest first, and whether they divide."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for forms, divides in ((numerals.division_words, True), (numerals.ratio_words, False)):
        for form in forms:
            found.setdefault(form.split(" ")[0], []).append((form, divides))
    return {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}


_CONJUNCTIONS = 2
"""Of the proclitics, which stand in this order: conjunctions, then prepositions, the last of them "for"."""


def with_proclitics(words: Iterable[str], proclitics: str, definite: str) -> dict[str, int]:
    """Every word as it may open a figure, with up to two proclitics and the article → length of the proclitics."""
    leads: dict[str, int] = {}
    conjunctions, prepositions = proclitics[:_CONJUNCTIONS], proclitics[_CONJUNCTIONS:]
    first = ["", *proclitics, *(a + b for a in conjunctions for b in prepositions)]
    for word in words:
        for before in first:
            leads.setdefault(before + word, len(before))
            if definite:
                leads.setdefault(before + definite + word, len(before))
                if before and before[-1] == proclitics[-1]:
                    # The article loses its first letter after ل, so that what is left of it is the second ل.
                    leads.setdefault(before + definite[1:] + word, len(before))
    return leads
