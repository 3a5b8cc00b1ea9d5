"""What a whole text says about readings that its figures leave open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.annotate.figures.counted.home_words import homes_of
from build_tools.annotate.figures.draft import Context
from build_tools.annotate.figures.grammar import grammar
from build_tools.annotate.figures.view import View, spelling
from build_tools.read.language import traditional


def context_of(views: Sequence[View], language: str, published: str | None, record: str = "") -> Context:
    """The context of a text; ``published`` is EDTF, ``record`` what its record says of place and publisher."""
    year = re.match(r"(\d{4})", published or "")
    g = grammar(language)
    data, flat = g.data, "\n".join(seen.flat for seen in views)
    topics = data.counting.classifiers_by_topic.values()
    made = Context(
        language=language,
        year=int(year[1]) if year else None,
        homes=homes_of(flat, g.tag),
        record_homes=homes_of(flat, g.tag, spelling(record)) if record else (),
        classifiers=tuple((row.form, row.unit) for row in topics if any(cue in flat for cue in row.cues)),
    )
    if not data.money.home:
        return made

    def named(code: str) -> int:
        """How often the text names what is at home where the currency is."""
        return sum(map(flat.count, data.money.home[code]))

    if not ("Hant" in language or language in ("zh-TW", "zh-HK", "zh-MO")):
        if named("CNY"):
            return made
        written = traditional("\n".join(seen.source for seen in views))
        home = max(("TWD", "HKD"), key=named) if written else "SGD"
        return replace(made, yuan=home, roc=home == "TWD") if named(home) else made
    if language == "zh-HK":
        return replace(made, yuan="HKD", yuan_assumed=True)
    best = max(data.money.home, key=lambda code: (named(code), code == "TWD"))
    return replace(made, yuan=best, yuan_assumed=True, roc=data.dates.roc_name in flat or best == "TWD")
