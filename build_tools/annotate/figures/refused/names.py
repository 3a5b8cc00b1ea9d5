"""Numbers that are part of a name: H100, GPT-4, the Magnificent Seven, «النيل سبورت 2»."""

from __future__ import annotations

import re

from build_tools.annotate.figures.draft import Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.refused.seen import Seen, refuse
from build_tools.annotate.figures.view import View

_CAPITAL_BEFORE = re.compile(r"[a-z,;][’']? $")
"""What may stand before such a capital: no end of a sentence, no quotation mark and no colon."""
_PLAIN_DIGITS = re.compile(r"\d+(?:-\d+)?")
_NAMED_WAR = re.compile(
    r"[ -](?:Year|Day|Week|Month|Hour)s?[’']? (?:War|Campaign|Revolt|Siege|Battle|Night)s?(?![a-z])"
)
"""What makes a name of a capital and a length: the Thirty Years' War."""
_DIGIT_AND_HYPHEN = re.compile(r"\d-$")
"""What makes a capital a name anywhere: 7-Eleven."""
_LOWER = re.compile(r"(?<![^\W_])[a-z]{5,}")
"""A word that a headline would write with a capital."""
_TYPE = 3
"""Digits of a type's number, of which so many seconds would be minutes."""
_QUOTED = re.compile(r"[«“\"](?:[^\W\d_]{1,20} ){1,4}$")
_QUOTES = frozenset(('""', "“”", "«»", "《》", "〈〉", "「」", "『』", "‘’"))
_TIMES = re.compile(r"×(?:\d{1,4}(?:\.\d{1,3})?[× ]?)*")
"""What a number is multiplied with, up to the unit of the product's sides."""
_PART_NUMBER = re.compile(r"\d{3}-\d{1,4}s$")
_CAPITAL_AFTER = re.compile(r" [A-Z](?![A-Za-z])")
_HAN = "\u2e80"
"""The first of the characters that are no letters of an alphabet."""


def type_name(seen: Seen) -> Refused | None:
    """歼-35, 东风-41: a short number behind a word and a hyphen is a type, whatever classifier seems to follow."""
    draft, flat, start = seen.draft, seen.flat, seen.draft.number_start
    if seen.before not in ("-", "—") or draft.start < start:
        return None
    if draft.kind != "count" or _measured(draft):
        return None
    lead = flat[start - 2]
    return refuse(seen, lead >= _HAN and lead.isalpha())


def _measured(draft: Draft) -> bool:
    return draft.unit is not None and (not draft.noun or draft.unit.startswith("degree"))


def letters_cling(seen: Seen) -> Refused | None:
    """5x, 3×4, 247sports: letters right after the digits; but 26×31毫米 are the sides of a thing."""
    after = seen.after
    glued_noun = seen.draft.table == "word" and after.isalpha()
    clings = _crossed(seen) or (after.isalpha() and after < "\u0500")
    return refuse(seen, glued_noun or (seen.bare and clings))


def _crossed(seen: Seen) -> bool:
    """Whether the number is multiplied with one that bears no measure for both: 1280×960, no 26×31毫米."""
    times = _TIMES.match(seen.flat, seen.draft.number_end)
    if times is None or "×" not in seen.g.data.ranges.rows.sides:
        return times is not None
    unit = seen.g.suffixes.at(seen.flat, times.end())
    return unit is None or unit[0].unit not in measures()


def capital_after_hyphen(seen: Seen) -> Refused | None:
    """737-MAX: a number that leads into a name."""
    follows = seen.view.text[seen.draft.number_end + 1 : seen.draft.number_end + 2]
    return refuse(seen, seen.bare and seen.after == "-" and follows.isupper())


def latin_letter_after(seen: Seen) -> Refused | None:
    """بوينغ 737 X: one capital after the number, in Arabic."""
    end = seen.draft.number_end
    return refuse(seen, seen.bare and _CAPITAL_AFTER.match(seen.view.text[end : end + 3]) is not None)


def ends_a_quoted_name(seen: Seen) -> Refused | None:
    """«النيل سبورت 2»."""
    start = seen.draft.number_start
    closed = seen.bare and seen.after in tuple('»”"')
    return refuse(seen, closed and _QUOTED.search(seen.flat, max(0, start - 90), start) is not None)


def alone_in_quotes(seen: Seen) -> Refused | None:
    """ "1984", «42», 《1984》: what quotation marks hold alone is a title or a name."""
    text, start, end = seen.view.text, seen.draft.number_start, seen.draft.number_end
    quoted = start > 0 and text[start - 1 : start] + text[end : end + 1] in _QUOTES
    return refuse(seen, seen.bare and quoted)


def plural_of_a_name(seen: Seen) -> Refused | None:
    """A350-1000s, F-16s, its new 787s, under-21s, the mid-80s: an s after the digits of a type, an age or a decade that is no second."""
    draft = seen.draft
    if draft.unit != "second" or seen.after != "s":
        return None
    hyphened = seen.before == "-" and seen.flat[max(0, draft.number_start - 2)].isalnum()
    part = hyphened or _PART_NUMBER.search(seen.flat, draft.number_start, draft.end) is not None
    of_type = len(seen.run) >= _TYPE and seen.run.isdecimal() and draft.bound_start < 0
    lasting = seen.word_before in (*seen.g.data.duration_extra.cue, "")
    return refuse(seen, part or (of_type and not lasting))


