"""What needs no typing: proposals of things that the CLDR or GeoNames knows, with names, identifier and description."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from babel import Locale

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import cities, places, subdivisions, terms, territories
from build_tools.annotate.suggest.joining import both
from build_tools.annotate.suggest.proposal import Proposal, Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text
from build_tools.folding import fold_text
from build_tools.model import Mention

KINDS = ("territory", "city", "subdivision", "adjective", "language", "currency")
"""Reasons whose detail is the code of something known."""


def sightings(text: Text) -> Iterator[Sighting]:
    """Everything that is known: places, and what else the CLDR names."""
    yield from _places(text)
    yield from _terms(text)


def _terms(text: Text) -> Iterator[Sighting]:
    """Languages, currencies that are part of no amount, and adjectives of countries."""
    document = text.document
    amounts = [(figure.start, figure.end) for figure in text.annotated.figures]
    for reason, kind, finder in (
        ("language", "language", terms.tongue_finder()),
        ("currency", "currency", terms.currency_finder()),
        ("adjective", "place", terms.adjective_finder()),
    ):
        for mention in finder.find(document.text, document.language, document.paragraphs)[0]:
            if not any(mention.start < end and start < mention.end for start, end in amounts):
                yield Sighting(mention.start, mention.end, reason, kind, mention.entity)


def _places(text: Text) -> Iterator[Sighting]:
    """Territories, cities and parts of countries; none where one of those before stands."""
    document = text.document
    found, _ = territories.finder().find(document.text, document.language, document.paragraphs)
    for mention in found:
        if len(mention.surface) > 1:  # 中, one of a pair of letters, is no name to list
            yield Sighting(mention.start, mention.end, "territory", "place", mention.entity)
    yield from _with_region(text)
    taken = [(mention.start, mention.end) for mention in found]
    codes = {mention.entity.partition("-")[0] for mention in found}
    for reason, finder, famous in (
        ("city", cities.finder(), _is_famous),
        ("subdivision", places.finder(), _is_whole),
    ):
        mentions = _apart(text, finder, taken) if finder else []
        if reason == "subdivision":
            mentions = [m for m in mentions if _is_whole(text, m) or _in_named_country(text, codes, m)]
        ends = {end for _, end in taken} | {m.end for m in mentions if famous(text, m)}
        known = {
            m.entity for m in mentions if famous(text, m) or _is_led(text, m) or _is_after(text, m, ends)
        }
        for mention in mentions:
            if mention.entity in known:
                yield Sighting(mention.start, mention.end, reason, "place", mention.entity)
                taken.append((mention.start, mention.end))


def _apart(text: Text, finder: NameFinder, taken: list[tuple[int, int]]) -> list[Mention]:
    document = text.document
    found, _ = finder.find(document.text, document.language, document.paragraphs)
    return [one for one in found if not any(one.start < end and start < one.end for start, end in taken)]


def _with_region(text: Text) -> Iterator[Sighting]:
    """``Austin, Texas``: a city of whatever name before the state or the country that it lies in."""
    if text.script != "Latn":
        return
    for match in _CITY_AND_REGION.finditer(text.document.text):
        country = cities.country_of().get(fold_name(match["region"]), "")
        key = cities.by_name().get((fold_name(match["city"]), country))
        if key is not None:
            yield Sighting(*match.span("city"), "city", "place", key)


_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
_CITY_AND_REGION = re.compile(rf"(?<![\w-])(?P<city>{_NAME}), (?P<region>{_NAME})(?!\w)")


def _is_whole(_: Text, mention: Mention) -> bool:
    return subdivisions.is_whole(mention.entity, mention.surface)


def _in_named_country(text: Text, codes: Container[str], mention: Mention) -> bool:
    """Whether a part of a country stands where names have capitals, or in a text that names its country, too."""
    return text.script == "Latn" or subdivisions.subdivisions()[mention.entity].country in codes


def _is_famous(text: Text, mention: Mention) -> bool:
    """Whether a city needs no word of place beside it: one of a million, in Arabic a capital; and any state."""
    city = cities.cities()[mention.entity]
    return city.state or (city.people >= _MILLION and (city.capital or text.script != "Arab"))


_MILLION = 1_000_000


def _is_led(text: Text, mention: Mention) -> bool:
    """Whether a word of place stands before a mention, or after it in Chinese: ``in Tulsa``, ``图尔萨市``."""
    source, rules = text.document.text, text.rules
    before = fold_text(source[max(0, mention.start - 16) : mention.start])
    after = fold_text(source[mention.end : mention.end + 2])
    nouns = rules.before.get("place", frozenset())
    if text.script == "Hans":
        if tag_of(fold_text(mention.surface)) == "ns":
            return True
        return before.endswith(tuple(rules.place | nouns)) or after.startswith(
            tuple(rules.after.get("place", ()))
        )
    word = before.rstrip().rpartition(" ")[2]
    return before.endswith(" ") and (word in rules.place or word in nouns or word in ("of",))


def _is_after(text: Text, mention: Mention, ends: Container[int]) -> bool:
    """``德克萨斯州奥斯汀``: in Chinese a city directly after the place that it is in, with its noun between, maybe."""
    if text.script != "Hans":
        return False
    noun = text.document.text[mention.start - 1 : mention.start]
    return mention.start in ends or (noun in _NOUNS and mention.start - 1 in ends)


_NOUNS = frozenset("省州县縣")


def is_part(details: Mapping[str, Counter[str]]) -> bool:
    """Whether what is told of a form, reason → code, is that it is a state or another part of a country."""
    states = (cities.cities()[code].state for code in details.get("city", ()))
    return bool(details.get("subdivision")) or any(states)


def same(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals of one thing as one, the better one in its place: ``US`` and ``America``."""
    kept: list[Proposal] = []
    places: dict[str, int] = {}
    for proposal in proposals:
        key = _key(proposal)
        if key and key in places:
            kept[places[key]] = both(kept[places[key]], proposal)
        else:
            places.setdefault(key, len(kept))
            kept.append(proposal)
    return kept


