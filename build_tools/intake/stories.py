"""Puts documents into stories: ``story:`` in their records, of which everything else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from build_tools import writing
from build_tools.intake.changing import changed
from build_tools.intake.columns import Column
from build_tools.model import Document
from build_tools.problems import DataError, Problem
from build_tools.read.seeds import RECORD_SUFFIX


def put_into_stories(documents: Iterable[Document], stories: Mapping[str, str]) -> tuple[Path, ...]:
    """Write the records of those documents that ``stories`` (id → story) names, in the order given; for the one writer in
    ``seeds``. Raises ``DataError`` when one cannot be written; each record is whole in any case."""
    written = []
    for document in documents:
        if document.id in stories:
            path = document.record.path or document.path.with_name(document.id + RECORD_SUFFIX)
            try:
                before = path.read_text("utf-8") if path.exists() else ""
                text = changed(before, {Column("story"): stories[document.id]}, document.language)
                writing.write(path, text.encode())
            except OSError as error:
                hint = "Check the folder, its permissions and the space on its disk"
                message = f"The record cannot be written: {error.strerror}"
                raise DataError([Problem(str(path), 0, "unwritable", message, hint)]) from None
            written.append(path)
    return tuple(written)
