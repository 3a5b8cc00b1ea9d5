"""Names in bylines, where they are plainly names."""

from __future__ import annotations

import pytest

from build_tools.render.citing.bylines import authors

NAMES = [
    ("By Jane Roe and John Doe in Beijing", "en", ("Jane Roe", "John Doe")),
    ("Jane Roe, John Doe & Ana de la Cruz", "en", ("Jane Roe", "John Doe", "Ana de la Cruz")),
    ("by JANE ROE", "en", ("JANE ROE",)),
    ("Jane Roe in Beijing and John Doe in Washington", "en", ("Jane Roe", "John Doe")),
    ("Zoë O’Brien-Smith", "en", ("Zoë O’Brien-Smith",)),
    ("文/李明、王小红", "zh", ("李明", "王小红")),
    ("本报记者 李明 发自 北京", "zh", ("李明",)),
    ("本报记者李明", "zh", ("李明",)),
    ("Byron Strand", "en", ("Byron Strand",)),
    ("作者：Jane Roe", "zh", ("Jane Roe",)),
    ("بقلم ليلى منصور", "ar", ("ليلى منصور",)),
    ("كتب: أحمد علي و ليلى منصور في القاهرة", "ar", ("أحمد علي", "ليلى منصور")),
    ("By Jane Roe in Rome and John Doe, Jane Roe", "en", ("Jane Roe", "John Doe")),
]
NO_NAMES = [
    ("Additional reporting by Jane Roe", "en"),
    ("Staff and agencies", "en"),
    ("Reuters", "en"),
    ("تقارير إضافية من وينجي دينغ في بكين", "ar"),
    ("شارك في التغطية رايان مكمورو في بكين و ديمتري سيفاستوبولو في واشنطن", "ar"),
    ("jane@paper.example", "en"),
    ("By Jane Roe and 3 others", "en"),
    ("综合新华社、路透社等媒体报道", "zh"),
    ("By", "en"),
    ("", "en"),
    (" . ", "en"),
    (None, "en"),
]


@pytest.mark.parametrize(("byline", "language", "names"), NAMES)
def test_a_list_of_names_is_taken_apart(byline: str, language: str, names: tuple[str, ...]) -> None:
    assert authors(byline, language) == names


@pytest.mark.parametrize(("byline", "language"), NO_NAMES)
def test_anything_else_names_nobody(byline: str | None, language: str) -> None:
    assert authors(byline, language) == ()
