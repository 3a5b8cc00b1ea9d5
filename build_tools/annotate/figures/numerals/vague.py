"""Amounts without a number: several, hundreds, a couple of thousand, 数百, مئات."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import (
    after_article,
    strip_definite,
    word_after,
    word_at,
)
from build_tools.annotate.figures.view import View


def scale_after(view: View, end: int, g: Grammar) -> tuple[Fraction, int] | None:
    """A scale word after a fraction: "a million", "مليون"."""
    flat = view.flat
    word, stop = word_after(flat, end, " -")
    if word in g.data.numerals.vague_link:
        word, stop = word_at(flat, stop + 1)
    if word in g.atoms and g.atoms[word].kind == "article":
        word, stop = word_at(flat, stop + 1)
    atom = g.atoms.get(word) or g.atoms.get(strip_definite(word, g))
    if atom and atom.kind == "scale":
        return atom.value, stop
    return None


def fraction_of_scale(view: View, number: Number, g: Grammar) -> Number:
    """Two-thirds of a billion, three quarters of a million: a part of one of a scale is a number of its own."""
    flat = view.flat
    if number.form != "fraction" or number.digits or number.value is None:
        return number
    for link in g.data.counting.noun_link:
        word, at = word_at(flat, number.end + len(link) + 2)
        atom = g.atoms.get(word)
        if flat.startswith(f" {link} ", number.end) and atom and atom.kind == "article":
            scale = scale_after(view, at, g)
            if scale:
                return replace(
                    number, end=scale[1], value=number.value * scale[0], trail="fraction-of-scale", form="plain", scale=scale[0]
                )  # fmt: skip
    return number


def vague(view: View, at: int, g: Grammar) -> Number | None:
    """مليارات الدولارات, عشرات الآلاف, tens of millions, several billion: amounts without a number."""
    couple = next((form for form in g.data.numerals.couples if view.flat.startswith(f"{form} ", at)), None)
    if couple:
        return _couple(view.flat, at, at + len(couple), g)
    few = _few_at(view.flat, at, g)
    return _several(view.flat, at, few, g) if few else _of_powers(view.flat, at, g)


def idiom(view: View, at: int, g: Grammar) -> Number | None:
    """成千上万, 数以百计: thousands, hundreds."""
    found = g.idioms.at(view.flat, at)
    return _magnitude(at, found[1], Fraction(10) ** found[0], "vague-amount") if found else None


def _couple(flat: str, at: int, end: int, g: Grammar) -> Number:
    """A couple of hundred: about two of it."""
    step, stop = word_at(flat, end + 1)
    atom = g.atoms.get(step)
    scale = atom.value if atom and atom.kind in ("scale", "many", "times100") else Fraction(1)
    end = stop if scale > 1 else end
    return Number(at, end, 2 * scale, "couple", form="couple", modifier="about", scale=scale)


def _several(flat: str, at: int, end: int, g: Grammar) -> Number | None:
    """Several thousand, بضعة آلاف; "some £95m" is a number of its own."""
    if not flat[end + 1 : end + 2].isalpha():
        return None
    step, stop = word_at(flat, end + 1)
    atom = g.atoms.get(step) or g.atoms.get(strip_definite(step, g))
    if atom is None or atom.kind not in ("scale", "many", "times100", "dual"):
        return Number(at, end, None, "vague-few", form="vague", modifier="vague", doubtful=True)
    return _magnitude(at, stop, atom.value, "vague-few")


def _magnitude(at: int, end: int, scale: Fraction, trail: str) -> Number:
    """An unknown number of a scale, with its order of magnitude."""
    return Number(
        at, end, None, trail, low=scale, high=scale * 10, form="vague", modifier="vague", scale=scale
    )


def _of_powers(flat: str, at: int, g: Grammar) -> Number | None:
    """Hundreds, tens of millions, عشرات الآلاف: one power of ten, or several multiplied."""
    numerals, powers = g.data.numerals, g.vague_powers
    word, last = word_at(flat, at)
    bare = after_article(flat, at, strip_definite(word, g), g)
    linked = any(link and flat.startswith(f" {link} ", last) for link in numerals.vague_link)
    if bare not in powers or (bare in numerals.vague_only_linked and not linked):
        return None
    scale = Fraction(10) ** powers[bare]
    for _ in range(2):
        gap = last + 1
        for link in numerals.vague_link:
            if link and flat.startswith(f" {link} ", last):
                gap = last + len(link) + 2
        word, stop = word_at(flat, gap)
        plain = strip_definite(word, g)
        known = g.atoms.get(plain)
        if plain in powers:
            scale *= Fraction(10) ** powers[plain]
        elif known and known.kind in ("scale", "many"):
            scale *= known.value
        else:
            break
        last = stop
    return _magnitude(at, last, scale, "vague-amount")


def _few_at(flat: str, at: int, g: Grammar) -> int | None:
    for word in g.data.numerals.vague_few:
        if flat.startswith(word, at) and flat[at + len(word) : at + len(word) + 1] == " ":
            return at + len(word)
    return None
