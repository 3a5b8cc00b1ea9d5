"""A number of any form at a place of the text: numeral, fraction, mixed number, ratio, vague amount."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.numerals.additive import (
    after_article,
    read_additive,
    strip_definite,
    word_at,
)
from build_tools.annotate.figures.numerals.decimals import lengthened
from build_tools.annotate.figures.numerals.digits import read_digits
from build_tools.annotate.figures.numerals.partitive import ordinal_at, read_partitive
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.view import View

_LETTERS = re.compile(r" ?([A-Za-z]{1,3})(?![A-Za-z\d])")
_SLASH = re.compile(r" ?/ ?([1-9]\d{0,5})(?![\d/]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.;!?](?= |$)")
_LED = 12
"""Characters in which a word right before a number is sought."""
_NEAR = 60
"""How far back, in characters, a word may stand that tells what a letter means."""
_GLUED_FRACTION = re.compile(r"[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


@lru_cache(maxsize=32)
def read_number(view: View, at: int, g: Grammar) -> Number | None:
    """The number that starts at ``at``, a digit or a word without its proclitics; ``None`` when there is none."""
    if view.flat[at].isalpha() and not g.positional and _idle_article(view.flat, at, g):
        return None
    number = _read_core(view, at, g)
    if number is None:
        return None
    number = lengthened(view, number, g)
    number = _scale_letters(view, number, g)
    number = _odd(view, number, g)
    number = _slash(view, number, g)
    number = read_partitive(view, number, g)
    dozen = g.atoms.get(view.flat[number.end : number.end + 1]) if g.positional else None
    if (
        dozen
        and dozen.kind == "scale"
        and dozen.value == 12
        and number.value is not None
        and number.form == "plain"
        and not view.flat.startswith(tuple(g.data.numerals.not_dozen_before), number.end + 1)
    ):
        number = replace(number, value=number.value * 12, end=number.end + 1, trail="dozens")
    return number


def _idle_article(flat: str, at: int, g: Grammar) -> bool:
    """Whether an article stands here that no word of a number follows, as nearly all of them do."""
    word, end = word_at(flat, at)
    if word not in g.data.numerals.articles:
        return False
    gap = flat[end : end + 1]
    return gap not in (" ", "-") or (
        flat[end + 1 : end + 2].isalpha() and word_at(flat, end + 1)[0] not in _after_articles(g.tag)
    )


@cache
def _after_articles(tag: str) -> frozenset[str]:
    """First words of what makes a number of an article before it."""
    g = grammar(tag)
    numerals = g.data.numerals
    seconds = {form.split(" ")[1] for form in (*numerals.couples, *numerals.vague_few) if " " in form}
    return frozenset({*g.atoms, *g.fractions, *g.ordinals, *g.parts, *g.vague_powers, *seconds})


def _read_core(view: View, at: int, g: Grammar) -> Number | None:
    flat = view.flat
    if not flat[at].isdecimal():
        if _GLUED_FRACTION.match(flat, at):
            return Number(at, at + 1, _vulgar(flat[at]), "vulgar-fraction", form="fraction")
        worded = _vague(view, at, g) or (
            _han_few(view, at, g) or _half(view, at, g) if g.positional else _fraction_word(view, at, g)
        )
        if worded:
            return worded
    number = read_positional(view, at, g) if g.positional else read_additive(view, at, g)
    if number is None and (flat[at].isdecimal() or flat[at] in ".٫"):
        read = read_digits(view, at, decimal_comma=bool(g.data.numerals.decimal_comma))
        if read and read.value is not None:
            number = Number(at, read.end, read.value, "digits", digits=True, grouped=read.grouped)
    if number and number.value is not None and _GLUED_FRACTION.match(flat, number.end):
        number = replace(
            number, value=number.value + _vulgar(flat[number.end]), end=number.end + 1, trail="mixed-number"
        )
    return number


def _vulgar(char: str) -> Fraction:
    return Fraction(unicodedata.numeric(char)).limit_denominator(100)


def _scale_letters(view: View, number: Number, g: Grammar) -> Number:
    """5k, 1.04M, 30bn: letters of a scale right after digits, or after a blank when they stand alone."""
    if not number.digits or number.value is None or number.scale != 1:
        return number
    match = _LETTERS.match(view.text, number.end)
    if match is None or match[1] not in g.letters:
        return number
    spaced = match[0][0] == " "
    if spaced and len(match[1]) == 1 and (match[1] not in "MBK" or (g.tag == "ar" and match[1] == "B")):
        return number
    if (not spaced or not _letters_of_money(match[1], g)) and _is_unit(
        view, number, match[1], match.end(), g
    ):
        return number
    scale = g.letters[match[1]]
    return replace(
        number,
        value=number.value * scale,
        end=match.end(),
        scale=scale,
        trail=f"digits-{match[1]}",
        letters=match[1],
    )


def _letters_of_money(letters: str, g: Grammar) -> bool:
    """Whether letters are a unit only before certain words: 5 m; those that always are (635 mm) stay so after a blank."""
    return bool(g.data.numerals.letters_yield.get(letters, letters))


def _odd(view: View, number: Number, g: Grammar) -> Number:
    """Thirty-odd, 48,000 odd: somewhat more than a round number."""
    if g.positional or number.form != "plain" or view.flat[number.end : number.end + 1] not in (" ", "-"):
        return number
    for word in g.data.numerals.infix_more:
        end = number.end + len(word)
        odd = view.flat.startswith(word, number.end) and not view.flat[end : end + 1].isalpha()
        if odd and number.value is not None and number.value >= 20:
            return replace(number, end=end, modifier="more-than", splits=())
    return number


def _is_unit(view: View, number: Number, letter: str, end: int, g: Grammar) -> bool:
    """Whether letters of a scale are a unit here: 450mm of rain, 3t of steel, waves 5m high; not $450mm, 5m users."""
    followers = g.data.numerals.letters_yield.get(letter)
    if followers is None:
        return False
    flat = view.flat
    if _length_near(flat, number, letter, end, g):
        return True
    if flat[end : end + 1] == " ":
        after, _ = word_at(flat, end + 1)
        found = g.suffixes.at(flat, end + 1)
        if (found and found[0].kind == "money") or (followers and after not in followers):
            return False
    elif followers and not (flat[end : end + 1] == "-" and word_at(flat, end + 1)[0] in followers):
        return False
    left = number.start
    while left and flat[left - 1] == " ":
        left -= 1
    priced = g.prefixes.before(flat, left)
    return not (priced and priced[0].kind == "money")


def _length_near(flat: str, number: Number, letter: str, end: int, g: Grammar) -> bool:
    """She ran the 100m, cleared 2.36m: a word near by tells that a length is meant, and none that it counts follows."""
    table = g.data.numerals.letters_near.get(letter)
    if table is None or number.value is None or number.value > table.most:
        return False
    follows, _ = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", 0)
    if follows and follows not in g.stop_words and follows not in table.words:
        return False
    if number.start and not flat[number.start - 1].isspace():
        return False
    led = f" {flat[max(0, number.start - _LED) : number.start]}"
    if number.value in table.usual and led.endswith(tuple(f" {word} " for word in table.usual_after)):
        return True
    before = _SENTENCE_END.split(flat[max(0, number.start - _NEAR) : number.start])[-1]
    after = _SENTENCE_END.split(flat[end : end + _NEAR])[0]
    near = {*_WORD.findall(before), *_WORD.findall(after)}
    return not near.isdisjoint(table.words)


def _slash(view: View, number: Number, g: Grammar) -> Number:
    """1/5, 20/100: a fraction in digits."""
    if "/" not in view.flat[number.end : number.end + 2]:
        return number
    if not number.bare or number.value is None or number.value.denominator != 1:
        return number
    match = _SLASH.match(view.flat, number.end)
    if match and view.flat.startswith(g.data.numerals.not_divided, match.end()):
        # 120/80 mmHg
        return number
    if match is None or int(match[1]) == 0 or (number.start and view.flat[number.start - 1] == "/"):
        return number
    return replace(
        number,
        value=number.value / int(match[1]),
        end=match.end(),
        trail="slash-fraction",
        form="fraction",
        splits=(),
    )


def _fraction_word(view: View, at: int, g: Grammar) -> Number | None:
    """نصف, ثلثي, half, a quarter; with a scale after it (half a million, نصف مليون) a number of its own."""
    flat = view.flat
    word, end = word_at(flat, at)
    article = g.atoms[word].kind == "article" if word in g.atoms else False
    if article:
        word, end = word_at(flat, end + 1)
    bare = strip_definite(word, g) if not article else word
    value = g.fractions.get(word) or g.fractions.get(bare)
    if article and g.data.numerals.ordinals_are_parts:
        value, end = _article_part(flat, at, value, end, g)
    if value is None:
        value, end = _owned_fraction(view, at, word, g)
    if value is None:
        return None
    if word in g.ordinals and not article and not g.article and not flat.startswith(" of ", end):
        # "third-quarter sales": without an article an ordinal is no part.
        return None
    doubtful = (word if word in g.fractions else bare) in g.doubtful and not article
    if (word if word in g.fractions else bare) in g.doubtful and _voweled(
        view, at + (len(word) - len(bare) if word not in g.fractions else 0), end, g
    ):
        return Number(at, end, value, "fraction-voweled", form="fraction", sure=True)
    number = Number(at, end, value, "fraction-word", form="fraction", doubtful=doubtful)
    after = _scale_after(view, end, g)
    if after:
        scale, stop = after
        return Number(at, stop, value * scale, "fraction-of-scale", scale=scale)
    if doubtful and bare in g.atoms:
        # خمس is five, and a fifth only of something definite: "خمس السكان".
        return number if bare == word and _definite_after(flat, end, g) else None
    return number


def _article_part(
    flat: str, at: int, value: Fraction | None, end: int, g: Grammar
) -> tuple[Fraction | None, int]:
    """ "a fifth of", "by a third": parts named by an ordinal, unless the ordinal leads to a noun ("a third suspect")."""
    _, begin = word_at(flat, at)
    found = ordinal_at(flat, begin + 1, g, plural=False)
    if found is None or found[0] < 3:
        return value, end
    follows, _ = word_at(flat, found[1] + 1) if flat[found[1] : found[1] + 1] in (" ", "-") else ("", 0)
    if (follows and follows not in g.data.numerals.part_followers) or (
        value is None and follows not in ("of", "")
    ):
        return None, at
    return value or Fraction(1, found[0]), found[1]


def _definite_after(flat: str, end: int, g: Grammar) -> bool:
    """Whether a definite noun follows: not إلى, which begins like the article, nor a word for what is counted."""
    if not flat.startswith(f" {g.article}", end):
        return False
    word, _ = word_at(flat, end + 1)
    return word not in g.data.ranges.to


def _owned_fraction(view: View, at: int, word: str, g: Grammar) -> tuple[Fraction | None, int]:
    """نصفهم, ثلثيها: a fraction with a pronoun written on it, which belongs into the span."""
    for ending in g.data.numerals.fraction_endings:
        bare = word[: -len(ending)]
        if word.endswith(ending) and bare in g.fractions:
            sure = bare not in g.doubtful or bare in g.data.numerals.owned_fractions
            if sure or _voweled(view, at, at + len(word), g):
                return g.fractions[bare], at + len(word)
    return None, at


def _voweled(view: View, at: int, end: int, g: Grammar) -> bool:
    """Whether vowel signs say that a word is the fraction: خُمس, عُشر."""
    sign = g.data.numerals.fraction_sign
    if not sign or view.back is None:
        return False
    start, stop = view.back[at], view.back[end - 1]
    return sign in view.source[start + 1 : min(stop, start + 3)]


def _han_few(view: View, at: int, g: Grammar) -> Number | None:
    """几小时, 数个月, 好几年: an unknown small number of a unit; 几十 is a numeral of its own."""
    numerals, flat = g.data.numerals, view.flat
    few = next((form for form in numerals.few_of_unit if flat.startswith(form, at)), None)
    barred = tuple(numerals.not_few_after.get(flat[at], ())) or numerals.times_by_few
    if few is None or flat.endswith((*barred, numerals.ordinal_sign), 0, at):
        return None
    found = g.suffixes.at(flat, at + len(few))
    if found is None or (found[0].kind not in ("duration", "money") and found[0].table != "measure"):
        return None
    return Number(at, at + len(few), None, "vague-few", form="vague", modifier="vague", doubtful=True)


def _half(view: View, at: int, g: Grammar) -> Number | None:
    """半, 一半, 半数; 个半 after nothing is one and a half (个半月)."""
    flat = view.flat
    for form in g.fraction_heads.get(flat[at], ()):
        if flat.startswith(form, at):
            return Number(at, at + len(form), g.fractions[form], "fraction-word", form="fraction")
    mark = g.data.counting.half_within
    if mark and flat.startswith(mark, at):
        return Number(at, at + len(mark), Fraction(3, 2), "mixed-number", form="mixed", doubtful=True)
    return None


def _scale_after(view: View, end: int, g: Grammar) -> tuple[Fraction, int] | None:
    """A scale word after a fraction: "a million", "مليون"."""
    flat = view.flat
    word, stop = word_at(flat, end + 1) if flat[end : end + 1] in (" ", "-") else ("", end)
    if word in g.data.numerals.vague_link and word:
        word, stop = word_at(flat, stop + 1)
    if word in g.atoms and g.atoms[word].kind == "article":
        word, stop = word_at(flat, stop + 1)
    atom = g.atoms.get(word) or g.atoms.get(strip_definite(word, g))
    if atom and atom.kind == "scale" and atom.value >= 10:
        return atom.value, stop
    return None


def _vague(view: View, at: int, g: Grammar) -> Number | None:
    """مليارات الدولارات, عشرات الآلاف, tens of millions, several billion: amounts without a number."""
    if g.positional:
        return _idiom(view.flat, at, g)
    couple = next((form for form in g.data.numerals.couples if view.flat.startswith(f"{form} ", at)), None)
    if couple:
        return _couple(view.flat, at, at + len(couple), g)
    few = _few_at(view.flat, at, g)
    return _several(view.flat, at, few, g) if few else _of_powers(view.flat, at, g)


def _idiom(flat: str, at: int, g: Grammar) -> Number | None:
    """成千上万, 数以百计: thousands, hundreds."""
    if flat[at] not in g.vague_heads:
        return None
    form = next((form for form in g.vague_powers if flat.startswith(form, at)), None)
    return (
        _magnitude(at, at + len(form), Fraction(10) ** g.vague_powers[form], "vague-amount") if form else None
    )


def _couple(flat: str, at: int, end: int, g: Grammar) -> Number:
    """A couple of hundred: about two of it."""
    step, stop = word_at(flat, end + 1)
    atom = g.atoms.get(step)
    scale = atom.value if atom and atom.kind in ("scale", "many", "times100") else Fraction(1)
    end = stop if scale > 1 else end
    return Number(at, end, 2 * scale, "couple", form="couple", modifier="about", scale=scale)


def _several(flat: str, at: int, end: int, g: Grammar) -> Number | None:
    """Several thousand, بضعة آلاف; "some £95m" is a number of its own."""
    if not flat[end + 1 : end + 2].isalpha():
        return None
    step, stop = word_at(flat, end + 1)
    atom = g.atoms.get(step) or g.atoms.get(strip_definite(step, g))
    if atom is None or atom.kind not in ("scale", "many", "times100", "dual"):
        return Number(at, end, None, "vague-few", form="vague", modifier="vague", doubtful=True)
    return _magnitude(at, stop, atom.value, "vague-few")


def _magnitude(at: int, end: int, scale: Fraction, trail: str) -> Number:
    """An unknown number of a scale, with its order of magnitude."""
    return Number(
        at, end, None, trail, low=scale, high=scale * 10, form="vague", modifier="vague", scale=scale
    )


def _of_powers(flat: str, at: int, g: Grammar) -> Number | None:
    """Hundreds, tens of millions, عشرات الآلاف: one power of ten, or several multiplied."""
    numerals, powers = g.data.numerals, g.vague_powers
    word, last = word_at(flat, at)
    bare = after_article(flat, at, strip_definite(word, g), g)
    linked = any(link and flat.startswith(f" {link} ", last) for link in numerals.vague_link)
    if bare not in powers or (bare in numerals.vague_only_linked and not linked):
        return None
    scale = Fraction(10) ** powers[bare]
    for _ in range(2):
        gap = last + 1
        for link in numerals.vague_link:
            if link and flat.startswith(f" {link} ", last):
                gap = last + len(link) + 2
        word, stop = word_at(flat, gap) if flat[last : last + 1] == " " else ("", last)
        plain = strip_definite(word, g)
        atom = g.atoms.get(plain)
        if plain not in powers and not (atom and atom.kind in ("scale", "many")):
            break
        scale *= Fraction(10) ** powers[plain] if plain in powers else atom.value if atom else 1
        last = stop
    return _magnitude(at, last, scale, "vague-amount")


def _few_at(flat: str, at: int, g: Grammar) -> int | None:
    for word in g.data.numerals.vague_few:
        if flat.startswith(word, at) and flat[at + len(word) : at + len(word) + 1] == " ":
            return at + len(word)
    return None
