"""The arithmetic of numerals in words: which word may follow which, and what they come to together."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from build_tools.annotate.figures.grammar import Atom


@dataclass(frozen=True, slots=True)
class Step:
    """One word or digit group of a numeral, and whether a joining word stands before it."""

    atom: Atom
    start: int
    end: int
    joined: bool
    gap_start: int
    digits: bool = False
    grouped: bool = False
    hyphen: bool = False


@dataclass(slots=True)
class Sum:
    """A numeral being read: finished terms (each with its scale) and the group below the next scale.

    Tens stand before their units, as in forty-two.
    """

    terms: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    hundreds: Fraction | None = None
    tens: Fraction | None = None
    units: Fraction | None = None
    digits: Fraction | None = None
    scaled_last: bool = False
    words: int = 0

    @property
    def group(self) -> Fraction | None:
        parts = [part for part in (self.hundreds, self.tens, self.units, self.digits) if part is not None]
        return sum(parts[1:], parts[0]) if parts else None

    @property
    def value(self) -> Fraction:
        group = self.group
        parts = [*(value for value, _ in self.terms), *([] if group is None else [group])]
        return sum(parts[1:], parts[0])

    @property
    def scale(self) -> Fraction:
        """The scale of the last term, 1 when a group stands after it."""
        return self.terms[-1][1] if self.group is None else Fraction(1)

    def take(self, step: Step) -> bool:
        """Add a step; ``False`` (and nothing changed) when the grammar has no place for it."""
        first = self.words == 0
        if not first and not self._goes_on(step):
            return False
        kind = "digits" if step.digits else step.atom.kind
        accepted: bool = getattr(self, f"_{kind}")(step, first)
        self.words += accepted
        if accepted:
            self.scaled_last = kind in ("scale", "dual", "many")
        return accepted

    def _goes_on(self, step: Step) -> bool:
        """Whether a word may follow others as it is joined to them."""
        return True

    def _digits(self, step: Step, first: bool) -> bool:
        value = step.atom.value
        if first:
            self.digits = value
            return True
        if self.scaled_last and value < self.terms[-1][1]:
            # 4 thousand 3 hundred.
            self.digits = value
            return True
        if self._digits_after_hundreds(step):
            self.units = value
            return True
        return False

    def _digits_after_hundreds(self, step: Step) -> bool:
        """Two hundred and 5."""
        below = self.tens is None and self.units is None
        return step.joined and self.hundreds is not None and below and step.atom.value < 100

    def _zero(self, step: Step, first: bool) -> bool:
        if first:
            self.digits = Fraction(0)
        return first

    def _article(self, step: Step, first: bool) -> bool:
        if first:
            self.units = Fraction(1)
        return first

    def _unit(self, step: Step, first: bool) -> bool:
        if self.digits is not None or self.units is not None or not self._unit_after_tens(step):
            return False
        self.units = step.atom.value
        return True

    def _unit_after_tens(self, step: Step) -> bool:
        """Forty-two; not ten two, nor forty and two."""
        return self.tens is None or not (step.joined or self.tens % 10 or self.tens == 10)

    def _teen(self, step: Step, first: bool) -> bool:
        if self.digits is not None or self.units is not None or self.tens is not None:
            return False
        self.tens = step.atom.value
        return True

    def _ten(self, step: Step, first: bool) -> bool:
        if self.digits is not None or self.tens is not None or not self._ten_after_unit():
            return False
        self.tens = step.atom.value
        return True

    def _ten_after_unit(self) -> bool:
        return self.units is None

    def _tail(self, step: Step, first: bool) -> bool:
        # "عشر" after a unit makes a teen; alone it is ten.
        if first or step.joined:
            return self._teen(step, first)
        if self.units is None or self.tens is not None:
            return False
        self.tens = Fraction(10)
        return True

    def _times100(self, step: Step, first: bool) -> bool:
        if self.digits is not None and not step.joined:
            self.hundreds, self.digits = self.digits * 100, None
            return True
        if self.hundreds is not None or self.digits is not None:
            return False
        hundreds = self._hundreds_of(self.group, step)
        if hundreds is None:
            return False
        self.hundreds, self.tens, self.units = hundreds * 100, None, None
        return True

    def _hundreds_of(self, small: Fraction | None, step: Step) -> Fraction | None:
        """How many hundreds: three hundred, twelve hundred."""
        return small if small and not step.joined else None

    def _hundreds(self, step: Step, first: bool) -> bool:
        if self.group is not None:
            return False
        self.hundreds = step.atom.value
        return True

    def _scale(self, step: Step, first: bool) -> bool:
        scale = step.atom.value
        group = self.group
        if group is None:
            if self.scaled_last and not step.joined:
                # "hundred thousand million": a scale on a scale.
                value, last = self.terms[-1]
                self.terms[-1] = (value * scale, last * scale)
                return True
            if not self._scale_alone(step, first):
                return False
            group = Fraction(1)
        elif step.joined:
            return False
        if scale >= self._last():
            # "two hundred million thousand" is no numeral, but "5 hundred 20 thousand million" multiplies all.
            return False
        self.terms.append((group * scale, scale))
        self.hundreds = self.tens = self.units = self.digits = None
        return True

    def _scale_alone(self, step: Step, first: bool) -> bool:
        """Whether a scale with no number before it is one of it."""
        return first and step.atom.value < 100

    def _many(self, step: Step, first: bool) -> bool:
        return not first and self._scale(step, first)

    def _dual(self, step: Step, first: bool) -> bool:
        scale = step.atom.value
        if self.group is not None or (self.terms and not step.joined) or scale >= self._last():
            return False
        self.terms.append((2 * scale, scale))
        return True

    def _last(self) -> Fraction:
        return self.terms[-1][1] if self.terms else Fraction(10) ** 40


@dataclass(slots=True)
class UnitsFirstSum(Sum):
    """A numeral whose units stand before their tens, each word joined to the one before it: اثنان وأربعون."""

    def _goes_on(self, step: Step) -> bool:
        return step.joined or step.atom.kind in ("tail", "times100", "scale", "dual", "many")

    def _digits_after_hundreds(self, step: Step) -> bool:
        return False

    def _unit_after_tens(self, step: Step) -> bool:
        return self.tens is None

    def _ten_after_unit(self) -> bool:
        return self.units is None or self.units < 10

    def _hundreds_of(self, small: Fraction | None, step: Step) -> Fraction | None:
        """ثلاثمئة; مئة alone is one of it."""
        if not small:
            return Fraction(1)
        return small if small < 10 and not step.joined else None

    def _scale_alone(self, step: Step, first: bool) -> bool:
        """ألف, مليون وألف."""
        return first or (step.joined and step.atom.value < self.terms[-1][1])


def empty_sum(*, units_first: bool) -> Sum:
    """The numeral of a language before its first word."""
    return UnitsFirstSum() if units_first else Sum()
