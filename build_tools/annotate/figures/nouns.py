"""Forms of a counted noun, as they may follow a number."""

from __future__ import annotations

from build_tools.annotate.figures.view import spelling


def noun_forms(
    listed: str | list[str], definite: str, *, dual: bool, without: frozenset[str] = frozenset()
) -> list[str]:
    """Every form of a noun given as ``"singular plural …"`` (``;`` between nouns, ``_`` for a space), in the view's spelling.

    In a language with a written article each form also stands with it, the singular also with the ending of tanwin.
    ``dual``: only the forms that mean two of it; none where a plural would look the same.
    """
    if isinstance(listed, str) and ";" in listed:
        several = [noun_forms(one, definite, dual=dual, without=without) for one in listed.split(";")]
        return [form for forms in several for form in forms]
    words = [
        spelling(word.replace("_", " ")) for word in (listed.split() if isinstance(listed, str) else listed)
    ]
    if not words:
        return []
    if dual:
        return [] if words[0] in without else _duals(words)
    if not definite:
        return words
    forms = list(words)
    forms += [f"{word}ا" for word in words if word[-1] not in "هاء" and " " not in word]
    forms += _duals(words)
    return forms + [f"{definite}{form}" for form in forms]


def _duals(words: list[str]) -> list[str]:
    singular = words[0]
    if " " in singular or any(singular + ending in words for ending in ("ين", "ون")) or len(singular) < 3:
        return []
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    return [stem + ending for ending in ("ين", "ان") if stem + ending not in words]
