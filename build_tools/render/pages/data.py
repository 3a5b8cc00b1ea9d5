"""The downloads: everything the archive holds, for work elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.exports import of_archive
from build_tools.render.head.page import data_head
from build_tools.render.tables import tables


def pages(context: Context) -> Iterator[OutputFile]:
    yield context.page(
        paths.DATA,
        kind="data",
        title=str(context.words.gettext("Data")),
        front={"head": data_head(context.archive, context.site, context.language)},
        downloads=of_archive(context.site),
        tables=tables(context.site),
    )
