"""How a form and a word look: endings, shapes of native nouns, quotation marks."""

from __future__ import annotations

from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import NameRules


def relational(word: str, rules: NameRules) -> bool:
    return len(word) > 4 and any(word.endswith(ending) for ending in rules.adjective_endings)


def is_native(word: str, rules: NameRules) -> bool:
    """Whether a folded word without article has the shape of a native noun."""
    pattern = rules.native_pattern
    return pattern is not None and pattern.search(word) is not None


def enclosed(hit: Hit) -> bool:
    text = hit.page.view.text
    return hit.outset > 0 and text[hit.outset - 1] in '"«“' and text[hit.end : hit.end + 1] in ('"', "»", "”")


def looks_adjectival(word: str, rules: NameRules) -> bool:
    """Whether a folded word has a shape that adjectives have: ``كريم``, ``عادل``."""
    pattern = rules.adjectival_pattern
    return pattern is not None and pattern.search(word) is not None


def looks_feminine(word: str, rules: NameRules) -> bool:
    """Whether a folded noun without article has a feminine ending or the shape of a plural, which verbs treat alike."""
    pattern = rules.feminine_pattern
    return pattern is not None and pattern.search(word) is not None
