"""Whether a form that is a word as well is a name where it stands, by what its surroundings weigh.

Each language says what stands around such a form (``chinese/evidence.py``, ``arabic/evidence.py``) and which words do
(``meanings.py``); how much that speaks for the name was learned from the marked texts of the tests
(``python -m tests.names.fitting``) and stands in ``languages/<tag>/senses.tsv``: the natural logarithm of the odds, above
zero for the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from build_tools import languages
from build_tools.annotate.names.meanings import Around, Numbers, places
from build_tools.annotate.names.page import Hit, Judgement

_TORN = 1.0
"""Odds for the word, in logarithms, up to which a mention is undecided: about three to one."""


def weighed(hit: Hit, evidence: Iterable[str], around: Around) -> Judgement | None:
    """``None`` where the evidence speaks for the name; otherwise a word, or undecided where it is nearly even."""
    weights = hit.rules.weights
    balance = sum(weights.get(one, 0.0) for one in evidence)
    for place, words, scale in places(around):
        for word in words:
            balance += scale * _worth(hit.rules.senses, place, word.numbers)
    if balance > 0:
        return None
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.TORN if balance > -_TORN else Judgement.WORD


@lru_cache(maxsize=65536)
def _worth(table: str, place: str, numbers: Numbers) -> float:
    """What a word's meaning weighs at a place, by a table of weights."""
    return sum(weight * number for weight, number in zip(_row(table, place), numbers, strict=False))


@cache
def _row(table: str, place: str) -> Numbers:
    """The weights of the numbers of a word at a place, in their order."""
    weights = {row[0]: float(row[1]) for row in languages.columns(table)} if table else {}
    found: list[float] = []
    while (weight := weights.get(f"{place} {len(found)}")) is not None:
        found.append(weight)
    return tuple(found)


def of_place(hit: Hit) -> Iterator[str]:
    """The evidence that is the same in every language: other names of the type near, and how far on the text is."""
    start, end = hit.page.view.bounds(hit.start)
    if _kin(hit, *hit.page.sentence(hit.start)):
        yield "kin in sentence"
    if _kin(hit, start, end):
        yield "kin in paragraph"
    if not start:
        yield "first paragraph"


def _kin(hit: Hit, start: int, end: int) -> bool:
    """Whether a view range has another name that another entity of the type may bear."""
    return any(name != hit.form.name for _, name in hit.page.kin(hit, start, end))
