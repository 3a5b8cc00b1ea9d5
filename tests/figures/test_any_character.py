"""Every character that Unicode counts among the numbers, where a number is looked for: read or passed over."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest

from build_tools.annotate.figures import read_figures

NUMBERS = [char for char in map(chr, range(0x110000)) if unicodedata.category(char) in ("No", "Nl")]
"""Raised and circled digits, Roman numerals, fractions, numerals of other scripts: ² ③ ⅷ ½ 〇."""

PLACES: Mapping[str, list[str]] = {
    "en": ["Its {} quarter of 2024 was good.", "See note {} half of them left.", "${}.5 to {} bn, 5{} seats"],
    "ar": ["زاد الدخل في الربع {} من عام 2024.", "النصف {} من عام 2023", "من {} إلى {} ألف سفينة"],
    "zh": ["第{}季度售出5{}万台", "{}月{}日至{}日", "二〇二{}年百分之{}，五分之{}"],
}


@pytest.mark.parametrize("language", PLACES)
def test_no_numeral_stops_the_reader(language: str) -> None:
    for place in PLACES[language]:
        for char in NUMBERS:
            text = place.replace("{}", char)
            for figure in read_figures(text, language):
                assert figure.surface == text[figure.start : figure.end]


def test_a_raised_digit_is_a_sign_of_its_own() -> None:
    read = read_figures("They sold 120 km² of land in the third quarter of 2024², 15³ plots.", "en")
    assert [(figure.value, figure.unit) for figure in read[:2]] == [
        ("120", "square kilometre"),
        ("2024-35", None),
    ]
