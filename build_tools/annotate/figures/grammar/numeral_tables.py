"""The tables that tell how much: number words, fractions, what is vague."""

from __future__ import annotations

from typing import Literal

from build_tools.annotate.figures.grammar.table import Forms, Table


class Scale(Table):
    """A power of ten with a word of its own."""

    power: int
    """The exponent."""
    one: Forms = ()
    """One of it, and after a number."""
    two: Forms = ()
    """The dual: two of it."""
    many: Forms = ()
    """The plural."""
    letters: Forms = ()
    """Letters right after digits, in the case they are written in."""


class StandIns(Table):
    """What stands for a noun that was named before."""

    words: Forms = ()
    """Whole words: others, منها."""
    endings: Forms = ()
    """Endings of such words."""


class NearWords(Table):
    """Words near a letter that tell what it means."""

    most: int
    """The largest number that is still one of these."""
    words: Forms
    """The words."""
    usual: tuple[int, ...] = ()
    """Numbers that are one of these right after some words: the 400m."""
    usual_after: Forms = ()
    """The words."""


class Sides(Table):
    """What stands between a measure and the zero it is above or below."""

    below: Forms = ()
    """Below zero."""
    above: Forms = ()
    """Above zero."""


class Numerals(Table):
    """Number words and the signs of numbers."""

    strategy: Literal["additive", "positional"]
    """Whether a numeral is a sum of products of words, or goes by places as Chinese does."""
    units_first: bool = False
    """Units stand before tens: خمسة وعشرون."""
    glued_joiner: bool = False
    """The joining word is written on the next one."""
    joiners: Forms = ()
    """What joins the parts of a numeral."""
    proclitics: str = ""
    """Letters that are written on the next word."""
    definite: str = ""
    """The article that is written on its word."""
    feminine: str = ""
    """The ending of a feminine noun without a pronoun, in the spelling that forms are compared in."""
    no_numbers: Forms = ()
    """Words that look like a number with proclitics and are none."""
    decimal_comma: bool = False
    """A comma before other than three digits is a decimal mark."""
    articles: Forms = ()
    """Words for one thing that are no number by themselves: a million."""
    cardinals: dict[int, Forms]
    """Words for the numbers below a hundred."""
    tens: dict[int, Forms] = {}
    """Signs that multiply the digit before them by ten, a hundred or a thousand."""
    ambiguous: Forms = ()
    """Number words that more often are another word."""
    noun_stand_ins: StandIns = StandIns()
    """After a number word that also is another word: what stands for a noun named before."""
    teen_tail: Forms = ()
    """Ten after a unit: عشر."""
    hundred: Forms = ()
    """A hundred, also after a unit."""
    hundreds: dict[int, Forms] = {}
    """Hundreds in one word."""
    scales: tuple[Scale, ...]
    """Powers of ten from the thousand on."""
    spaced_letters: str = ""
    """Letters of a scale that may stand alone after a blank: 5 M."""
    dozens: dict[int, Forms] = {}
    """Words for a number of things."""
    negative: Forms = ()
    """Words for a minus."""
    plus_minus: Forms = ()
    """A minus after these is no sign of its own."""
    point: str = ""
    """The decimal point between digits in characters."""
    point_words: Forms = ()
    """The decimal point in words."""
    point_parts: Forms = ()
    """Of a fraction before these words a part of a percentage point is meant."""
    scale_signs: str = ""
    """Characters that begin a numeral with a scale."""
    fractions: dict[str, Forms] = {}
    """Words for parts of one."""
    doubtful_fractions: Forms = ()
    """Fractions that more often are another word."""
    tanwin_sign: str = ""
    """The sign of the indefinite accusative."""
    fraction_sign: str = ""
    """A vowel sign on the first letter that tells a fraction from its homograph."""
    no_owner: Forms = ()
    """Those of them that no dual of kin bears."""
    fraction_endings: Forms = ()
    """Pronouns written on a fraction: نصفهم."""
    owned_fractions: Forms = ()
    """Doubtful alone, but not with a pronoun."""
    fraction_cues: Forms = ()
    """Before a fraction with the article these say that a part is meant."""
    fraction_homographs: Forms = ()
    """Fractions that far more often are another word."""
    part_mark: str = ""
    """Between denominator and numerator: 分之."""
    mixed_mark: str = ""
    """Between a whole number and its fraction: 又."""
    parts: dict[int, Forms] = {}
    """Words for parts after a number: three quarters."""
    part_followers: Forms = ()
    """What may follow "a third" when a part is meant."""
    parts_unless: Forms = ()
    """After parts these make them spans of time or places: three quarters ago."""
    quarters_after: Forms = ()
    """Before a number of quarters these make them spans of time."""
    ordinals_are_parts: bool = False
    """Ordinals name parts: a fifth."""
    dual_construct: Forms = ()
    """Duals of a scale right before what is counted: مليونا."""
    zero_side: Sides = Sides()
    """Above and below zero."""
    ratio_words: Forms = ()
    """Between the two numbers of a proportion: one in five."""
    not_divided: Forms = ()
    """After two numbers with a stroke these say that both are measures of their own: 120/80 mmHg."""
    division_words: Forms = ()
    """Between the two numbers of a division."""
    odds_words: Forms = ()
    """Between the two numbers of odds: twenty to one."""
    letters_yield: dict[str, Forms] = {}
    """Letters of a scale that are a unit unless money is meant; before the words listed, or (none listed) always."""
    letters_near: dict[str, NearWords] = {}
    """Words near such letters that tell a length."""
    couples: Forms = ()
    """About two."""
    vague_few: Forms = ()
    """An unknown small number."""
    vague_tens: dict[int, Forms] = {}
    """An unknown number of a power of ten, by its exponent."""
    vague_only_linked: Forms = ()
    """Of these only what is linked to a noun is an amount: scores of boats, no cinematic scores."""
    vague_link: Forms = ()
    """Between such words: tens of thousands."""
    infix_more: Forms = ()
    """Somewhat more, inside a numeral or right after it."""
    infix_about: Forms = ()
    """About, inside a numeral."""
    not_few_after: dict[str, str] = {}
    """Characters after which 数 is the end of a word and no "several"."""
    not_dozen_before: Forms = ()
    """Characters before which 打 is no dozen."""
    numbered: Forms = ()
    """What is numbered rather than counted: 三、四季度 are the third and the fourth."""
    sides: str = ""
    """What two sides are counted of: 一死八伤."""
    over_half: str = ""
    """Before 半: more than half."""
    each: str = ""
    """Before a bare scale these make it what a rate is told for: 每百公里."""
    near_half: str = ""
    """Before 半: nearly half."""
    half_of_word: str = ""
    """Before these 半 is no half."""
    denials_of_half: Forms = ()
    """Before "more than half" these turn it round."""
    article_before: str = ""
    """Signs after a classifier that open the name of what it counts."""
    formal: Forms = ()
    """Signs of cheques, alone another word."""
    not_counted_after: str = ""
    """After a last digit these say that it is counted in the unit below: 2万8元, 比3万2贵."""
    one_lasting: Forms = ()
    """Before these one of a unit of time is a length: 后一个月内."""
    times_by_few: Forms = ()
    """Words after which "a few days" are a time and no length: 这几天."""
    few_of_unit: Forms = ()
    """An unknown small number right before a unit: 几小时."""
    pair_sign: str = ""
    """Two, before what is counted: 两."""
    percent_below: Forms = ()
    """Denominators of which a part is told in percent."""
    ordinal_sign: str = ""
    """Makes what follows a rank: 第."""
    one_of: Forms = ()
    """One of them."""
    markers: Forms = ()
    """The numerals that a list counts with, in order."""
    half: Forms = ()
    """A half, alone or after a unit."""
    one: Forms = ()
    """One, which is also an article."""
    one_after: Forms = ()
    """After these it is a number again: 之前一家."""
    loose: str = ""
    """A scale alone that is a number of something only where nothing clings to it: 百年, 千家."""
    single_before: str = ""
    """Before these a single numeral may stand."""
    round_words: Forms = ()
    """Scales that inside a sentence more often are a word."""
    no_part_before: Forms = ()
    """After a fraction with the article these make it a name: النصف الأول."""
    fills: str = ""
    """What a bare scale may follow inside a sentence: 满百件."""
    not_one_after: str = ""
    """After these 一 is one of a row: 前一交易日."""
    leads_to_amount: str = ""
    """Last characters of what leads to an amount without unit: 人数达55688."""
    copulas: str = ""
    """After these a single numeral is a number."""
