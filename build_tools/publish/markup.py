"""Published pages without the white space that the theme's templates leave between their elements.

Only outside ``<article>``, which holds the archive's own words, where white space may be the source's.
"""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SPACE = re.compile(r"[ \t]*\n\s*")


def lighter(page: str) -> str:
    """The page with one line break wherever there were several, or blanks around one."""
    found = _ARTICLE.search(page)
    start, end = found.span() if found else (len(page), len(page))
    return _SPACE.sub("\n", page[:start]) + page[start:end] + _SPACE.sub("\n", page[end:])
