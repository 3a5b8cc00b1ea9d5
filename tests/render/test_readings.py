"""Figures, dates and units in words of each interface language."""

from __future__ import annotations

from decimal import localcontext
from typing import Any

import pytest
from babel import Locale
from babel.numbers import format_decimal

from build_tools.model import Figure
from build_tools.render.wording import numbers
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.words import Words


def reader(language: str) -> Reader:
    locale = Locale.parse(language)
    return Reader(locale, Words(language, lambda n: numbers.plain(n, locale)))


def figure(kind: str, value: str | None = None, **more: Any) -> Figure:
    return Figure(0, 1, "", kind, value, **more)  # type: ignore[arg-type]


READINGS = [
    (figure("money", "300000000000", currency="USD", modifier="about"), "about 300 billion US dollars", "نحو 300 مليار دولار أمريكي", "约3000亿美元"),
    (figure("money", "5500000000", currency="USD"), "5.5 billion US dollars", "5.5 مليار دولار أمريكي", "55亿美元"),
    (figure("money", "1234567", currency="EUR"), "1,234,567 euros", "1,234,567 يورو", "1,234,567欧元"),
    (figure("money", low="12000000000", high="15000000000", currency="MYR"), "12 billion to 15 billion Malaysian ringgits", "من 12 مليار إلى 15 مليار رينغيت ماليزي", "120亿至150亿马来西亚林吉特"),
    (figure("money", currency="CNY", modifier="vague"), "an amount not stated, in Chinese Yuan", "مبلغ غير محدد (يوان صيني)", "金额未说明（人民币）"),
    (figure("percent", "13", modifier="at-least"), "at least 13%", "ما لا يقل عن 13‎%‎", "至少13%"),
    (figure("percent", "3", unit="percentage-point"), "3 percentage points", "3 نقاط مئوية", "3个百分点"),
    (figure("count", "60000000", unit="user", modifier="more-than"), "more than 60 million users", "أكثر من 60 مليون مستخدم", "超过6000万用户"),
    (figure("count", "2", unit="company"), "2 companies", "شركتان", "2家"),
    (figure("count", "5", unit="company"), "5 companies", "5 شركات", "5家"),
    (figure("count", "11", unit="company"), "11 companies", "11 شركة", "11家"),
    (figure("count", "0", unit="company"), "0 companies", "0 شركة", "0家"),
    (figure("count", low="1000", unit="chip"), "1,000 chips or more", "1,000 رقاقة أو أكثر", "1,000芯片或以上"),
    (figure("duration", "75", unit="day"), "75 days", "75 يومًا", "75天"),
    (figure("duration", "2", unit="year", modifier="nearly"), "nearly 2 years", "ما يقارب سنتان", "近2年"),
    (figure("date", "2025-01", modifier="at-most"), "no later than January 2025", "في موعد أقصاه يناير 2025", "不晚于2025年1月"),
    (figure("date", "2024-12-06"), "December 6, 2024", "6 ديسمبر 2024", "2024年12月6日"),
    (figure("multiple", "2.5"), "×2.5", "×2.5", "×2.5"),
    (figure("model-size", "70000000000"), "70 billion parameters", "70 مليار معلمة", "700亿参数"),
    (figure("rank", "1"), "no. 1", "المرتبة 1", "第1位"),
    (figure("ratio", "0.3333333333333333"), "1/3", "1/3", "1/3"),
    (figure("ratio", "0.125"), "0.125", "0.125", "0.125"),
    (figure("ratio", "0.6666666666666667", modifier="more-than"), "more than 2/3", "أكثر من 2/3", "超过2/3"),
    (figure("count", "12.5", unit="kilometre"), "12.5 kilometers", "12.5 كيلومتر", "12.5公里"),
    (figure("count", "7", unit="sprocket"), "7 sprockets", "7 sprocket", "7 sprocket"),
]  # fmt: skip


@pytest.mark.parametrize(("read", "en", "ar", "zh"), READINGS)
def test_reading(read: Figure, en: str, ar: str, zh: str) -> None:
    assert [str(reader(tag).figure(read)) for tag in ("en", "ar", "zh")] == [en, ar, zh]


