"""From hits to mentions: conditions of aliases, rival entities, the longest name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.page import Hit, Judgement, Page
from build_tools.model import Alias

_ROUNDS = 4
"""Conditions that hang on one another's entities are settled in so many rounds, or left as they are then."""
_DEPENDENT = ("short", "letter")
"""Origins of forms that mean an entity only where it is named otherwise, too."""

Present = Mapping[str, Sequence[int]]
"""Entity id → view offsets at which it is named by a form that means it by itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the view that names an entity or, where ``hit`` is missing, could name ``rivals``."""

    start: int
    end: int
    hit: Hit | None
    rivals: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the authority file says beside names."""

    known: Callable[[str], bool]
    """Whether a condition is the id of an entity."""
    related: Callable[[str], frozenset[str]]
    """Entity id → ids that its relations link it with, in either direction."""


def resolve(page: Page, hits: Sequence[Hit], knowledge: Knowledge) -> list[Found]:
    """The longest names and what remains undecided, sorted by place, not overlapping."""
    present: Present = _present(_select(page, [hit for hit in hits if _independent(hit)], {}, knowledge))
    chosen: list[Found] = []
    if all(hit.form.origin not in _DEPENDENT and hit.form.alias is None for hit in hits):
        return _select(page, hits, present, knowledge)
    conditional = any(hit.form.alias is not None for hit in hits)
    for _ in range(_ROUNDS if conditional else 1):
        chosen = _select(
            page, [hit for hit in hits if _valid(page, hit, present, knowledge)], present, knowledge
        )
        now = _present(chosen)
        if now == present:
            break
        present = now
    return chosen


def _independent(hit: Hit) -> bool:
    alias = hit.form.alias
    return hit.form.origin not in _DEPENDENT and not (alias and (alias.needs or alias.unless))


def _present(chosen: Iterable[Found]) -> dict[str, list[int]]:
    present: dict[str, list[int]] = {}
    for found in chosen:
        if found.hit is not None and found.hit.form.origin not in _DEPENDENT:
            present.setdefault(found.hit.form.entity, []).append(found.start)
    return present


def _valid(page: Page, hit: Hit, present: Present, knowledge: Knowledge) -> bool:
    if hit.form.origin == "short" and not present.get(hit.form.entity):
        return False
    alias = hit.form.alias
    if alias is None:
        return True
    if alias.needs and not any(_holds(page, hit, alias, need, present, knowledge) for need in alias.needs):
        return False
    return not any(_holds(page, hit, alias, bar, present, knowledge) for bar in alias.unless)


def _holds(
    page: Page, hit: Hit, alias: Alias, condition: str, present: Present, knowledge: Knowledge
) -> bool:
    """Whether an entity is named, or a word stands, in the alias's scope, elsewhere than at the hit itself."""
    low, high = (0, len(page.view.text)) if alias.scope == "document" else page.view.bounds(hit.start)
    entity = knowledge.known(condition)
    places = present.get(condition, ()) if entity else page.occurrences(fold_name(condition))
    return _any_within(places, low, hit.start) or _any_within(places, hit.end, high)


