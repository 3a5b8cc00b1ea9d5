"""Numbers that a name before them leads into: H100, GPT-4, Zen 4, (ق44)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.draft import Draft, Refused, bare_year
from build_tools.annotate.figures.refused.seen import Seen, refuse

_LOWER = re.compile(r"(?<![^\W_])[a-z]{5,}")
"""A word that a headline would write with a capital."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_ACRONYM = 4
"""Letters of an acronym that may be a name before a number."""
_SERIES = re.compile(r"[A-Za-z] \d{1,2} $")
_LATIN_BEFORE = re.compile(r"(?:^|[^A-Za-z\d])([A-Za-z][A-Za-z0-9.+-]{0,30}) ?[- ]$")
_GLUED = re.compile(r"[A-Za-z_]$|[^\W_]\.$")
_VERB = re.compile(r" ([a-z]{2,12})(?![a-z])")
_SENTENCE_MARKS = '.!?\u201d"\n'
_HAN = "\u2e80"
"""The first of the characters that are no letters of an alphabet."""


def name_leads_in(seen: Seen) -> Refused | None:
    """H100, GPT-4, Zen 4: letters lead over into the digits and nothing says what is counted."""
    if _priced(seen.draft) or _free_minus(seen):
        return None
    if _clings(seen):
        return refuse(seen, True)
    match = _latin_before(seen)
    if match is None:
        return None
    if seen.before == "-":
        return refuse(seen, _open_after_hyphen(seen))
    if _INNER_CAPITAL.search(match[1]) and seen.draft.table == "word":
        # "CloudMatrix 384 links": the number of a name before a verb.
        return refuse(seen, True)
    follows = seen.view.text[seen.draft.number_end + 1 : seen.draft.number_end + 2]
    if seen.draft.table == "word" and follows.isupper() and not bare_year(replace(seen.draft, unit=None)):
        # "Radio 4 Desert Island Discs"
        return refuse(seen, _is_capital(seen, match))
    return refuse(seen, (_uncounted(seen.draft) or _of_one_crew(seen, match)) and _is_name(seen, match))


def _of_one_crew(seen: Seen, match: re.Match[str]) -> bool:
    """The Apollo 8 crew, the Voyager 2 spacecraft: a name with an article before a noun that is not in the plural for sure."""
    draft = seen.draft
    own = draft.noun and draft.unit == seen.flat[draft.number_end + 1 : draft.end]
    start = match.start(1)
    return own and seen.g.pattern("article_of_name").search(seen.flat, max(0, start - 8), start) is not None


def latin_name_leads_in(seen: Seen) -> Refused | None:
    """معالج Zen 4: a Latin name before the number, in a text of other letters."""
    if _priced(seen.draft) or _free_minus(seen):
        return None
    return refuse(seen, _clings(seen) or _latin_name(seen))


def latin_name_leads_in_to_han(seen: Seen) -> Refused | None:
    """英特尔Core Ultra 9 285K: a Latin name before the number, in Chinese; not 占GDP3.32%."""
    draft, text = seen.draft, seen.view.text
    if _priced(draft):
        return None
    if draft.kind == "percent":
        return None
    if draft.kind == "money" and text[draft.end - 1] >= _HAN:
        # 人均GDP3万8,748美元
        return None
    if _clings(seen):
        return refuse(seen, True)
    last = text[draft.number_end - 1]
    joined = seen.before in (" ", "-")
    if (
        joined
        and last.isascii()
        and _SERIES.search(text, max(0, draft.number_start - 24), draft.number_start)
    ):
        return refuse(seen, last.isalpha())
    return refuse(seen, _latin_name(seen))


def letter_leads_in(seen: Seen) -> Refused | None:
    """(ق44), م12: one letter that is no proclitic stands right before the digits, for a minute or a number."""
    letter = seen.g.pattern("letter_before").search(
        seen.flat, max(0, seen.draft.number_start - 2), seen.draft.number_start
    )
    clings = letter is not None and letter[0] not in seen.g.proclitics
    return refuse(seen, clings)


