"""Years of any age: before our era and after it, spans of years, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_after, word_at
from build_tools.annotate.figures.numerals.ordinals import written_ordinal
from build_tools.annotate.figures.numerals.partitive import ordinal_at
from build_tools.annotate.figures.view import View, word_before

_YEARS = re.compile(r"(\d{1,4})(?![.,]?\d)(?: ?[-–—/] ?(\d{1,4})(?![.,]?\d))?")
_DECADE = re.compile(r"(1\d\d0|20\d0)(?:'s|s|'ies|ies)(?!\w)")
_INSIDE = re.compile(r"\d[.,-]?$")
_TWO_DIGITS = re.compile(r"\d{1,2}(?!\d|[.,]\d)")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
LATEST = 2199
_NEAR = 200
"""How far before a decade in short, in characters, its sentence is looked at for a word that makes it another measure."""
_SENTENCE_END = re.compile(r"[.!?;] ")


def edtf_year(year: int, *, before: bool = False) -> str:
    """``0393``; a year before our era as EDTF counts them: 221 BC is ``-0220``."""
    return f"-{year - 1:04}" if before and year > 1 else "0000" if before else f"{year:04}"


def edtf_century(nth: int, *, before: bool = False) -> str:
    """``18XX`` is the nineteenth; before our era ``-02XX`` is the third."""
    return f"-{nth - 1:02}XX" if before else f"{nth - 1:02}XX"


def year_date(
    start: int, end: int, trail: str, value: str | None = None, ends: tuple[str, str] | None = None
) -> Draft:
    low, high = ends or (None, None)
    return Draft(start, end, start, end, "date", trail, value=value, low=low, high=high, digits=True)


def opens(flat: str, at: int) -> bool:
    """Whether digits begin a number here."""
    return _INSIDE.search(flat, max(0, at - 2), at) is None


def era_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """3300 BC, AD 79, 700 ق.م, 1097م: years that their era marks, one or two of them."""
    flat = view.flat
    match = _YEARS.match(flat, at)
    if match is None or int(match[1]) == 0:
        return None
    before = g.pattern("before_christ").match(flat, match.end())
    if before and written(view, before):
        return _of_era(at, before.end(), match, before=True)
    after = g.pattern("our_era").match(flat, match.end())
    if after and written(view, after) and not _measured(flat, at, match, after, g):
        return _of_era(at, after.end(), match, before=False)
    lead = g.pattern("era_before").search(flat, max(0, at - 8), at)
    if lead and written(view, lead):
        return _of_era(lead.start(), match.end(), match, before=False)
    return None


def written(view: View, mark: re.Match[str]) -> bool:
    """Whether a Latin mark stands in capitals: AD, no ad."""
    text = view.text[mark.start() : mark.end()].strip()
    return not text[:1].isascii() or text.isupper() or " " in text


def _measured(flat: str, at: int, years: re.Match[str], mark: re.Match[str], g: Grammar) -> bool:
    """Whether a single letter after a number means metres: no year before it, and few digits or a length near."""
    sign = mark[0].strip()
    if len(sign) > 1:
        return False
    if (
        led_by_year_noun(flat, at, g)
        or (at and flat[at - 1] in "(/=")
        or flat[max(0, at - 2) : at] in ("/ ", "= ")
    ):
        return False
    if len(years[1]) < 4 or int(years[1]) > LATEST:
        return True
    near = flat[max(0, at - 40) : at].split()
    return any(word.lstrip(g.proclitics).removeprefix(g.article) in g.data.dates.lengths for word in near)


def _of_era(start: int, end: int, years: re.Match[str], *, before: bool) -> Draft | None:
    first, last = int(years[1]), int(_filled(years[1], years[2])) if years[2] else None
    if last is None:
        return year_date(
            start, end, "date-bc" if before else "date-era-mark", edtf_year(first, before=before)
        )
    if (last < first) != before:
        return None
    ends = (edtf_year(first, before=before), edtf_year(last, before=before))
    return year_date(start, end, "date-years", ends=ends)


def _filled(first: str, last: str) -> str:
    """The second of two years of which the first says the century: 1994-95."""
    return first[: len(first) - len(last)] + last if len(last) == 2 < len(first) else last


def noun_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """In the year 247, عام 393: a bare number after the word for a year, whatever its size and whatever follows."""
    flat = view.flat
    match = g.pattern("noun_year").match(flat, at)
    if match is None or not led_by_year_noun(flat, at, g) or not 1 <= int(match[1]) <= LATEST:
        return None
    if _scaled_or_priced(flat, match.end(), g) or (len(match[1]) < 4 and counts(flat, match.end(), g)):
        return None
    return year_date(at, match.end(), "year", edtf_year(int(match[1])))


def _scaled_or_priced(flat: str, end: int, g: Grammar) -> bool:
    """Whether a scale, money or a percent sign follows, so that an amount of the year is told."""
    begin = end + 1 if flat[end : end + 1] == " " else end
    word, _ = word_at(flat, begin)
    atom = g.atoms.get(word)
    found = g.suffixes.at(flat, begin)
    return bool(atom and atom.kind in ("scale", "many", "times100")) or bool(
        found and found[0].kind in ("money", "percent")
    )


def old_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """In 1519, since 1789, the Battle of 1066: four ungrouped digits of nothing after a word that leads to a year; In 410 the, held in 325, and: three where a sentence begins, or where nothing more is said of them."""
    flat = view.flat
    early = g.pattern("early_year").match(flat, at)
    if early and (g.pattern("sentence_before").search(flat, max(0, at - 12), at) or _in_early(flat, at, g)):
        return year_date(at, early.end(1), "year", edtf_year(int(early[1])))
    match = g.pattern("old_year").match(flat, at)
    if match is None or counts(flat, match.end(), g):
        return None
    if not _led_to_year(view, at, g) and not _of_an_event(view, at, match.end(), g):
        return None
    return year_date(at, match.end(), "year", match[1])


def _in_early(flat: str, at: int, g: Grammar) -> bool:
    """Whether "in" leads to a year of three digits within a sentence: died in 337; not one in 500."""
    lead = g.pattern("early_before").search(flat, max(0, at - 24), at)
    return lead is not None and lead[1] not in g.atoms


def _of_an_event(view: View, at: int, end: int, g: Grammar) -> bool:
    """The 1842 defeat, its 1783 charter, the pope's 1317 edict: a year between an article and what happened then, of which there is one."""
    owned = word_before(view.flat, at) in g.data.dates.year_adjective_owned or view.flat.endswith(
        "'s ", 0, at
    )
    event = g.pattern("year_of_event").match(view.flat, end) if owned else None
    if event is None or view.flat[end - 2 : end] == "00" or event[1] in g.stop_words:
        return False
    for word in event[2].split():
        if word in g.stop_words:
            break
        if word.endswith("s"):
            return False
    return True


