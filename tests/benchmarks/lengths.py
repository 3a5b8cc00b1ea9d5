"""The longest texts: 200,000 lines, and 100,000 names in one paragraph, read, annotated, rendered and indexed for three
interface languages; everything but MkDocs. Both take less than 60 s of processor time."""

from __future__ import annotations

import random
from pathlib import Path

from build_tools import search
from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.model import Authority, Entity, Seeds, Site
from build_tools.read import document_from_text
from build_tools.render.making import render

SITE = Site("https://a.example/", ("en", "ar", "zh"), {"en": "A"}, {})
AUTHORITY = Authority(
    {
        "mill": Entity("mill", "organization", {"en": "Tidal Mill", "ar": "طاحونة المد", "zh": "潮汐磨坊"}),
        "dock": Entity("dock", "place", {"en": "Port Dock", "ar": "رصيف الميناء", "zh": "码头港"}),
    }
)
LINES, MENTIONS = 200_000, 100_000
_WORDS = "the council of river towns said on Monday that it would spend more on roads and schools than others".split()  # noqa: SIM905


def lines(count: int = LINES) -> str:
    lot = random.Random(1)
    return "".join(f"{' '.join(lot.choices(_WORDS, k=6)).capitalize()}.\n" for _ in range(count))


def mentions(count: int = MENTIONS) -> str:
    return "Tidal Mill sold to Port Dock, " * (count // 2) + "it said.\n"


def everything(text: str) -> None:
    """All that a build does with a document, but for MkDocs; nothing is written."""
    document = document_from_text("a", text, "en")
    annotated, _ = Annotator(AUTHORITY).annotate(document)
    archive = gather(Seeds(Path("seeds"), (document,), AUTHORITY, ()), [annotated])
    for files in (render(archive, SITE), search.build(archive, SITE)):
        for _ in files:
            pass
