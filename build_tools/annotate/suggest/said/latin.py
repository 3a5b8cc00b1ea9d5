"""``Khanh village``, ``the district of Sironko``; ``in Kasika, western Uganda``: places by their nouns, or by what they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import towns
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.said.place import Known, Named
from build_tools.annotate.suggest.states import NAME
from build_tools.annotate.suggest.text import Text
from build_tools.folding import fold_text

_LEADING = "northeast of|northwest of|southeast of|southwest of|in|near|around|outside|at|north of|south of|east of|west of|outskirts of|mayor of|suburb of|streets of|residents of|people of|between"


def named(text: Text, known: Known) -> Iterator[Named]:
    """Places of a text in Latin script, without those whose name is a word, or somebody's."""
    source, somebody = text.document.text, towns.somebody(text.document.text)
    for match in _before_noun().finditer(source):
        following = source[match.end() : match.end() + _NEXT]
        one = _trimmed(text, match, somebody)
        if one and not _NOT_AFTER.match(following) and _word(following) not in text.names.titles:
            yield from _with_noun(source, one, match, known)
    for pattern in (_of(), _apposed(), _is_one()):
        for match in pattern.finditer(source):
            one = _trimmed(text, match, somebody)
            if one:
                yield _placed(source, one, one[1], known)
    for match in _inside().finditer(source):
        one = _trimmed(text, match, somebody)
        if one and match.end() in known.starts:
            yield Named(*one, known.starts[match.end()])
    for match in _landmark().finditer(source):
        inside = source[match.start() - 2 : match.start()].strip(_ENDS) != ""
        one = _trimmed(text, match, somebody, words_too=inside)
        if one:
            yield Named(one[0], match.end())
    for match in _list().finditer(source):
        for part in re.finditer(NAME, match["list"]):
            one = part.start() + match.start("list"), part.end() + match.start("list")
            if not text.names.is_word(fold_text(part[0])) and part[0] not in somebody:
                yield Named(*one)
    for match in _town().finditer(source):
        one = _trimmed(text, match, somebody)
        if one and (match["part"] or match.end("noun") + 2 in known.starts):
            yield Named(*one)
    for match in _JOINED.finditer(source):
        one = _trimmed(text, match, somebody)
        if (
            one
            and match.start() in known.towns
            and _LED.search(source[: known.towns[match.start()]][-_NEXT:])
        ):
            yield Named(*one)


_ENDS = ' \n.!?"“:'
_JOINED = re.compile(rf"(?:,? and | or )(?P<name>{NAME})(?! [A-Z])(?![\w-])")
_LED = re.compile(rf"\b(?:{_LEADING}|of|to|from) (?:the )?$")


def _with_noun(source: str, where: tuple[int, int], match: re.Match[str], known: Known) -> Iterator[Named]:
    """The name alone before a noun in small letters; one in capitals belongs to it, and the name may stand alone as well."""
    told = _placed(source, where, match.end(), known)
    if source[where[1] + 1].islower():
        yield told
        return
    name = source[slice(*where)]
    yield Named(where[0], match.end(), told.country, name=fold_name(name))
    alone = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]| [A-Z])", source)
    if alone:
        yield Named(*alone.span(), told.country)


_CLUBS = ("town", "city")
"""Nouns that with a capital are more often what a club is called: ``Ipswich Town``."""
_NEXT = 24
_NOT_AFTER = re.compile(r"[-’']?[ -]?[A-Z]|-\w")
"""``Kasese District Police``, ``Tulsa city-wide``: the noun belongs to a longer name or word."""


@cache
def _nouns(*, small: bool = False) -> str:
    nouns = sorted(suggest_rules("en").localities, key=lambda noun: (-len(noun), noun))
    return "|".join(
        form
        for noun in nouns
        for form in ((noun,) if small or noun in _CLUBS else (noun, noun.title(), noun.capitalize()))
    )


@cache
def _before_noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{NAME}) (?:{_nouns()})\b")


