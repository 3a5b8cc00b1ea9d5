"""A city that stands for the club of that name, in every script."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from build_tools import languages
from build_tools.annotate.names.page import Hit, Judgement
from build_tools.folding import fold_text


def city_of_players(hit: Hit) -> Judgement | None:
    """``Barcelona midfielder``, ``米兰前锋``, ``مهاجم برشلونة``: what plays for a city plays for its club; a country has a team."""
    rules, page = hit.rules, hit.page
    if hit.form.script == "Arab":
        played = not hit.proclitic and hit.before in rules.players
    elif hit.form.script == "Hans":
        played = bool(page.around.right(hit.end).longest_of(rules.players))
    else:
        played = page.view.text[hit.end : hit.end + 1] == " " and hit.after in rules.players
    return Judgement.WORD if played and not is_country(hit) else None


def city_that_plays(hit: Hit) -> Judgement | None:
    """``Chelsea won 2-1``, ``برشلونة يفوز على ضيفه``, ``切尔西2比1战胜对手``: a city that does what teams do in a sentence of a match.

    The deed alone says nothing: cities win and lose much else.
    """
    if not _plays(hit) or hit.proclitic or is_country(hit):
        return None
    page, text = hit.page, hit.page.view.text
    low, high = page.sentence(hit.start)
    sentence = f"{text[low : hit.start]} {text[hit.end : high]}"
    told = _SCORE.search(sentence) or any(
        word in sentence if hit.form.script == "Hans" else f" {word} " in _apart(sentence)
        for word in hit.rules.matches
    )
    return Judgement.WORD if told else None


_SCORE = re.compile(
    r"(?<![a-z\d.:-])(?<!from )(?<! on )(?<! of )\d{1,3} ?[-–:：比] ?\d{1,3}(?![a-z\d:-]|\.\d)"
)
_AT = tuple("在于到从")
_BETWEEN = re.compile(
    r"[\d一二三四五六七八九十]{1,3}[-–:：比][\d一二三四五六七八九十]{1,3}|[主客]场|以|昨[天晚日]|在"
)


def _plays(hit: Hit) -> bool:
    """Whether a verb of teams stands directly beside the city; in Chinese the score may stand between, in Arabic the verb before."""
    plays = hit.rules.plays
    if hit.form.script == "Arab":
        return hit.before in plays or hit.after in plays
    if hit.form.script != "Hans":
        # «in Chelsea won»
        led = hit.before in hit.rules.function_words - {"and", "but", "as", "when", "while", "after", "the"}
        return not led and hit.page.view.text[hit.end : hit.end + 1] == " " and hit.after in plays
    if hit.page.view.text[hit.start - 1 : hit.start] in _AT:
        return False  # 在旺角大球场以二比一击败
    at = hit.end
    while match := _BETWEEN.match(hit.page.view.text, at):
        at = match.end()
    return bool(hit.page.around.right(at).longest_of(plays))


def _apart(sentence: str) -> str:
    """The words of a sentence one space apart."""
    return f" {' '.join(_WORD.findall(sentence))} "


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def city_of_club(hit: Hit) -> Judgement | None:
    """``أتلتيكو مدريد``, ``皇家马德里``: before a city, what clubs are called."""
    called = "" if hit.proclitic else hit.preceding(hit.rules.club_heads)
    if not called or is_country(hit):
        return None
    return None if hit.page.entity_has(hit.form.entity, called) else Judgement.WORD


def is_country(hit: Hit) -> bool:
    """Whether the entity has the name of a territory of the CLDR, in any language."""
    return any(name in _countries() for name in hit.page.names_of(hit.form.entity))


@cache
def _countries() -> frozenset[str]:
    """Folded names of the countries and other territories of the CLDR, in all languages of texts."""
    return frozenset(
        fold_text(str(name)) for tag in languages.tags() for name in Locale.parse(tag).territories.values()
    )
