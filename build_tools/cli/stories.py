"""``archive suggest --stories``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from build_tools.archive.meant import as_meant
from build_tools.archive.passages import passages
from build_tools.archive.places import figure_uses
from build_tools.archive.versions import StoryProposal, labels, proposed_stories
from build_tools.cli import progress
from build_tools.cli.output import answer
from build_tools.intake.stories import put_into_stories
from build_tools.meaning import told
from build_tools.model import AnnotatedDocument, Document, Seeds
from build_tools.problems import DataError, Problem
from build_tools.publish.encoding import seeds_encoder

_OPENING = 60


def suggest_stories(
    seeds: Seeds,
    annotated: Sequence[AnnotatedDocument],
    limit: int,
    style: str,
    *,
    write: bool,
    accepted: Sequence[str],
) -> None:
    """Print the proposals, or put their documents into the stories: all of them, or those ``accepted``."""
    proposals = _proposed(seeds, annotated)
    if not write and not accepted:
        for one in proposals[:limit]:
            answer(
                json.dumps(asdict(one), ensure_ascii=False)
                if style == "json"
                else "\n".join(_lines(one, annotated))
            )
        if not proposals and style == "text":
            answer("No documents without a story tell one report.")
        return
    chosen = _chosen(seeds.root, proposals, accepted) if accepted else proposals[:limit]
    written = put_into_stories(seeds.documents, labels(chosen))
    names = ", ".join(one.story for one in chosen) or "none"
    click.echo(f"{seeds.root}: {len(written)} documents put into stories: {names}")


def _proposed(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> tuple[StoryProposal, ...]:
    meant = [as_meant(one) for one in annotated]
    with progress.shown() as report:
        encoder = seeds_encoder(seeds.root, report)
        meaning = told(meant, encoder) if encoder else None
    figures = {one.document.id: figure_uses(one) for one in meant}
    return proposed_stories(meant, passages(meant, figures, seeds.authority.types, meaning))


def _chosen(root: Path, proposals: Sequence[StoryProposal], accepted: Sequence[str]) -> list[StoryProposal]:
    known = {one.story: one for one in proposals}
    missing = [name for name in accepted if name not in known]
    if missing:
        hint = "archive suggest --stories lists those that are"
        raise DataError(
            [Problem(str(root), 0, "not-proposed", f"No story {name} is proposed", hint) for name in missing]
        )
    return [known[name] for name in dict.fromkeys(accepted)]


def _lines(one: StoryProposal, annotated: Sequence[AnnotatedDocument]) -> Iterator[str]:
    """A proposal for people: one line on it, one line a document."""
    evidence = ", ".join(one.kinds)
    yield f"{one.story}\t{one.share:.0%} of each told in another\t{one.passages} passages by {evidence}"
    documents = {a.document.id: a.document for a in annotated}
    for name in (*one.known, *one.documents):
        mark = "=" if name in one.known else "+"
        yield f"    {mark} {name}\t{documents[name].language}\t{_opening(documents[name])}"


def _opening(document: Document) -> str:
    first = document.paragraphs[0] if document.paragraphs else None
    text = document.record.title.get(document.language) or (
        document.text[first.start : first.end] if first else ""
    )
    return " ".join(text.split())[:_OPENING]
