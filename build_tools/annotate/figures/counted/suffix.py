"""What stands after a number and says what it is a number of."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.counted.han_suffix import han_suffix
from build_tools.annotate.figures.counted.lemma import attribute, counted_noun
from build_tools.annotate.figures.counted.suffix_kind import Suffix
from build_tools.annotate.figures.draft import Meaning, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.numerals.additive import strip_definite, word_after, word_at
from build_tools.annotate.figures.numerals.scale_letters import alone_after
from build_tools.annotate.figures.view import View

_GAP = re.compile(r" {0,3}")
_HYPHEN = re.compile(r" ?- ?")
_NAME_BEFORE = re.compile(r"[a-z0-9,;] [A-Z][A-Za-z]+ $")
"""A word with a capital inside a sentence: Ascend 910C is no temperature."""
_LAW_REPORTS = re.compile(r" (?:2d|3d|4th)(?!\w)")
"""What follows the letter of a series of law reports, which is no degree: 483 F 3d 475."""
_MOST_TIMES = 100
"""The 777X is no multiple."""
_SHORT = frozenset("smhdpxt°²c")


def read_suffix(view: View, number: Number, g: Grammar) -> Suffix | None:
    """What the number counts, or ``None``."""
    return COUNTED[g.data.numerals.strategy](view, number, g)


def _word_suffix(view: View, number: Number, g: Grammar) -> Suffix | None:
    flat = view.flat
    gap = _GAP.match(flat, number.end)
    at = gap.end() if gap else number.end
    found = _lexicon(view, number, at, g) or _grand(flat, at, g) or _past_adjective(flat, at, g)
    if number.form == "fraction" and (found is None or found.meaning.kind != "percent"):
        found = _points(flat, number.end, g) or found
    if found and found.meaning.kind == "duration" and _dates_follow(flat, at, found.end, number, g):
        found = None
    if found and number.form == "vague" and _both_definite(flat, number.start, at, g):
        # "وأغلق العشرات الطريق": no genitive stands after a word with the article.
        found = None
    if found is None:
        hyphen = _HYPHEN.match(flat, number.end)
        if hyphen:
            found = _lexicon(view, number, hyphen.end(), g)
    if found is None:
        found = _linked(view, number, at, g)
    if found is None and flat[at : at + 1] in ("(", ")"):
        found = _bracketed(view, number, at, g)
    if (
        found is None
        and number.form == "vague"
        and not number.doubtful
        and flat.startswith(" of ", number.end)
    ):
        linked = counted_noun(view, number.end + 4, number, g)
        if linked and linked.direct:
            return Suffix(Meaning("count", unit=linked.lemma, table="word"), linked.end, noun=True)
    if found is None:
        noun = attribute(view, number.end, number, g) or counted_noun(view, at, number, g)
        if noun:
            return Suffix(
                Meaning("count", unit=noun.lemma, table="word"), noun.end, noun=True, direct=noun.direct
            )
    return found


def _bracketed(view: View, number: Number, at: int, g: Grammar) -> Suffix | None:
    """برصيد (22) نقطة, 4.2 (كم²): brackets around the number, or around its unit."""
    flat = view.flat
    if flat[at] == "(":
        found = g.suffixes.at(flat, at + 1)
        closed = found is not None and flat[found[1] : found[1] + 1] == ")"
        return Suffix(found[0], found[1] + 1) if found and closed else None
    opened = flat[: number.start].rstrip(" ").endswith("(")
    found = g.suffixes.at(flat, at + 2) if opened and flat[at + 1 : at + 2] == " " else None
    if found is None:
        return None
    return Suffix(found[0], number.end, noun=found[0].table == "noun")


def _past_adjective(flat: str, at: int, g: Grammar) -> Suffix | None:
    """Nine straight days: a unit of time behind an adjective."""
    word, end = word_at(flat, at)
    if word not in g.data.duration_extra.adjectives or flat[end : end + 1] != " ":
        return None
    found = g.suffixes.at(flat, end + 1)
    return Suffix(found[0], found[1]) if found and found[0].kind == "duration" else None


def _grand(flat: str, at: int, g: Grammar) -> Suffix | None:
    """Twenty grand: thousands of money, unless a noun follows (two grand pianos)."""
    word, end = word_at(flat, at)
    if word not in g.data.money.thousands:
        return None
    after, _ = word_after(flat, end)
    if (after and after not in g.stop_words) or flat[end : end + 1] == "-":
        return None
    money = Meaning("money", currency=g.data.money.units_default, assumed=True, table="thousands", row=word)
    return Suffix(money, end, times=Fraction(1000))


def _points(flat: str, end: int, g: Grammar) -> Suffix | None:
    """A quarter point, half-point, ربع نقطة: parts of a point are parts of a percentage point."""
    word, stop = word_after(flat, end, " -")
    if word not in g.data.numerals.point_parts:
        return None
    return Suffix(Meaning("percent", "percentage-point", table="percentage-point"), stop)


def _dates_follow(flat: str, at: int, end: int, number: Number, g: Grammar) -> bool:
    """Whether "قُتل ثلاثة يوم الأحد", "500 عام 2020", "راديو 4 اليوم" say when: a weekday or a year follows, or an article leads."""
    if number.digits and flat.startswith(g.article, at) and flat[at:end] in g.head_singulars:
        return True
    if flat[at:end] not in g.head_singulars:
        return False
    if not number.digits and number.value == 2:
        # Two of a thing is its dual.
        return True
    after, _ = word_after(flat, end)
    year = re.match(r" (?:1\d|20)\d{2}(?!\d)", flat[end : end + 6])
    return bool(year) or after in g.data.dates.day_nouns


def _both_definite(flat: str, start: int, at: int, g: Grammar) -> bool:
    word, end = word_at(flat, start)
    return end == at - 1 and strip_definite(word, g) != word and flat.startswith(g.article, at)


def _lexicon(view: View, number: Number, at: int, g: Grammar) -> Suffix | None:
    """A unit, money or listed noun at a place."""
    named = _case_unit(view, number, at, g)
    if named:
        return named
    flat = view.flat
    found = g.suffixes.at(flat, at)
    if found is None:
        return _scaled_code(view, at, g)
    meaning, end = found
    form = flat[at:end]
    weight = g.data.money.weights.get(form)
    if weight and _weighs(flat, form, end, number, g):
        return Suffix(Meaning("count", unit=weight, table="measure", row=weight), end)
    if _is_no_unit(view, number, at, found, g):
        return None
    scale = Fraction(1)
    if meaning.kind == "money":
        # "75 USD million", "56.8 $ مليار"
        word, stop = word_after(flat, end)
        atom = g.atoms.get(word)
        if atom and atom.kind in ("scale", "many") and atom.value >= 1000 and number.scale == 1:
            scale, end = atom.value, stop
    return Suffix(meaning, end, noun=meaning.table == "noun", times=scale)


def _after_name(view: View, number: Number) -> bool:
    return _NAME_BEFORE.search(view.text, max(0, number.start - 34), number.start) is not None


def _case_unit(view: View, number: Number, at: int, g: Grammar) -> Suffix | None:
    """20C, 300 K: a unit whose sign differs from others in case only; not Ascend 910C."""
    if not number.digits or number.scale != 1:
        return None
    glued, apart = at == number.end, view.flat[number.end : at] == " "
    units = g.data.counting.case_units if glued else g.data.counting.spaced_units if apart else {}
    unit = units.get(view.text[at : at + 1])
    if unit is None or view.flat[at + 1 : at + 2].isalnum() or _after_name(view, number):
        return None
    if _LAW_REPORTS.match(view.flat, at + 1):
        return None
    if apart and not alone_after(view.flat, number, at + 1, g):
        return None
    return Suffix(Meaning("count", unit=unit, table="measure", row=unit), at + 1)


def _is_no_unit(view: View, number: Number, at: int, found: tuple[Meaning, int], g: Grammar) -> bool:
    """Whether a form that looks like a unit is part of a name, a compound or another word."""
    flat, (meaning, end) = view.flat, found
    form = flat[at:end]
    if form[-1].isascii() and form[-1].isalpha() and flat[end : end + 1].isdecimal():
        # "20,000 GB200 chips": the name of a thing, no unit.
        return True
    if meaning.kind == "money":
        small = form.isascii() and form.isalpha() and len(form) <= 3 and not view.text[at:end].isupper()
        unlisted = small and form not in g.data.money.small_codes
        if unlisted or _of_the_next(flat, form, at, end, number):
            return True
    compound = (
        flat[end : end + 1] == "-" and flat[end + 1 : end + 2].isalpha() and not flat.startswith("-old", end)
    )
    if compound and flat[at - 1] == " " and meaning.kind in ("duration", "count"):
        # "three season-ticket holders": the first part of a compound is no unit.
        return True
    return _is_stray_letter(view, number, at, form, g)


def _is_stray_letter(view: View, number: Number, at: int, form: str, g: Grammar) -> bool:
    """The 777X, Boeing 747s, 5 million m: a single letter that is no unit here."""
    if form == "x" and view.text[at] == "X" and number.value is not None and number.value > _MOST_TIMES:
        return True
    if form == "s" and at == number.end and _after_name(view, number):
        return True
    scaled = not number.digits or number.scale != 1
    if len(form) != 1 or form not in _SHORT or not (at > number.end or scaled):
        return False
    followers = g.data.numerals.letters_yield.get(form)
    if scaled or followers is None:
        return True
    after, _ = word_after(view.flat, at + 1)
    return after not in followers and not alone_after(view.flat, number, at + 1, g)


def _weighs(flat: str, form: str, end: int, number: Number, g: Grammar) -> bool:
    """A 550 pound hog, half a pound of butter, 275 pound-feet: a weight; weighs 230 pounds, 8 pounds 3 ounces; not a 500 pound fine, millions of pounds of debt."""
    if number.scale != 1 or number.value is None or number.value >= 10_000:
        return False
    if g.pattern("weighed_before").search(flat, max(0, number.start - 40), number.start) or g.pattern(
        "ounces_after"
    ).match(flat, end):
        return True
    of = flat.startswith(" of ", end)
    follows, _ = word_at(flat, end + 4 if of else end + 1) if flat[end : end + 1] in (" ", "-") else ("", end)
    if not follows or follows in g.data.money.sums or (not of and follows in g.stop_words):
        return False
    return of or (not form.endswith("s") and number.value != 1)


def _of_the_next(flat: str, form: str, at: int, end: int, number: Number) -> bool:
    """Two $ 500 checks, the 4BSD system: a sign before another number, a code glued to a single digit."""
    sign = not form[-1].isalnum() and at > number.end and flat[end : end + 2].strip()[:1].isdecimal()
    single = number.digits and number.value is not None and number.value < 10
    return sign or (single and at == number.end and len(form) == 3 and form.isascii() and form.isalpha())


def _scaled_code(view: View, at: int, g: Grammar) -> Suffix | None:
    """120 MEUR, 75 kUSD, 20 k€."""
    text = view.text
    letter = g.letters.get(text[at : at + 1])
    if letter is None:
        return None
    sign = g.suffixes.at(view.flat, at + 1)
    if sign and sign[0].kind == "money" and not text[at + 1].isalpha():
        return Suffix(sign[0], sign[1], times=letter)
    code = text[at + 1 : at + 4]
    if not code.isupper() or text[at + 4 : at + 5].isalnum():
        return None
    found = g.suffixes.at(view.flat, at + 1)
    return Suffix(found[0], found[1], times=letter) if found and found[0].kind == "money" else None


def _linked(view: View, number: Number, at: int, g: Grammar) -> Suffix | None:
    """ "a quarter of a percentage point", "half an hour", "one and three quarter of hour", "اثنان من الأشخاص"."""
    flat = view.flat
    linked = next((link for link in g.data.counting.noun_link if flat.startswith(f"{link} ", at)), "")
    here = at + len(linked) + 1 if linked else at
    if number.form == "plain" and not linked:
        return None
    word, end = word_at(flat, here)
    single = word in ("a", "an")
    if single and not linked and flat[number.start : number.end] in g.doubtful:
        # "the same quarter a year ago", but half a year
        return None
    if single or word == "the":
        here = end + 1
    if here == at:
        return None
    found = g.suffixes.at(flat, here)
    if found is None or found[0].kind == "multiple":
        return None
    meaning, end = found
    if number.form == "plain" and (
        meaning.kind != "count" or not _of_several(flat, here, end, g, digits=number.digits)
    ):
        return None
    measured = meaning.unit in measures()
    if number.form == "fraction" and not measured and meaning.kind not in ("duration", "percent", "money"):
        return None
    if (
        number.form == "fraction"
        and linked
        and meaning.kind not in ("percent",)
        and not (measured and linked in g.data.counting.measure_link)
        and not (single and meaning.kind == "duration")
    ):
        return None
    return Suffix(meaning, end, noun=meaning.kind == "count")


def _of_several(flat: str, at: int, end: int, g: Grammar, *, digits: bool) -> bool:
    """من الجنود, من ضباط الشرطة: a noun with its article, or a plural bound to one that has it; not من مدينة الرياض."""
    noun = flat[at:end]
    if strip_definite(noun, g) != noun:
        return not digits
    first, _, last = noun.rpartition(" ")
    if first:
        # اثنان من رجال الأعمال
        return g.is_definite(last)
    return noun in g.head_plurals and g.is_definite(word_after(flat, end)[0])


COUNTED = {"additive": _word_suffix, "positional": han_suffix}
"""What reads it, by the strategy of numerals."""
