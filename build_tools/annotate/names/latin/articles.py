"""A name with an article, in a text that has it without: a river beside the company called after it."""

from __future__ import annotations

from build_tools.annotate.names.latin.looks import AUXILIARIES, capital
from build_tools.annotate.names.page import Hit, Judgement


def with_article(hit: Hit) -> Judgement | None:
    """``The Orinoco is drying up``: an article, where the text has the name without one and at the head of a clause."""
    page, rules = hit.page, hit.rules
    if (
        hit.surface.isupper()
        or hit.before != "the"
        or not page.is_latin
        or page.entity_has(hit.form.entity, f"the {hit.form.name}")
    ):
        return None
    after = hit.after
    verb = (
        after.endswith("s")
        and after[:-1] in rules.words
        and after not in rules.joint("possessions", "name_cues")
    )
    heads = not after or after in rules.function_words or after in AUXILIARIES or verb or _rose_by(hit)
    if not heads or hit.form.name.endswith("s") or page.view.text[hit.end : hit.end + 1] in _JOINED:
        return None
    key = ("bare", hit.form.name)
    if key not in page.memory:
        page.memory[key] = any(_acts_without_article(hit, at) for at in page.occurrences(hit.form.name))
    return Judgement.TORN if page.memory[key] else None


def _rose_by(hit: Hit) -> bool:
    """``The Orinoco rose by a metre``: a verb and how, or where."""
    verb, following, *_ = (*hit.right.words, "", "")
    rules = hit.rules
    nouns = rules.joint("possessions", "name_cues", "titles")
    return verb in rules.verbs and verb not in nouns and following in rules.function_words


_JOINED = ("-", "\u2010", "/")


def _acts_without_article(hit: Hit, offset: int) -> bool:
    around, end = hit.page.around, offset + len(hit.form.name)
    before = around.left(offset).word
    # «the German Navy's» has an article, too.
    led = hit.page.opens_sentence(offset) or before in hit.rules.function_words
    if not led or before in ("the", "a", "an") or not capital(hit, offset):
        return False
    possessive = hit.page.view.text[end : end + 2] in ("'s", "’s")
    return possessive or around.right(end).word in hit.rules.verbs
