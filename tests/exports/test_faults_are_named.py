"""A fault met while a file format is made names the document that it was at, whatever the format."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_tools.model import Archive
from build_tools.problems import DataError
from build_tools.render.exports import EXPORTS, FORMATS
from build_tools.render.watched import files_of
from tests.exports.sample import SITE, archive

WALKS = {
    name: export for name, export in zip(FORMATS, EXPORTS, strict=True) if name not in ("offline", "register")
}


class Broken:
    """Where a record should be."""

    def __getattr__(self, name: str) -> Any:
        raise KeyError(f"no {name}")


def with_a_broken_one(key: str) -> Archive:
    whole = archive()
    broken = replace(whole.documents[key], document=replace(whole.documents[key].document, record=Broken()))
    return replace(whole, documents={**whole.documents, key: broken})


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl", "documents_json", "csv_files", "sqlite", "texts"])
def test_the_document_is_named(name: str) -> None:
    spoilt = with_a_broken_one("doc-en")
    with pytest.raises(DataError) as told:
        list(files_of(WALKS[name].files, name, spoilt, SITE))
    (problem,) = told.value.problems
    assert problem.path == str(spoilt.documents["doc-en"].document.path)
    assert problem.code == "internal"
    assert name in problem.message


def test_a_fault_after_the_last_document_blames_none() -> None:
    def files(whole: Archive, site: Any) -> Any:
        yield from ()
        list(whole.documents.items())
        raise RuntimeError("at the end")

    with pytest.raises(DataError, match="The format own: RuntimeError: at the end") as told:
        list(files_of(files, "own", archive(), SITE))
    assert told.value.problems[0].path == "archive"


def test_nothing_is_changed_where_nothing_fails() -> None:
    whole = archive()
    for name, export in WALKS.items():
        assert list(files_of(export.files, name, whole, SITE)) == list(export.files(whole, SITE)), name