def _led_to_year(view: View, at: int, g: Grammar) -> bool:
    flat = view.flat
    if at and flat[at - 1] == "(" and g.pattern("year_closes").match(flat, at):
        return True
    if g.pattern("life_year").search(flat, max(0, at - 8), at):
        return True
    word = word_before(flat, at)
    if flat[at] == "1" and word in g.data.dates.moved_to and _moved(flat, at - 1 - len(word), g):
        return False
    if word in g.data.dates.old_year_after or word[1:] in g.data.dates.old_year_after:
        return True
    if word in g.data.dates.old_year_in and _clause_goes_on(flat, at + 4, g):
        return True
    start = at - 1 - len(word)
    return (
        word in g.data.dates.old_year_of
        and g.pattern("named_before").search(view.text, max(0, start - 24), start) is not None
    )


def _clause_goes_on(flat: str, end: int, g: Grammar) -> bool:
    """توفي في 1886، ولد في 1519 وتوفي: whether no noun can follow, but an end, a preposition or a verb joined to the one before."""
    word, _ = word_after(flat, end)
    if not word:
        return not flat[end : end + 2].strip(" ")[:1].isalnum()
    if word in g.data.counting.noun_link:
        return False
    verb = word[0] in g.data.numerals.joiners and word[1:].startswith(g.data.names.verbs_begin)
    return verb or word in g.data.lemma.leads_on


def _moved(flat: str, left: int, g: Grammar) -> bool:
    """Whether a verb of change stands right before: the number rose to 1101."""
    return left > 0 and g.change.before(flat, left - 1) is not None


def counts(flat: str, end: int, g: Grammar) -> bool:
    """Whether a unit, a noun or a percent sign follows."""
    begin = end + 1 if flat[end : end + 1] == " " else end
    found = g.suffixes.at(flat, begin)
    return found is not None


