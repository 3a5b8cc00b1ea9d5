"""All forms in one automaton (Aho and Corasick 1975), and the places of a text where they stand between borders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.rules import NameRules, rules_for
from build_tools.annotate.names.scripts import ARABIC, HAN, KINDS, NONE, WORD
from build_tools.annotate.names.view import View

_LONGEST_PROCLITICS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the view between two borders of names, with the forms it may be."""

    start: int
    end: int
    proclitic: str
    """Folded letters glued before the name, article included."""
    forms: tuple[Form, ...]


class Index:
    """Built once per authority file; ``places`` takes time linear in the text and the number of matches."""

    def __init__(self, forms: Iterable[Form]) -> None:
        by_key: dict[str, list[Form]] = {}
        for form in forms:
            by_key.setdefault(form.key, []).append(form)
        self._automaton = ahocorasick.Automaton()
        for key, named in by_key.items():
            kinds = KINDS[key[0]], KINDS[key[-1]]
            self._automaton.add_word(key, (len(key), *kinds, tuple(named)))
        self._empty = not by_key
        if by_key:
            self._automaton.make_automaton()

    def forms_of(self, key: str) -> tuple[Form, ...]:
        """The forms of exactly this folded spelling."""
        found = None if self._empty else self._automaton.get(key, None)
        return found[3] if found else ()

    def places(self, view: View, language: str) -> Iterator[Place]:
        """Every place whose borders allow a name, overlapping ones too, sorted by end."""
        if self._empty:
            return
        text = view.text
        length = len(text)
        arabic = rules_for("Arab", language)
        for last, (size, first_kind, last_kind, forms) in self._automaton.iter(text):
            start, end = last - size + 1, last + 1
            if last_kind is not HAN and end < length:
                kind = KINDS[text[end]]
                if kind is last_kind and kind is not NONE and not _plural(text, start, end):
                    continue
            glued = ""
            if first_kind is not HAN and start:
                kind = KINDS[text[start - 1]]
                if kind is first_kind and kind is not NONE:
                    if kind is WORD:
                        continue
                    glued = _glued(text, start)
                    if not glued or not _separable(glued, text[start:end], forms[0], arabic):
                        continue
            shift = forms[0].shift
            if shift and any(form.shift != shift for form in forms):
                # One key as it is and with its head outside: told apart by what was listed.
                yield from _split(start, end, glued, forms)
            else:
                yield Place(start + shift, end, glued, forms)


def _split(start: int, end: int, glued: str, forms: tuple[Form, ...]) -> Iterator[Place]:
    for shift in sorted({form.shift for form in forms}):
        yield Place(start + shift, end, glued, tuple(form for form in forms if form.shift == shift))


def _plural(text: str, start: int, end: int) -> bool:
    """``H20s``, ``GPUs``: a plural ending on a name that ends in a digit; it stays outside the name."""
    after = end + 1
    return (
        text[end] == "s"
        and text[end - 1].isdigit()
        and (after >= len(text) or KINDS[text[after]] is not WORD)
    )


def _glued(text: str, start: int) -> str:
    """The letters of the same word before ``start``; empty when they are more than proclitics can be."""
    head = start
    while head and start - head <= _LONGEST_PROCLITICS and KINDS[text[head - 1]] is ARABIC:
        head -= 1
    return text[head:start] if start - head <= _LONGEST_PROCLITICS else ""


def _separable(glued: str, name: str, form: Form, rules: NameRules) -> bool:
    """Whether the letters before a name are proclitics, maybe with an article that people give such names."""
    word = glued + name.partition(" ")[0]
    if glued in rules.proclitics:
        return word not in rules.whole_words or form.type == "language"
    if form.type not in rules.article_types or name.startswith(rules.article):
        return False
    for article in (rules.article, rules.elided_article):
        if article and glued.endswith(article):
            before = glued[: -len(article)]
            return before == "" or before in rules.proclitics
    return False
