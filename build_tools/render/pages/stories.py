"""Stories: documents that report the same, aligned paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.model import OutputFile, Story
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.listing import leaves
from build_tools.render.wording import names

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document tells in a row: its paragraphs as (number, text)."""

    document: str
    paragraphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    only: str | None
    """The document that alone tells this."""


def pages(context: Context) -> Iterator[OutputFile]:
    stories = list(context.archive.stories.values())
    for leaf in leaves(stories, PER_PAGE):
        yield context.page(
            paths.numbered(paths.STORIES, leaf.number),
            kind="stories",
            title=str(context.words.gettext("Stories")),
            leaf=leaf,
        )
    for story in stories:
        yield _page(context, story)


def _page(context: Context, story: Story) -> OutputFile:
    documents = [context.archive.documents[key].document for key in story.documents]
    title = names.document_title(documents[0], context.language)
    return context.page(
        paths.story(story.id),
        kind="story",
        title=title.text,
        front={"story": story.id, "documents": list(story.documents)},
        story=story,
        name=title,
        documents=documents,
        rows=[_row(context, story, paragraphs) for paragraphs in (row.paragraphs for row in story.rows)],
    )


def _row(context: Context, story: Story, paragraphs: Mapping[str, tuple[int, ...]]) -> Row:
    cells: list[Cell] = []
    for key in story.documents:
        document = context.archive.documents[key].document
        told = tuple(
            (n, document.text[document.paragraphs[n - 1].start : document.paragraphs[n - 1].end])
            for n in paragraphs.get(key, ())
        )
        cells.append(Cell(key, told))
    telling = [cell.document for cell in cells if cell.paragraphs]
    return Row(tuple(cells), telling[0] if len(telling) == 1 else None)