DATES = [
    ("2024", "2024", "2024", "2024年"),
    ("2024-12~", "about December 2024", "نحو ديسمبر 2024", "约2024年12月"),
    ("2024?", "2024 (uncertain)", "2024 (غير مؤكد)", "2024年（存疑）"),
    ("2024-03%", "about March 2024 (uncertain)", "نحو مارس 2024 (غير مؤكد)", "约2024年3月（存疑）"),
    ("2024-12-XX", "December 2024", "ديسمبر 2024", "2024年12月"),
    ("2024-21", "spring 2024", "ربيع 2024", "2024年春"),
    ("2024-34", "2nd quarter 2024", "الربع الثاني 2024", "2024年第2季度"),
    ("2024-40", "first half of 2024", "النصف الأول من 2024", "2024年上半年"),
    ("--06-28", "June 28", "28 يونيو", "6月28日"),
    ("--02-29", "February 29", "29 فبراير", "2月29日"),
    ("--06", "June", "يونيو", "六月"),
    ("--Q2", "2nd quarter", "الربع الثاني", "第二季度"),
    ("--H1", "first half of the year", "النصف الأول من العام", "上半年"),
    ("--H2", "second half of the year", "النصف الثاني من العام", "下半年"),
    ("--13-01", "--13-01", "--13-01", "--13-01"),
    ("--H3", "--H3", "--H3", "--H3"),
    ("2023/2024-02", "2023 to February 2024", "من 2023 إلى فبراير 2024", "2023年至2024年2月"),
    ("../2024", "until 2024", "حتى 2024", "截至2024年"),
    ("2024/..", "since 2024", "منذ 2024", "2024年以来"),
    ("202X", "the 2020s", "عقد 2020", "2020年代"),
    ("19XX", "1900 to 1999", "من 1900 إلى 1999", "1900至1999年"),
    ("Y170000", "Y170000", "Y170000", "Y170000"),
    ("2024-13-45", "2024-13-45", "2024-13-45", "2024-13-45"),
]


@pytest.mark.parametrize(("edtf", "en", "ar", "zh"), DATES)
def test_date(edtf: str, en: str, ar: str, zh: str) -> None:
    said = []
    for tag in ("en", "ar", "zh"):
        locale = Locale.parse(tag)
        said.append(str(spoken(edtf, locale, Words(tag, str))))
    assert said == [en, ar, zh]


@pytest.mark.parametrize(
    "value", ["0", "1", "-12.50", "1234567.891", "100000000000000000000000001", "0.000001"]
)
def test_a_number_is_never_rounded(value: str) -> None:
    shown = numbers.plain(value, Locale.parse("en")).replace(",", "")
    assert shown.rstrip("0").rstrip(".") == value.rstrip("0").rstrip(".") or shown == value


@pytest.mark.parametrize("value", ["999999", "12345678", "1000001", "123456000000"])
def test_a_scale_word_is_only_used_where_it_is_exact(value: str) -> None:
    assert numbers.amount(value, Locale.parse("en")) == numbers.plain(value, Locale.parse("en"))


@pytest.mark.parametrize("power", [27, 28, 36, 60, 470])
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@pytest.mark.parametrize(
    "more",
    [
        {"kind": "money", "currency": "USD"},
        {"kind": "duration", "unit": "day"},
        {"kind": "count", "unit": "ship"},
    ],
)
def test_no_number_is_too_great_to_be_shown(power: int, language: str, more: dict[str, str]) -> None:
    for digits in ("5", "12345"):
        shown = str(reader(language).figure(figure(value=digits + "0" * power, **more)))
        assert "".join(char for char in shown if char.isdecimal()).startswith(digits)


@pytest.mark.parametrize("language", ["en", "ar", "zh", "fr", "de", "hi", "es"])
@pytest.mark.parametrize("number", [0, 7, 999, 1000, 12345, 1234567, 10**40])
def test_a_whole_number_is_written_as_its_decimal_is(language: str, number: int) -> None:
    locale = Locale.parse(language)
    with localcontext(prec=100):
        expected = format_decimal(number, "#,##0", locale, numbering_system="latn")
    assert numbers.plain(number, locale) == numbers.plain(str(number), locale) == expected
