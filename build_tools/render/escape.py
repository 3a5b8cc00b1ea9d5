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
_SPECIAL = re.compile("[&<>\"'{}`\t\n\r\u2028\u2029]")
# What HTML can hold neither as it is nor as a reference; shown by Unicode's pictures of control characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def _reference(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"&#{ord(match[0])};"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def escape(text: object) -> Markup:
    """``text`` as markup that shows exactly it, on one line and inert in Markdown; markup is returned unchanged.

    Control characters, which no page can hold, appear as their pictures (U+2400 and on) or as U+FFFD.
    """
    if isinstance(text, Markup):
        return text
    return Markup(_FORBIDDEN.sub(_picture, _SPECIAL.sub(_reference, str(text))))
