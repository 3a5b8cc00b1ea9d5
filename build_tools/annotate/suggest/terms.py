"""Languages and currencies of the CLDR (through Babel) as names that everybody knows, and adjectives of countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import rules_of
from build_tools.model import Alias, Authority, Entity

_STEM = 3
"""Letters that the name of a language and that of its country have in common at least: ``Polish``, ``Poland``."""


@cache
def tongues() -> Authority:
    """One entity for each language of the CLDR that is no variety of another, its id the BCP 47 code."""
    listed = Locale.parse("en").languages
    codes = [code for code in sorted(listed) if code.isalpha() and len(code) <= 3 and code not in _NONE]
    return _entities("language", codes, "languages")


_NONE = frozenset(["mis", "mul", "und", "zxx", "root"])
"""Codes that stand for no language."""


@cache
def currencies() -> Authority:
    """One entity for each currency that is tender somewhere today, its id the ISO 4217 code."""
    found = _entities("currency", sorted(set(_tender().values())), "currencies").entities
    return Authority({code: _as_counted(entity) for code, entity in found.items()})


def _as_counted(entity: Entity) -> Entity:
    """A currency as the CLDR writes it after a number, which is in small letters; with its plural, and its article."""
    names, aliases = dict(entity.names), []
    for tag, name in entity.names.items():
        counted = {key: str(form) for key, form in _plurals(tag, entity.id).items()}
        names[tag] = counted.get("one", name)
        article = rules_of(tag).article
        definite = [" ".join(article + word for word in name.split())] if article else []
        forms = dict.fromkeys([*counted.values(), *definite])
        aliases += [Alias(form, tag) for form in forms if form != names[tag]]
    return replace(entity, names=names, aliases=tuple(aliases))


def _plurals(tag: str, code: str) -> Mapping[str, object]:
    """Plural category → the currency's name after such a number; Babel's own functions give it with a number only."""
    plurals: Mapping[str, object] = Locale.parse(tag)._data["currency_names_plural"].get(code, {})
    return plurals


@cache
def tongue_finder() -> NameFinder:
    return NameFinder(tongues())


@cache
def currency_finder() -> NameFinder:
    return NameFinder(currencies())


@cache
def adjective_finder() -> NameFinder:
    """Finds the adjectives by the code of their country, where they have a capital."""
    entities = {
        code: Entity(code, "place", {"en": words[0]}, tuple(Alias(word, "en") for word in words[1:]))
        for code, words in adjectives().items()
    }
    return NameFinder(Authority(entities))


@cache
def adjectives() -> dict[str, tuple[str, ...]]:
    """ISO 3166 code → English adjectives of a country, as names of its language and of its currency have them.

    ``Polish`` of ``Polish``, the official language whose name begins like the country's; ``Egyptian`` of ``Egyptian
    Pound``. An adjective of several countries is none's. Arabic ones are no names by the grammar, Chinese has none.
    """
    english = Locale.parse("en")
    bearers: dict[str, set[str]] = defaultdict(set)
    for code, country in english.territories.items():
        if len(code) == 2 and code.isalpha():
            official = get_official_languages(code, de_facto=True)
            words = [str(english.languages.get(language, "")) for language in official]
            words.append(
                str(english.currencies.get(_tender().get(code, ""), ""))
                .rpartition(" ")[0]
                .removesuffix(" New")
            )
            for word in words:
                if _is_adjective(word, country):
                    bearers[word].add(code)
    found: dict[str, list[str]] = defaultdict(list)
    for word, codes in sorted(bearers.items()):
        if len(codes) == 1:
            found[codes.pop()].append(word)
    return {code: tuple(words) for code, words in found.items()}


@cache
def relations() -> dict[str, str]:
    """Folded Arabic adjective of a country, masculine and without article → its ISO 3166 code: ``فرنسي``, ``تركي``.

    Made by the grammar of the country's name: its article and its last vowel go, ``ي`` comes.
    """
    found: dict[str, str] = {}
    article = fold_name(rules_of("ar").article)
    for code, country in Locale.parse("ar").territories.items():
        name = fold_name(str(country)).removeprefix(article)
        if len(code) == 2 and code.isalpha() and " " not in name and len(name) >= _STEM:
            stem = name[:-1] if name.endswith(("ا", "ه")) else name
            found.setdefault(stem if stem.endswith("ي") else f"{stem}ي", code)
    return found


def _is_adjective(word: str, country: str) -> bool:
    """Whether a word is made of a country's name: as many words, the same beginning, not the name itself."""
    one, other = fold_name(word), fold_name(country)
    return one[:_STEM] == other[:_STEM] and one.count(" ") == other.count(" ") and one not in other


def _tender() -> dict[str, str]:
    """ISO 3166 code → the currency that is tender there now."""
    listed = get_global("territory_currencies")
    return {
        code: next(currency for currency, _, end, tender in reversed(rows) if tender and end is None)
        for code, rows in listed.items()
        if any(tender and end is None for _, _, end, tender in rows)
    }


def _entities(kind: str, codes: list[str], names: str) -> Authority:
    entities = {}
    for code in codes:
        told = {tag: str(getattr(Locale.parse(tag), names).get(code, "")) for tag in languages.tags()}
        entities[code] = Entity(code, kind, {tag: name for tag, name in told.items() if name})
    return Authority(entities)
