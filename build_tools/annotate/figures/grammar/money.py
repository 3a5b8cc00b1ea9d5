"""Currencies: their names and symbols as CLDR has them, with a table of the forms it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from babel import Locale
from babel.numbers import get_currency_name

from build_tools import languages
from build_tools.annotate.figures.draft import Meaning
from build_tools.annotate.figures.grammar.counting_tables import Money
from build_tools.annotate.figures.grammar.inflection import Inflection
from build_tools.annotate.figures.grammar.nouns import noun_forms
from build_tools.annotate.figures.grammar.schema import Figures
from build_tools.annotate.figures.view import spelling

_LOCALES = {"zh": ("zh", "zh_Hant")}


def currency_forms(
    tag: str, side: Literal["before", "after"], data: Figures
) -> Iterator[tuple[str, Meaning]]:
    """Forms of every currency in a language, as they stand on one side of the number; later pairs overrule earlier.

    A form that leaves the country open (``$``, 元, دولار) is marked as assumed. Codes and symbols are known in every
    language. Before a number only codes, symbols and names stand, never a plural of CLDR's patterns.
    """
    if side == "before" and data.money.names_follow:
        # A currency's name follows its number; before one, ين is the end of بين.
        yield from ((form, meaning) for form, meaning in currency_forms(tag, "after", data) if _is_sign(form))
        return
    yield from _named(tag)
    yield from _aliases(tag)
    for listed, meaning in currency_nouns(data.money):
        for form in noun_forms(listed, data.numerals.definite, data.inflection, dual=False):
            yield form, meaning
    for form, meaning in qualified_forms(data.money, data.numerals.definite, data.inflection):
        yield spelling(form), meaning


def _is_sign(form: str) -> bool:
    """Whether a form is a code or symbol and no word of a language with letters of its own."""
    return form.isascii() or (not form.isalpha() and " " not in form)


def _named(tag: str) -> Iterator[tuple[str, Meaning]]:
    """Codes, and the names that CLDR has."""
    table = languages.table("currencies")
    meanings = {
        code: Meaning("money", currency=_iso(code), table="currency", row=code) for code in table["codes"]
    }
    for code, meaning in meanings.items():
        if code.lower() not in table["ambiguous_words"]:
            yield code.lower(), meaning
    for locale in _LOCALES.get(tag, (tag,)):
        parsed = Locale.parse(locale)
        for code, meaning in meanings.items():
            names = {parsed.currencies.get(code, ""), *_plurals(parsed, code)} - {""}
            yield from ((spelling(name), meaning) for name in names if "(" not in name)


def _aliases(tag: str) -> Iterator[tuple[str, Meaning]]:
    """The forms that CLDR lacks, those that leave the country open first."""
    for code, names in languages.table("currencies")["aliases"].items():
        for key in ("bare", f"{tag}_bare", "any", tag):
            meaning = Meaning("money", currency=_iso(code), assumed="bare" in key, table="currency", row=code)
            yield from ((spelling(form), meaning) for form in names.get(key, ()))


def currency_nouns(money: Money) -> Iterator[tuple[str, Meaning]]:
    """Names of money without a country, listed as nouns are, each with the currency it is taken for."""
    for code, names in money.nouns.items():
        yield names, Meaning("money", currency=code.upper(), assumed=True, table="currency", row=code.upper())


def qualified_forms(money: Money, definite: str, by: Inflection) -> Iterator[tuple[str, Meaning]]:
    """Every form of a noun of money with its country's adjective in agreement: جنيهات مصرية, ريالا سعوديا."""
    for code, rows in money.qualified.items():
        meaning = Meaning("money", currency=code.upper(), table="currency", row=code.upper())
        for row in rows:
            noun, plural, *adjectives = spelling(row).split(" ")
            feminine = row.split(" ")[0].endswith(by.listed_feminine)
            for adjective in adjectives:
                of_one = adjective + by.feminine if feminine else adjective
                pairs = [(noun, of_one), (plural, adjective + by.feminine)]
                stem = noun[:-1] + by.feminine_bound if feminine else noun
                tail = of_one[:-1] + by.feminine_bound if feminine else adjective
                pairs += [(stem + ending, tail + ending) for ending in by.duals]
                for first, second in pairs:
                    yield f"{first} {second}", meaning
                    yield f"{definite}{first} {definite}{second}", meaning


def minor_forms(data: Figures) -> Iterator[tuple[str, Meaning]]:
    """Words for cents and the like: money whose factor is a part of the major unit."""
    minors = languages.table("currencies")["minor_words"]
    for name, forms in data.money.minor.items():
        currency = minors[name]["currency"] or data.money.minor_currency
        meaning = Meaning(
            "money", currency=currency, factor=Fraction(minors[name]["factor"]), table="minor", row=name
        )
        for form in forms:
            yield spelling(form), meaning


def _iso(code: str) -> str:
    return {"XBT": "BTC", "CNH": "CNY"}.get(code, code)


def _plurals(locale: Locale, code: str) -> list[str]:
    return [get_currency_name(code, count=count, locale=locale) for count in (1, 2, 5, 11, 100)]
