"""The search page. What it finds is looked up by a script in the index that ``search`` builds."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context


def pages(context: Context) -> Iterator[OutputFile]:
    yield context.page(paths.SEARCH, kind="search", title=str(context.words.gettext("Search")))
