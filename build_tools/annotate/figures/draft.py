"""What the figure grammars hand to one another: numbers, what stands after them, and figures in the making."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from build_tools.model import Kind, Modifier


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral read at a place of the view. ``low``/``high`` instead of ``value`` when it names several numbers."""

    start: int
    end: int
    value: Fraction | None
    rule: str
    low: Fraction | None = None
    high: Fraction | None = None
    digits: bool = False
    """Begins with digits, not words."""
    scale: Fraction = Fraction(1)
    """The last scale word: what a smaller number before it in a range shares."""
    modifier: Modifier = "exact"
    grouped: bool = False
    suspect: str | None = None
    form: str = "plain"
    """``plain``, ``fraction``, ``ratio``, ``vague`` or ``mixed``."""
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
    table: str = ""
    """The row of the data, for ``rule``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making; offsets into the view."""

    start: int
    end: int
    number_start: int
    number_end: int
    kind: Kind
    rule: str
    value: Fraction | str | None = None
    low: Fraction | str | None = None
    high: Fraction | str | None = None
    currency: str | None = None
    unit: str | None = None
    modifier: Modifier = "exact"
    suspect: str | None = None
    assumed: str | None = None
    equivalent_of: int | None = None
    form: str = "plain"
    digits: bool = False
    scale: Fraction = Fraction(1)
    bound_start: int = -1
    """Where the modifier before the figure starts; ``start`` when there is none."""
    bound_end: int = -1
    suffixed: bool = False
    minor: bool = False
    noun: bool = False


def plain(value: Fraction | str | None) -> str | None:
    """A plain decimal string, exact where a finite one exists, else to 28 significant places; strings as they are."""
    if value is None or isinstance(value, str):
        return value
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    places = 0
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
            places += 1
    if rest != 1 or places > 60:
        places = 28
    scaled = round(abs(value) * 10**places)
    digits = str(scaled).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and text != "0" else text
