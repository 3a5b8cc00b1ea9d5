"""How well marked texts are read: ``python -m tests.names.scoring FILE…``, files of the shape of ``vectors/*.yml``.

For each language the F1 of the names, by place and entity, and how many decoys are taken: places at which a form of the
authority file stands and is no name. With ``--errors`` it prints every fault.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.view import make_view
from tests.names.test_vectors import finder_for, paragraphs_of, read_marked, vectors

Span = tuple[int, int]


def decoys(finder: NameFinder, text: str, language: str, named: Sequence[Span]) -> set[Span]:
    """Where a form stands within no name, capitals and all."""
    view = make_view(text, paragraphs_of(text))
    found = (view.source(place.start, place.end) for place in finder._index.places(view, language))
    return {
        (start, end) for start, end in found if not any(start < high and low < end for low, high in named)
    }


def faults(path: Path, counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Every fault of a file's texts, with what stands around it; what is right and wrong is counted by language."""
    for place, block, marked in vectors(path):
        finder, language = finder_for(block), block["language"]
        text, spans = read_marked(marked)
        names = {span for span in spans if span[2] not in "-?"}
        mentions, _ = finder.find(text, language, paragraphs_of(text))
        found = {(one.start, one.end, one.entity) for one in mentions}
        words = decoys(finder, text, language, [span[:2] for span in spans if span[2] not in "-?"])
        taken = {span for span in found if any(span[0] < high and low < span[1] for low, high in words)}
        counts[language[:2]].update(
            right=len(found & names), missed=len(names - found), wrong=len(found - names), taken=len(taken), decoys=len(words)
        )  # fmt: skip
        for kind, wrong in (("missed", names - found), ("taken ", found - names)):
            for start, end, entity in sorted(wrong):
                around = (
                    f"{text[max(0, start - 25) : start]}⟦{text[start:end]}|{entity}⟧{text[end : end + 25]}"
                )
                yield f"{kind} {place}: {around}".replace("\n", " ")


def f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / max(1, 2 * counts["right"] + counts["wrong"] + counts["missed"])


def told(counts: Counter[str]) -> str:
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    return (
        f"F1 {f1(counts):.3f} ({missed} of {right + missed} names missed, {wrong} wrong), "
        f"{counts['taken']} of {counts['decoys']} decoys taken"
    )


def main(arguments: Sequence[str]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for file in arguments:
        if not file.startswith("--"):
            for fault in faults(Path(file), counts):
                if "--errors" in arguments:
                    print(fault)
    for language, counted in sorted(counts.items()):
        print(language, told(counted))


if __name__ == "__main__":
    main(sys.argv[1:])