def tens_in_the_plural(seen: Seen) -> Refused | None:
    """Temperatures in the 50s, in the low 30s: tens with an s after an article, or the name of a part of them, are no seconds."""
    draft, ages, dates = seen.draft, seen.g.data.ages, seen.g.data.dates
    seconds = draft.unit == "second" and seen.run.endswith("0")
    led = seen.word_before in (*dates.decade_after, *dates.parts_of_ten, *ages.owners)
    return refuse(seen, seconds and led and seen.after == "s")


def named_by_capital(seen: Seen) -> Refused | None:
    """The Magnificent Seven, Group of Twenty, the Thirty Years' War: a capital inside a sentence; not in a headline."""
    return refuse(seen, _named_by_capital(seen.view, seen.draft))


def _named_by_capital(view: View, draft: Draft) -> bool:
    text, start = view.text, draft.number_start
    if draft.start < start or not text[start].isupper() or " " in text[start : draft.number_end].strip():
        return False
    if draft.kind == "duration":
        return _NAMED_WAR.match(text, draft.number_end) is not None
    if draft.kind not in ("count", "ratio") or (draft.suffixed and not draft.noun):
        return False
    if _DIGIT_AND_HYPHEN.search(text, max(0, start - 2), start):
        return True
    if not _CAPITAL_BEFORE.search(text, max(0, start - 24), start):
        return False
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return _LOWER.search(line) is not None


def fixed_phrase(seen: Seen) -> Refused | None:
    """One another, نصف النهائي: a fixed phrase covers the number, or leads into it."""
    draft, flat, g = seen.draft, seen.flat, seen.g
    if _free_ratio(seen):
        return None
    found = _phrase_at(flat, draft.number_start, g)
    if found and found[1] >= draft.number_end:
        # The numbers further on in "nine to five" are none either.
        return Refused(draft.number_start, found[1], "")
    before = seen.word_before
    found = _phrase_at(flat, draft.number_start - 1 - len(before), g) if before else None
    return refuse(seen, bool(found and found[1] > draft.number_start))


def _phrase_at(flat: str, at: int, g: Grammar) -> tuple[bool, int] | None:
    """The fixed phrase that begins at a place, unless it goes on as none."""
    return None if flat.startswith(g.data.names.no_phrases, at) else g.phrases.at(flat, at)


def han_phrase(seen: Seen) -> Refused | None:
    """百姓, 一些: a fixed phrase covers the numeral's first character."""
    return refuse(seen, not _free_ratio(seen) and _in_han_phrase(seen.flat, seen.draft, seen.g))


def _free_ratio(seen: Seen) -> bool:
    return seen.draft.form == "ratio" and seen.word_before != "no"


def _in_han_phrase(flat: str, draft: Draft, g: Grammar) -> bool:
    start = draft.number_start
    if _in_longer_phrase(flat, draft, g):
        return True
    found = g.phrases.at(flat, start)
    return found is not None and found[1] >= draft.end


def _in_longer_phrase(flat: str, draft: Draft, g: Grammar) -> bool:
    """Whether a phrase that begins before a numeral, or that is longer than two characters, covers its first one."""
    start = draft.number_start
    for begin in range(max(0, start - 4), start):
        if flat[begin : begin + 2] not in g.phrase_heads:
            continue
        found = g.phrases.at(flat, begin)
        # 每周四班: four times a week, where 周四 is a Thursday else.
        weekly = draft.suffixed and flat.endswith(g.data.names.weekly, 0, start)
        if found and start < found[1] and not weekly:
            return True
    return False


def given_name(seen: Seen) -> Refused | None:
    """种粮大户张万年: what may open a given name, after a family name."""
    fits = seen.draft.suffixed and seen.run in seen.g.data.names.given
    return refuse(seen, fits and seen.before in tuple(seen.g.data.names.surnames))


def number_in_a_name(seen: Seen) -> Refused | None:
    """憨豆特工3评论, 波音737-800客机, 36氪报道: digits glued to a word that is no measure count nothing; 3死7伤 do, and what a bound or a word for an amount leads to."""
    draft, before, after = seen.draft, seen.before, seen.after
    plain = seen.bare and _PLAIN_DIGITS.fullmatch(seen.run) is not None
    if not plain or draft.bound_start >= 0:
        return None
    numerals = seen.g.data.numerals
    led = bool(before) and (before in numerals.leads_to_amount or before in seen.g.data.ranges.start)
    goes_on = after in numerals.sides or seen.g.to_words.at(seen.flat, draft.number_end) is not None
    return refuse(seen, after >= _HAN and after.isalpha() and not goes_on and not led)


def long_code(seen: Seen) -> Refused | None:
    """大車隊55688: five digits or more, ungrouped and of nothing, right behind a word that leads to no amount."""
    if not seen.bare or len(seen.run) < 5 or not seen.run.isdecimal():
        return None
    return refuse(
        seen,
        seen.before >= _HAN
        and seen.before.isalpha()
        and seen.before not in seen.g.data.numerals.leads_to_amount,
    )
