"""Dates as Chinese writes them: 2015年3月3日, 二零二三年, 民国114年6月, 去年3月, 第三季度, 1980年代."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar

_DIGIT = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_YEAR = re.compile(r"[零〇○一二三四五六七八九]{4}(?= ?年)")
_TAIL = (
    r"(?: ?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?(?!度)"
    r"(?: ?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号](?!线))?"
    r"| ?第?(?P<quarter>[1-4一二三四]) ?季(?:度)?(?!报)| ?(?P<half>[上下])半(?:年度?|财年))?"
)
_FULL = re.compile(r"(?P<year>\d{4}|\d{2,3}) ?年(?:度)?" + _TAIL)
_ERA_YEAR = re.compile(rf"(?P<year>\d{{1,4}}|[一二三四五六七八九十]{{1,3}}) ?年(?:度)?{_TAIL}")
_RELATIVE = re.compile(r"(?P<name>今年|去年|明年|前年|本年|后年) ?" + _TAIL)
_RUN = re.compile(r"\d{1,4} ?(\D|$)")
_DATE_SIGNS = frozenset("年月)-–—~至到")
"""What must follow the first digits of a date."""
_DAY = re.compile(
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)? ?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号](?!线)"
)
_SPAN = re.compile(
    r" ?年? ?(?:[-–—~]{1,2}|至|到) ?((?:1[5-9]|20)\d{2}) ?年(?! ?(?:\d|[一二三四五六七八九十]{1,2}月|第?[1-4一二三四]季|[上下]半))"
)
_BRACKETED = re.compile(r"(\d{2,4})\) ?年")
_NOT_ROC = ("来", "历史", "老", "以上", "间", "前", "后", "内", "租", "期", "多", "之", "的")
_END = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:([日号])(?!线)|月(?! ?\d| ?[一二三四五六七八九十]))"
)
_MONTHS_OF_YEAR = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2}) ?(?:[-–~至到]|——?) ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?(?! ?\d)"
)
_BY = re.compile(r"前(?:将|可|须|应|要|完成|完工|达|全面|逐步|上路|启用|减|提高|淘汰|禁)")
"""119年前将达: by a year of the Republican era, not so many years ago."""
_QUARTERS = {"1": 33, "2": 34, "3": 35, "4": 36, "一": 33, "二": 34, "三": 35, "四": 36}
_HALVES = {"上": 40, "下": 41}


def read_han_date(flat: str, at: int, g: Grammar, roc: bool, published: int | None) -> Draft | None:
    """The date that starts at ``at``; quarters and halves of a year by EDTF's numbers (33 to 36, 40 and 41).

    ``roc``: years of the Republican era may stand without their name. ``published``: the year that 今年 means.
    """
    char = flat[at]
    if char.isdecimal():
        run = _RUN.match(flat, at)
        if run is None or run[1] not in _DATE_SIGNS:
            return None
    named = _era(flat, at, g)
    if named:
        return _months_of_year(flat, named)
    if char.isdecimal():
        return (
            _span(flat, at)
            or _months_of_year(flat, _dated(flat, at, g, roc))
            or _bracketed(flat, at)
            or _day(flat, at)
        )
    if char in _DIGIT or char == "十":
        match = _YEAR.match(flat, at)
        if match is None:
            return _day(flat, at)
        digits = "".join(_DIGIT[one] for one in match[0])
        shifted = _FULL.match(digits + flat[match.end() : match.end() + 14])
        if shifted and 1000 <= int(digits) <= 2199:
            return _draft(at, at + shifted.end(), int(digits), shifted, "date-han")
        return None
    match = _RELATIVE.match(flat, at) if published and flat[at : at + 2] in g.data.dates.relative else None
    if match and published and match.end() > match.end("name"):
        return _draft(
            at, match.end(), published + g.data.dates.relative[match["name"]], match, "date-relative"
        )
    if match and published:
        # 今年1至5月
        year = f"{published + g.data.dates.relative[match['name']]:04}"
        named_year = Draft(at, match.end(), at, match.end(), "date", "date-relative", value=year, digits=True)
        months = _months_of_year(flat, named_year)
        return months if months is not named_year else None
    return None


def han_end(flat: str, at: int, first: Draft) -> tuple[str, int] | None:
    """The last day or month of a period of which only the first says month or year: 7月3日至5日, 2025年1月至8月."""
    match = _END.match(flat, at)
    if match is None or not isinstance(first.value, str):
        return None
    whole, _, last = first.value.rpartition("-")
    of_days = bool(match[2])
    if not last.isdecimal() or not whole.strip("-") or of_days != (whole.rstrip("-").count("-") > 0):
        return None
    number = _number(match[1])
    if not int(last) < number <= (31 if of_days else 12):
        return None
    return f"{whole}-{number:02}", match.end()


def _months_of_year(flat: str, draft: Draft | None) -> Draft | None:
    """2025年1至8月: the months named after a year."""
    value = draft.value if draft else None
    match = _MONTHS_OF_YEAR.match(flat, draft.end) if draft and isinstance(value, str) else None
    if draft is None or match is None or not isinstance(value, str) or not value.isdecimal():
        return draft
    low, high = _number(match[1]), _number(match[2])
    if not 1 <= low < high <= 12:
        return draft
    return replace(
        draft, end=match.end(), number_end=match.end(), value=None,
        low=f"{value}-{low:02}", high=f"{value}-{high:02}", trail=f"period+{draft.trail}",
    )  # fmt: skip


def _bracketed(flat: str, at: int) -> Draft | None:
    """去(113)年: a year of the Republican era."""
    match = _BRACKETED.match(flat, at)
    if match is None or flat[max(0, at - 2) : at] not in ("今(", "去(", "明(", "前("):
        return None
    year = int(match[1]) + (1911 if int(match[1]) < 1000 else 0)
    return Draft(at, match.end(1), at, match.end(1), "date", "date-roc", value=f"{year:04}", digits=True)


def _era(flat: str, at: int, g: Grammar) -> Draft | None:
    """民国114年6月, 令和六年, 公元618年: a year that is counted from the era named before it."""
    left = at - 1 if at and flat[at - 1] == " " else at
    dates = g.data.dates
    name = flat[max(0, left - 2) : left]
    marked = name in dates.era_marks
    if not marked and name not in dates.eras:
        return None
    match = _ERA_YEAR.match(flat, at)
    if match is None:
        return None
    year = _number(match["year"]) + (0 if marked else dates.eras[name])
    start = at if marked else left - len(name)
    return _draft(start, match.end(), year, match, "date-han" if marked else "date-era")


def _dated(flat: str, at: int, g: Grammar, roc: bool) -> Draft | None:
    match = _FULL.match(flat, at)
    if match is None:
        return None
    year = int(match["year"])
    for mark in g.data.dates.before_christ:
        if flat.endswith(mark, 0, at):
            start, end = at - len(mark), match.end("year") + 1
            return Draft(start, end, start, end, "date", "date-bc", value=f"-{year - 1:04}", digits=True)
    if len(match["year"]) == 4:
        after = ("内", "间", "历史", "的历史", "来", "以来")
        lasting = not match["month"] and year % 100 == 0 and flat.startswith(after, match.end())
        if 1000 <= year <= 2199 and not lasting and not flat.startswith("代", match.end()):
            return _draft(at, match.end(), year, match, "date-han")
        return None
    if not 80 <= year <= 150:
        return None
    if (
        match["month"]
        or (roc and not flat.startswith(_NOT_ROC, match.end()))
        or (roc and _BY.match(flat, match.end()))
    ):
        return _draft(at, match.end(), year + 1911, match, "date-roc")
    return None


def _day(flat: str, at: int) -> Draft | None:
    match = _DAY.match(flat, at)
    return _draft(at, match.end(), None, match, "date-han-day") if match else None


def _span(flat: str, at: int) -> Draft | None:
    """2020年至2023年, 1961-1990年: a range of years."""
    first = flat[at : at + 4]
    if (
        not (len(first) == 4 and first.isdecimal() and 1500 <= int(first) <= 2199)
        or flat[at + 4 : at + 5].isdecimal()
    ):
        return None
    match = _SPAN.match(flat, at + 4)
    if match is None or int(match[1]) <= int(first):
        return None
    return Draft(at, match.end(), at, match.end(), "date", "date-span", low=first, high=match[1], digits=True)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, mark, units = text.partition("十")
    if mark:
        return (int(_DIGIT[tens]) if tens else 1) * 10 + (int(_DIGIT[units]) if units in _DIGIT else 0)
    return int("".join(_DIGIT[char] for char in text))


def _draft(start: int, end: int, year: int | None, match: re.Match[str], rule: str) -> Draft | None:
    """The date of a match; ``None`` when month or day cannot be."""
    parts = match.groupdict()
    month = _number(parts["month"]) if parts.get("month") else None
    day = _number(parts["day"]) if parts.get("day") else None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    text = "-" if year is None else f"{year:04}"
    season = _QUARTERS.get(parts.get("quarter") or "") or _HALVES.get(parts.get("half") or "")
    for part in (season or month, day):
        if part is not None:
            text += f"-{part:02}"
    return Draft(start, end, start, end, "date", rule, value=text, digits=True)
