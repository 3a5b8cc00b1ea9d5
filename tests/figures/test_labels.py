"""The rows of ``labels.yml`` are their own tests."""

from __future__ import annotations

import pytest

from build_tools import languages
from build_tools.annotate.figures.grammar import grammar
from build_tools.annotate.figures.refused.hidden_rows import Row, named_stretches, rows
from build_tools.annotate.figures.view import view

ROWS = [(tag, row) for tag in languages.tags() for row in rows(tag).rows]
IDS = [f"{tag}/{row.name}" for tag, row in ROWS]


@pytest.mark.parametrize(("tag", "row"), ROWS, ids=IDS)
def test_row_hides_what_it_says(tag: str, row: Row) -> None:
    name, yes, no = row.name, row.yes, row.no
    hidden = {
        text: [told.reason for told in named_stretches(view(text), grammar(tag))] for text in (*yes, *no)
    }
    assert [text for text in yes if name not in hidden[text]] == []
    assert [text for text in no if name in hidden[text]] == []
    assert yes
    assert no


def test_names_are_unique() -> None:
    assert len(set(IDS)) == len(IDS)
