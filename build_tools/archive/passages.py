"""Same story, other words: paragraphs of different documents that report the same thing.

Two paragraphs are alike by what ``evidence`` finds in both; the likeness of their neighbours adds to it, and so does
the order, since two reports of one story mostly keep it. The numbers below were chosen on some of the alignments in
``tests/passages`` and held on the others; small changes of any of them change little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import median

from build_tools import languages
from build_tools.archive.evidence import Kind, Material, Pair, Weighed, kinds, weigh
from build_tools.archive.evidence.speakers import voices
from build_tools.archive.partners import denied, mutual, partners, slight, usual
from build_tools.archive.retelling import between, covered, joined, one_report, retold, translated
from build_tools.archive.signatures import signatures
from build_tools.meaning import Meaning
from build_tools.model import AnnotatedDocument, Document, EntityType, FigureUse, Passage, Place

THRESHOLD = 0.36
"""Least score of a passage that is shown, between versions of one report."""
APART = 0.44
"""The same between other documents: each of the two paragraphs must tell little else."""
INFORMATION = 5.0
"""Least information, in nats, that two paragraphs of unconnected documents must share: about two rare names, or one
rare figure and a name."""
INFORMATION_IN_VERSIONS = 0.6
"""The same for versions of one report, whose common origin is known: a share of the rarity of what each of the two
documents holds in one paragraph only, where what tells nothing alone (a place, a small number) counts half. A fixed
sum would ask more of short documents, in which nothing is rare."""
NEAR_BEST = 0.6
"""A paragraph keeps, beside its best partner, those that reach this share of the best one's score."""
NEAR_BEST_WITH_FIGURE = 0.4
"""The same for partners that share a figure: one paragraph may join what the other report tells in two."""
CONTAINED = 0.35
"""Least share of what a paragraph says that stands in the longer paragraph which another report joins it to."""
NEIGHBOUR = 0.5
"""Share of the neighbours' likeness that is added."""
ORDER = 0.3
"""What is added to a score when the pair keeps the order of the sure pairs around it; half of it is taken off when
it breaks that order."""
LEAST = THRESHOLD / (1 + 2 * NEIGHBOUR) / (1 + ORDER)
"""Paragraphs less alike cannot reach ``THRESHOLD``, whatever stands around them."""
SURE = 0.6
"""Least score of a pair that the order of others is judged by."""
REACH = 3
"""How many paragraphs away a sure pair still says something about the order."""
FAINT = 0.2
"""Least likeness in meaning that is enough alone, as a share of the middle of what two documents have: what stands between two
things that both tell need not be the same. How alike the same is differs between languages."""
EVIDENCE = 3
"""How much two documents must share to be compared, in rare names (a figure counts twice); one story always is."""


def passages(
    documents: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    types: Mapping[str, EntityType] | None = None,
    meaning: Meaning | None = None,
) -> tuple[Passage, ...]:
    """Pairs of like paragraphs of different documents, each once, sorted by left place, then by falling score.

    ``left`` is the place whose document comes first in ``documents``. ``types`` are those of the archive; without
    them the ones that every archive has. Work grows with the number of document pairs that share rare features, not
    with all pairs.
    """
    known = kinds(material(documents, figures, types, meaning))
    story = {a.document.id: a.document.record.story for a in documents}
    order = {document: rank for rank, document in enumerate(story)}
    found: dict[tuple[str, str], list[Passage]] = {}
    versions: set[tuple[str, str]] = set()

    openings = {a.document.id: _opening(a.document) for a in documents}

    def compare(left: str, right: str, *, one_story: bool) -> None:
        weighed = weigh(known, left, right)
        first = openings[left], openings[right]
        links, one_report = _compare(left, right, weighed, first, one_story=one_story)
        found[left, right] = links
        if one_report:
            versions.add((left, right))

    for left, right in _candidates(known, story):
        compare(left, right, one_story=story[left] is not None and story[left] == story[right])
    # What is a version of one report is a version of all its versions; but two curated stories stay two.
    for left, right in between(joined(sorted(versions)), order):
        if (left, right) not in versions and not (story[left] and story[right]):
            compare(left, right, one_story=True)
    return tuple(
        sorted(
            (passage for links in found.values() for passage in links),
            key=lambda p: (order[p.left.document], p.left.paragraph, -p.score, p.right.document),
        )
    )


