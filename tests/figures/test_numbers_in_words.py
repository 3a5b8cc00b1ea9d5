"""Every number in words is read as what it is: spelled here by the grammar of each language, up to ninety-nine thousand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.annotate.figures import read_figures

EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
AR = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
AR_TEENS = ["أحد عشر", "اثنا عشر", *(f"{one} عشر" for one in AR[2:9])]
AR_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
AR_HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
ZH = "零一二三四五六七八九"
TRIED = (*range(3, 130), *range(130, 1200, 11), *range(1200, 100_000, 1009), *range(1011, 20_000, 1100))


def english(n: int) -> str:
    if n < 20:
        return EN[n]
    if n < 100:
        return EN_TENS[n // 10 - 2] + (f"-{EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    rest = n % 1000
    return f"{english(n // 1000)} thousand" + (
        f"{' and' if rest < 100 else ''} {english(rest)}" if rest else ""
    )


def arabic(n: int) -> str:
    parts = []
    if n >= 1000:
        many = n // 1000
        parts.append(
            "ألف"
            if many == 1
            else "ألفان"
            if many == 2
            else f"{arabic(many)} {'آلاف' if many <= 10 else 'ألف'}"
        )
        n %= 1000
    if n >= 100:
        parts.append(AR_HUNDREDS[n // 100 - 1])
        n %= 100
    if 0 < n <= 10:
        parts.append(AR[n - 1])
    elif n < 20 and n:
        parts.append(AR_TEENS[n - 11])
    elif n:
        parts += [*([AR[n % 10 - 1]] if n % 10 else []), AR_TENS[n // 10 - 2]]
    return " و".join(parts)


def chinese(n: int) -> str:
    said, skipped = "", False
    for place, sign in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, place)
        if digit:
            said += (
                ZH[0] * (skipped and bool(said))
                + ("" if digit == 1 and sign == "十" and not said else ZH[digit])
                + sign
            )
        skipped = not digit
    return said


@pytest.mark.parametrize(
    ("language", "spelled", "noun"),
    [("en", english, " ships"), ("ar", arabic, " سفينة"), ("zh", chinese, "艘船")],
)
def test_numbers_in_words(language: str, spelled: Callable[[int], str], noun: str) -> None:
    wrong = {}
    for number in TRIED:
        text = spelled(number) + noun
        read = [figure.value for figure in read_figures(text, language)]
        if read != [str(number)]:
            wrong[text] = read
    assert not wrong
