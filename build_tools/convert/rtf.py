"""Rich text (.rtf)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from build_tools.convert import clean, rtf_hidden
from build_tools.convert.converter import About, Given, Made, UnreadableError
from build_tools.convert.packages import load

_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")
_COUNTED = {
    "footnotes": re.compile(r"\{\\footnote\b"),
    "headers and footers": re.compile(r"\{\\(?:header|footer)[lrf]?\b"),
    "pictures": re.compile(r"\{\\(?:\*\\shppict|pict)\b"),
    "comments": re.compile(r"\{\\\*\\annotation\b"),
}


def convert(given: Given) -> Made:
    striprtf: Any = load("striprtf.striprtf")
    source = given.data.decode("latin-1")
    if not source.lstrip().startswith(r"{\rtf"):
        raise UnreadableError(
            "broken-file", "The file is no rich text that can be read", "Save it again from its source"
        )
    told = _CODE_PAGE.search(source[:2000])
    encoding = given.encoding or (f"cp{told[1]}" if told else "cp1252")
    seen = rtf_hidden.without(source)
    text = str(striprtf.rtf_to_text(seen.source, encoding=encoding, errors="replace"))
    about = About(
        title=clean.said(_info(striprtf, source, "title", encoding)),
        byline=clean.said(_info(striprtf, source, "author", encoding)),
    )
    lines = tuple(
        line.replace("|", "\t").strip("\t") if _is_row(line) else line for line in clean.lines(text)
    )
    return Made(
        tuple(filter(None, lines)),
        f"striprtf {_version()}",
        about,
        left_out=(*_left_out(seen.source), *_unseen(striprtf, seen, encoding)),
    )


def _is_row(line: str) -> bool:
    """Rows of tables come with bars between and behind their cells."""
    return line.count("|") > 1 and line.rstrip().endswith("|")


def _info(striprtf: Any, source: str, key: str, encoding: str) -> str:
    found = re.search(rf"\{{\\{key}\s((?:[^{{}}]|\\[{{}}])*)\}}", source)
    return (
        str(striprtf.rtf_to_text(rf"{{\rtf1 {found[1]}}}", encoding=encoding, errors="replace"))
        if found
        else ""
    )


def _unseen(striprtf: Any, seen: rtf_hidden.Seen, encoding: str) -> Iterator[str]:
    for what, pieces in sorted(seen.hidden.items()):
        yield from clean.told(
            what,
            (
                str(striprtf.rtf_to_text(rf"{{\rtf1 {piece}}}", encoding=encoding, errors="replace"))
                for piece in pieces
            ),
        )


def _left_out(source: str) -> Iterator[str]:
    for what, pattern in _COUNTED.items():
        count = sum(1 for _ in pattern.finditer(source))
        if count:
            yield f"{count} {what}"


def _version() -> str:
    from importlib.metadata import version

    return version("striprtf")
