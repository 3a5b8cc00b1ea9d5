"""Published pages without white space that shows nowhere, and without the namespace that drawings need only outside HTML;
in a large archive, without end tags that HTML implies.

Outside ``<article>`` runs of it become one line break. Everywhere what stands before and after the edges of blocks goes: a
browser shows none there. Within ``<article>`` no other is touched, since it may be the source's.
"""

from __future__ import annotations

import re

_ARTICLE, _ARTICLE_END = "<article", "</article>"
# What stands before the blanks keeps the search from trying each of a row again.
_SPACE = re.compile(r"(?<![ \t])[ \t]+\n\s*|\n\s+")
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_BLOCKS = (
    "article|aside|blockquote|body|caption|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|hr|link|main|meta|nav|"
    "ol|p|script|section|summary|table|tbody|td|th|thead|title|tr|ul"
)
"""Elements that begin and end a line, or are not shown. No item of a list: a style sheet may set these in one line."""
_EDGE = re.compile(rf">[ \t]*\n\s*(?=</?(?:{_BLOCKS})\b)")


_IMPLIED = re.compile(
    r"</t[dh]>(?=\s*<(?:t[dh]\b|/tr>))|</tr>(?=\s*<(?:tr\b|/t(?:body|head)>))|</t(?:body|head)>(?=\s*<(?:tbody\b|/table>))"
    r"|</li>(?=\s*<(?:li\b|/[uo]l>))|</d[td]>(?=\s*<(?:d[td]\b|/dl>))|</option>(?=\s*<(?:option\b|/select>))"
    r"|</p>(?=\s*<(?:p|div|ul|ol|dl|table|section|nav|details|form|h[1-6]|/div|/section|/article|/li|/td|/dd|/details)\b)"
)
"""End tags that may be left out where these follow them (HTML, "Optional tags")."""


def lighter(page: str, *, implied: bool = False) -> str:
    """The page without that white space, and drawings without namespace; with ``implied``, also without end tags that need
    not be written."""
    page = _without_space(page)
    return _IMPLIED.sub("", page) if implied else page


def _without_space(page: str) -> str:
    start, end = page.find(_ARTICLE), page.rfind(_ARTICLE_END) + len(_ARTICLE_END)
    if not 0 <= start < end:
        start = end = len(page)
    return _EDGE.sub(">", _light(page[:start]) + page[start:end] + _light(page[end:]))


def _light(frame: str) -> str:
    return _SPACE.sub("\n", frame).replace(_NAMESPACE, "")
