"""What may stand after a number or before it, in every form that the tables of a language give it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import cast

from build_tools.annotate.figures.draft import Meaning, Table
from build_tools.annotate.figures.grammar.atoms import with_proclitics
from build_tools.annotate.figures.grammar.money import currency_forms, currency_nouns, minor_forms
from build_tools.annotate.figures.grammar.nouns import bound_duals, noun_forms, split_forms
from build_tools.annotate.figures.grammar.schema import Figures
from build_tools.annotate.figures.grammar.units import unit_forms

_FACTORS = {"permille": Fraction(1, 10), "tenth": Fraction(10), "rate-step": Fraction(25)}
_POINTS = {"percentage-point": "percentage-point", "basis-point": "basis-point", "rate-step": "basis-point"}


def suffixes_of(tag: str, data: Figures) -> dict[str, Meaning]:
    """Every form that may follow a number, with its meaning; later tables overrule earlier ones."""
    definite = data.numerals.definite
    forms = {
        form: meaning
        for names, meaning in _nouns(data, "noun")
        for form in noun_forms(names, definite, data.inflection, dual=False)
        if meaning.kind == "count"
    }
    own = {form: meaning.unit for form, meaning in forms.items()}
    for unit, form in unit_forms(tag):
        if own.get(form, unit) == unit or not definite:
            forms[form] = Meaning("count", unit=unit, table="measure", row=unit)
    for unit, names in data.durations.items():
        meaning = Meaning("duration", unit=unit, table="duration", row=unit)
        forms.update(dict.fromkeys(noun_forms(names, definite, data.inflection, dual=False), meaning))
    forms.update(dict.fromkeys(data.multiples.suffix, Meaning("multiple", table="multiple")))
    forms.update(currency_forms(tag, "after", data))
    forms.update(minor_forms(data))
    forms.update(_percents(data))
    return forms


def _percents(data: Figures) -> Iterator[tuple[str, Meaning]]:
    for name, forms in data.percent.items():
        table, factor = cast(Table, name), _FACTORS.get(name, Fraction(1))
        meaning = Meaning("percent", _POINTS.get(name), factor=factor, table=table)
        yield from ((form, meaning) for form in forms)


def _nouns(data: Figures, table: Table) -> Iterator[tuple[str, Meaning]]:
    """Lengths of time, then things, each as it is listed."""
    for unit, names in data.durations.items():
        yield names, Meaning("duration", unit=unit, table=table, row=unit)
    for unit, names in data.nouns.items():
        yield names, Meaning("count", unit=unit, table=table, row=unit)


def duals_of(data: Figures) -> dict[str, tuple[int, Meaning]]:
    """Duals of nouns with their proclitics' length."""
    numerals = data.numerals
    found: dict[str, Meaning] = {}
    without = frozenset(data.counting.no_dual)
    for names, meaning in _nouns(data, "dual"):
        for form in noun_forms(names, "", data.inflection, dual=True, without=without):
            found.setdefault(form, meaning)
    for names, meaning in currency_nouns(data.money):
        for form in noun_forms(names, "", data.inflection, dual=True):
            found.setdefault(form, meaning)
    result = {}
    for word, skip in with_proclitics(found, numerals.proclitics, numerals.definite).items():
        base = word[skip:]
        while base not in found:
            base = base[1:]
        result[word] = (skip, found[base])
    owned = _with_owners(found, data)
    for word, skip in with_proclitics(owned, numerals.proclitics, "").items():
        result.setdefault(word, (skip, owned[word[skip:]]))
    return result


def _with_owners(found: dict[str, Meaning], data: Figures) -> dict[str, Meaning]:
    """Duals of kin with the pronoun of whose they are: طفليه."""
    endings = [one for one in data.numerals.fraction_endings if one not in data.numerals.no_owner]
    kin = [
        form
        for noun in data.counting.owned_duals
        for form in noun_forms([noun], "", data.inflection, dual=True)
    ]
    return {form[:-1] + ending: found[form] for form in kin if form in found for ending in endings}


def bound_duals_of(data: Figures) -> dict[str, tuple[int, dict[str, Meaning]]]:
    """First words of two whose first is a dual, with their proclitics' length → second word → meaning."""
    tables = [
        (names, Meaning("count", unit=unit, table="dual", row=unit)) for unit, names in data.nouns.items()
    ]
    for unit in ("percentage-point", "basis-point"):
        names = ";".join(form.replace(" ", "_") for form in data.percent[unit])
        tables.append((names, Meaning("percent", unit=unit, table="dual", row=unit)))
    found: dict[str, dict[str, Meaning]] = {}
    for names, meaning in tables:
        for first, second in bound_duals(names, data.inflection):
            found.setdefault(first, {})[second] = meaning
    leads = with_proclitics(found, data.numerals.proclitics, "")
    return {word: (skip, found[word[skip:]]) for word, skip in leads.items()}


def heads_of(data: Figures) -> tuple[dict[str, Meaning], dict[str, Meaning]]:
    """Plurals (with duals) and singulars of the nouns that may stand before their number, with and without article."""
    plurals: dict[str, Meaning] = {}
    singulars: dict[str, Meaning] = {}
    definite = data.numerals.definite
    if not definite:
        return plurals, singulars
    for names, meaning in [*_nouns(data, "noun"), *currency_nouns(data.money)]:
        one, many = split_forms(names, data.inflection)
        for target, forms in ((singulars, one), (plurals, many)):
            for form in forms:
                target.setdefault(form, meaning)
                target.setdefault(definite + form, meaning)
    return plurals, {form: meaning for form, meaning in singulars.items() if form not in plurals}
