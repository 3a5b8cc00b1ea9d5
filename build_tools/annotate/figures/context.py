"""What a whole text says about readings that its figures leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.annotate.figures.grammar import grammar
from build_tools.annotate.figures.joins import homes_of
from build_tools.annotate.figures.quantity import Context
from build_tools.annotate.figures.view import View


def context_of(views: Sequence[View], language: str, published: str | None) -> Context:
    """The context of a text; ``published`` is EDTF."""
    year = re.match(r"(\d{4})", published or "")
    made = Context(language=language, year=int(year[1]) if year else None)
    if grammar(language).data["money"]["families"]:
        return replace(made, homes=homes_of([seen.flat for seen in views], grammar(language).tag))
    if not language.startswith("zh"):
        return made
    traditional = "Hant" in language or language in ("zh-TW", "zh-HK", "zh-MO")
    flat = "\n".join(seen.flat for seen in views)
    counts = {
        code: sum(map(flat.count, words)) for code, words in grammar(language).data["han"]["home"].items()
    }
    if not traditional:
        taiwan = counts["TWD"] and re.search(r"新台币|nt\$|民国", flat) and not counts["CNY"]
        return Context(
            language, "TWD" if taiwan and _looks_traditional(views) else "CNY", False, made.year, bool(taiwan)
        )
    if language == "zh-HK":
        return Context(language, "HKD", True, made.year)
    best = max(counts, key=lambda code: (counts[code], code == "TWD"))
    return Context(language, best, True, made.year, "民国" in flat or best == "TWD")


def _looks_traditional(views: Sequence[View]) -> bool:
    return any(char in seen.source for seen in views for char in "億萬國點從來為個們")
