"""A city that stands for the club of that name, in every script."""

from __future__ import annotations

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
