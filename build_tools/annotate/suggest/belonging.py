"""Surnames and short forms: further names of the one person whom they belong to, known or proposed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import rules_for
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.joining import both
from build_tools.annotate.suggest.proposal import Proposal
from build_tools.model import Authority

_DOT = re.compile("[·‧•・]")
_SHORTEST = 3


def surname(form: str) -> str:
    """The folded last word of a name of several (Chinese: what follows its last dot); empty where it has one only."""
    folded = fold_name(form)
    words = _DOT.split(folded) if script_of(folded) == "Hans" else folded.split(" ")
    return words[-1] if len(words) > 1 and len(words[-1]) >= _SHORTEST else ""


def known_surnames(authority: Authority) -> dict[str, str]:
    """Folded surname → id of the one person of the authority file who bears it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in authority.entities.values():
        if entity.type == "person" and entity.merged_into is None:
            for form in (*entity.names.values(), *(alias.form for alias in entity.aliases)):
                if surname(form):
                    bearers[surname(form)].add(entity.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def with_surnames(ranked: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, a surname joined with the one full name that it ends, which stays in the better one's place."""
    proposals: list[Proposal] = list(ranked)
    full: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, proposal in enumerate(proposals):
        if _is_person(proposal) and not _is_place(proposal) and surname(proposal.form):
            full[proposal.language, surname(proposal.form)].append(at)
    gone: set[int] = set()
    for at, proposal in enumerate(list(proposals)):
        bearers = full.get((proposal.language, fold_name(proposal.form)), ())
        if len(bearers) == 1 and not _is_place(proposal) and not proposal.near and bearers[0] not in gone:
            whole = bearers[0]
            merged = both(proposals[whole], proposals[at])
            gone.add(max(at, whole))
            proposals[min(at, whole)] = merged
    return tuple(proposal for at, proposal in enumerate(proposals) if at not in gone)


def _is_person(proposal: Proposal) -> bool:
    """Whether a name of two or three words has none that is an ordinary word before its last one."""
    *given, last = fold_name(proposal.form).split(" ")
    rules = rules_for(script_of(last), proposal.language)
    plain = not any(word in rules.words or word in rules.function_words for word in given)
    return proposal.type in ("person", "") and len(given) < _SHORTEST and plain


def _is_place(proposal: Proposal) -> bool:
    return any(reason.code in ("territory", "city", "subdivision", "place") for reason in proposal.reasons)
