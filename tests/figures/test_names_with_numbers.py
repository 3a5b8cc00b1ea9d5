"""A number in a name is none of the text's figures."""

from __future__ import annotations

from build_tools.annotate.figures import read_figures
from build_tools.model import Mention

TEXT = "Pier 40 lent 12 boats to Pier 40 and to Ward 7 of Pier 40. Only 9 boats stayed."


def _named(*surfaces: str) -> list[Mention]:
    return [
        Mention(at, at + len(surface), surface, surface.lower(), "place")
        for surface in surfaces
        for at in range(len(TEXT))
        if TEXT.startswith(surface, at)
    ]


def test_numbers_in_names_are_no_figures() -> None:
    read = read_figures(TEXT, "en", _named("Pier 40", "Ward 7 of Pier 40", "of"))
    assert [figure.surface for figure in read] == ["12 boats", "9 boats"]


def test_a_name_ends_where_it_ends() -> None:
    read = read_figures("Pier 40 12 boats", "en", [Mention(0, 7, "Pier 40", "pier-40", "place")])
    assert [figure.value for figure in read] == ["12"]


def test_without_the_names_they_might_be() -> None:
    text = "Sloop 40 million sailed."
    assert read_figures(text, "en")
    assert not read_figures(text, "en", [Mention(0, 16, "Sloop 40 million", "sloop", "place")])
