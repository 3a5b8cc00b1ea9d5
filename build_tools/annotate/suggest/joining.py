"""One proposal for names that texts set equal, in whatever scripts they are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_tools.annotate.suggest.proposal import Context, Proposal, Reason

_CONTEXTS = 5
_DETAILS = 3


def joined(ranked: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, each with those further down that are set equal to it: the better one stays in its place.

    Counts, documents, reasons and contexts are those of both; the other one's form stands among ``others``.
    """
    kept: list[Proposal] = []
    places: dict[str, int] = {}
    for proposal in ranked:
        at = next((places[form] for form in _forms(proposal) if form in places), None)
        if at is None or kept[at].near != proposal.near or kept[at].language == proposal.language:
            places.setdefault(proposal.form, len(kept))
            kept.append(proposal)
        else:
            kept[at] = both(kept[at], proposal)
    return tuple(kept)


def _forms(proposal: Proposal) -> list[str]:
    return [form for forms in proposal.others.values() for form in forms]


def both(one: Proposal, other: Proposal) -> Proposal:
    """The first of two proposals of one thing, with the evidence and the forms of the second as well."""
    others: dict[str, dict[str, None]] = defaultdict(dict)
    named: Sequence[tuple[str, Sequence[str]]] = (
        *one.others.items(),
        (other.language, (other.form,)),
        *other.others.items(),
    )
    for language, forms in named:
        others[language].update(dict.fromkeys(form for form in forms if form != one.form))
    return replace(
        one,
        count=one.count + other.count,
        documents=tuple(sorted({*one.documents, *other.documents})),
        reasons=_reasons(one.reasons, other.reasons),
        contexts=_alternating(one.contexts, other.contexts),
        others=_filled(others),
    )


def _filled(others: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(forms) for language, forms in others.items() if forms}


def _reasons(one: Sequence[Reason], other: Sequence[Reason]) -> tuple[Reason, ...]:
    counts: Counter[str] = Counter()
    details: dict[str, dict[str, None]] = defaultdict(dict)
    for reason in (*one, *other):
        counts[reason.code] += reason.count
        details[reason.code].update(dict.fromkeys(reason.details))
    return tuple(Reason(code, count, tuple(details[code])[:_DETAILS]) for code, count in counts.items())


def _alternating(one: Sequence[Context], other: Sequence[Context]) -> tuple[Context, ...]:
    """The first contexts of both by turns."""
    by_turns: list[Context] = []
    for n in range(max(len(one), len(other))):
        by_turns += [*one[n : n + 1], *other[n : n + 1]]
    return tuple(by_turns[:_CONTEXTS])
