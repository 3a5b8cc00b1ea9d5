"""Paragraphs of different documents that report the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Passage, Place, Site
from build_tools.render.tables.table import Column, Reference, Table, listed
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    passage: Passage


def table(site: Site) -> Table[_Row]:
    return Table(
        "passages",
        N_("Passages that tell the same"),
        "Paragraphs of different documents that report the same",
        _rows,
        (
            Column("number", "integer", "Running number", lambda r: r.number, required=True),
            *_place("left", "one", lambda r: r.passage.left),
            *_place("right", "other", lambda r: r.passage.right),
            Column("score", "number", "Likeness, 0 to 1", lambda r: round(r.passage.score, 4), required=True),
            Column(
                "entities",
                "string",
                "Ids of the entities that both name, divided by |",
                lambda r: listed(r.passage.entities),
            ),
            Column(
                "figures",
                "string",
                "Numbers of equal figures, left=right, divided by |",
                lambda r: listed(f"{left}={right}" for left, right in r.passage.figures),
            ),
            Column(
                "differing",
                "string",
                "Numbers of figures that seem to count the same and contradict each other, left=right, divided by |",
                lambda r: listed(f"{left}={right}" for left, right in r.passage.differing),
            ),
            Column(
                "sentences",
                "string",
                "Numbers of the sentences that are nearest in meaning, left=right, where a paragraph has several",
                lambda r: "=".join(map(str, r.passage.sentences or ())),
            ),
            Column(
                "evidence",
                "string",
                "Kinds of evidence that were found, the weightiest first, divided by |",
                lambda r: listed(r.passage.kinds),
            ),
        ),
        key=("number",),
        references=tuple(
            Reference((f"{side}_document", f"{side}_paragraph"), "paragraphs", ("document", "paragraph"))
            for side in ("left", "right")
        ),
    )


def _place(side: str, which: str, place: Callable[[_Row], Place]) -> Iterator[Column[_Row]]:
    yield Column(
        f"{side}_document",
        "string",
        f"Id of the {which} document",
        lambda r: place(r).document,
        required=True,
    )
    yield Column(
        f"{side}_paragraph", "integer", "Paragraph in it", lambda r: place(r).paragraph, required=True
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for number, passage in enumerate(archive.passages, 1):
        yield _Row(number, passage)
