"""EDTF dates in formats that know less of doubt."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.render.citing.dates import iso
from build_tools.render.exports.bibtex import _year
from build_tools.render.exports.csl import issued
from build_tools.render.exports.ris import _date
from build_tools.render.exports.ris import _year as ris_year

CASES: list[tuple[str | None, str | None, Any, str, str | None, str | None]] = [
    # EDTF, ISO when certain, CSL, BibTeX's year, RIS's year, RIS's date
    (None, None, None, "", None, None),
    ("2024-12-06", "2024-12-06", {"date-parts": [[2024, 12, 6]]}, "2024", "2024", "2024/12/06/"),
    ("2024-12-06T10:00:00Z", "2024-12-06", {"date-parts": [[2024, 12, 6]]}, "2024", "2024", "2024/12/06/"),
    ("2024-12", "2024-12", {"date-parts": [[2024, 12]]}, "2024", "2024", "2024/12//"),
    ("2024", "2024", {"date-parts": [[2024]]}, "2024", "2024", None),
    ("2024-12~", None, {"date-parts": [[2024, 12]], "circa": True}, "[ca. 2024]", "2024", None),
    ("2024?", None, {"date-parts": [[2024]], "circa": True}, "[2024?]", None, None),
    ("2024-05-01%", None, {"date-parts": [[2024, 5, 1]], "circa": True}, "[2024?]", None, None),
    ("2024-12-XX", "2024-12", {"date-parts": [[2024, 12]]}, "2024", "2024", "2024/12//"),
    ("2024-XX-XX", "2024", {"date-parts": [[2024]]}, "2024", "2024", None),
    ("2024-21", None, {"date-parts": [[2024]], "season": 1}, "2024", "2024", None),
    ("2024-12/2025-01", None, {"date-parts": [[2024, 12], [2025, 1]]}, "2024--2025", None, None),
    ("2024-11/2024-12~", None, {"date-parts": [[2024, 11], [2024, 12]], "circa": True}, "[ca. 2024]", "2024", None),
    ("2024-03/..", None, {"literal": "2024-03/.."}, "", None, None),
    ("202X", None, {"literal": "202X"}, "", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "certain", "csl", "bibtex", "year", "date"), CASES)
def test_no_format_says_more_than_is_known(
    edtf: str | None, certain: str | None, csl: Any, bibtex: str, year: str | None, date: str | None
) -> None:
    assert iso(edtf) == certain
    assert issued(edtf) == csl
    assert _year(edtf) == bibtex
    assert ris_year(edtf) == year
    assert _date(edtf) == date
