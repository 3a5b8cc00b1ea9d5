"""From sightings to ranked proposals."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.proposal import WEIGHTS, Context, Proposal, Reason, Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text
from build_tools.model import Authority, Entity

_CONTEXTS = 5
_SNIPPET = 48
_DETAILS = 3
_REPEATED = 4
"""How often one document can speak for a name."""


@dataclass(slots=True)
class Candidate:
    """All sightings of one folded form."""

    key: str
    forms: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    spread: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Reason and document → how often it was met there."""
    details: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    types: Counter[str] = field(default_factory=Counter)
    seen: set[tuple[str, int]] = field(default_factory=set)
    """Where something spoke for a name: document and offset."""

    def add(self, form: str, language: str, sighting: Sighting, document: str) -> None:
        self.forms[form] += 1
        self.languages[language] += 1
        self.reasons[sighting.reason] += 1
        self.spread[sighting.reason, document] += 1
        if sighting.detail:
            self.details[sighting.reason][sighting.detail] += 1
        if sighting.type:
            self.types[sighting.type] += WEIGHTS[sighting.reason]  # type: ignore[assignment]

    def take(self, whole: Candidate, form: str) -> None:
        """Take over the sightings of a longer form of which this one is a part."""
        self.forms[form] += sum(whole.forms.values())
        self.languages.update(whole.languages)
        self.types.update(whole.types)
        self.reasons.update(whole.reasons)
        self.spread.update(whole.spread)

    @property
    def form(self) -> str:
        """The commonest spelling; of equally common ones the first in code point order."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))

    @property
    def score(self) -> float:
        """The sum of the reasons' weights, each growing with the logarithm of how often it was met.

        What one document repeats counts a few times at most, so that an odd text does not drown the others.
        """
        met: Counter[str] = Counter()
        for (reason, _), count in self.spread.items():
            met[reason] += min(count, _REPEATED)
        return sum(
            WEIGHTS[reason] * (1 + math.log2(met[reason] or min(count, _REPEATED)) / 2)
            for reason, count in self.reasons.items()
        )


_SHARE = 0.34
"""Part of a form's places that something must speak for: a word is a name by accident in a few of many."""
_ANYWHERE = frozenset(
    [
        "short",
        "near",
        "model",
        "said",
        "territory",
        "city",
        "subdivision",
        "adjective",
        "language",
        "currency",
    ]
)
"""Reasons that speak for every place."""


def gather(sightings: Iterable[tuple[Text, Sighting]]) -> dict[str, Candidate]:
    """Candidates by folded form; places that a known name covers are left out."""
    found: dict[str, Candidate] = {}
    for text, sighting in sightings:
        if text.is_taken(sighting.start, sighting.end):
            continue
        form = " ".join(text.document.text[sighting.start : sighting.end].split())
        key = fold_name(form)
        if key and not key.isdigit():
            candidate = found.setdefault(key, Candidate(key))
            candidate.add(form, _language(key, text), sighting, text.document.id)
            candidate.seen.add((text.document.id, sighting.start))
    return found


def _language(key: str, text: Text) -> str:
    """The language a form would be listed under: that of its script."""
    script = script_of(key)
    if script == text.script:
        return text.tag
    return {"Latn": "en", "Arab": "ar", "Hans": "zh"}[script]


def attest(candidates: Mapping[str, Candidate], texts: Sequence[Text]) -> dict[str, list[Context]]:
    """Where each candidate stands by itself: by the longest candidate, under the rules of names."""
    places = _places(candidates, texts)
    hidden = {
        key: one
        for key, one in candidates.items()
        if key not in places and is_known(one.details) and not _foreign_sounds(key)
    }
    # A guess that goes on around a known place does not hide it: 大同市杏儿沟.
    return {**places, **_places(hidden, texts)} if hidden else places


