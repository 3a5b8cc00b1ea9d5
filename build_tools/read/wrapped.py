"""Editors' texts that were wrapped over several lines of YAML, which folds each break into a space."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools import languages

_BREAK = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])"
)
"""A space between two Han characters or marks of full width."""


def rejoined(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts by language tag; in a language that sets no spaces between words, those that folding left are gone."""
    return {
        tag: text
        if languages.section(tag.split("-")[0], "language").get("spaces", True)
        else _BREAK.sub("", text)
        for tag, text in texts.items()
    }
