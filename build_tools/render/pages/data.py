"""The downloads: everything the archive holds, for work elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.exports import Download, of_archive
from build_tools.render.exports.csv_files import PACKED
from build_tools.render.head.page import data_head
from build_tools.render.tables import tables
from build_tools.render.tables.table import Table
from build_tools.render.wording.names import shortened

ROWS = 3
LETTERS = 48
"""Of each value of a sample."""


@dataclass(frozen=True, kw_only=True)
class DataPage(Page):
    kind = "data"

    downloads: Sequence[Download]
    tables: Sequence[Table[Any]]
    tables_in: str
    """The file that all of them are in; empty where each is one."""
    samples: Mapping[str, Sequence[Sequence[str]]]
    """Of each table the first rows, by its name."""


def pages(context: Context) -> Iterator[OutputFile]:
    offered = tables(context.site)
    yield context.page(
        paths.DATA,
        DataPage(
            downloads=of_archive(context.site),
            tables=offered,
            tables_in=PACKED if context.site.packed else "",
            samples={table.name: _sample(context, table) for table in offered},
        ),
        title=str(context.words.gettext("Data")),
        front={"head": data_head(context.archive, context.site, context.language)},
    )


def _sample(context: Context, table: Table[Any]) -> list[list[str]]:
    """Long texts are cut: the sample shows what stands in a column, not all of it."""
    rows = islice(table.rows(context.archive, context.site), ROWS)
    return [["" if value is None else shortened(str(value), LETTERS) for value in row] for row in rows]