def _any_within(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of some rising offsets lies in a half-open range."""
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


def _select(page: Page, hits: Sequence[Hit], present: Present, knowledge: Knowledge) -> list[Found]:
    """The longest stretches first, each decided; a stretch that overlaps a longer one is none."""
    spans: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        spans.setdefault((hit.start, hit.end), []).append(hit)
    taken: list[Found] = []
    free_from = 0
    # Groups of overlapping stretches are independent of one another.
    group: list[tuple[int, int]] = []
    for span in [*sorted(spans), (len(page.view.text) + 1, len(page.view.text) + 1)]:
        if group and span[0] >= free_from:
            taken += _settle(page, group, spans, present, knowledge)
            group = []
        group.append(span)
        free_from = max(free_from, span[1])
    return sorted(taken, key=lambda found: found.start)


def _settle(
    page: Page,
    group: list[tuple[int, int]],
    spans: Mapping[tuple[int, int], list[Hit]],
    present: Present,
    knowledge: Knowledge,
) -> list[Found]:
    taken: list[Found] = []
    if len(group) == 1:
        only = spans[group[0]]
        if len(only) == 1 and only[0].judgement is Judgement.NAME:
            return [Found(*group[0], only[0])] if only[0].form.entity else []
        found = _decide(page, *group[0], only, present, knowledge)
        return [found] if found.hit is None or found.hit.form.entity else []
    for start, end in sorted(group, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other.start or other.end <= start for other in taken):
            taken.append(_decide(page, start, end, spans[start, end], present, knowledge))
    return [found for found in taken if found.hit is None or found.hit.form.entity]


def _decide(
    page: Page, start: int, end: int, hits: list[Hit], present: Present, knowledge: Knowledge
) -> Found:
    """The entity a stretch names: each test keeps the hits that pass it best, until one entity is left."""
    named = hits if len(hits) == 1 else [hit for hit in hits if hit.form.entity] or hits
    if len(named) > 1 and len({hit.form.entity for hit in named}) > 1:
        context = (_present_elsewhere(present), _related(present, knowledge), _own_words, _near(present))
        for test in (_certain, _direct, _cued, _as_written, *context):
            scores = [test(hit) for hit in named]
            best = max(scores)
            named = [hit for hit, score in zip(named, scores, strict=True) if score == best]
            if len({hit.form.entity for hit in named}) == 1:
                break
        rivals = tuple(sorted({hit.form.entity for hit in named}))
        if len(rivals) > 1:
            return Found(start, end, None, rivals, "several-entities")
    hit = (
        named[0]
        if len(named) == 1
        else max(named, key=lambda one: (_certain(one), _direct(one), _as_written(one)))
    )
    unsure = hit.judgement is Judgement.UNSURE and not present.get(hit.form.entity)
    if unsure or hit.judgement is Judgement.TORN:
        return Found(start, end, None, (hit.form.entity,), "ordinary-word")
    return Found(start, end, hit)


def _certain(hit: Hit) -> int:
    return hit.judgement is Judgement.NAME


def _direct(hit: Hit) -> int:
    """Listed forms before those with conditions unmet elsewhere, variants before short forms."""
    return -("listed", "variant", "part", "local", "inferred", "short", "letter", "longer").index(
        hit.form.origin
    )


def _as_written(hit: Hit) -> int:
    return hit.surface == hit.form.written


def _cued(hit: Hit) -> int:
    """What stands beside a form, and in its sentence where it is a word too, speaks for the entity's type."""
    sides = (hit.cues("before"), hit.cues("after"))
    score = sum(
        any(hit.form.type in cue.allows for _, cues in beside for cue in cues) for beside in sides if beside
    )
    # A language that is named with what languages have beside them is not the country of that adjective.
    return score + _spoken_of(hit) + 2 * (hit.form.type == "language")


_SPOKEN = {True: "spoken of place ", False: "spoken of name "}


def _spoken_of(hit: Hit) -> bool:
    """Whether the sentence has a word that goes with places or, for anything else, with companies and clubs."""
    page, place = hit.page, hit.form.type == "place"
    start, end = page.sentence(hit.start)
    key = (_SPOKEN[place] + hit.form.script, start)
    if key not in page.memory:
        words = hit.rules.place_words if place else hit.rules.name_cues
        page.memory[key] = page.has_any(words, start, end)
    return bool(page.memory[key])


def _own_words(hit: Hit) -> int:
    """How many words of the entity's other names stand in the text: ``المصري`` beside ``الأهلي``."""
    page = hit.page
    words = page.words_of(hit.form.entity) & page.vocabulary
    return len(words - set(hit.form.name.split(" ")) - hit.rules.function_words) if words else 0


def _present_elsewhere(present: Present) -> Callable[[Hit], int]:
    def elsewhere(hit: Hit) -> int:
        places = present.get(hit.form.entity, ())
        return bool(places) and (places[0] < hit.start or places[-1] >= hit.end)

    return elsewhere


def _related(present: Present, knowledge: Knowledge) -> Callable[[Hit], int]:
    return lambda hit: sum(bool(present.get(other)) for other in knowledge.related(hit.form.entity))


def _near(present: Present) -> Callable[[Hit], int]:
    """Of rivals that are all named in the text, the one named last before."""

    def nearest(hit: Hit) -> int:
        places = present.get(hit.form.entity, ())
        at = bisect_left(places, hit.start)
        return places[at - 1] if at else -1

    return nearest
