"""Plain decimal strings as a language writes them. Nothing is rounded: a value is shown in full or not at all.

Every interface language writes Latin digits here, Arabic too: sources mix both sets, and a reader compares the
reading of a figure with digits in other languages on the same page.

Patterns, separators, scale words, currency and unit names are CLDR's, by way of Babel.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, wraps
from typing import Literal, ParamSpec, TypeVar

from babel import Locale
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    get_currency_name,
    get_currency_unit_pattern,
    get_group_symbol,
)
from babel.units import UnknownUnitError, format_unit, get_unit_name

DIGITS = "latn"
_SCALED_FROM = Decimal(10) ** 6
_SCALED_DIGITS = 4
"""A round number of a million or more is shown with a scale word when so many digits give it exactly."""

_ENDLESS = 9
"""A fraction with more decimals than this is taken for one that has no end."""
_DENOMINATORS = 1000
"""Greatest denominator that is looked for."""

_DIGITS = 1_000
"""Digits that are reckoned with: more than the longest numeral that is read has. Decimal's own 28 are too few."""

_LENGTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
"""CLDR leaves out the long forms of a language that are the same as its short ones."""

_Asked = ParamSpec("_Asked")
_Given = TypeVar("_Given")


def exact(function: Callable[_Asked, _Given]) -> Callable[_Asked, _Given]:
    """The function, reckoning with so many digits that no number is too long for it."""

    @wraps(function)
    def reckoned(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Given:
        with localcontext(prec=_DIGITS):
            return function(*args, **kwargs)

    return reckoned


@cache
def _group_symbol(locale: Locale) -> str:
    return get_group_symbol(locale, numbering_system=DIGITS)


def plain(value: str | int | Decimal, locale: Locale) -> str:
    """The number with grouping and with all its decimals: ``1,234.5``."""
    if isinstance(value, int) and value >= 0:  # a long text has as many of these as paragraphs
        return f"{value:,}".replace(",", _group_symbol(locale))
    number = Decimal(value)
    whole = number.is_finite() and number.as_tuple().exponent == 0
    if whole and not number.is_signed() and number.adjusted() < _DIGITS:
        return plain(int(number), locale)
    places = max(0, -int(number.normalize().as_tuple().exponent)) if number.is_finite() else 0
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return _formatted(number, pattern, locale)


@exact
def _formatted(number: Decimal, pattern: str, locale: Locale) -> str:
    return format_decimal(
        number, format=pattern, locale=locale, numbering_system=DIGITS, decimal_quantization=False
    )


@exact
def amount(value: str | Decimal, locale: Locale) -> str:
    """The number for reading: with a scale word (``5.5 billion``, ``55亿``) where that is exact, else in full."""
    number = Decimal(value)
    if abs(number) < _SCALED_FROM or len(number.normalize().as_tuple().digits) > _SCALED_DIGITS:
        return plain(number, locale)
    style: Literal["long", "short"] = "long" if "long" in locale.compact_decimal_formats else "short"
    return format_compact_decimal(
        number, format_type=style, locale=locale, fraction_digits=_SCALED_DIGITS, numbering_system=DIGITS
    )


@exact
def ratio(value: str, locale: Locale) -> str:
    """A part of a whole: ``1/3`` for what only begins a decimal without end, any other number as ``amount`` has it."""
    number = Decimal(value)
    part = Fraction(number).limit_denominator(_DENOMINATORS)
    endless = -int(number.as_tuple().exponent) > _ENDLESS
    if endless and abs(part - Fraction(number)) < Fraction(1, 10**_ENDLESS):
        return f"{part.numerator}/{part.denominator}"
    return amount(value, locale)


@exact
def money(value: str, currency: str, locale: Locale, shown: str | None = None) -> str:
    """An amount with the currency's name: ``5.5 billion US dollars``. ``shown`` replaces the number."""
    number = Decimal(value)
    pattern = get_currency_unit_pattern(currency, count=number, locale=locale)
    name = get_currency_name(currency, count=number, locale=locale)
    return pattern.format(shown or amount(value, locale), name)


def currency_name(currency: str, locale: Locale) -> str:
    return get_currency_name(currency, locale=locale)


def percent(shown: str, locale: Locale) -> str:
    """A number already formatted, with the language's percent sign where it belongs."""
    pattern: str = locale.percent_formats[None].pattern.split(";")[0]
    sign = locale.number_symbols.get(DIGITS, {}).get("percentSign", "%")
    before, _, after = pattern.partition("#,##0")
    return before.replace("%", sign) + shown + after.replace("%", sign)


@exact
def measure(value: str, unit: str, locale: Locale) -> str | None:
    """A number of a CLDR unit (``duration-day``) in the language's words; ``None`` when CLDR has none for it."""
    number = Decimal(value)
    shown = amount(value, locale)
    for length in _LENGTHS:
        try:
            words = format_unit(number, unit, length=length, locale=locale, numbering_system=DIGITS)
        except UnknownUnitError:
            return None
        if unit not in words:
            return words.replace(format_decimal(number, locale=locale, numbering_system=DIGITS), shown, 1)
    return None


def measure_name(unit: str, locale: Locale) -> str | None:
    """The name of a CLDR unit; ``None`` when CLDR has none in the language."""
    for length in _LENGTHS:
        try:
            name = get_unit_name(unit, length=length, locale=locale)
        except UnknownUnitError:
            return None
        if name:
            return name
    return None
