"""Published pages without what the theme's templates leave in them for nothing: white space between elements, and
the namespace that drawings need only outside HTML.

Only outside ``<article>``, which holds the archive's own words, where white space may be the source's.
"""

from __future__ import annotations

import re

_ARTICLE, _ARTICLE_END = "<article", "</article>"
# What stands before the sign keeps the search from trying each blank of a row again.
_SPACE = re.compile(r"(?<![ \t])[ \t]*\n\s*")
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def lighter(page: str) -> str:
    """The page with one line break wherever there were several, or blanks around one, and drawings without namespace."""
    start, end = page.find(_ARTICLE), page.rfind(_ARTICLE_END) + len(_ARTICLE_END)
    if not 0 <= start < end:
        start = end = len(page)
    return _light(page[:start]) + page[start:end] + _light(page[end:])


def _light(frame: str) -> str:
    return _SPACE.sub("\n", frame).replace(_NAMESPACE, "")
