"""Published pages without what the theme's templates leave in them for nothing: white space between elements, and
the namespace that drawings need only outside HTML.

Only outside ``<article>``, which holds the archive's own words, where white space may be the source's.
"""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SPACE = re.compile(r"[ \t]*\n\s*")
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def lighter(page: str) -> str:
    """The page with one line break wherever there were several, or blanks around one, and drawings without namespace."""
    found = _ARTICLE.search(page)
    start, end = found.span() if found else (len(page), len(page))
    return _light(page[:start]) + page[start:end] + _light(page[end:])


def _light(frame: str) -> str:
    return _SPACE.sub("\n", frame).replace(_NAMESPACE, "")