def _places(candidates: Mapping[str, Candidate], texts: Sequence[Text]) -> dict[str, list[Context]]:
    entities = {
        key: Entity(
            key,
            max(candidate.types, key=lambda kind: candidate.types[kind], default="organization"),
            {language: form},
        )
        for key, candidate in candidates.items()
        for language, form in [(candidate.languages.most_common(1)[0][0], candidate.form)]
    }
    finder = NameFinder(Authority(entities))
    places: dict[str, list[Context]] = defaultdict(list)
    for text in texts:
        document = text.document
        mentions, undecided = finder.find(document.text, document.language, document.paragraphs)
        spans = [(m.start, m.end, m.entity) for m in mentions]
        spans += [(u.start, u.end, u.candidates[0]) for u in undecided]
        for start, end, key in sorted(spans):
            if not text.is_taken(start, end):
                places[key].append(_context(text, start, end))
    return places


def _foreign_sounds(key: str) -> bool:
    """Whether all characters of a Chinese form write foreign sounds, so that it may be the head of a longer name: 布伦特伍德."""
    return script_of(key) == "Hans" and set(key) <= set(suggest_rules("zh").sounds)


def is_known(details: Mapping[str, Counter[str]]) -> bool:
    """Whether what is told of a form, reason → detail, is that it is a place that a table knows or the text says to be one."""
    return any(kind in details for kind in ("territory", "city", "subdivision", "said"))


def _context(text: Text, start: int, end: int) -> Context:
    document = text.document
    number = next((n for n, p in enumerate(document.paragraphs, 1) if p.start <= start < p.end), 0)
    bounds = document.paragraphs[number - 1] if number else None
    low = max(bounds.start if bounds else 0, start - _SNIPPET)
    high = min(bounds.end if bounds else len(document.text), end + _SNIPPET)
    return Context(document.id, number, start, end, " ".join(document.text[low:high].split()))


def rank(
    candidates: Mapping[str, Candidate],
    places: Mapping[str, Sequence[Context]],
    others: Mapping[str, Mapping[str, tuple[str, ...]]],
    near: Mapping[str, str],
) -> tuple[Proposal, ...]:
    """Proposals, the best first; candidates that stand nowhere by themselves are left out."""
    made: list[Proposal] = []
    for key, candidate in candidates.items():
        contexts = places.get(key, ())
        if not contexts:
            continue
        documents = tuple(sorted({context.document for context in contexts}))
        spoken = [
            c
            for c in contexts
            if any(
                (c.document, at) in candidate.seen for at in (c.start, c.start - 1, c.start - 2, c.start + 1)
            )
        ]
        if candidate.seen and not _ANYWHERE & set(candidate.reasons) and len(spoken) < _SHARE * len(contexts):
            continue
        told = _told(spoken if candidate.seen else contexts)
        score = candidate.score + math.log2(max(told, 1)) + math.log2(len(documents))
        made.append(
            Proposal(
                form=candidate.form,
                language=candidate.languages.most_common(1)[0][0],
                type=max(sorted(candidate.types), key=lambda kind: candidate.types[kind], default=""),
                count=len(contexts),
                documents=documents,
                score=round(score, 2),
                reasons=_reasons(candidate),
                contexts=_spread(contexts),
                others=others.get(key, {}),
                near=near.get(key, ""),
            )
        )
    return tuple(sorted(made, key=lambda proposal: (-proposal.score, proposal.form)))


def _told(contexts: Sequence[Context]) -> int:
    """How many places there are, of each document a few at most."""
    return sum(min(count, _REPEATED) for count in Counter(context.document for context in contexts).values())


def _reasons(candidate: Candidate) -> tuple[Reason, ...]:
    ordered = sorted(candidate.reasons.items(), key=lambda item: (-WEIGHTS[item[0]] * item[1], item[0]))
    return tuple(
        Reason(code, count, tuple(detail for detail, _ in candidate.details[code].most_common(_DETAILS)))
        for code, count in ordered
    )


def _spread(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """The first contexts, one of each document before a second of any."""
    rounds: dict[str, int] = Counter()
    keyed = []
    for context in contexts:
        keyed.append((rounds[context.document], context.document, context.start, context))
        rounds[context.document] += 1
    return tuple(item[3] for item in sorted(keyed, key=lambda item: item[:3])[:_CONTEXTS])
