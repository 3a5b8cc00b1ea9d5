"""Precision and recall of what the archive reads, against annotations made by hand.

Right means, for an entity: the same record over the same span (an Arabic span may begin at its proclitics); for a
figure's ``value``: an overlapping span, the same kind, currency and number; for ``strict``: that, and the same span
(with or without the counted noun), unit and modifier. What the gold calls optional counts neither way.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from build_tools.annotate import Annotator
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import suggest
from build_tools.archive import gather
from build_tools.model import AnnotatedDocument, Archive, Authority, Figure, Mention, Passage, Story
from build_tools.read import read_authority, read_document, read_seeds

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
ALIGNMENTS = HERE.parent / "passages"
Gold = dict[str, Any]
Scores = dict[str, dict[str, float]]


def annotation() -> Scores:
    """Task and language → precision and recall over the hand-annotated documents."""
    authority, _ = read_authority(HERE / "authority")
    annotator = Annotator(authority)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    decoys = 0
    for path in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        annotated, _ = annotator.annotate(read_document(HERE / "documents" / gold["text_file"]))
        language = gold["language"].split("-")[0]
        for task, golds, found, right in (
            ("entities", gold["entities"], annotated.mentions, same_entity),
            ("figures-value", gold["figures"], annotated.figures, same_value),
            ("figures-strict", gold["figures"], annotated.figures, same_figure),
        ):
            for index, number in enumerate(_matched(golds, found, right)):
                counts[f"{task} {language}"][index] += number
        decoys += sum(_on(decoy, annotated) for decoy in gold["decoys"] if not decoy.get("optional"))
    scores = {task: _rates(*row) for task, row in sorted(counts.items())}
    return scores | {"decoys taken": {"number": float(decoys)}}


def alignment() -> Scores:
    """Precision and recall of linked passages between versions of one report, and, taken together, between reports
    that share names and few facts, and over all pairs of the seeds.

    An alignment without ``archive`` is of the seeds; each other archive stands in a folder of its own. ``rows``: the
    share of the rows of a story that are right, and how many of them say falsely that one version alone tells something.
    """
    scores: Scores = {}
    apart, seeds = [0, 0, 0], [0, 0, 0]
    for path in sorted(ALIGNMENTS.glob("gold-*.yml")):
        gold = yaml.safe_load(path.read_text("utf-8"))
        name = path.stem.removeprefix("gold-")
        archive = _archive(ALIGNMENTS / gold["archive"] if "archive" in gold else SEEDS)
        found = archive.passages
        counts = aligned(gold, found)
        scores[f"passages {name}"] = _rates(*counts)
        if "archive" not in gold:
            seeds = [total + number for total, number in zip(seeds, counts, strict=True)]
        for story in archive.stories.values():
            if {gold["left"], gold["right"]} <= set(story.documents):
                scores[f"rows {name}"] = _rows(gold, story)
        for related in gold.get("related", ()):
            for index, number in enumerate(aligned(related, found)):
                apart[index] += number
    seeds[2] = len(_archive(SEEDS).passages) - seeds[0]
    return scores | {"passages of related reports": _rates(*apart), "passages of the seeds": _rates(*seeds)}


@cache
def _archive(root: Path) -> Archive:
    seeds, _ = read_seeds(root)
    annotator = Annotator(seeds.authority)
    return gather(seeds, [annotator.annotate(document)[0] for document in seeds.documents])


def _rows(gold: Gold, story: Story) -> dict[str, float]:
    """A row is right when each of its paragraphs tells mainly the same as one of the other document in it, and one
    that stands alone when no paragraph of the other document does."""
    told = {(pair["left"], pair["right"]) for pair in gold["pairs"] if pair["strength"] == "whole"}
    right = false = 0
    for row in story.rows:
        left, right_side = (row.paragraphs.get(gold[side], ()) for side in ("left", "right"))
        here = {(i, j) for i in left for j in right_side} & told
        if left and right_side:
            right += {i for i, _ in here} == set(left) and {j for _, j in here} == set(right_side)
            continue
        lonely = not any(i in left or j in right_side for i, j in told)
        right += lonely
        false += row.kind == "only" and not lonely
    return {"right": right / len(story.rows), "number": float(false)}


def aligned(gold: Gold, found: Iterable[Passage]) -> tuple[int, int, int]:
    """Hits, misses and spurious ones; which of the two documents stands left is open."""
    wanted = {(pair["left"], pair["right"]) for pair in gold["pairs"]}
    got: set[tuple[int, int]] = set()
    for passage in found:
        for one, other in ((passage.left, passage.right), (passage.right, passage.left)):
            if (one.document, other.document) == (gold["left"], gold["right"]):
                got.add((one.paragraph, other.paragraph))
    hits = len(wanted & got)
    return hits, len(wanted) - hits, len(got) - hits


def proposals(first: int = 200) -> Scores:
    """Share of the seeds' entities that the first proposals hold when the authority file is empty: all of them, and
    those that are names (general terms are written small in English)."""
    seeds, _ = read_seeds(SEEDS)
    known, empty = Annotator(seeds.authority), Annotator(Authority())
    forms: dict[str, set[str]] = defaultdict(set)
    for document in seeds.documents:
        for mention in known.annotate(document)[0].mentions:
            forms[mention.entity].add(fold_name(mention.surface))
    blank = [empty.annotate(document)[0] for document in seeds.documents]
    proposed = {
        fold_name(form)
        for proposal in suggest(blank, Authority())[:first]
        for form in (proposal.form, *(other for others in proposal.others.values() for other in others))
    }
    found = {entity for entity, names in forms.items() if names & proposed}
    named = {entity for entity in forms if not seeds.authority.entities[entity].names["en"].islower()}
    return {
        f"proposals in the first {first}": {"recall": len(found) / len(forms)},
        f"proposals of names in the first {first}": {"recall": len(found & named) / len(named)},
    }


def same_entity(gold: Gold, found: Mention) -> bool:
    return (
        found.entity == gold["id"]
        and found.end == gold["end"]
        and found.start in (gold["start"], gold.get("token_start"))
    )


def same_value(gold: Gold, found: Figure) -> bool:
    if gold["kind"] != found.kind or not (found.start < gold["end"] and gold["start"] < found.end):
        return False
    if (gold.get("currency") or None) != found.currency:
        return False
    if gold.get("low") is not None or gold.get("high") is not None:
        if gold["modifier"] == "vague":
            return found.value is None
        return _equal(gold.get("low"), found.low) and _equal(gold.get("high"), found.high)
    if gold["kind"] == "date":
        return found.value in (gold.get("value"), gold.get("gregorian") or gold.get("value"))
    return any(
        _equal(value, found.value) for value in {gold.get("value"), gold.get("corrected", gold.get("value"))}
    )


def same_figure(gold: Gold, found: Figure) -> bool:
    starts = {gold["start"], gold.get("number_start", gold["start"])}
    ends = {gold["end"], gold.get("core_end", gold["end"]), gold.get("number_end", gold["end"])}
    modifiers = {gold["modifier"], *(gold.get("modifier_also") or ())}
    unit = gold.get("unit")
    return (
        same_value(gold, found)
        and found.start in starts
        and found.end in ends
        and found.modifier in modifiers
        and (unit is None or gold["kind"] in ("money", "date") or _unit(unit) == _unit(found.unit))
    )


def _matched(
    golds: Iterable[Gold], found: Sequence[Any], right: Callable[[Any, Any], bool]
) -> tuple[int, int, int]:
    """Hits, misses and spurious ones."""
    left, hits, misses = list(found), 0, 0
    optional: list[Gold] = []
    for gold in golds:
        match = next((one for one in left if right(gold, one)), None)
        if match is not None:
            left.remove(match)
        if gold.get("optional"):
            optional.append(gold)
        elif match is not None:
            hits += 1
        else:
            misses += 1
    spurious = [
        one for one in left if not any(one.start < o["end"] and o["start"] < one.end for o in optional)
    ]
    return hits, misses, len(spurious)


def _on(decoy: Gold, annotated: AnnotatedDocument) -> bool:
    places: Iterator[Any] = (
        iter(annotated.figures)
        if decoy["looks_like"] == "figure"
        else (m for m in annotated.mentions if m.entity == decoy["looks_like"])
    )
    return any(one.start < decoy["end"] and decoy["start"] < one.end for one in places)


def _rates(hits: int, misses: int, spurious: int) -> dict[str, float]:
    return {"precision": hits / ((hits + spurious) or 1), "recall": hits / ((hits + misses) or 1)}


def _equal(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    a, b = Decimal(left), Decimal(right)
    return abs(a - b) <= Decimal("1e-6") * max(abs(a), abs(b))


def _unit(text: str | None) -> str:
    plain = (text or "").lower().replace("-", " ")
    return {"nanometer": "nanometre", "meter": "metre"}.get(plain, plain)
