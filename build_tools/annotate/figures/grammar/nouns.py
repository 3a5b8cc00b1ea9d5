"""Forms of a counted noun, as they may follow a number."""

from __future__ import annotations

from build_tools.annotate.figures.grammar.inflection import Inflection
from build_tools.annotate.figures.view import spelling


def noun_forms(
    listed: str | list[str],
    definite: str,
    by: Inflection,
    *,
    dual: bool,
    without: frozenset[str] = frozenset(),
) -> list[str]:
    """Every form of a noun given as ``"singular plural …"`` (``;`` between nouns, ``_`` for a space), in the view's spelling.

    In a language with a written article each form also stands with it, the singular also with the ending of tanwin.
    ``dual``: only the forms that mean two of it; none where a plural would look the same.
    """
    if isinstance(listed, str) and ";" in listed:
        several = [noun_forms(one, definite, by, dual=dual, without=without) for one in listed.split(";")]
        return [form for forms in several for form in forms]
    raw = listed.split() if isinstance(listed, str) else listed
    words = [spelling(word.replace("_", " ")) for word in raw]
    if not words:
        return []
    if dual:
        return [] if words[0] in without else _duals(words, _feminine(raw[0], by), by)
    if not definite:
        return words
    forms = list(words)
    forms += [word + by.tanwin for word, as_is in zip(words, raw, strict=True) if _takes_tanwin(as_is, by)]
    forms += _duals(words, _feminine(raw[0], by), by)
    return forms + [f"{definite}{form}" for form in forms]


def _feminine(word: str, by: Inflection) -> bool:
    """Whether a singular as it is listed ends like a feminine; the view writes ة like any ه."""
    return bool(by.listed_feminine) and word.endswith(by.listed_feminine)


def _takes_tanwin(word: str, by: Inflection) -> bool:
    return not word.endswith(by.no_tanwin) and "_" not in word and " " not in word


def _nouns(listed: str | list[str]) -> list[str]:
    """The nouns of an entry, each with its forms."""
    return listed.split(";") if isinstance(listed, str) else [" ".join(listed)]


def split_forms(listed: str | list[str], by: Inflection) -> tuple[list[str], list[str]]:
    """Singulars (also with tanwin), and plurals with duals, of a noun listed as for ``noun_forms``; without article."""
    ones, many = [], []
    for noun in _nouns(listed):
        raw = noun.split()
        words = [spelling(word.replace("_", " ")) for word in raw]
        if words:
            ones += [words[0], *([words[0] + by.tanwin] if _takes_tanwin(raw[0], by) else [])]
            many += [*words[1:], *_duals(words, _feminine(raw[0], by), by)]
    return ones, many


def bound_duals(listed: str | list[str], by: Inflection) -> list[tuple[str, str]]:
    """The duals of nouns of two words whose second stays as it is (ركلة جزاء: ركلتا جزاء, ركلتي جزاء), as pairs."""
    pairs = []
    for noun in _nouns(listed):
        first, _, second = noun.strip().partition(" ")[0].partition("_")
        if second and "_" not in second and not second.endswith(by.relative):
            stem = spelling(first)
            feminine = _feminine(first, by) or stem.endswith(by.feminine)
            stem = stem[:-1] + by.feminine_bound if feminine else stem
            pairs += [(stem + ending, spelling(second)) for ending in by.duals_bound]
    return pairs


def _duals(words: list[str], feminine: bool, by: Inflection) -> list[str]:
    singular = words[0]
    if " " in singular or any(singular + ending in words for ending in by.plurals) or len(singular) < 3:
        return []
    stem = singular[:-1] + by.feminine_bound if feminine else singular
    return [stem + ending for ending in by.duals if stem + ending not in words]
