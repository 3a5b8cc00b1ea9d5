"""Rules that hold in every script: a known longer name, nouns beside a name, words that are names as well."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.rules import Cue


def ordinary(hit: Hit) -> Judgement | None:
    """A form that is also a word, with neighbours that belong to the word."""
    entry = hit.rules.ordinary_index.get(hit.form.name)
    if entry is None or hit.form.alias is not None:
        # Who gives an alias conditions has weighed the word.
        return None
    page = hit.page
    if hit.following(entry.after) or hit.preceding(entry.before):
        return Judgement.WORD
    if entry.near:
        start, end = page.sentence(hit.start)
        if any(_aside(hit, word, start, end) for word in entry.near):
            start, end = max(start, hit.start - 60), min(end, hit.end + 60)
            if not any(_aside(hit, word, start, end) for word in hit.rules.name_cues):
                return Judgement.WORD
    return None


@dataclass(frozen=True, slots=True)
class Beside:
    """A noun beside a form that says of what kind the name is, where the entity is of none such."""

    cue: Cue
    word: str
    start: int
    """View offset of the noun."""


def noun_beside(hit: Hit) -> Beside | None:
    """The first noun beside a form that makes it part of another name: ``جامعة القاهرة``, ``Apple Valley``."""
    text = hit.page.view.text
    for cue in hit.rules.cues:
        if hit.form.type in cue.allows or (cue.only and hit.form.type not in cue.only):
            continue
        word = hit.following(cue.words) if cue.side == "after" else hit.preceding(cue.words)
        if not word or hit.page.entity_has(hit.form.entity, word):
            continue
        if cue.side == "after":
            start = hit.end + (text[hit.end] == " ")
        else:
            start = hit.outset - len(word) - (text[hit.outset - 1] == " ")
        return Beside(cue, word, start)
    return None


def cue_nouns(hit: Hit) -> Judgement | None:
    """A noun beside the form makes it part of another name."""
    return Judgement.WORD if noun_beside(hit) else None


def _aside(hit: Hit, word: str, start: int, end: int) -> bool:
    """Whether a word stands in the range, outside the form itself."""
    page = hit.page
    return page.has_word(word, start, hit.start) or page.has_word(word, hit.end, end)
