"""What the figure grammars hand to one another: numbers, what stands after them, and figures in the making."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from build_tools.model import Assumption, Kind, Modifier, Suspect

Table = Literal[
    "", "percent", "permille", "tenth", "percentage-point", "basis-point", "rate-step", "noun", "measure", "duration",
    "currency", "minor", "thousands", "classifier", "multiple", "dual", "word",
]  # fmt: skip
"""The table of a language that a unit stands in; ``word``: a noun of the text that no table lists."""

Form = Literal[
    "plain", "fraction", "percent", "ratio", "vague", "mixed", "couple", "dual", "fixed", "sum", "hijri"
]
"""What a number is built like: ``dual`` a noun that says two, ``fixed`` a word that says how many times, ``sum`` money or
time in several units, ``hijri`` a day of the Islamic calendar."""


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral read at a place of the view. ``low``/``high`` instead of ``value`` when it names several numbers."""

    start: int
    end: int
    value: Fraction | None
    trail: str
    """The names of the rules that made it, for readers; no rule asks for it."""
    low: Fraction | None = None
    high: Fraction | None = None
    digits: bool = False
    """Begins with digits, not words."""
    scale: Fraction = Fraction(1)
    """The last scale word: what a smaller number before it in a range shares."""
    modifier: Modifier = "exact"
    grouped: bool = False
    suspect: Suspect | None = None
    form: Form = "plain"
    letters: str = ""
    """The letters that say its scale: bn, k."""
    sure: bool = False
    """Vowel signs say that it is a number and no other word."""
    splits: tuple[tuple[Number, int], ...] = ()
    """Shorter readings that end before a joining word, with the place after that word."""
    doubtful: bool = False
    """The word is more often something else; it counts only with what stands around it."""

    @property
    def bare(self) -> bool:
        """Digits without scale, as they stand in years and names."""
        return self.digits and self.scale == 1 and self.form == "plain"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a unit, currency, noun or percent word makes of the number before it."""

    kind: Kind
    unit: str | None = None
    currency: str | None = None
    factor: Fraction = Fraction(1)
    assumed: bool = False
    table: Table = ""
    row: str = ""
    """The row of the table."""

    @property
    def told(self) -> str:
        """Table and row, as a part of a trail."""
        name = "noun" if self.table == "word" else self.table
        return f"{name}:{self.row}" if self.row else name


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making; offsets into the view."""

    start: int
    end: int
    number_start: int
    number_end: int
    kind: Kind
    trail: str
    """The names of the rules that made it, for readers; no rule asks for it."""
    value: Fraction | str | None = None
    low: Fraction | str | None = None
    high: Fraction | str | None = None
    currency: str | None = None
    unit: str | None = None
    modifier: Modifier = "exact"
    suspect: Suspect | None = None
    assumed: Assumption | None = None
    equivalent_of: int | None = None
    form: Form = "plain"
    digits: bool = False
    letters: str = ""
    sure: bool = False
    table: Table = ""
    row: str = ""
    scale: Fraction = Fraction(1)
    bound_start: int = -1
    """Where the modifier before the figure starts; ``start`` when there is none."""
    bound_end: int = -1
    suffixed: bool = False
    """Something after or before the number says what it is a number of."""
    noun: bool = False
    """What it counts is a thing, no measure or money."""

    @property
    def naked(self) -> bool:
        """A plain number of which nothing says what it counts."""
        return self.kind == "count" and not self.suffixed and self.form == "plain"

    @property
    def top(self) -> Fraction | None:
        """The number, of a range its upper end; ``None`` for a date."""
        top = self.value if self.high is None else self.high
        return top if isinstance(top, Fraction) else None

    @property
    def minor(self) -> bool:
        """Cents and the like."""
        return self.table == "minor"

    @property
    def reach(self) -> int:
        """Where the figure begins with its modifier."""
        return self.bound_start if 0 <= self.bound_start < self.start else self.start


@dataclass(frozen=True, slots=True)
class Refused:
    """A stretch of the view whose number is no figure, with the rule that says so."""

    start: int
    end: int
    reason: str
    go_on: int = -1
    """Where reading goes on, when not behind the stretch: its other words may be figures."""

    def going_on(self, at: int) -> Refused:
        """The same, with reading going on at a place."""
        return Refused(self.start, self.end, self.reason, at)


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole text says about readings its figures leave open."""

    language: str
    yuan: str = "CNY"
    """The currency of a bare 元."""
    yuan_assumed: bool = False
    year: int | None = None
    """Year of publication, for "this year"."""
    roc: bool = False
    """Years of the Republican era may stand without their name."""
    homes: tuple[tuple[str, str], ...] = ()
    """What a currency's bare name stands for, by the countries that the text names."""
    record_homes: tuple[tuple[str, str], ...] = ()
    """The same by the place and the publisher in the record, where the text says nothing."""
    classifiers: tuple[tuple[str, str], ...] = ()
    """Classifiers that in this text count one thing only, each with its unit: 片 is a wafer where 晶圆 is spoken of."""


YEARS = frozenset(range(1900, 2100))
"""Years of which bare digits may speak."""


def bare_year(draft: Draft) -> bool:
    """Whether a bare number of four digits may be a year."""
    return (
        draft.kind == "count"
        and draft.unit is None
        and draft.value in YEARS
        and draft.number_end - draft.number_start == 4
    )


def times(value: Fraction | str | None, factor: Fraction) -> Fraction | str | None:
    """So many times a number."""
    return value * factor if isinstance(value, Fraction) else value


def plain(value: Fraction | str | None) -> str | None:
    """A plain decimal string, exact where a finite one exists, else to 28 significant places; strings as they are."""
    if value is None or isinstance(value, str):
        return value
    if value.denominator == 1:
        return str(value.numerator)
    rest, powers = value.denominator, [0, 0]
    for index, prime in enumerate((2, 5)):
        while rest % prime == 0:
            rest //= prime
            powers[index] += 1
    places = max(powers)
    if rest != 1 or places > 60:
        places = 28
    scaled = round(abs(value) * 10**places)
    digits = str(scaled).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and text != "0" else text
