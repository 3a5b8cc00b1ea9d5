"""How long it takes to find the passages that tell the same: ``python -m tests.benchmarks.passages``.

Invented documents of twelve paragraphs, ten to a subject: each paragraph names two of the subject's fifteen names and
two of a thousand that all subjects share, and states two figures, some of them the subject's own.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

from build_tools.archive.passages import passages
from build_tools.archive.places import figure_uses
from build_tools.model import AnnotatedDocument, Document, Figure, Mention, Modifier, Paragraph

SIZES = (1_000, 3_000, 10_000)
PARAGRAPHS = 12
TO_A_SUBJECT = 10
MODIFIERS: tuple[Modifier, ...] = ("exact", "exact", "about", "more-than")
WIDTH = 4
"""Characters that a name or a figure takes."""


def document(number: int, chance: random.Random) -> AnnotatedDocument:
    """One invented document; documents of ten neighbouring numbers have one subject."""
    subject = number // TO_A_SUBJECT
    paragraphs: list[Paragraph] = []
    mentions: list[Mention] = []
    figures: list[Figure] = []
    at = 0
    for _ in range(PARAGRAPHS):
        start = at
        own = (f"s{subject}-{chance.randrange(15)}" for _ in range(2))
        for entity in (*own, *(f"all-{int(chance.paretovariate(1)) % 1000}" for _ in range(2))):
            mentions.append(Mention(at, at + WIDTH - 1, "abc", entity, "organization"))
            at += WIDTH
        for value in (subject * 100 + chance.randrange(20), chance.randrange(10_000)):
            modifier = chance.choice(MODIFIERS)
            figures.append(Figure(at, at + WIDTH - 1, "123", "count", str(value), modifier=modifier))
            at += WIDTH
        paragraphs.append(Paragraph(start, at))
        at += 1
    name = f"d{number:05}"
    text = " " * at
    return AnnotatedDocument(
        Document(name, Path(name), text, "", "utf-8", "en", "en", tuple(paragraphs)),
        tuple(mentions),
        tuple(figures),
    )


def main() -> None:
    for size in SIZES:
        chance = random.Random(1)
        documents = [document(number, chance) for number in range(size)]
        figures = {a.document.id: figure_uses(a) for a in documents}
        start = time.process_time()
        found = passages(documents, figures)
        print(f"{size:6} documents: {time.process_time() - start:5.1f} s, {len(found)} passages")


if __name__ == "__main__":
    main()
