"""The wall of verdicts: every measure once, those first of which something is to be asked."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.model import Archive
from build_tools.render.pictures.wall import wall


def test_every_measure_stands_there_once_what_is_stated_once_last(archive: Archive) -> None:
    bricks = wall(archive)
    assert [brick.comparison.measure.id for brick in bricks] == ["flood-fund", "dike-share", "unfunded"]
    fund, share, unfunded = bricks
    assert [end.value for end in share.ends] == ["25", "30"]
    assert len(share.marks) == 3
    assert fund.marks == [], "amounts in two currencies have no scale in common"
    assert fund.publishers == ["delta-bank", "Morning Paper"]
    assert (unfunded.marks, len(unfunded.ends)) == ([], 1)


def test_the_disputed_come_first(archive: Archive) -> None:
    verdicts = ("agree", "differ-by-date", "conflict")
    changed = [replace(c, verdict=v) for c, v in zip(archive.comparisons, verdicts, strict=True)]
    order = [brick.comparison.verdict for brick in wall(replace(archive, comparisons=tuple(changed)))]
    assert order == ["conflict", "differ-by-date", "agree"]


def test_a_row_has_what_it_is_sorted_by_and_a_sign_of_its_verdict(pages: dict[str, str]) -> None:
    for language in ("", ".ar", ".zh"):
        page = pages[f"figures/by/verdict{language}.md"]
        table = re.search(r'<table class="marks wall".*?</table>', page, re.DOTALL)
        assert table
        assert re.findall(r'data-sort="(\w+)"', table[0]) == ["name", "source", "gravity"]
        rows = re.findall(r'<tr role="row" data-gravity="(\d)"', table[0])  # fmt: skip
        assert len(rows) == 3
        assert [int(row) for row in rows] == sorted(int(row) for row in rows)
        assert table[0].count('class="verdict verdict-') == 3
