"""What needs no typing: proposals of things that the CLDR or GeoNames knows, with names, identifier and description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from babel import Locale

from build_tools import languages
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import cities, states, subdivisions, terms, territories, towns
from build_tools.annotate.suggest.joining import both
from build_tools.annotate.suggest.proposal import Proposal, Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.said import REASON, UNTOLD
from build_tools.annotate.suggest.text import Text

TEXTS = "the texts' own words"
"""The source of places that no table has."""
KINDS = ("territory", "city", "subdivision", "adjective", "language", "currency")
"""Reasons whose detail is the code of something known."""


def sightings(text: Text) -> Iterator[Sighting]:
    """Languages, currencies that are part of no amount, and adjectives of countries."""
    amounts = [(figure.start, figure.end) for figure in text.annotated.figures]
    for reason, kind, finder in (
        ("language", "language", terms.tongue_finder()),
        ("currency", "currency", terms.currency_finder()),
        ("adjective", "place", terms.adjective_finder()),
    ):
        for mention in text.mentions(finder):
            if not any(mention.start < end and start < mention.end for start, end in amounts):
                yield Sighting(mention.start, mention.end, reason, kind, mention.entity)


def is_part(details: Mapping[str, Counter[str]]) -> bool:
    """Whether what is told of a form, reason → code, is that it is a state or another part of a country."""
    states = (towns.town(code).state for code in details.get("city", ()))
    return bool(details.get("subdivision")) or any(states)


def same(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Proposals of one thing as one, the better one in its place: ``US`` and ``America``."""
    return [proposal for proposal, _ in _same(proposals)]


def known(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, those of one thing as one, each with what is known of it, and no name known twice."""
    return tuple(distinct(filled(proposal, seen) for proposal, seen in _same(proposals)))


def _same(proposals: Iterable[Proposal]) -> list[tuple[Proposal, frozenset[str]]]:
    """Joined proposals, each with the folded forms by which the thing itself was seen."""
    kept: list[Proposal] = []
    seen: list[frozenset[str]] = []
    places: dict[str, int] = {}
    for proposal in proposals:
        key, own = _key(proposal), frozenset([fold_name(proposal.form)])
        if key and key in places:
            kept[places[key]] = both(kept[places[key]], proposal)
            seen[places[key]] |= own
        else:
            places.setdefault(key, len(kept))
            kept.append(proposal)
            seen.append(own)
    return list(zip(kept, seen, strict=True))


def _key(proposal: Proposal) -> str:
    said = (detail for reason in proposal.reasons if reason.code == REASON for detail in reason.details)
    return next((code for _, code in _told(proposal)), "") or next(said, "")


def _told(proposal: Proposal) -> list[tuple[str, str]]:
    """What is known of a proposal: reasons, the surest first, each with its code."""
    told = {reason.code: reason.details[0] for reason in proposal.reasons if reason.details}
    return [(kind, told[kind]) for kind in KINDS if kind in told]


def distinct(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Known things without those names of the source that a better one has: the province of Cebu beside the city."""
    taken: set[tuple[str, str]] = set()
    kept = []
    for proposal in proposals:
        if proposal.known:
            own = {tag: name for tag, name in proposal.names.items() if (tag, fold_name(name)) not in taken}
            if not own:
                continue
            proposal = replace(proposal, names=own)
            taken |= {(tag, fold_name(name)) for tag, name in own.items()}
            taken |= {(tag, fold_name(form)) for tag, forms in proposal.others.items() for form in forms}
        kept.append(proposal)
    return kept


def filled(proposal: Proposal, seen: frozenset[str] = frozenset()) -> Proposal:
    """The proposal with what is known of it, and the forms by which it was seen; unchanged where nothing is."""
    for kind, code in _told(proposal)[:1]:
        if kind == "city":
            return _city(proposal, code, seen)
        if kind == "subdivision":
            return _subdivision(proposal, code)
        if kind in ("language", "currency"):
            return _term(proposal, kind, code)
        return _territory(proposal, code)
    if any(reason.code == REASON for reason in proposal.reasons):
        return _said(proposal, seen)
    return proposal


def _said(proposal: Proposal, seen: frozenset[str]) -> Proposal:
    """A place that no table has: with its names as the texts have them, and its country where they tell it."""
    codes = {
        detail.partition(" ")[0]
        for reason in proposal.reasons
        if reason.code == REASON
        for detail in reason.details
    }
    codes.discard(UNTOLD)
    described = {}
    for tag in languages.tags() if len(codes) == 1 else ():
        country = str(Locale.parse(tag).territories.get(*codes, *codes))
        described[tag] = suggest_rules(tag).somewhere.format(country=country)
    return replace(
        proposal,
        type="place",
        known=TEXTS,
        names={proposal.language: proposal.form},
        description=described,
        others={
            tag: kept
            for tag, forms in proposal.others.items()
            if tag == proposal.language and (kept := tuple(form for form in forms if fold_name(form) in seen))
        },
    )


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


def _city(proposal: Proposal, key: str, seen: frozenset[str]) -> Proposal:
    city = towns.town(key)
    described = {}
    for tag in languages.tags():
        rules = suggest_rules(tag)
        country = str(Locale.parse(tag).territories.get(city.country, city.country))
        kind = rules.state if city.state else rules.capital if city.capital else rules.city
        described[tag] = kind.format(country=country)
    forms = [*seen, *(form for listed in city.forms.values() for form in listed)]
    # GeoNames does not say which of a city's forms is its name.
    names = {tag: listed[0] for tag, listed in city.forms.items()} if city.state else dict(city.names)
    return _known(proposal, names, forms, described, {"geonames": key}, cities.source())


def _subdivision(proposal: Proposal, code: str) -> Proposal:
    of_states = states.counties()
    part = of_states[code][1] if code in of_states else subdivisions.subdivisions()[code]
    described = {}
    for tag in languages.tags():
        country = str(Locale.parse(tag).territories.get(part.country, part.country))
        described[tag] = suggest_rules(tag).subdivision.format(country=country)
    forms = [form for listed in part.forms.values() for form in listed]
    source = states.SOURCE if code in of_states else subdivisions.SOURCE
    return _known(proposal, dict(part.names), forms, described, {}, source)


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
