"""The normalised reading of a figure in the reader's language: ``more than 12 billion US dollars``."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from markupsafe import Markup

from build_tools.model import Figure
from build_tools.render.wording import numbers
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.escape import escape
from build_tools.render.wording.units import Units
from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import Words


class Reader:
    """Reads figures aloud in one interface language."""

    def __init__(self, locale: Locale, words: Words) -> None:
        self._locale = locale
        self._words = words
        self._units = Units(locale)
        self._read: dict[tuple[str | None, ...], Markup] = {}

    def figure(self, figure: Figure) -> Markup:
        """The reading with its modifier; a figure that names no amount says so."""
        key = (
            figure.kind,
            figure.value,
            figure.low,
            figure.high,
            figure.currency,
            figure.unit,
            figure.modifier,
        )
        known = self._read.get(key)
        if known is None:
            known = self._read[key] = self._figure(figure)
        return known

    def value(self, figure: Figure, value: str) -> Markup | str:
        """One value in the figure's unit or currency, without its modifier."""
        if figure.kind == "date":
            return spoken(value, self._locale, self._words)
        if not _is_number(value):
            return value
        shown = numbers.amount(value, self._locale)
        match figure.kind:
            case "money" if figure.currency:
                return numbers.money(value, figure.currency, self._locale, shown)
            case "percent":
                if figure.unit and figure.unit != "percent":
                    return self._units.counted(value, figure.unit)
                return numbers.percent(shown, self._locale)
            case "multiple":
                return f"×{shown}"
            case "ratio" if not figure.unit:
                return numbers.ratio(value, self._locale)
            case "rank":
                return self._words.gettext("no. %(rank)s", rank=shown)
            case "model-size":
                return self._words.gettext("%(number)s parameters", number=shown)
        if figure.unit:
            return self._units.counted(value, figure.unit)
        return shown

    def unit(self, unit: str) -> str:
        """The name of a unit without a number."""
        return self._units.name(unit)

    def suspicion(self, figure: Figure) -> Markup | None:
        """Why the literal reading is doubtful, in words."""
        if figure.suspect is None:
            return None
        message = TERMS["suspect"][figure.suspect]
        return self._words.gettext(message)

    def _figure(self, figure: Figure) -> Markup:
        if figure.value is not None:
            amount = self.value(figure, figure.value)
        elif figure.low is not None and figure.high is not None:
            amount = self._words.gettext(
                "%(low)s to %(high)s",
                low=self._bare(figure, figure.low),
                high=self.value(figure, figure.high),
            )
        elif figure.low is not None:
            amount = self._words.gettext("%(low)s or more", low=self.value(figure, figure.low))
        elif figure.high is not None:
            amount = self._words.gettext("%(high)s or less", high=self.value(figure, figure.high))
        else:
            return self._vague(figure)
        dated = TERMS["date-modifier"] if figure.kind == "date" else {}
        pattern = dated.get(figure.modifier) or TERMS["modifier"].get(figure.modifier)
        return self._words.gettext(pattern, amount=amount) if pattern else escape(amount)

    def _bare(self, figure: Figure, value: str) -> Markup | str:
        """One end of a range: without the unit that the other end carries."""
        if figure.kind == "date" or not _is_number(value):
            return self.value(figure, value)
        return numbers.amount(value, self._locale)

    def _vague(self, figure: Figure) -> Markup:
        if figure.currency:
            name = numbers.currency_name(figure.currency, self._locale)
            return self._words.gettext("an amount not stated, in %(unit)s", unit=name)
        if figure.unit:
            return self._words.gettext("a number not stated, in %(unit)s", unit=self.unit(figure.unit))
        return self._words.gettext("a number not stated")


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except ArithmeticError:
        return False