def _key(proposal: Proposal) -> str:
    return next((code for _, code in _told(proposal)), "")


def _told(proposal: Proposal) -> list[tuple[str, str]]:
    """What is known of a proposal: reasons, the surest first, each with its code."""
    told = {reason.code: reason.details[0] for reason in proposal.reasons if reason.details}
    return [(kind, told[kind]) for kind in KINDS if kind in told]


def filled(proposal: Proposal) -> Proposal:
    """The proposal with what is known of it; unchanged where nothing is."""
    for kind, code in _told(proposal)[:1]:
        if kind == "city":
            return _city(proposal, code)
        if kind == "subdivision":
            return _subdivision(proposal, code)
        if kind in ("language", "currency"):
            return _term(proposal, kind, code)
        return _territory(proposal, code)
    return proposal


def _territory(proposal: Proposal, code: str) -> Proposal:
    entity = territories.territories().entities[code]
    rules = {tag: suggest_rules(tag) for tag in languages.tags()}
    region = territories.is_region(code)
    described = {tag: one.region if region else one.territory for tag, one in rules.items()}
    forms = [*entity.names.values(), *(alias.form for alias in entity.aliases)]
    forms += terms.adjectives().get(code, ())
    return _known(proposal, dict(entity.names), forms, described, {}, territories.source(code))


def _term(proposal: Proposal, kind: str, code: str) -> Proposal:
    entity = (terms.tongues() if kind == "language" else terms.currencies()).entities[code]
    described = {
        tag: suggest_rules(tag).tongue if kind == "language" else suggest_rules(tag).currency
        for tag in languages.tags()
    }
    forms = [*entity.names.values(), *(alias.form for alias in entity.aliases)]
    return replace(_known(proposal, dict(entity.names), forms, described, {}, territories.cldr()), type=kind)


def _city(proposal: Proposal, key: str) -> Proposal:
    city = cities.cities()[key]
    described = {}
    for tag in languages.tags():
        rules = suggest_rules(tag)
        country = str(Locale.parse(tag).territories.get(city.country, city.country))
        kind = rules.state if city.state else rules.capital if city.capital else rules.city
        described[tag] = kind.format(country=country)
    forms = [form for listed in city.forms.values() for form in listed]
    # GeoNames does not say which of a city's forms is its name.
    names = {tag: listed[0] for tag, listed in city.forms.items()} if city.state else {"en": city.name}
    return _known(proposal, names, forms, described, {"geonames": key}, cities.source())


def _subdivision(proposal: Proposal, code: str) -> Proposal:
    part = subdivisions.subdivisions()[code]
    described = {}
    for tag in languages.tags():
        country = str(Locale.parse(tag).territories.get(part.country, part.country))
        described[tag] = suggest_rules(tag).subdivision.format(country=country)
    forms = [form for listed in part.forms.values() for form in listed]
    return _known(proposal, dict(part.names), forms, described, {}, subdivisions.SOURCE)


def _known(
    proposal: Proposal,
    names: dict[str, str],
    known: Iterable[str],
    description: dict[str, str],
    identifiers: dict[str, str],
    source: str,
) -> Proposal:
    """Names that the texts have come first where the source has none for their language; others become aliases."""
    listed = set(map(fold_name, known))
    attested = {proposal.language: (proposal.form,)}
    for language, forms in proposal.others.items():
        attested[language] = (*attested.get(language, ()), *forms)
    others: dict[str, tuple[str, ...]] = {}
    for language, met in attested.items():
        forms = tuple(form for form in met if fold_name(form) in listed)
        if not forms:
            continue
        name = names.setdefault(language, forms[0])
        rest = tuple(form for form in dict.fromkeys(forms) if fold_name(form) in listed - {fold_name(name)})
        if rest:
            others[language] = rest
    return replace(
        proposal,
        type="place",
        known=source,
        names=names,
        description=description,
        identifiers=identifiers,
        others=others,
    )
