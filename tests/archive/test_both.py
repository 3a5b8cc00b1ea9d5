"""Of two figures that count as equal, the one that both reports state."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.archive.both import stated_by_both
from build_tools.model import AnnotatedDocument, Archive, Document, Figure, Modifier, Passage, Place


def figure(modifier: Modifier, value: str) -> Figure:
    return Figure(0, 1, f"{modifier} {value}", "count", value, modifier=modifier)


def archive(**figures: Figure) -> Archive:
    return Archive(
        {
            key: AnnotatedDocument(
                Document(key, Path(f"{key}.txt"), "", "", "utf-8", "en", "en", ()), figures=(one,)
            )
            for key, one in figures.items()
        }
    )


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (("exact", "412"), ("more-than", "400"), "more-than 400"),
        (("more-than", "400"), ("exact", "412"), "more-than 400"),
        (("at-most", "6"), ("exact", "6"), "exact 6"),
        (("exact", "6"), ("at-most", "6"), "exact 6"),
        (("exact", "7"), ("exact", "7"), "exact 7"),
        (("about", "50"), ("exact", "49"), "about 50"),
    ],
)
def test_both_state_the_less_exact_of_two_values_and_the_plainer_of_equal_ones(
    left: tuple[Modifier, str], right: tuple[Modifier, str], both: str
) -> None:
    whole = archive(here=figure(*left), there=figure(*right))
    passage = Passage(Place("here", 1), Place("there", 1), 1.0, (), ((1, 1),))
    assert [one.surface for one in stated_by_both(whole, passage)] == [both]
