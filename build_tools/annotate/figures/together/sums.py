"""Money in two units is one amount: 20 dollars 43 cents."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


def add_minor(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Money in two units is one amount: "20 dollars 43 cents", 两美元又三美分, "15 dollars and 50"."""
    made: list[Draft] = []
    skip = -1
    for draft in drafts:
        if draft.start < skip:
            continue
        last = made[-1] if made else None
        if (
            last
            and last.kind == "money"
            and isinstance(last.value, Fraction)
            and isinstance(draft.value, Fraction)
            and (not last.minor or view.flat[last.end - 1] in g.data.money.tenths)
        ):
            gap = view.flat[last.end : draft.start].strip()
            if gap in ("", ",", *g.data.money.joiners):
                value = _minor_of(view, last, draft, gap, g)
                if value is not None:
                    made[-1] = replace(
                        last,
                        end=draft.end if draft.minor else draft.number_end,
                        value=last.value + value,
                        trail="money-sum",
                        form="sum",
                    )
                    continue
        made.append(draft)
    return made


def _minor_of(view: View, major: Draft, minor: Draft, gap: str, g: Grammar) -> Fraction | None:
    if major.minor and isinstance(minor.value, Fraction):
        # 六毛五
        tail = minor.kind == "count" and not minor.suffixed and minor.start == major.end
        return minor.value / 100 if tail and 1 <= minor.value <= 9 else None
    if (
        not isinstance(minor.value, Fraction)
        or not isinstance(major.value, Fraction)
        or (major.value.denominator != 1 and major.form != "sum")
    ):
        return None
    if major.value.denominator != 1 and not (minor.minor and minor.value < Fraction(1, 10)):
        return None
    if minor.minor and minor.kind == "money" and minor.value < 1:
        return minor.value
    if (
        gap == ""
        and minor.kind == "count"
        and not minor.suffixed
        and 1 <= minor.value <= 9
        and minor.value.denominator == 1
        and major.scale == 1
        and view.flat[major.end - 1] in g.data.money.units_before_tenth
        and minor.start == major.end
    ):
        return minor.value / 10
    if (
        gap != ","
        and minor.kind == "count"
        and not minor.suffixed
        and 10 <= minor.value < 100
        and minor.value.denominator == 1
        and major.scale == 1
    ):
        return minor.value / 100
    return None
