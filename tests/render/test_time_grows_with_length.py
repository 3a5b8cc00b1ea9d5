"""However long a text is, twice as much of it takes about twice the work: in one paragraph, in many, with any marks.

CPU time of a text is set against that of one four times as long; what grows with the square would take sixteen times.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import islice, product
from pathlib import Path

import pytest

from build_tools import search
from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.model import Archive, Authority, Entity, Record, Seeds, Site
from build_tools.read import document_from_text
from build_tools.render.making import render
from build_tools.render.marking.kwic import _cut

SITE = Site("https://a.example/", ("en",), {"en": "A"}, {})
SYLLABLES = ["ba", "ke", "mo", "ru", "ti", "lo", "na", "se", "do", "fi", "ga", "hu"]
AUTHORITY = Authority(
    {
        "mill": Entity("mill", "organization", {"en": "Tidal Mill", "ar": "طاحونة المد", "zh": "潮汐磨坊"}),
        "dock": Entity("dock", "place", {"en": "Port Dock", "ar": "رصيف الميناء", "zh": "码头港"}),
    }
)
SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "names in one paragraph": ("en", lambda n: "Tidal Mill sold to Port Dock, " * (n // 2)),
    "Arabic names in one paragraph": ("ar", lambda n: "قالت طاحونة المد إن رصيف الميناء وافق، " * (n // 2)),
    "Chinese names in one paragraph": ("zh", lambda n: "潮汐磨坊公司卖给码头港公司，" * (n // 2)),
    "figures in one paragraph": ("en", lambda n: " ".join(f"Tidal Mill paid {i} dollars," for i in range(n // 4))),
    "lines": ("en", lambda n: "It was said that the year was good.\nTidal Mill closed.\n" * (n // 2)),
}  # fmt: skip


def archive(shape: str, size: int) -> Archive:
    language, text = SHAPES[shape]
    document = document_from_text("a", text(size) + ".\n", language)
    annotated, _ = Annotator(AUTHORITY).annotate(replace(document, record=Record(title={"en": "A"})))
    assert len(annotated.mentions) >= size // 4
    return gather(Seeds(Path("seeds"), (annotated.document,), AUTHORITY, ()), [annotated])


def of_entities(size: int) -> Archive:
    """So many entities, each named once."""
    names = ["".join(syllables).capitalize() for syllables in islice(product(SYLLABLES, repeat=4), size)]
    authority = Authority(
        {f"e{n}": Entity(f"e{n}", "organization", {"en": f"{name} Works"}) for n, name in enumerate(names)}
    )
    document = document_from_text("a", "".join(f"{name} Works met.\n" for name in names), "en")
    annotated, _ = Annotator(authority).annotate(replace(document, record=Record(title={"en": "A"})))
    assert len(annotated.mentions) == size
    return gather(Seeds(Path("seeds"), (annotated.document,), authority, ()), [annotated])


def everything(shape: str, size: int) -> None:
    gathered = of_entities(size) if shape == "entities" else archive(shape, size)
    assert sum(len(file.content) for file in render(gathered, SITE)) > size
    assert sum(len(file.content) for file in search.build(gathered, SITE)) > 0


@cache
def warmed() -> None:
    for shape in SHAPES:
        everything(shape, 20)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_the_work(shape: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        everything(shape, size)
        return time.process_time() - start

    warmed()
    assert seconds(1600) < 6 * seconds(400)


def test_four_times_the_entities_take_about_four_times_the_work() -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        everything("entities", size)
        return time.process_time() - start

    everything("entities", 20)
    assert seconds(1000) < 6 * seconds(250)


def test_marks_of_one_passage_are_each_looked_for_once() -> None:
    def seconds(marks: int) -> float:
        start = time.process_time()
        pieces = list(_cut("Tidal Mill, " * marks, [(at * 12, at * 12 + 10) for at in range(marks)], "ltr"))
        assert len(pieces) == 2 * marks
        return time.process_time() - start

    seconds(100)
    assert seconds(16_000) < 9 * seconds(4_000)
