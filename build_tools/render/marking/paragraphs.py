"""A whole text cut into the runs of its paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from build_tools.model import Document, Mention, Translation
from build_tools.render.marking.bidi import direction
from build_tools.render.marking.runs import Numbered, Run, runs


def marked(
    shown: Document | Translation, mentions: Sequence[Mention], figures: Sequence[Numbered]
) -> list[list[Run]]:
    """The runs of each paragraph, with the names and figures that begin in it."""
    paragraphs = shown.paragraphs
    ordered = sorted(mentions, key=lambda m: m.start)
    starts = [m.start for m in ordered]
    by_paragraph: list[list[Numbered]] = [[] for _ in paragraphs]
    at = 0
    for numbered in sorted(figures, key=lambda n: n[1].start):
        while at < len(paragraphs) and paragraphs[at].end <= numbered[1].start:
            at += 1
        if at < len(paragraphs):
            by_paragraph[at].append(numbered)
    made = []
    for paragraph, inside in zip(paragraphs, by_paragraph, strict=True):
        within = ordered[bisect_left(starts, paragraph.start) : bisect_right(starts, paragraph.end)]
        made.append(
            list(
                runs(
                    shown.text,
                    paragraph.start,
                    paragraph.end,
                    within,
                    inside,
                    direction(paragraph.language or shown.language),
                )
            )
        )
    return made
