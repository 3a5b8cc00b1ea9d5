"""What in a text says that a form is a place: a noun of places, a preposition, the country beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.suggest.text import Text
from build_tools.folding import fold_text

_SHORT = 2
_BEFORE, _AFTER = 24, 16
"""Characters that are looked at on either side."""


@dataclass(frozen=True, slots=True)
class Country:
    """Where a text names a country: offsets, and its ISO 3166 code."""

    start: int
    end: int
    code: str


class Countries:
    """The countries that a text names, by where their names begin and end."""

    def __init__(self, found: Iterable[Country]) -> None:
        self.found = tuple(found)
        self.codes = frozenset(country.code.partition("-")[0] for country in self.found)
        self._starts: dict[int, set[str]] = defaultdict(set)
        self._ends: dict[int, set[str]] = defaultdict(set)
        for country in self.found:
            code = country.code.partition("-")[0]
            self._starts[country.start].add(code)
            self._ends[country.end].add(code)

    def starts(self, code: str, offset: int) -> bool:
        return code in self._starts.get(offset, ())

    def ends(self, code: str, offset: int) -> bool:
        return code in self._ends.get(offset, ())


def has_noun(text: Text, start: int, end: int) -> bool:
    """``Baghlan province``, ``the town of Xingtai``, ``محافظة حلبجة``, ``图尔萨市``: a noun of places stands beside it."""
    rules = text.rules
    nouns = rules.before.get("place", frozenset()) | set(rules.divisions_before)
    if text.script == "Hans":
        before, after = _sides(text, start, end)
        if end - start > _SHORT and text.document.text[end - 1] in rules.towns:
            return True  # 焦作市
        return before.endswith(tuple(nouns)) or after.startswith(
            (*rules.divisions_after, *rules.after.get("place", ()))
        )
    before, after = _words(text, start, end)
    if text.script == "Arab":
        return any(stem in nouns for stem in text.around.stems(before))
    # «Manchester City» is a club.
    at_end = nouns | set(rules.divisions_after)
    source = text.document.text
    return _ends(text, start, nouns) or (after in at_end and source[end + 1 : end + 5] != "City")


def _ends(text: Text, start: int, nouns: Iterable[str]) -> bool:
    """Whether the words before an offset are ``town of``, ``capital``."""
    before = fold_text(text.document.text[max(0, start - _BEFORE) : start])
    return before.endswith(
        tuple(f"{noun}{between}" for noun in nouns for between in (" ", " of ", " of the "))
    )


def noun_behind(text: Text, end: int) -> int:
    """How many characters a Chinese noun of towns has that follows a name and is a part of it: ``洪安镇``, ``里尔市``."""
    rules, source = text.rules, text.document.text
    if text.script != "Hans" or source[end - 1] in rules.localities:
        return 0
    following = fold_text(source[end : end + 2])
    return int(following[:1] in rules.localities and following[1:] not in set(rules.localities_inside))


def is_led(text: Text, start: int, end: int) -> bool:
    """``in Tulsa``, ``north of Tulsa``, ``في تلسا``: what leads to places stands before it; in Chinese, it is one."""
    before, after = _sides(text, start, end)
    if text.script == "Hans":
        form = fold_text(text.document.text[start:end])
        said = before.endswith(tuple(text.rules.place)) or after.startswith(tuple(text.rules.attributes))
        return said or tag_of(form) == "ns"
    if text.script == "Arab":
        led = any(stem in text.rules.place for stem in text.around.stems(_words(text, start, end)[0]))
        return led or text.document.text[max(0, start - 2) : start] == " ب"  # «بريف إدلب», «بالمكلا»
    if text.script == "Latn" and after.startswith(tuple(f" {word}" for word in text.rules.attributes)):
        return True
    # «in Volta's yard»
    owner = after.startswith(("'s", "’s"))
    return not owner and before.endswith(tuple(f" {word} " for word in text.rules.place))


def is_in(text: Text, start: int, end: int, code: str, countries: Countries) -> bool:
    """``Biarritz, France``, ``India's Bihar``, ``德克萨斯州奥斯汀``: the place that it lies in stands directly beside it."""
    source = text.document.text
    if text.script == "Hans":
        noun = source[start - 1 : start] in text.rules.divisions_between
        return countries.ends(code, start) or (noun and countries.ends(code, start - 1))
    if source.startswith(", ", end) and countries.starts(code, end + 2):
        return True
    return source[max(0, start - 3) : start] in ("'s ", "’s ") and countries.ends(code, start - 3)


def is_joined(text: Text, start: int, ends: Container[int]) -> bool:
    """``Tulsa and Austin``, ``北京、天津``: it is joined to a place that ends at one of the offsets."""
    source = text.document.text
    return any(start - len(word) in ends for word in text.rules.joining if source.endswith(word, 0, start))


def _sides(text: Text, start: int, end: int) -> tuple[str, str]:
    source = text.document.text
    return " " + fold_text(source[max(0, start - _BEFORE) : start]), fold_text(source[end : end + _AFTER])


def _words(text: Text, start: int, end: int) -> tuple[str, str]:
    """The folded words directly before and after a form."""
    before, after = _sides(text, start, end)
    first = before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""
    following = after[1:].partition(" ")[0].rstrip(".,;:!?'’\"") if after.startswith(" ") else ""
    return first, following.removesuffix("'s").removesuffix("’s")
