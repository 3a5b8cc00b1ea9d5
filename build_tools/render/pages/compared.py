"""What is compared: every question's picture, and the wall of verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.archive.compare import across_sources
from build_tools.model import Comparison, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.pictures.statements import Picture, of_question
from build_tools.render.pictures.wall import MOST, Brick, wall


@dataclass(frozen=True, kw_only=True)
class ComparedPage(Page):
    kind = "compared"
    scripts = ("assets/javascripts/facets.js",)

    pictures: Sequence[Picture]
    """Of the questions."""
    bricks: Sequence[Brick]
    """Every measure, as far as they are drawn."""
    more: Sequence[Comparison]
    """The others."""
    across: bool
    """At least one is stated by more than one source."""


def pages(context: Context) -> Iterator[OutputFile]:
    """One page, where anything is compared."""
    archive = context.archive
    if not archive.comparisons:
        return
    bricks = context.lookup.once("wall", lambda: wall(archive))
    page = ComparedPage(
        pictures=[p for q in archive.questions for p in of_question(archive, q.id, context.beside)],
        bricks=bricks[:MOST],
        more=[brick.comparison for brick in bricks[MOST:]],
        across=any(map(across_sources, archive.comparisons)),
    )
    yield context.page(paths.COMPARED, page, title=str(context.words.gettext("What is compared")))
