"""Whether a number with nothing after it is a figure, and not part of a name, a word or a list."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft, bare_year, plain
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.refused.labels import designated, in_phrase, inside_name, named_by_capital
from build_tools.annotate.figures.view import View, word_before

_SCORE = re.compile(r"[-–:]\d")
_MALFORMED = re.compile(r"(?:<>|><|=>|=<) ?$")
_QUOTED = re.compile(r"[«“\"](?:[^\W\d_]{1,20} ){1,4}$")
_PART_NUMBER = re.compile(r"\d-\d{1,4}s$")
_GIVEN = ("百", "千", "万", "万来", "百来", "千来")
"""What may open a given name: 张万年, 廖万来."""
_PAIRED = re.compile(r"[死伤男女] ?[一二两三四五六七八九十\d]{1,3}[死伤男女]")
"""一死八伤, 两男一女."""
_YEAR_SPAN = re.compile(r"[-–](?:19|20)\d{2}(?![\d%]|[.,]\d)")


def verdict(view: View, draft: Draft, g: Grammar, *, unlabelled: bool = False) -> Draft | None:
    """The draft, read as a year where it is one; ``None`` where the number is no figure.

    ``unlabelled``: it is known that no designator stands before it.
    """
    flat = view.flat
    start, end = draft.number_start, draft.number_end
    before = flat[start - 1 : start]
    after = flat[end : end + 1]
    bare = draft.kind in ("count", "ratio") and not draft.suffixed and not draft.noun
    if draft.digits and inside_name(view, draft, g):
        return None
    if g.positional and draft.digits and before == "-" and _type_name(view, draft):
        return None
    if bare and draft.digits and after and ((after.isalpha() and after < "\u0500") or after in "×"):
        return None
    if (
        bare
        and draft.digits
        and after == "-"
        and view.text[end + 1 : end + 2].isalpha()
        and view.text[end + 1 : end + 2].isupper()
    ):
        return None
    if g.tag == "ar" and re.match(r" [A-Z](?![A-Za-z])", view.text[end : end + 3]) and bare and draft.digits:
        return None
    if draft.letters and word_before(flat, start) in g.data.names.lettered_heads:
        return None
    if (
        not unlabelled
        and designated(view, draft, g)
        and not (draft.kind in ("money", "percent") or draft.scale != 1)
    ):
        return None
    part = draft.form == "ratio" and word_before(flat, start) != "no"
    if not part and in_phrase(flat, start, end, draft.end, g):
        return None
    if _year_of_noun(view, draft, g):
        return _year(draft, end)
    if (
        bare_year(draft)
        and not draft.noun
        and draft.start == draft.number_start
        and _year_bound(flat, draft, g)
    ):
        return _year(draft, end)
    if (
        draft.kind == "count"
        and draft.digits
        and not g.positional
        and flat[start] == "0"
        and draft.value != 0
        and flat[start + 1 : start + 2].isdecimal()
        and (g.definite or start or end < len(flat))
    ):
        # 0501234567, 007: a number for calling or naming.
        return None
    if (
        bare
        and draft.digits
        and (_SCORE.match(flat, end) or (before in "-–" and before and draft.start == start))
    ):
        return None
    if draft.digits and before and before in "<>= " and _MALFORMED.search(flat, max(0, start - 3), start):
        return None
    quoted = bare and draft.digits and g.definite and after and after in '»”"'
    if quoted and _QUOTED.search(flat, max(0, start - 90), start):
        # «النيل سبورت 2»: the number at the end of a short name in quotation marks.
        return None
    if bare and draft.digits and after == "+" and flat[end + 1 : end + 2].isdecimal():
        return None
    if (
        draft.digits
        and draft.table == "duration"
        and draft.unit == "second"
        and _PART_NUMBER.search(flat, max(0, start - 8), draft.end)
    ):
        # A350-1000s, 787-9s: the plural of a name.
        return None
    if draft.digits and before == "+" and flat[start - 2 : start - 1].isdecimal():
        # The minutes of stoppage time, 90+3.
        return None
    if g.positional:
        return None if bare and _long_code(flat, start, end, g) else _han(view, draft, g)
    return _word(view, draft, g)


def _long_code(flat: str, start: int, end: int, g: Grammar) -> bool:
    """大車隊55688: five digits or more, ungrouped and of nothing, right behind a word that leads to no amount."""
    if end - start < 5 or not flat[start:end].isdecimal() or start == 0:
        return False
    before = flat[start - 1]
    return before >= "\u2e80" and before.isalpha() and before not in g.data.numerals.leads_to_amount


def _type_name(view: View, draft: Draft) -> bool:
    """歼-35, 东风-41: a short number behind a word and a hyphen is a type, whatever classifier seems to follow."""
    flat, start = view.flat, draft.number_start
    if (
        start < 2
        or draft.start < start
        or draft.kind != "count"
        or draft.scale != 1
        or (draft.unit is not None and (not draft.noun or draft.unit.startswith("degree")))
    ):
        return False
    return (
        flat[start - 2] >= "\u2e80"
        and flat[start - 2].isalpha()
        and flat[start - 2] not in "一二三四五六七八九十百千万亿元年月日号"
    )


def _year_of_noun(view: View, draft: Draft, g: Grammar) -> bool:
    """The 2016 elections, in 2024 prices: a year before its noun, which a count of so many would write with a comma."""
    cues = g.data.dates.year_adjective_after
    if not cues or not draft.noun or draft.number_end - draft.number_start != 4 or draft.bound_start >= 0:
        return False
    if (
        not isinstance(draft.value, Fraction)
        or draft.value % 100 == 0
        or not bare_year(replace(draft, unit=None))
    ):
        return False
    return word_before(view.flat, draft.start) in cues or view.flat.endswith("'s ", 0, draft.start)


def _year_bound(flat: str, draft: Draft, g: Grammar) -> bool:
    """Whether nothing before the number makes it a count: a modifier that also is said of time (حتى 2029) does not."""
    return (
        draft.bound_start < 0
        or flat[draft.bound_start : draft.start].strip() in g.data.dates.year_bounds
        or (not g.positional and _YEAR_SPAN.match(flat, draft.number_end) is not None)
    )


def _year(draft: Draft, end: int) -> Draft:
    return replace(
        draft, modifier="exact", kind="date", value=plain(draft.value), unit=None, trail="year", end=end
    )


def _edge(char: str) -> bool:
    return not char or not (char.isalnum())


def _han(view: View, draft: Draft, g: Grammar) -> Draft | None:
    """A Chinese numeral without unit: 二十 counts, a single character only where nothing clings to it."""
    flat, start, end = view.flat, draft.number_start, draft.number_end
    s = signs(g.tag)
    run = flat[start:end]
    before, after = flat[start - 1 : start] if start else "", flat[end : end + 1]
    if run == "半" and before and before in g.data.numerals.near_half and _edge(after):
        return replace(draft, kind="ratio", unit=None, end=end, modifier="nearly", noun=False)
    if (
        run == "半"
        and before
        and before in g.data.numerals.over_half
        and not (after and after in g.data.numerals.half_of_word)
    ):
        denied = flat.endswith(tuple(g.data.numerals.denials_of_half), 0, start - 1)
        return replace(
            draft, kind="ratio", unit=None, end=end, modifier="at-most" if denied else "more-than", noun=False
        )
    if draft.digits:
        if flat[start] == "0" and flat[start + 1 : start + 2].isdecimal() and draft.kind != "duration":
            return None
        # 6月, 15日, 20时: parts of dates and times of day.
        if (
            not draft.suffixed
            and flat[draft.end : draft.end + 1] == " "
            and flat[draft.end + 1 : draft.end + 2] in tuple(g.data.counting.calendar)
        ):
            return None
        return None if not draft.suffixed and after in tuple(g.data.counting.calendar) else draft
    relative = run == "一" and draft.value == 1 and before and before in g.data.numerals.not_one_after
    if relative and not flat.endswith(("之前", "此前", "以前"), 0, start):
        # 前一交易日, 另一家: one of a row.
        return None
    if (run in ("一", "半") and draft.noun and draft.unit is None) or (
        run == "一" and draft.kind == "count" and draft.noun
    ):
        # 一个 before a noun is an article; alone it is one.
        return draft if _edge(flat[draft.end : draft.end + 1]) and _edge(before) else None
    if run == "一" and draft.suffixed and draft.kind == "multiple":
        return draft
    if draft.suffixed:
        if run in _GIVEN and before and before in g.data.names.surnames and draft.bound_start < 0:
            # 种粮大户张万年
            return None
        if (
            len(run) == 1
            and draft.unit not in g.data.counting.round_measures
            and run in "百千万亿兆半几数"
            and before
            and not _edge(before)
            and before not in g.data.numerals.fills
            and draft.kind == "count"
            and draft.noun
            and draft.bound_start < 0
        ):
            return None
        return draft
    if draft.form in ("fraction", "percent", "mixed"):
        if run == "半":
            return draft if _edge(before) and _edge(after) else None
        return draft
    if len(run) == 1:
        if run in s.digit or run in s.tens or run in s.scale:
            linked = (
                _edge(before)
                or draft.start < start
                or draft.bound_start >= 0
                or before in ("块", "毛")
                or before in g.data.numerals.copulas
            )
            sides = g.data.numerals.sides
            paired = bool(after) and after in sides and _PAIRED.match(flat, end) is not None
            if before and after and before in sides and after in sides:
                paired = paired or flat[start - 2] in s.digit
            return draft if paired or (linked and (_edge(after) or after in "不和与")) else None
        return None
    if draft.form == "vague":
        return draft
    if all(char in s.digit for char in run):
        return draft if _edge(before) and _edge(after) else None
    if run in ("千万", "百万", "亿万", "万千", "万万") and before and not _edge(before):
        return draft if draft.bound_start >= 0 and _edge(after) else None
    return draft


def _word(view: View, draft: Draft, g: Grammar) -> Draft | None:
    """Number words of an alphabet: those that are more often another word need a unit or to stand alone."""
    flat, start, end = view.flat, draft.number_start, draft.number_end
    if draft.digits:
        return draft
    word = flat[start:end]
    if named_by_capital(view, draft) or (draft.value == 0 and flat[end : end + 1] == "-"):
        return None
    if draft.form == "fraction" and draft.kind == "ratio":
        return _fraction(view, draft, g)
    if flat[end : end + 1].isdecimal():
        # Twenty20
        return None
    if flat[end : end + 1] == "-" and not draft.suffixed and _score_side(flat, end + 1, g):
        # Two-nil, three-one
        return None
    ambiguous = _is_ambiguous(word, g)
    if not ambiguous:
        return draft
    if draft.suffixed and draft.kind != "count":
        return draft
    atom = g.atoms.get(word)
    if draft.suffixed and atom and atom.value > 2 and draft.unit != "time":
        return draft
    if draft.start < start or draft.bound_start >= 0:
        return draft
    alone = not word_before(flat, start) and not re.match(r" ?[^\W\d_]", flat[end : end + 2])
    return draft if alone or (atom and atom.value > 2 and _of_them(flat, end, g)) else None


def _of_them(flat: str, end: int, g: Grammar) -> bool:
    """سبع منها, خمس أخريات, تسع صينية: what follows stands for the noun that was named before."""
    word, _ = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    table = g.data.numerals.noun_stand_ins
    return word in table.words or (len(word) > 4 and word.endswith(tuple(table.endings)))


def _score_side(flat: str, at: int, g: Grammar) -> bool:
    """Whether the other side of a result follows the hyphen: nil, all, one."""
    word, end = word_at(flat, at)
    atom = g.atoms.get(word)
    side = word in g.data.names.score_words or (atom is not None and atom.kind in ("zero", "unit"))
    return side and flat[end : end + 1] != "-"


def _is_ambiguous(word: str, g: Grammar) -> bool:
    atom = g.atoms.get(word)
    if atom is None and g.definite and word.startswith(g.definite):
        atom = g.atoms.get(word[len(g.definite) :])
    return bool(atom and atom.ambiguous)


def _fraction(view: View, draft: Draft, g: Grammar) -> Draft | None:
    flat = view.flat
    word = flat[draft.number_start : draft.number_end]
    if draft.sure:
        return draft
    if g.definite and word.startswith(g.definite):
        # "بزيادة الثلث", "أقل من النصف"; not "النصف الأول".
        cued = word_before(flat, draft.number_start) in g.data.numerals.fraction_cues
        named = flat.startswith((f" {g.definite}", " نهائ"), draft.number_end)
        return draft if cued and not named and word[len(g.definite) :] not in g.doubtful else None
    if word in g.data.numerals.fraction_homographs:
        return None
    if word in g.doubtful:
        follows = re.match(r" (ال|لل|من )", flat[draft.number_end :][:6])
        return (
            draft
            if (follows and word_at(flat, draft.number_end + 1)[0] not in g.data.ranges.to)
            or (not word_before(flat, draft.number_start) and draft.number_end == len(flat))
            else None
        )
    return draft
