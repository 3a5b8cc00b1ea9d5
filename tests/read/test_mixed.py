"""Which paragraphs of a text are in another language, and that a text in one language stays one."""

from __future__ import annotations

import pytest

from build_tools.read import document_from_text

ENGLISH = "The port authority counted 1,204 containers in March 2023, which is 12% more than a year before."
ARABIC = "أعلنت هيئة الميناء أنها أحصت 1204 حاويات في مارس 2023، أي بزيادة 12% عن العام السابق."
CHINESE = "港务局表示，2023年3月共清点集装箱1204个，比上年同期增长12%。"
FRENCH = "L'autorité du port a compté 1204 conteneurs en mars 2023, soit 12 % de plus que l'année précédente, et elle en attend davantage au printemps."
RUSSIAN = (
    "Портовое управление насчитало в марте 2023 года 1204 контейнера, что на 12% больше, чем годом ранее."
)
URDU = "بندرگاہ کے حکام نے بتایا کہ مارچ میں ایک ہزار سے زیادہ کنٹینر گنے گئے اور یہ تعداد پچھلے سال سے زیادہ ہے۔"
NAMES = "ByteDance Ltd., OpenAI, Meta"


def told(*paragraphs: str, language: str | None = None) -> tuple[str, list[str | None]]:
    document = document_from_text("text", "\n".join(paragraphs), language)
    return document.language, [paragraph.language for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((ENGLISH, ARABIC, ENGLISH), ("en", [None, "ar", None])),
        ((ARABIC, ARABIC, ENGLISH), ("ar", [None, None, "en"])),
        ((CHINESE, CHINESE, ARABIC, ENGLISH), ("zh", [None, None, "ar", "en"])),
        ((FRENCH, FRENCH, FRENCH, ENGLISH), ("fr", [None, None, None, "en"])),
        ((ENGLISH + " " + ENGLISH, ENGLISH, FRENCH), ("en", [None, None, "fr"])),
        ((ARABIC, ARABIC, ARABIC, URDU), ("ar", [None, None, None, "ur"])),
    ],
)
def test_paragraphs_in_another_language(
    paragraphs: tuple[str, ...], expected: tuple[str, list[str | None]]
) -> None:
    assert told(*paragraphs) == expected


def test_five_languages_are_told() -> None:
    language, own = told(ENGLISH, ARABIC, CHINESE, FRENCH, RUSSIAN)
    assert {found or language for found in own} == {"en", "ar", "zh", "fr", "ru"}


@pytest.mark.parametrize(
    "paragraphs",
    [
        (ARABIC, NAMES, ARABIC),
        (ARABIC, "Reuters"),
        (CHINESE, "H100, A100, 910B", CHINESE),
        (CHINESE, NAMES, "https://port.example/report/2023/march/containers", CHINESE),
        (ENGLISH, "中文", ENGLISH),
        (ENGLISH, "Harbour news", "Page 3"),
        (ENGLISH, "1,204 | 1,305 | 1,402", "—"),
        (ARABIC, "قال: “AI” و“API” و“GPU”، ثم أضاف «Port Authority of Bergen» مرة أخرى."),
    ],
)
def test_names_and_short_lines_are_no_other_language(paragraphs: tuple[str, ...]) -> None:
    assert set(told(*paragraphs)[1]) == {None}


def test_what_the_record_says_counts_within_its_script() -> None:
    assert told(ENGLISH, FRENCH, ENGLISH, language="fr") == ("fr", [None, None, None])
    assert told(ENGLISH, ARABIC, language="fr") == ("fr", [None, "ar"])
    assert told(ARABIC, ARABIC, language="en") == (
        "en",
        [None, None],
    )  # nothing of it is, so somebody knows better
