"""What stands after a number and says what it is a number of, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from build_tools.annotate.figures.draft import Meaning

NOTHING = Fraction(0)
ONCE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Suffix:
    """The meaning after a number, where it ends, and what it changes in the number."""

    meaning: Meaning
    end: int
    noun: bool = False
    """A counted noun rather than a unit or currency."""
    direct: bool = True
    """Belongs into the span."""
    times: Fraction = ONCE
    plus: Fraction = NOTHING
