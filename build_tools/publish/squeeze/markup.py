"""Published pages without white space that shows nowhere, and without the namespace that drawings need only outside HTML;
in a large archive, without end tags that HTML implies and quotation marks that values do not need.

Outside ``<article>`` runs of it become one line break. Everywhere what stands before and after the edges of blocks goes: a
browser shows none there. Within ``<article>`` no other is touched, since it may be the source's.
"""

from __future__ import annotations

import re

_ARTICLE, _ARTICLE_END = "<article", "</article>"
_BLANKS = " \t"
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_BLOCKS = (
    "article|aside|blockquote|body|caption|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|hr|link|main|meta|nav|"
    "ol|p|script|section|summary|table|tbody|td|th|thead|title|tr|ul"
)
"""Elements that begin and end a line, or are not shown. No item of a list: a style sheet may set these in one line."""
# What is looked for begins with the same rare signs in all cases: every page is looked through for each of these.
_EDGE = re.compile(rf"\n(?<=>\n)\s*(?=</?(?:{_BLOCKS})\b)")
_BLANK_EDGE = re.compile(rf">[ \t]*\n\s*(?=</?(?:{_BLOCKS})\b)")
_BLANKS_BEFORE = re.compile(r">[ \t]+\n")
_IMPLIED = re.compile(
    r"</(?:t[dh]>(?=\s*<(?:t[dh]\b|/tr>))|tr>(?=\s*<(?:tr\b|/t(?:body|head)>))|t(?:body|head)>(?=\s*<(?:tbody\b|/table>))"
    r"|li>(?=\s*<(?:li\b|/[uo]l>))|d[td]>(?=\s*<(?:d[td]\b|/dl>))|option>(?=\s*<(?:option\b|/select>))"
    r"|p>(?=\s*<(?:p|div|ul|ol|dl|table|section|nav|details|form|h[1-6]|/div|/section|/article|/li|/td|/dd|/details)\b))"
)
"""End tags that may be left out where these follow them (HTML, "Optional tags")."""
_QUOTED = re.compile(r'(=)"([^"\s<>=\'`&]+)"(?=[ >])')
"""A value that may stand without quotation marks (HTML, "Unquoted attribute value syntax"), not before a slash that ends a tag."""

_DATA = re.compile(r"(<script[^>]*>[^<]+</script>)")
"""What machines read, in which such marks mean something else."""


def lighter(page: str, *, implied: bool = False) -> str:
    """The page without that white space, and drawings without namespace; with ``implied``, also without end tags that need
    not be written."""
    page = _without_space(page)
    return _IMPLIED.sub("", page) if implied else page


def unquoted(page: str) -> str:
    """The page, in which values of attributes stand without quotation marks where they need none.

    Only for pages of which nothing but attributes and scripts holds such marks: generated pages write those of texts as
    references (``render.wording.escape``).
    """
    parts = _DATA.split(page)
    # Cut at the marks and joined without them: of a large archive there are millions.
    parts[::2] = ["".join(_QUOTED.split(part)) for part in parts[::2]]
    return "".join(parts)


def _without_space(page: str) -> str:
    start, end = page.find(_ARTICLE), page.rfind(_ARTICLE_END) + len(_ARTICLE_END)
    if not 0 <= start < end:
        start = end = len(page)
    light = _light(page[:start]) + page[start:end] + _light(page[end:])
    return _BLANK_EDGE.sub(">", light) if _BLANKS_BEFORE.search(light) else _EDGE.sub("", light)


def _light(frame: str) -> str:
    """With one line break in the place of each run of white space that holds one."""
    first, *lines = frame.replace(_NAMESPACE, "").split("\n")
    if not lines:
        return first
    bare = [line.lstrip().rstrip(_BLANKS) for line in lines[:-1]]
    return "\n".join([first.rstrip(_BLANKS), *filter(None, bare), lines[-1].lstrip()])
