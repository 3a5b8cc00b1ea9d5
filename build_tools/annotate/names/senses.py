"""Whether a form that is a word as well is a name where it stands, by what its surroundings weigh.

Each language says what stands around such a form (``chinese/evidence.py``, ``arabic/evidence.py``) and which words do
(``meanings.py``); how much that speaks for the name was learned from the marked texts of the tests
(``python -m tests.names.fitting``) and stands in ``languages/<tag>/senses.tsv``: the natural logarithm of the odds, above
zero for the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.annotate.names.meanings import Around, measures
from build_tools.annotate.names.page import Hit, Judgement

_TORN = 1.0
"""Odds for the word, in logarithms, up to which a mention is undecided: about three to one."""


def weighed(hit: Hit, evidence: Iterable[str], around: Around) -> Judgement | None:
    """``None`` where the evidence speaks for the name; otherwise a word, or undecided where it is nearly even."""
    weights = hit.rules.weights
    balance = sum(weights.get(one, 0.0) for one in evidence)
    balance += sum(weights.get(one, 0.0) * amount for one, amount in measures(around))
    if balance > 0:
        return None
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.TORN if balance > -_TORN else Judgement.WORD


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
