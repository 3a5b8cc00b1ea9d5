"""A measure lists what contradicts one of its statements in a passage that tells the same."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Archive, Passage
from build_tools.render.making import render
from tests.render import sample

HEADING = "## The same passage with another figure"


def page(archive: Archive) -> str:
    made = render(archive, sample.SITE, exports=False)
    return next(file.content.decode() for file in made if file.path == "figures/flood-fund.md")


def test_a_measure_lists_what_contradicts_its_statements(archive: Archive) -> None:
    comparison = next(one for one in archive.comparisons if one.measure.id == "flood-fund")
    one = comparison.statements[0].use
    other = next(
        use for use in archive.figures if use.place.document != one.place.document and use.figure.value
    )
    passage = Passage(one.place, other.place, 0.9, (), (), differing=((one.number, other.number),))
    assert HEADING not in page(replace(archive, passages=()))
    found = page(replace(archive, passages=(passage,)))
    table = found.partition(HEADING)[2]
    assert f"documents/{one.place.document}/#f{one.number}" in table
    assert f"documents/{other.place.document}/#f{other.number}" in table
    assert table.count("<tr>") == 2
