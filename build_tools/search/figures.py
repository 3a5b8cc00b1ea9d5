"""Figures as index terms, which sort as their values do, so that a range of values is a range of terms.

``#UNIT:EEm`` where ``EE`` is the exponent of the leading digit plus 50 and ``m`` the digits without trailing
zeros: forty billion yuan is ``#CNY:604`` in every language. Each value also stands without its unit, ``#:604``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.archive.dates import span
from build_tools.model import Figure

_PLAIN = re.compile(r"[+-]?(\d+)(?:\.(\d+))?\Z")
_YEAR_MONTH = re.compile(r"\d{4}(?:-\d{2})?")
_ZERO_EXPONENT = 50
_GREATEST = 99


def amount(value: str) -> str | None:
    """``EEm`` for a plain decimal string, without its sign; ``None`` for zero and what is out of reach."""
    found = _PLAIN.match(value)
    if not found:
        return None
    whole, fraction = found.group(1).lstrip("0"), found.group(2) or ""
    digits = (whole + fraction).lstrip("0").rstrip("0")
    leading = len(whole) - 1 if whole else -1 - (len(fraction) - len(fraction.lstrip("0")))
    exponent = leading + _ZERO_EXPONENT
    if not digits or not 0 <= exponent <= _GREATEST:
        return None
    return f"{exponent:02}{digits}"


def unit(figure: Figure) -> str:
    """What a figure counts, as it stands in its terms: a currency, ``%``, a unit, or nothing."""
    if figure.kind == "money":
        return figure.currency or ""
    if figure.kind == "percent" and not figure.unit:
        return "%"
    return figure.unit or ""


def published(edtf: str | None) -> str | None:
    """The term of the month in which a document appeared, the same as of a date in its text; ``None`` where the record
    says no month."""
    days = span(edtf)
    if not days or days[0][:2] != days[1][:2]:
        return None
    return f"={days[0][0]:04}-{days[0][1]:02}"


def terms(figure: Figure) -> Iterator[str]:
    """The terms of a figure, each once. A date gives its year and month: ``=2023-08`` and ``=2023``."""
    if figure.kind == "date":
        found = _YEAR_MONTH.match(figure.value or figure.low or "")
        if found:
            yield from dict.fromkeys((f"={found.group()}", f"={found.group()[:4]}"))
        return
    label = unit(figure)
    said = (figure, figure.literal) if figure.literal else (figure,)
    values = [value for one in said for value in (one.value, one.low, one.high)]
    amounts = dict.fromkeys(filter(None, (amount(value) for value in values if value)))
    for one in amounts:
        yield f"#:{one}"
        if label:
            yield f"#{label}:{one}"
