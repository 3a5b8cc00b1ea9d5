"""What is disputed: measures on which sources or versions do not agree, figures in which versions of a story differ, and
what the archive doubts in a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from build_tools.archive.places import paragraph_at
from build_tools.model import (
    Comparison,
    Document,
    Figure,
    FigureUse,
    Localized,
    Maker,
    OutputFile,
    Place,
    Story,
    Verdict,
)
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Leaf, leaves
from build_tools.render.marking.kwic import Line, makers, quoted, stated
from build_tools.render.wording.names import Name, choose, story_title

PER_PAGE = 20
DOUBTS = 100
"""So many are listed; each stands on its document's page."""
DISPUTED: tuple[Verdict, ...] = ("conflict", "versions-differ", "differ-by-date")
"""The verdicts that say so, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says, in its words."""

    document: Document
    use: FigureUse
    line: Line


@dataclass(frozen=True, slots=True)
class Dispute:
    """Sides that do not agree: of a measure, or of a story."""

    name: Name
    path: str
    comparison: Comparison | None
    sides: Sequence[Side]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that is doubtful or was corrected, or words that an editor takes for a slip."""

    document: Document
    figure: Figure | None
    note: Localized
    line: Line
    anchor: str


@dataclass(frozen=True, kw_only=True)
class DisputedPage(Page):
    kind = "disputed"

    leaf: Leaf[Dispute]
    measures: int
    """Comparisons of the archive, disputed or not."""
    doubts: Sequence[Doubt]
    """On the first page, in the order of the archive."""
    makers: Sequence[Maker]
    """Of the translations on the page."""


def pages(context: Context) -> Iterator[OutputFile]:
    for leaf in leaves(_disputes(context), PER_PAGE):
        doubts = list(islice(_doubts(context), DOUBTS)) if leaf.number == 1 else []
        lines = [side.line for dispute in leaf.items for side in dispute.sides]
        page = DisputedPage(
            leaf=leaf,
            measures=len(context.archive.comparisons),
            doubts=doubts,
            makers=makers([*lines, *(doubt.line for doubt in doubts)]),
        )
        path = paths.numbered(paths.DISPUTED, leaf.number)
        yield context.page(path, page, title=str(context.words.gettext("Disputed")))


def _disputes(context: Context) -> list[Dispute]:
    found = [
        Dispute(
            choose(comparison.measure.names, context.language, ("en",)) or Name(comparison.measure.id, None),
            paths.measure(comparison.measure.id),
            comparison,
            [_side(context, one.use) for one in comparison.statements],
        )
        for verdict in DISPUTED
        for comparison in context.archive.comparisons
        if comparison.verdict == verdict
    ]
    found += [
        Dispute(_called(context, story), paths.story(story.id), None, [_side(context, use) for use in pair])
        for story in context.archive.stories.values()
        for pair in story.differences
    ]
    return found


def _called(context: Context, story: Story) -> Name:
    documents = [context.archive.documents[key].document for key in story.documents]
    return story_title(documents, context.language)


def _side(context: Context, use: FigureUse) -> Side:
    annotated = context.archive.documents[use.place.document]
    return Side(annotated.document, use, stated(annotated, use.number, use.figure, use.place, context.beside))


def _doubts(context: Context) -> Iterator[Doubt]:
    for annotated in context.archive.documents.values():
        document = annotated.document
        for use in context.lookup.figures.get(document.id, ()):
            figure = use.figure
            if figure.suspect or figure.literal:
                line = stated(annotated, use.number, figure, use.place, context.beside)
                yield Doubt(document, figure, figure.note, line, f"f{use.number}")
        for slip, start, end in annotated.slips:
            place = Place(document.id, paragraph_at(document.paragraphs, start))
            line = quoted(annotated, place, start, end, (), context.beside)
            yield Doubt(document, None, slip.note, line, paths.anchor(place))