def decade(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """The 1980s: ``198X``."""
    match = _DECADE.match(view.flat, at)
    return year_date(at, match.end(), "date-decade", f"{match[1][:3]}X") if match else None


def short_decade(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """The '60s, the 80s: of the last century; in her 40s: an age."""
    flat = view.flat
    match = g.pattern("short_decade").match(flat, at)
    if match is None:
        return None
    return _of_tens(flat, at, match.end(), int(match[1]), g)


def decade_in_words(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """The eighties, the late sixties: of the last century; in her forties: an age."""
    word, end = word_at(view.flat, at)
    tens = g.data.dates.decade_words.get(word)
    return _of_tens(view.flat, at, end, tens, g) if tens else None


_AGE_BEFORE = 24
"""Characters of an age before another one of its list: twenties and early thirties."""


def _of_tens(flat: str, at: int, end: int, tens: int, g: Grammar) -> Draft | None:
    """Ten years of a life or of the last century, by the words before them; ``None`` where they measure something else."""
    ages = g.data.ages
    begin = at - 1 if flat[at - 1 : at] == "'" else at
    first = begin
    while listed := g.pattern("ages_listed").search(flat, max(0, first - _AGE_BEFORE), first):
        first = listed.start()
    century = flat[max(0, first - 2) : first]
    if first < begin and century.isdecimal():
        # The 1960s, 70s and 80s.
        return year_date(at, end, "date-decade", f"{century}{tens // 10}X")
    before = word_before(flat, first)
    owner = word_before(flat, first - 1 - len(before)) if before in ages.parts else before
    if owner in ages.owners and begin == at:
        made = year_date(at, end, "age-decade", ends=(str(tens), str(tens + 9)))
        return replace(
            made, kind="duration", unit="year", low=Fraction(tens), high=Fraction(tens + 9), suffixed=True
        )
    near = set(_SENTENCE_END.split(flat[max(0, at - _NEAR) : at])[-1].split())
    if before not in g.data.dates.decade_after or not near.isdisjoint(g.data.dates.not_decade_near):
        return None
    return year_date(at, end, "date-decade", f"19{tens // 10}X")


def century(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """The 19th century, the third century BC: ``18XX``, ``-02XX``; not a second century of his."""
    flat = view.flat
    match = _CENTURY.match(flat, at)
    if match:
        nth, end = int(match[1]), match.end()
    else:
        found = ordinal_at(flat, at, g, plural=False)
        if found is None:
            return None
        nth, end = found
    word, stop = word_after(flat, end, " -")
    if word not in g.data.dates.century_words:
        joined = 1 <= nth <= 21 and _joined_century(view, end, g)
        return year_date(at, end, "date-century", edtf_century(nth, before=joined < 0)) if joined else None
    if not 1 <= nth <= 21:
        return None
    if not match and nth < 4 and word_before(flat, at) not in g.data.dates.century_after:
        # "his second century of the season"
        return None
    mark = g.pattern("before_christ").match(flat, stop)
    before = bool(mark and written(view, mark))
    end = mark.end() if mark and before else stop
    our = None if before else g.pattern("our_era").match(flat, stop)
    end = our.end() if our and written(view, our) else end
    return year_date(at, end, "date-century", edtf_century(nth, before=before))


def _joined_century(view: View, end: int, g: Grammar) -> int:
    """Whether "and tenth centuries" follows, so that a ninth before it is one too: 1, -1 before our era, else 0."""
    joint = g.pattern("joined_century").match(view.flat, end)
    if joint is None:
        return 0
    mark = g.pattern("before_christ").match(view.flat, joint.end())
    return -1 if mark and written(view, mark) else 1


def century_in_words(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """القرن التاسع عشر, القرن الـ19, القرن الثالث قبل الميلاد, القرنين التاسع والعاشر: each of two."""
    flat = view.flat
    dates = g.data.dates
    word, start = word_at(flat, at)[0], at
    joined = at > 0
    # After "for" the article has lost its first letter: للقرن.
    shortened = joined and g.article[:1] + word in dates.century_words
    paired = joined and g.pattern("century_pair_before").search(flat, max(0, at - 40), at) is not None
    if paired:
        end = at - 1
    elif word in (*dates.century_words, *dates.century_pairs) or shortened:
        end = at + len(word)
    else:
        return None
    nth = _nth(flat, end, g, joined=paired)
    if nth is None or not 1 <= nth[0] <= 21:
        return None
    mark = g.pattern("before_christ").match(flat, nth[1])
    our = g.pattern("our_era").match(flat, nth[1])
    stop = mark.end() if mark else our.end() if our else nth[1]
    # What is said after the second of two centuries holds for both.
    second = g.pattern("century_pair_after").match(flat, nth[1]) if word in dates.century_pairs else None
    both = second is not None and g.pattern("before_christ").match(flat, second.end()) is not None
    return year_date(start, stop, "date-century", edtf_century(nth[0], before=bool(mark) or both))


def second_century(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """القرنين 18 و19: the second of two centuries in digits."""
    led = view.flat[at].isdecimal() and g.pattern("second_century").search(view.flat, max(0, at - 24), at)
    number = _TWO_DIGITS.match(view.flat, at) if led else None
    if number is None:
        return None
    if not 1 <= int(number[0]) <= 21:
        return None
    mark = g.pattern("before_christ").match(view.flat, number.end())
    end = mark.end() if mark else number.end()
    return year_date(at, end, "date-century", edtf_century(int(number[0]), before=bool(mark)))


def _nth(flat: str, end: int, g: Grammar, *, joined: bool = False) -> tuple[int, int] | None:
    """Which one is meant by what follows the word for a century, or by what is joined to the first of two; and where that ends."""
    digits = g.pattern("century_digits").match(flat, end)
    if digits:
        return int(digits[1]), digits.end(1)
    if flat[end : end + 1] != " " and not joined:
        return None
    found = written_ordinal(flat, end + 1, g)
    if found and found.definite:
        return found.value, found.end
    word, stop = word_at(flat, end + 1)
    atom = g.atoms.get(g.bare(word))
    twenty = g.is_definite(word) and atom is not None and atom.value == 20
    return (20, stop) if twenty else None


def led_by_year_noun(flat: str, at: int, g: Grammar) -> bool:
    """Whether a word for "year" stands right before, with or without proclitics."""
    word = word_before(flat, at)
    nouns = g.data.dates.year_nouns
    return bool(word) and (word in nouns or (word[0] in (g.proclitics or " ") and word[1:] in nouns))
