"""Rules that hold in every script: a known longer name, nouns beside a name, words that are names as well."""

from __future__ import annotations

from build_tools.annotate.names.page import Hit, Judgement


def ordinary(hit: Hit) -> Judgement | None:
    """A form that is also a word, with neighbours that belong to the word."""
    entry = hit.rules.ordinary_index.get(hit.form.name)
    if entry is None:
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


def cue_nouns(hit: Hit) -> Judgement | None:
    """``جامعة القاهرة``, ``Apple Valley``, ``中国银行``: a noun beside the form makes it part of another name."""
    for cue in hit.rules.cues:
        if hit.form.type in cue.allows or (cue.only and hit.form.type not in cue.only):
            continue
        word = hit.following(cue.words) if cue.side == "after" else hit.preceding(cue.words)
        if word and not hit.page.entity_has(hit.form.entity, word):
            return Judgement.WORD
    return None


def _aside(hit: Hit, word: str, start: int, end: int) -> bool:
    """Whether a word stands in the range, outside the form itself."""
    page = hit.page
    return page.has_word(word, start, hit.start) or page.has_word(word, hit.end, end)
