"""The specimen: type in every language of the interface, and every colour and sign that means something, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Figure, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.pictures.scale import Mark, scale
from build_tools.render.pictures.wall import GRAVITY
from build_tools.render.wording.vocabulary import N_
from build_tools.render.wording.words import catalogue

SHOWN = (
    Figure(0, 1, "", "count", value="60"),
    Figure(0, 1, "", "count", value="60", modifier="about"),
    Figure(0, 1, "", "count", value="60", modifier="more-than"),
    Figure(0, 1, "", "count", value="60", modifier="less-than"),
    Figure(0, 1, "", "count", low="40", high="80"),
    Figure(0, 1, "", "count", low="10", high="100", modifier="vague"),
)
"""A figure of each look."""
PASSAGE = N_("What the colours and signs of these pages mean. None of them stands alone: each comes with a word, a line or a shape.")  # fmt: skip
"""What the type is shown with, in every language."""


@dataclass(frozen=True, kw_only=True)
class SignsPage(Page):
    kind = "signs"

    languages: Sequence[tuple[str, str, str]]
    """Of the interface, with the archive's name in each, or its own name, and a passage in it."""
    marks: Sequence[tuple[Figure, Mark]]
    verdicts: Sequence[str]
    types: Sequence[str]


def pages(context: Context) -> Iterator[OutputFile]:
    drawn = scale(SHOWN)
    marks = [(figure, mark) for figure, mark in zip(SHOWN, drawn.marks if drawn else (), strict=True) if mark]
    names = context.site.name
    page = SignsPage(
        languages=[
            (tag, names.get(tag) or next(iter(names.values()), tag), catalogue(tag).gettext(PASSAGE))
            for tag in context.site.languages
        ],
        marks=marks,
        verdicts=GRAVITY,
        types=list(context.archive.authority.types),
    )
    title = str(context.words.gettext("Signs and colours"))
    yield context.page(paths.SIGNS, page, title=title, front={"robots": "noindex"})
