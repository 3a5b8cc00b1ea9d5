"""A draft in its place, and what the rules ask of it again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from build_tools.annotate.figures.draft import Draft, Number, Refused, plain
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View, word_before


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft with its paragraph and language."""

    view: View
    draft: Draft
    g: Grammar
    unlabelled: bool = False
    """It is known that no designator stands before it."""

    @property
    def flat(self) -> str:
        return self.view.flat

    @property
    def before(self) -> str:
        """The character before the number."""
        start = self.draft.number_start
        return self.flat[start - 1 : start] if start else ""

    @property
    def after(self) -> str:
        """The character after the number."""
        return self.flat[self.draft.number_end : self.draft.number_end + 1]

    @property
    def word_before(self) -> str:
        return word_before(self.flat, self.draft.number_start)

    @property
    def bare(self) -> bool:
        """A number in digits with nothing after it that says what it counts."""
        draft = self.draft
        return draft.digits and draft.kind in ("count", "ratio") and not draft.suffixed and not draft.noun

    @property
    def run(self) -> str:
        """The number as it is written."""
        return self.flat[self.draft.number_start : self.draft.number_end]


Told = Draft | Refused | None
"""What a rule says of a draft: what it is, that it is none, or nothing."""

RefusedRule = Callable[[Seen], Told]

NumberRule = Callable[[View, Number, Grammar], bool]
"""Whether a number is none, whatever it may count."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """Rules in the order in which they are asked: of a number that begins with digits, and of one in words."""

    digits: tuple[RefusedRule, ...]
    words: tuple[RefusedRule, ...]

    def of(self, draft: Draft) -> tuple[RefusedRule, ...]:
        """The rules that a draft is to be asked."""
        return self.digits if draft.digits else self.words


def refuse(seen: Seen, when: bool) -> Refused | None:
    """The refusal of the number; whoever asks the rule puts its name to it."""
    return Refused(seen.draft.number_start, seen.draft.number_end, "") if when else None


def as_year(draft: Draft, end: int) -> Draft:
    """The number read as a year."""
    return replace(
        draft,
        modifier="exact",
        kind="date",
        value=(plain(draft.value) or "").zfill(4),
        unit=None,
        trail="year",
        end=end,
    )


def verdict(seen: Seen, rules: tuple[RefusedRule, ...]) -> Draft | Refused:
    """What the first rule says that says something; the draft itself where none does."""
    for rule in rules:
        told = rule(seen)
        if told is not None:
            return Refused(told.start, told.end, rule.__name__) if isinstance(told, Refused) else told
    return seen.draft
