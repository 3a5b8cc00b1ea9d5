"""The downloads: everything the archive holds, for work elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.exports import Download, of_archive
from build_tools.render.head.page import data_head
from build_tools.render.tables import tables
from build_tools.render.tables.table import Table


@dataclass(frozen=True, kw_only=True)
class DataPage(Page):
    kind = "data"

    downloads: Sequence[Download]
    tables: Sequence[Table[Any]]


def pages(context: Context) -> Iterator[OutputFile]:
    yield context.page(
        paths.DATA,
        DataPage(downloads=of_archive(context.site), tables=tables(context.site)),
        title=str(context.words.gettext("Data")),
        front={"head": data_head(context.archive, context.site, context.language)},
    )
