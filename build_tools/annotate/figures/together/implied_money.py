"""成交值3,512億: Chinese leaves the currency of a scaled number unsaid after a word for a sum of money."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


def imply_money(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """成交值3,512億: after a word for a sum of money a scaled number without unit is money in the text's currency."""
    words = g.data.money.implied_before
    made: list[Draft] = []
    for draft in drafts:
        if (
            draft.kind == "count"
            and not draft.suffixed
            and _scaled(view, draft, g)
            and not _counts(view.flat, draft, g)
        ):
            before = _before_in_sentence(view, draft, g)
            inherited = _inherited(view, made, draft, g)
            if inherited:
                made.append(inherited)
                continue
            told = any(word in before for word in words) or view.flat.startswith(
                g.data.money.after, draft.end
            )
            if told:
                draft = replace(
                    draft,
                    kind="money",
                    currency=_told_before(view, made, draft) or context.yuan,
                    assumed="currency",
                    trail=f"{draft.trail}+implied-money",
                )
        made.append(draft)
    return made


def _counts(flat: str, draft: Draft, g: Grammar) -> bool:
    """惠及500万妇女: whether a noun stands right behind the number, which then counts it."""
    follows = flat[draft.end : draft.end + 1]
    goes_on = follows in g.data.money.goes_on or flat.startswith(g.data.money.after, draft.end)
    return follows >= _HAN and follows.isalpha() and not goes_on


def _told_before(view: View, made: list[Draft], draft: Draft) -> str | None:
    """The currency of the last great sum told before in the sentence."""
    for last in reversed(made[-6:]):
        if _SENTENCE.search(view.flat, last.end, draft.start):
            return None
        if last.kind == "money" and last.scale >= 10000:
            return last.currency
    return None


def _scaled(view: View, draft: Draft, g: Grammar) -> bool:
    """Whether a number is told in ten thousands or more: 3亿, 2万8."""
    return draft.scale >= 10000 or any(
        sign in g.data.money.scale_signs for sign in view.flat[draft.number_start : draft.number_end]
    )


_LEAST = 10000
_HAN = "\u2e80"
"""The first of the characters that are no letters of an alphabet."""


def _inherited(view: View, made: list[Draft], draft: Draft, g: Grammar) -> Draft | None:
    """67亿美元, 低于预期的73.3亿: in a sentence of money a scaled number is money again, unless it is of something else."""
    others = ("date", "duration", "percent")
    last = next((one for one in reversed(made[-3:]) if one.kind not in others and one.scale >= _LEAST), None)
    if last is None or last.kind != "money":
        return None
    between = view.flat[last.end : draft.start]
    if len(between) > 24 or _SENTENCE.search(between):
        return None
    if any(word in between[-10:] for word in g.data.money.not_money_after):
        return None
    return replace(
        draft, kind="money", currency=last.currency, assumed="currency", trail=f"{draft.trail}+same-money"
    )


def _before_in_sentence(view: View, draft: Draft, g: Grammar) -> str:
    """What stands before a figure in its sentence, from the last word on that says of what other thing it is."""
    window = _SENTENCE.split(view.flat[max(0, draft.start - 20) : draft.start])[-1]
    for word in g.data.money.not_money_after:
        window = window.rpartition(word)[2]
    return window


_SENTENCE = re.compile(r"[。；;!?！？]")
