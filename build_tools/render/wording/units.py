"""What a figure counts, in words of a language: ``60 million users``, ``75 يومًا``, ``3个百分点``.

Units of measure and of time are CLDR's (by way of Babel); everything else that is counted is a noun that the
language's figure data lists, put beside the number by the rules of ``languages/<tag>/units.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from babel import Locale

from build_tools import languages
from build_tools.render.wording import numbers


class Units:
    """The units of one interface language. A unit it has no word for keeps its English name."""

    def __init__(self, locale: Locale) -> None:
        tag = str(locale.language)
        figures = languages.section(tag, "figures")
        own = languages.section(tag, "units")
        self._locale = locale
        self._measures: Mapping[str, str] = languages.table("units").get("cldr", {})
        self._nouns: dict[str, tuple[str, ...]] = {}
        for listed in (figures.get("nouns", {}), figures.get("percent", {}), own.get("names", {})):
            for unit, forms in listed.items():
                if forms:
                    self._nouns.setdefault(str(unit), _forms(forms))
        self._own_ids: bool = own.get("own_ids", False)
        self._joiner: str = own.get("joiner", " ")
        self._plural: Mapping[str, Any] = own.get("plural", {})

    def known(self, unit: str) -> bool:
        """Whether the language has a word for the unit."""
        return bool(self._nouns.get(unit)) or self._measured("1", unit) is not None

    @numbers.exact
    def counted(self, value: str, unit: str) -> str:
        """The number with its unit."""
        measured = self._measured(value, unit)
        if measured is not None:
            return measured
        if not self._own_ids and not self._nouns.get(unit):
            return f"{numbers.amount(value, self._locale)} {unit}"
        rule = self._plural.get(self._locale.plural_form(Decimal(value)), {"form": 0})
        noun = self._form(unit, rule)
        if rule.get("silent") and " " in noun:  # which of several words changes, and how, no rule here knows
            rule, noun = {}, self._form(unit, {"form": 0})
        return noun if rule.get("silent") else f"{numbers.amount(value, self._locale)}{self._joiner}{noun}"

    def name(self, unit: str) -> str:
        """The unit without a number: ``users``."""
        measure = numbers.measure_name(self._measures.get(unit, f"duration-{unit}"), self._locale)
        if measure is None and (self._own_ids or self._nouns.get(unit)):
            return self._form(unit, self._plural.get("other", {"form": 0}))
        return measure or unit

    def _measured(self, value: str, unit: str) -> str | None:
        return numbers.measure(value, self._measures.get(unit, f"duration-{unit}"), self._locale)

    def _form(self, unit: str, rule: Mapping[str, Any]) -> str:
        listed = self._nouns.get(unit, ())
        first = listed[0] if listed else unit
        if self._own_ids:
            spaced = unit.replace("-", " ")
            first = spaced if spaced in listed else unit
        index = rule.get("form")
        if index == 0:
            return first
        if index is not None and index < len(listed) and first == listed[0]:
            return str(listed[index])
        endings: Sequence[tuple[str, str]] = rule.get("rules", ())
        made = next((first.removesuffix(old) + new for old, new in endings if first.endswith(old)), first)
        return listed[0] if self._own_ids and listed and made not in listed else made


def _forms(listed: str | Sequence[str]) -> tuple[str, ...]:
    """Forms stand in a list, or on one line with ``_`` for a space inside a form and ``;`` before a second noun."""
    if isinstance(listed, str):
        return tuple(form.replace("_", " ") for form in listed.partition(";")[0].split())
    return tuple(listed)
