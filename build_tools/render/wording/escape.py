"""Data made safe for a page, so that no reader of the file takes any of it for markup.

A page passes through more than a browser: front matter, Markdown preprocessors (fenced code, snippets), template
engines. Each of them looks at lines or at punctuation. Character references are opaque to all of them and mean the
character itself to the browser, so everything that could start a line or a construct becomes one.
"""

from __future__ import annotations

import re

from markupsafe import Markup

# Beside HTML's own characters: braces (Jinja, attribute lists), back-quotes (fences), and everything that some
# splitter takes for the end of a line or that Markdown would turn into spaces.
_SPECIAL = "&<>\"'{}`\t\n\r\u2028\u2029"
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def _table() -> dict[int, str]:
    # What HTML can hold neither as it is nor as a reference is shown by Unicode's pictures of control characters.
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table.update({0x7F: "\u2421", **dict.fromkeys(range(0x80, 0xA0), "\ufffd")})
    table.update({ord(char): _NAMED.get(char) or f"&#{ord(char)};" for char in _SPECIAL})
    return table


_TABLE = _table()
_CHANGED = re.compile("[" + re.escape("".join(map(chr, _TABLE))) + "]")


def as_markup(text: str) -> Markup:
    """``Markup(text)`` for what is plainly a string."""
    return str.__new__(Markup, text)


def escaped(text: str) -> str:
    """As ``escape``, of a string that is no markup."""
    return text.translate(_TABLE) if _CHANGED.search(text) else text


def escape(text: object) -> Markup:
    """``text`` as markup that shows exactly it, on one line and inert in Markdown; markup is returned unchanged.

    Control characters, which no page can hold, appear as their pictures (U+2400 and on) or as U+FFFD.
    """
    if isinstance(text, Markup):
        return text
    return as_markup(escaped(str(text)))