@cache
def _landmark() -> re.Pattern[str]:
    """``Rong River``, ``Lake Naivasha``: with the noun, which has a capital."""
    nouns = "|".join(sorted(noun.title() for noun in suggest_rules("en").landmarks))
    return re.compile(rf"(?<![\w-])(?P<name>{NAME}) (?:{nouns})(?! [A-Z])(?![\w-])")


@cache
def _list() -> re.Pattern[str]:
    """``Napa, Sonoma and Yuba counties``."""
    nouns = "|".join(sorted(suggest_rules("en").localities_plural))
    return re.compile(rf"(?P<list>{NAME}(?:, {NAME}){{0,9}},? and {NAME}) (?:{nouns})\b")


@cache
def _is_one() -> re.Pattern[str]:
    """``Vian is a small town``."""
    return re.compile(
        rf"(?P<name>{NAME}) (?:is|was) (?:a|an|the) (?:[\w-]+ ){{0,2}}(?:town|city|village|suburb|hamlet)\b"
    )


@cache
def _town() -> re.Pattern[str]:
    """``Quang Huy Town, Phu Yen District``: in capitals only before what it lies in."""
    nouns = "|".join(noun.title() for noun in _CLUBS)
    return re.compile(
        rf"(?<![\w-])(?P<name>{NAME}) (?P<noun>{nouns}), (?=(?P<part>{NAME} (?:{_nouns()})\b)?)"
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns()}|resort|port|capital|home ?town) of (?P<name>{NAME})(?![\w-])")


@cache
def _apposed() -> re.Pattern[str]:
    """``in Vian, a small town``."""
    return re.compile(
        rf"\b(?:{_LEADING}) (?P<name>{NAME}), (?:a|an|the) (?:[\w-]+ ){{0,3}}(?:{_nouns(small=True)}|capital|resort|port)\b"
    )


_SIDES = "northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|upper|lower"


@cache
def _inside() -> re.Pattern[str]:
    """``in Kasika, western Uganda``, ``near Mbale in eastern Uganda``; what it lies in begins where this ends."""
    side = rf"(?:the )?(?:(?:{_SIDES}) )"
    return re.compile(
        rf"\b(?:{_LEADING}) (?P<name>{NAME})(?:, (?:in |also in )?{side}?| in {side}?)(?=[^\W\d_a-z])",
    )


def _trimmed(
    text: Text, match: re.Match[str], somebody: set[str], *, words_too: bool = False
) -> tuple[int, int] | None:
    """Offsets of the name without words that lead to it; ``None`` where what is left is no name of a place.

    ``words_too``: whether words of the language can be one, as in ``Blue Mountains``.
    """
    rules, names = text.rules, text.names
    words = match["name"].split(" ")
    folded = [fold_text(word) for word in words]
    while folded and (
        folded[0] in rules.common or folded[0] in names.function_words or folded[0] in rules.place
    ):
        folded, words = folded[1:], words[1:]
    name = " ".join(words)
    plain = [names.is_word(word) or word in names.given_names for word in folded]
    if (
        not folded
        or (all(plain) and not words_too)
        or name in somebody
        or (words[0].isupper() and not words[0].istitle() and len(words[0]) < _ACRONYM)
    ):
        return None
    if any(word in rules.no_localities or word in names.titles for word in folded):
        return None
    if any(folded[-1] in listed for listed in (*rules.endings.values(), rules.localities)):
        return None
    end = match.end("name")
    return end - len(name), end


_ACRONYM = 6
"""Letters from which a word in capitals may be a name in a headline."""


def _placed(source: str, where: tuple[int, int], after: int, known: Known) -> Named:
    """With the country of what stands directly after it, ``, Uganda``, ``in western Uganda``, or owns it."""
    beside = _LIES.match(source, after)
    code = known.starts.get(beside.end(), "") if beside else ""
    owner = source[max(0, where[0] - 3) : where[0]] in ("'s ", "’s ")
    return Named(*where, code or (known.ends.get(where[0] - 3, "") if owner else ""))


_LIES = re.compile(rf"(?:, | of | in |, in )(?:the )?(?:(?:{_SIDES}) )?")


def _word(text: str) -> str:
    return fold_text(text.strip().partition(" ")[0].rstrip(".,;:"))
