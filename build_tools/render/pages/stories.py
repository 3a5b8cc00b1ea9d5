"""Stories: documents that report the same, aligned paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_tools.model import Document, Figure, FigureUse, Maker, OutputFile, Place, RowKind, Story, StoryRow
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Leaf, leaves
from build_tools.render.marking.kwic import Line, makers, whole
from build_tools.render.wording.names import Name, story_title

PER_PAGE = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document tells in a row: its paragraphs, whole."""

    document: Document
    lines: Sequence[Line]

    @property
    def meant(self) -> list[Line]:
        """The same in the reader's language."""
        return [line.translation for line in self.lines if line.translation]


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    cells: Sequence[Cell]
    kind: RowKind
    noted: Document | None
    """The first document in the row, where something is to be said of it."""
    names: Sequence[str] = ()
    figures: Sequence[Figure] = ()
    """What only the document ``noted`` holds: entities, and figures."""

    @property
    def begins(self) -> int:
        """The number of its first paragraph, in the first document that it has."""
        return next(cell.lines[0].place.paragraph for cell in self.cells if cell.lines)


@dataclass(frozen=True, slots=True)
class Listed:
    """A story of the list, with its documents."""

    id: str
    name: Name
    documents: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a version."""

    document: Document
    use: FigureUse


@dataclass(frozen=True, kw_only=True)
class StoriesPage(Page):
    kind = "stories"

    leaf: Leaf[Listed]


@dataclass(frozen=True, kw_only=True)
class StoryPage(Page):
    kind = "story"
    scripts = ("assets/javascripts/pictures.js",)

    name: Name
    documents: Sequence[Document]
    differences: Sequence[Sequence[Stated]]
    """Pairs of figures that differ."""
    lone: Sequence[tuple[Document, Sequence[Stated]]]
    """Figures that no other version states, by version."""
    only: Sequence[tuple[Document, Sequence[Row]]]
    """Rows of which it is known what no other version has, by the version that has it."""
    rows: Sequence[Row]
    makers: Sequence[Maker]
    """Of the translations on the page."""
    between: bool
    """Whether a wide screen has room for the translations between two versions."""


def pages(context: Context) -> Iterator[OutputFile]:
    stories = list(context.archive.stories.values())
    listed = [_listed(context, story) for story in stories]
    for leaf in leaves(listed, PER_PAGE):
        path = paths.numbered(paths.STORIES, leaf.number)
        yield context.page(path, StoriesPage(leaf=leaf), title=str(context.words.gettext("Stories")))
    for story in stories:
        page = _page(context, story)
        front = {"story": story.id, "documents": list(story.documents)}
        yield context.page(paths.story(story.id), page, title=page.name.text, front=front)


def _listed(context: Context, story: Story) -> Listed:
    documents = _documents(context, story)
    return Listed(story.id, story_title(documents, context.language), documents)


def _documents(context: Context, story: Story) -> list[Document]:
    return [context.archive.documents[key].document for key in story.documents]


def _page(context: Context, story: Story) -> StoryPage:
    documents = _reader_between(_documents(context, story), context.language)
    rows = [_row(context, documents, row, number) for number, row in enumerate(story.rows, 1)]
    return StoryPage(
        name=story_title(documents, context.language),
        documents=documents,
        differences=[[with_document(context, use) for use in pair] for pair in story.differences],
        lone=_by_version(
            documents, [with_document(context, use) for use in story.lone], lambda one: one.document
        ),
        only=_by_version(documents, [row for row in rows if row.kind == "only"], lambda row: row.noted),
        rows=rows,
        between=len(documents) == 2 and any(cell.meant for row in rows for cell in row.cells),
        makers=makers(line for row in rows for cell in row.cells for line in cell.lines),
    )


def _reader_between(documents: Sequence[Document], language: str) -> list[Document]:
    """The versions with those in the reader's own language in the middle, where each of the others stands beside one."""
    own = [document for document in documents if document.language == language]
    others = [document for document in documents if document.language != language]
    half = (len(others) + 1) // 2
    return [*others[:half], *own, *others[half:]]


def _by_version(
    documents: Sequence[Document], found: Sequence[T], version: Callable[[T], Document | None]
) -> list[tuple[Document, Sequence[T]]]:
    """What was found in each document, the documents without any left out."""
    of = {one.id: [other for other in found if version(other) == one] for one in documents}
    return [(one, of[one.id]) for one in documents if of[one.id]]


def with_document(context: Context, use: FigureUse) -> Stated:
    return Stated(context.archive.documents[use.place.document].document, use)


def _row(context: Context, documents: Sequence[Document], row: StoryRow, number: int) -> Row:
    cells = [
        Cell(document, _told(context, document, row.paragraphs.get(document.id, ())))
        for document in documents
    ]
    first = next(cell.document for cell in cells if cell.lines)
    figures = [context.archive.documents[first.id].figures[number - 1] for number in row.figures]
    return Row(number, cells, row.kind, None if row.kind == "told" else first, row.names, figures)


def _told(context: Context, document: Document, numbers: Sequence[int]) -> list[Line]:
    annotated = context.archive.documents[document.id]
    return [whole(annotated, Place(document.id, number), context.beside) for number in numbers]
