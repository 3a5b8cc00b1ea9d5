"""Learns what the evidence for a name and for a word weighs: ``python -m tests.names.fitting TAG [FILE…]``.

From every mark of ``vectors/*.yml`` and ``marked/*.yml``, or of the files that are named, it prints the table of
``languages/TAG/senses.tsv``: a logistic regression with a ridge penalty. A form that is marked is a name, one that is
not marked is a word. With ``--cross`` it prints how well each tenth of the texts is read by what the others taught.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from build_tools.annotate.names import senses
from build_tools.annotate.names.meanings import Around, measures
from build_tools.annotate.names.page import Hit, Judgement
from tests.names.test_vectors import MARKED, VECTORS, finder_for, paragraphs_of, read_marked, vectors

_PENALTY = 5.0
_BALANCE = 0.3
"""How far the two senses count alike in all, whichever is the more frequent: 0 not, 1 quite."""
_RARE = 3
"""Evidence met in fewer places is not weighed."""
_FOLDS = 10

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A form at a place of a marked text."""

    text: str
    """Which text it is of."""
    around: str
    evidence: Mapping[str, float]
    """What is found there, by name, and how much of it: one where it is there or not."""
    is_name: bool


def examples(paths: Iterable[Path], tag: str) -> Iterator[Example]:
    """What is weighed in the texts of some files, each sense being known wherever it was met before."""
    for path in paths:
        for place, block, marked in vectors(path):
            if block["language"].split("-")[0] == tag and "|?⟧" not in marked:
                yield from _of_text(place, finder_for(block), block["language"], marked)


def _of_text(place: str, finder: object, language: str, marked: str) -> Iterator[Example]:
    text, spans = read_marked(marked)
    named = {(start, end) for start, end, entity in spans if entity != "-"}
    met: dict[Span, Example] = {}

    def taught(hit: Hit, evidence: Iterable[str], words: Around) -> Judgement | None:
        start, end = hit.page.view.source(hit.start, hit.end)
        if any(low <= start and end <= high and (low, high) != (start, end) for low, high in named):
            return None  # part of a longer name
        around = f"{text[max(0, start - 20) : start]}⟦{text[start:end]}⟧{text[end : end + 20]}"
        is_name = (start, end) in named
        found = dict.fromkeys(evidence, 1.0)
        for one, amount in measures(words):
            found[one] = found.get(one, 0.0) + amount
        met[start, end] = Example(place, around.replace("\n", " "), found, is_name)
        if not is_name:
            hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
        return None if is_name else Judgement.WORD

    with patch.object(senses, "weighed", taught):
        finder.find(text, language, paragraphs_of(text))  # type: ignore[attr-defined]
    yield from met.values()


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """Evidence → its weight: the logarithm of the odds for the name that it adds."""
    counts = Counter(one for example in known for one in example.evidence)
    names = sorted(one for one, count in counts.items() if count >= _RARE)
    column = {one: at for at, one in enumerate(names)}
    table = np.zeros((len(known), len(names)))
    for row, example in enumerate(known):
        for one, amount in example.evidence.items():
            if one in column:
                table[row, column[one]] = amount
    truth = np.array([float(example.is_name) for example in known])
    counted = (truth.sum() / (len(truth) - truth.sum())) ** (_BALANCE * (1 - truth))
    weights = np.zeros(len(names))
    penalty = _PENALTY * np.eye(len(names))
    for _ in range(50):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counted * (chance - truth)) + penalty @ weights
        step = np.linalg.solve(
            (table * (counted * chance * (1 - chance))[:, None]).T @ table + penalty, slope
        )
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return {one: round(float(weights[at]), 2) for one, at in column.items()}


def is_taken(example: Example, weights: dict[str, float]) -> bool:
    return sum(weights.get(one, 0.0) * amount for one, amount in example.evidence.items()) > 0


def crossed(known: Sequence[Example]) -> list[tuple[Example, bool]]:
    """Every example and whether it is taken for a name by what texts other than its own taught."""
    texts = sorted({example.text for example in known})
    random.Random(1).shuffle(texts)
    read: list[tuple[Example, bool]] = []
    for fold in range(_FOLDS):
        held = set(texts[fold::_FOLDS])
        weights = fitted([example for example in known if example.text not in held])
        read += [(example, is_taken(example, weights)) for example in known if example.text in held]
    return read


def told(read: Iterable[tuple[Example, bool]]) -> str:
    """F1 of the names and how many words were taken for names."""
    counts = Counter((example.is_name, taken) for example, taken in read)
    right, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    f1 = 2 * right / max(1, 2 * right + missed + wrong)
    return f"F1 {f1:.3f}, {missed} of {right + missed} names missed, {wrong} of {wrong + counts[False, False]} words taken"


def main(arguments: Sequence[str]) -> None:
    options = [one for one in arguments if one.startswith("--")]
    tag, *files = (one for one in arguments if not one.startswith("--"))
    vectors_and_reports = (*VECTORS.glob("*.yml"), *MARKED.glob("*.yml"))
    every = sorted(path for path in vectors_and_reports if path.name != "authority.yml")
    known = list(examples([Path(file) for file in files] or every, tag))
    if "--cross" in options:
        read = crossed(known)
        print(told(read))
        for example, taken in read:
            if taken != example.is_name:
                print("taken " if taken else "missed", example.around)
        return
    print(
        "# What stands around a form that is a word as well -> what it weighs for the name: logarithm of the odds, learned from"
    )
    print(
        f"# {len(known)} marked places in the vectors of the tests ({sum(one.is_name for one in known)} names)."
    )
    print(f"# Made by: python -m tests.names.fitting {tag}")
    for one, weight in sorted(fitted(known).items()):
        print(f"{one}\t{weight:+.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
