"""Forms that are months, somewhere in the Arab world: ``ماي`` in Algeria."""

from __future__ import annotations

from functools import cache

from babel import Locale

from build_tools.annotate.names.page import Hit, Judgement
from build_tools.folding import fold_text

_LOCALES = ("ar", "ar_DZ", "ar_MA", "ar_IQ", "ar_SY")
"""Whose months have different names."""


@cache
def months() -> frozenset[str]:
    """Folded names of the months in all Arab countries, by the CLDR."""
    return frozenset(
        fold_text(str(name))
        for locale in _LOCALES
        for name in Locale.parse(locale).months["format"]["wide"].values()
    )


def month(hit: Hit) -> Judgement | None:
    """``في ماي``, ``15 ماي``, ``ماي 2018``, ``شهر ماي``: a date's month is nobody's name."""
    before, after = hit.before, hit.after
    dated = before[:1].isdigit() or after[:1].isdigit() or before in hit.rules.dating
    return Judgement.WORD if dated and not hit.proclitic else None
