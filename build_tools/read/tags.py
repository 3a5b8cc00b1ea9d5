"""Language tags (BCP 47): their check, and the shortest form of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from build_tools import languages

_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\Z",
    re.IGNORECASE,
)
UNDETERMINED = "und"
"""BCP 47 for a language that is not told."""
_HANT_REGIONS = frozenset({"TW", "HK", "MO"})


@cache
def fault(tag: str) -> str | None:
    """What is wrong with a language tag, as half a sentence; ``None`` when it is right.

    Languages, scripts and regions are those that CLDR names.
    """
    match = _SHAPE.match(tag)
    if not match:
        return f"{tag!r} is no language tag; write it like en, ar or zh-Hant"
    names, scripts, regions = _registered()
    language = match["language"].lower()
    if language not in names and language not in _aliases():
        return f"no language has the tag {match['language']!r}"
    if match["script"] and match["script"].title() not in scripts:
        return f"no script has the tag {match['script']!r}"
    if match["region"] and match["region"].upper() not in regions:
        return f"no region has the tag {match['region']!r}"
    return None


@cache
def shortest(tag: str) -> str:
    """The tag that texts in this language are filed under: ``zh-TW`` → ``zh-Hant``, ``zh-CN`` → ``zh``, ``ar-EG`` → ``ar``.

    A region says nothing that the text itself does not, but for the script of Chinese; a script that is not
    the language's usual one stays: ``sr-Latn``.
    """
    match = _SHAPE.match(tag)
    if not match:
        return tag
    language = match["language"].lower()
    script = (match["script"] or "").title()
    language = _aliases().get(language, language)
    if language == "zh":
        traditional = script == "Hant" or (not script and (match["region"] or "").upper() in _HANT_REGIONS)
        return "zh-Hant" if traditional else "zh"
    if script and script != languages.section(language, "language").get("script"):
        return f"{language}-{script}"
    return language


@cache
def script(tag: str) -> str | None:
    """The script that texts in a language are usually in, or that its tag names: ``ar`` → ``Arab``, ``sr-Latn`` → ``Latn``.

    ``None`` where CLDR's likely subtags know none. Both ways of writing Chinese, and Japanese, are ``Hani``: which of
    them a short text is in cannot be told for certain.
    """
    from babel.core import get_global

    match = _SHAPE.match(tag)
    if not match:
        return None
    parts = get_global("likely_subtags").get(match["language"].lower(), "").split("_")
    found = (match["script"] or (parts[1] if len(parts) > 2 else "")).title() or None
    return "Hani" if found in ("Hans", "Hant", "Jpan") else found


@cache
def _aliases() -> Mapping[str, str]:
    """Tags that CLDR replaces by shorter ones: ``cmn`` → ``zh``, ``iw`` → ``he``."""
    from babel.core import get_global

    return {old: new for old, new in get_global("language_aliases").items() if "_" not in old + new}


@cache
def _registered() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    from babel import Locale

    english = Locale("en")
    return frozenset(english.languages), frozenset(english.scripts), frozenset(english.territories)