def material(
    documents: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    types: Mapping[str, EntityType] | None = None,
    meaning: Meaning | None = None,
) -> Material:
    """The documents as the kinds of evidence look at them."""
    if types is None:
        settings = {row["id"] for row in languages.table("types")["types"] if row.get("setting")}
    else:
        settings = {key for key, kind in types.items() if kind.setting}
    return Material(
        {a.document.id: a for a in documents},
        {a.document.id: signatures(a, figures[a.document.id]) for a in documents},
        frozenset(settings),
        {a.document.id: voices(a) for a in documents},
        meaning,
    )


def _candidates(known: Sequence[Kind], story: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """Pairs of documents worth comparing, in the order of ``story``."""
    evidence: Counter[tuple[str, str]] = Counter()
    for kind in known:
        evidence.update(kind.together())
    members: dict[str, list[str]] = defaultdict(list)
    for document, name in story.items():
        if name:
            members[name].append(document)
    chosen = {pair for pair, count in evidence.items() if count >= EVIDENCE}
    chosen.update(pair for group in members.values() for pair in combinations(group, 2))
    order = {document: rank for rank, document in enumerate(story)}
    return sorted(chosen, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _opening(document: Document) -> int:
    """The first paragraph that is no boilerplate."""
    return next((n for n, one in enumerate(document.paragraphs) if one.boilerplate is None), 0)


def _compare(
    left: str, right: str, weighed: Weighed, openings: Pair = (0, 0), *, one_story: bool
) -> tuple[list[Passage], bool]:
    """The passages, and whether the documents are versions of one report; ``openings`` are their first paragraphs."""
    sizes = len(weighed.left), len(weighed.right)
    near_in_meaning = retold(weighed.found.get("meaning"))
    versions = one_story or one_report(near_in_meaning, weighed.found["figures"], sizes)
    if not versions and not any(told >= INFORMATION for told in weighed.telling.values()):
        # Without a pair that tells something alone no other is looked at; most documents share only some names.
        return [], False
    scores = _in_order(
        {
            pair: value * (1 + NEIGHBOUR * _beside(weighed.likeness, *pair))
            for pair, value in weighed.likeness.items()
            if value >= LEAST
        }
    )
    near = _near_best(scores, weighed)
    sure = [p for p in near if weighed.telling.get(p, 0.0) >= INFORMATION and scores[p] >= APART]
    if versions or covered(sure, (sum(map(bool, weighed.left)), sum(map(bool, weighed.right)))):
        versions = True
        sure, near_in_meaning = _of_versions(scores, near, near_in_meaning, weighed, openings)
    else:
        near_in_meaning = {}
    names, figures = (weighed.found[kind] for kind in ("names", "figures"))
    said = weighed.found["meaning"].sentences if near_in_meaning else {}
    return [
        Passage(
            Place(left, pair[0] + 1),
            Place(right, pair[1] + 1),
            round(min(max(scores.get(pair, 0.0), near_in_meaning.get(pair, 0.0)), 1.0), 4),
            names.entities.get(pair, ()),
            figures.figures.get(pair, ()),
            (*weighed.kinds(pair), *(("meaning",) if pair in near_in_meaning else ())),
            sentences=said.get(pair),
        )
        for pair in sure
    ], versions


def _of_versions(
    scores: Mapping[Pair, float],
    near: Sequence[Pair],
    near_in_meaning: Mapping[Pair, float],
    weighed: Weighed,
    openings: Pair,
) -> tuple[list[Pair], dict[Pair, float]]:
    """The passages of versions of one report, and those of them that are near in meaning, with a score up to 1."""
    sizes = len(weighed.left), len(weighed.right)
    nearness = weighed.found["meaning"].nearness
    least = INFORMATION_IN_VERSIONS * math.log(1 + sum(sizes) / 2)
    enough = {p for p in scores if (weighed.known.get(p, 0.0) + weighed.telling.get(p, 0.0)) / 2 >= least}
    sure = [p for p in near if p in enough and _told(p, weighed)]
    sure += [p for p in _joined(scores, sure, weighed) if p in enough]
    clear = partners(nearness)
    if translated(near_in_meaning, sizes, mutual(nearness)):
        clear = {}
        sure = [p for p in sure if p in near_in_meaning or weighed.telling.get(p, 0.0) >= INFORMATION]
    else:
        # Told in another order: a paragraph may have its name here, and its number there.
        others = (p for p in scores if p in enough and scores[p] >= THRESHOLD and _told(p, weighed))
        sure += [p for p in others if p not in sure and slight(p, nearness)]
        if openings not in sure and usual(openings, nearness) and _opens(openings, sure, weighed):
            sure.append(openings)
    sure = [p for p in sure if not denied(p, weighed.found, both=p == openings)]
    faint = FAINT * median(near_in_meaning.values()) if near_in_meaning else 0.0
    kept = {p: share for p, share in near_in_meaning.items() if p in sure or share >= faint}
    shown = {**clear, **kept}
    return [*sure, *sorted(shown.keys() - set(sure))], shown


def _near_best(scores: Mapping[Pair, float], weighed: Weighed) -> list[Pair]:
    """The pairs that come near the best of both their paragraphs."""
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        best_left[i] = max(best_left[i], score)
        best_right[j] = max(best_right[j], score)
    figures = weighed.found["figures"].shared

    def least(i: int, j: int) -> float:
        near = NEAR_BEST_WITH_FIGURE if (i, j) in figures else NEAR_BEST
        return max(THRESHOLD, near * max(best_left[i], best_right[j]))

    return [pair for pair, score in scores.items() if score >= least(*pair)]


def _joined(scores: Mapping[Pair, float], sure: Sequence[Pair], weighed: Weighed) -> list[Pair]:
    """Pairs of a paragraph that has no partner yet with one that the other report joins to its neighbour.

    Such a paragraph is told in a part of a longer one, so that the two are not much alike; but the longer one tells
    what stands before or after it, and holds a good share of what it says.
    """
    taken = set(sure)
    best: dict[tuple[int, int], tuple[float, Pair]] = {}
    for side, sizes in enumerate((weighed.left, weighed.right)):
        paired = {pair[side] for pair in sure}
        for pair, score in scores.items():
            number = pair[side]
            if (
                number in paired
                or score < THRESHOLD
                or not taken & {_moved(pair, side, -1), _moved(pair, side, 1)}
            ):
                continue
            if weighed.shared[pair] >= CONTAINED * sizes[number]:
                best[side, number] = max(
                    best.get((side, number), (0.0, pair)), (weighed.likeness[pair], pair)
                )
    return sorted({pair for _, pair in best.values()})


def _told(pair: Pair, weighed: Weighed) -> bool:
    """Whether a good share of what one of the two says stands in the other."""
    return weighed.shared[pair] >= CONTAINED * min(weighed.left[pair[0]], weighed.right[pair[1]])


def _opens(openings: Pair, sure: Sequence[Pair], weighed: Weighed) -> bool:
    """Whether both documents open with what is news in both: they tell mostly the same, and these name or count the same."""
    told = sum(map(bool, weighed.left)), sum(map(bool, weighed.right))
    return covered(sure, told) and any(
        openings in weighed.found[kind].shared for kind in ("names", "figures")
    )


def _moved(pair: Pair, side: int, step: int) -> Pair:
    return (pair[0] + step, pair[1]) if side == 0 else (pair[0], pair[1] + step)


def _in_order(scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """The scores, raised where a pair lies between the sure pairs before and after it, else lowered; at most 1."""
    sure: dict[int, tuple[float, int]] = {}
    for (i, j), score in scores.items():
        if score >= SURE:
            sure[i] = max(sure.get(i, (0.0, 0)), (score, -j))

    def partner(paragraphs: range) -> int | None:
        return next((-sure[i][1] for i in paragraphs if i in sure), None)

    around = {
        i: (partner(range(i - 1, i - 1 - REACH, -1)), partner(range(i + 1, i + 1 + REACH)))
        for i in {i for i, _ in scores}
    }
    ordered: dict[Pair, float] = {}
    for (i, j), score in scores.items():
        before, after = around[i]
        if before is not None and after is not None:
            score *= 1 + ORDER if before <= j <= after else 1 - ORDER / 2
        ordered[i, j] = min(1.0, score)
    return ordered


def _beside(likeness: Mapping[Pair, float], i: int, j: int) -> float:
    """Likeness of the paragraphs before and after, at most 2."""
    before = max(
        likeness.get((i - 1, j - 1), 0.0),
        likeness.get((i - 1, j), 0.0) / 2,
        likeness.get((i, j - 1), 0.0) / 2,
    )
    after = max(
        likeness.get((i + 1, j + 1), 0.0),
        likeness.get((i + 1, j), 0.0) / 2,
        likeness.get((i, j + 1), 0.0) / 2,
    )
    return before + after
