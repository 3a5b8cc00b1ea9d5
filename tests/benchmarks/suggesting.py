"""How well names are proposed from nothing: ``python -m tests.benchmarks.suggesting REPORTS.jsonl``.

``suggesting.tsv`` beside this file marks the names of 30 news reports in three languages, read and marked before any
program saw them: report, language, SHA-256 of its text, ranges of names. The texts themselves are not here: they are
of NTREX-128 (Microsoft, CC BY-SA 4.0), one JSON object a line with ``id`` and ``paragraphs`` per language. Where a
name stands in a longer one both are marked. Prints, per language and with an empty authority file, the share of the
first hundred proposals that are marked names, and the share of names met twice (the longest there) that are proposed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import Proposal, suggest
from build_tools.model import AnnotatedDocument, Authority, Document, Paragraph

MARKS = Path(__file__).with_suffix(".tsv")
FIRST = 100

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One report in one language with the ranges of its names."""

    id: str
    language: str
    sha256: str
    spans: tuple[Span, ...]

    def outermost(self) -> Iterator[Span]:
        """The names that stand in no longer one."""
        for start, end in self.spans:
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in self.spans):
                yield start, end


def marks() -> list[Marked]:
    rows = (row.split("\t") for row in MARKS.read_text("utf-8").splitlines() if row[:1] != "#")
    return [Marked(name, tag, sha, tuple(map(_span, spans.split()))) for name, tag, sha, spans in rows]


def _span(written: str) -> Span:
    start, _, end = written.partition("-")
    return int(start), int(end)


def document(marked: Marked, text: str) -> AnnotatedDocument:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    name, language = f"{marked.id}.{marked.language}", marked.language
    return AnnotatedDocument(
        Document(name, Path(name), text, marked.sha256, "utf-8", language, language, tuple(paragraphs)), ()
    )


def score(marked: Sequence[tuple[Marked, str]], proposals: Sequence[Proposal]) -> tuple[float, float]:
    """Precision of the first hundred, and recall of the names that occur twice in all texts together."""
    names = {fold_name(text[a:b]) for one, text in marked for a, b in one.spans}
    met = Counter(fold_name(text[a:b]) for one, text in marked for a, b in one.outermost())
    twice = [name for name, count in met.items() if count > 1]
    proposed = {fold_name(form) for proposal in proposals for form in forms(proposal)}
    first = proposals[:FIRST]
    right = sum(fold_name(proposal.form) in names for proposal in first)
    return right / len(first), sum(name in proposed for name in twice) / len(twice)


def forms(proposal: Proposal) -> Iterator[str]:
    yield proposal.form
    yield from proposal.names.values()
    for others in proposal.others.values():
        yield from others


def main(path: str) -> int:
    rows = map(json.loads, Path(path).read_text("utf-8").splitlines())
    texts = {row["id"]: row["paragraphs"] for row in rows}
    for tag in ("ar", "en", "zh"):
        marked = [(one, "\n".join(texts[one.id][tag])) for one in marks() if one.language == tag]
        for one, text in marked:
            assert hashlib.sha256(text.encode()).hexdigest() == one.sha256, f"{one.id} is another text"
        proposals = suggest([document(one, text) for one, text in marked], Authority())
        precision, recall = score(marked, proposals)
        print(
            f"{tag}: {len(proposals)} proposals, first {FIRST} {precision:.2f}, names met twice {recall:.2f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
