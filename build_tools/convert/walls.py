"""Whether a page is one that stands before the page that was meant: to log in, or to agree to something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from build_tools.convert.converter import Doubt
from build_tools.folding import fold_text
from build_tools.strict_yaml import load

_SHORT = 1500
"""Characters; what has more to say is an article, whatever stands around it."""
_SEVERAL = 3
_PARTS = re.compile(r"\s+[-–—|·:]\s+")


def doubt(title: str | None, paragraphs: Sequence[str], whole: str, *, password: bool) -> Doubt | None:
    """Why it is no article, where it is none. ``whole`` is all text of the page; ``password``: it asks for one."""
    text = "\n".join(paragraphs)
    if len(text) > _SHORT:
        return None
    titles, words = _known()
    seen = fold_text(f"{text}\n{whole[:20_000] if len(whole) < 4 * _SHORT else ''}")
    named = bool(title) and any(
        fold_text(part).strip(" .!") in titles for part in (str(title), *_PARTS.split(str(title)))
    )
    said = sum(1 for word in words if word in seen)
    if named or (password and said) or said >= _SEVERAL:
        return Doubt(
            "no-article",
            "The page asks to log in or to agree to something, and holds no article",
            "Open the article in a browser, and save it when it can be read",
        )
    return None


@cache
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    data = load(files("build_tools.convert").joinpath("walls.yml").read_text("utf-8"), "walls.yml").data
    titles, words = (
        tuple(fold_text(part.strip()) for part in data[key].split("|") if part.strip())
        for key in ("titles", "words")
    )
    return frozenset(title.strip(" .!") for title in titles), words
