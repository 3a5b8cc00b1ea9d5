"""A draft in its place, and what the rules ask of it again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from build_tools.annotate.figures.draft import Draft, Refused, plain
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View, word_before


class Seen:
    """A draft with its paragraph and language, and what nearly every rule asks of them, which is looked up once."""

    __slots__ = ("after", "bare", "before", "draft", "flat", "g", "run", "unlabelled", "view")

    def __init__(self, view: View, draft: Draft, g: Grammar, unlabelled: bool = False) -> None:
        flat, start, end = view.flat, draft.number_start, draft.number_end
        self.view = view
        self.draft = draft
        self.g = g
        self.unlabelled = unlabelled
        """It is known that no designator stands before it."""
        self.flat = flat
        self.before = flat[start - 1] if start else ""
        """The character before the number."""
        self.after = flat[end : end + 1]
        """The character after the number."""
        self.run = flat[start:end]
        """The number as it is written."""
        self.bare = draft.digits and draft.kind in ("count", "ratio") and not draft.suffixed
        """A number in digits with nothing after it that says what it counts."""

    @property
    def word_before(self) -> str:
        return word_before(self.flat, self.draft.number_start)


Told = Draft | Refused | None
"""What a rule says of a draft: what it is, that it is none, or nothing."""

RefusedRule = Callable[[Seen], Told]


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
        value=str(plain(draft.value)).zfill(4),
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
