"""Stories: documents that report the same, aligned paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model import Document, FigureUse, OutputFile, Story
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Leaf, leaves
from build_tools.render.wording.names import Name, document_title

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document tells in a row: its paragraphs as (number, text)."""

    document: Document
    paragraphs: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Cell]
    only: str | None
    """The id of the document that alone tells this."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story of the list, with its documents."""

    id: str
    documents: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure of a version that differs from one of another version."""

    document: Document
    use: FigureUse


@dataclass(frozen=True, kw_only=True)
class StoriesPage(Page):
    kind = "stories"

    leaf: Leaf[Listed]


@dataclass(frozen=True, kw_only=True)
class StoryPage(Page):
    kind = "story"

    name: Name
    documents: Sequence[Document]
    differences: Sequence[Sequence[Differing]]
    """Pairs."""
    rows: Sequence[Row]


def pages(context: Context) -> Iterator[OutputFile]:
    stories = list(context.archive.stories.values())
    listed = [Listed(story.id, _documents(context, story)) for story in stories]
    for leaf in leaves(listed, PER_PAGE):
        path = paths.numbered(paths.STORIES, leaf.number)
        yield context.page(path, StoriesPage(leaf=leaf), title=str(context.words.gettext("Stories")))
    for story in stories:
        page = _page(context, story)
        front = {"story": story.id, "documents": list(story.documents)}
        yield context.page(paths.story(story.id), page, title=page.name.text, front=front)


def _documents(context: Context, story: Story) -> list[Document]:
    return [context.archive.documents[key].document for key in story.documents]


def _page(context: Context, story: Story) -> StoryPage:
    documents = _documents(context, story)
    return StoryPage(
        name=document_title(documents[0], context.language),
        documents=documents,
        differences=[
            [Differing(context.archive.documents[use.place.document].document, use) for use in pair]
            for pair in story.differences
        ],
        rows=[_row(documents, row.paragraphs) for row in story.rows],
    )


def _row(documents: Sequence[Document], paragraphs: Mapping[str, tuple[int, ...]]) -> Row:
    cells = [Cell(document, _told(document, paragraphs.get(document.id, ()))) for document in documents]
    telling = [cell.document.id for cell in cells if cell.paragraphs]
    return Row(cells, telling[0] if len(telling) == 1 else None)


def _told(document: Document, numbers: Sequence[int]) -> list[tuple[int, str]]:
    paragraphs = [(number, document.paragraphs[number - 1]) for number in numbers]
    return [(number, document.text[paragraph.start : paragraph.end]) for number, paragraph in paragraphs]