def _priced(draft: Draft) -> bool:
    return draft.start < draft.number_start and draft.kind == "money"


def _free_minus(seen: Seen) -> bool:
    """Whether a minus stands free of the word before it: "lows of -3"."""
    draft, text = seen.draft, seen.view.text
    free = draft.start < draft.number_start and text.endswith(" -", 0, draft.number_start)
    return free and not text[draft.number_end - 1].isalpha()


def _clings(seen: Seen) -> bool:
    """Whether a Latin letter, or a point after a letter or digit, stands right before the digits."""
    text, start = seen.view.text, seen.draft.number_start
    return _GLUED.search(text, max(0, start - 2), start) is not None


def _latin_before(seen: Seen) -> re.Match[str] | None:
    start = seen.draft.number_start
    return _LATIN_BEFORE.search(seen.view.text, max(0, start - 34), start)


def _letter_scale(seen: Seen) -> bool:
    last = seen.view.text[seen.draft.number_end - 1]
    return last.isascii() and last.isalpha()


def _open_after_hyphen(seen: Seen) -> bool:
    return not seen.draft.suffixed or seen.draft.noun or _letter_scale(seen)


def _uncounted(draft: Draft) -> bool:
    return not draft.suffixed and draft.scale == 1


def _latin_name(seen: Seen) -> bool:
    match = _latin_before(seen)
    if match is None:
        return False
    if seen.view.text[seen.draft.number_start - 1] == "-":
        return _open_after_hyphen(seen)
    if _letter_scale(seen) and not seen.draft.suffixed:
        return True
    return _uncounted(seen.draft) and not bare_year(seen.draft)


def _inside(text: str, at: int) -> bool:
    """Whether a word stands inside a sentence, so that its capital makes a name of it."""
    before = text[max(0, at - 4) : at].rstrip(" ")
    return bool(before) and before[-1] not in _SENTENCE_MARKS


def _is_capital(seen: Seen, match: re.Match[str]) -> bool:
    """Whether the word before the number has a capital inside a sentence."""
    inside = _inside(seen.view.text, match.start(1))
    return match[1][0].isupper() and inside and match[1].lower() not in seen.g.data.names.label_exempt


def _is_name(seen: Seen, match: re.Match[str]) -> bool:
    """Whether the English word before the number is a name: by a capital inside a sentence, or digits in it."""
    word, g = match[1], seen.g
    lowered = word.lower()
    if lowered in g.prefixes.forms or lowered in g.data.names.label_exempt or bare_year(seen.draft):
        return False
    if g.modifiers_before.before(seen.flat, seen.draft.number_start - 1):
        return False
    inside = _inside(seen.view.text, match.start(1))
    named = word[0].isupper() and (inside or _opens_sentence(seen, match) or _acronym(seen, match))
    return named or any(char.isdigit() for char in word) or _INNER_CAPITAL.search(word) is not None


def _acronym(seen: Seen, match: re.Match[str]) -> bool:
    """LHS 3844 is a star: a few capitals, in a line that has small letters."""
    word = match[1]
    if not (1 < len(word) <= _ACRONYM and word.isalpha() and word.isupper()):
        return False
    if word.lower() in seen.g.stop_words:
        return False
    return _LOWER.search(seen.view.text, seen.draft.number_end, seen.draft.number_end + 120) is not None


def _opens_sentence(seen: Seen, match: re.Match[str]) -> bool:
    """ "Voyager 1 is far away": a name at the start, as a verb in the singular shows, or that it is no common word."""
    flat, end, word = seen.flat, seen.draft.number_end, match[1].lower()
    table = seen.g.data.names
    follows = _VERB.match(flat, end)
    if follows is None or word in table.no_names:
        return False
    return follows[1] in table.verbs_of_one or (word.isalpha() and word not in _common_words())


@cache
def _common_words() -> frozenset[str]:
    """English words that are written without a capital."""
    return frozenset(row[0] for row in languages.columns("en/words"))
