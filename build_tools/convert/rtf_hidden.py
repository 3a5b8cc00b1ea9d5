"""Rich text without what is hidden in it or was deleted, which its readers do not see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"(?P<open>\{)|(?P<close>\})|\\bin(?P<binary>\d+) ?"
    r"|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_SWITCHES = {"v": "hidden passages", "deleted": "deleted passages"}
_NO_TEXT = frozenset(("fonttbl", "colortbl", "stylesheet", "info", "listtable", "listoverridetable", "rsidtbl", "generator", "pict", "themedata"))  # fmt: skip
"""Destinations that hold none of the text: what is said there of hidden text hides nothing."""
_SIGNS_OF_TEXT = frozenset(("u", "par", "line", "tab", "emdash", "endash", "lquote", "rquote", "ldblquote", "rdblquote", "bullet", "emspace", "enspace"))  # fmt: skip


@dataclass(slots=True)
class _Group:
    switched: frozenset[str] = frozenset()
    is_text: bool = True
    first: bool = True
    """Nothing but its opening was read yet."""


@dataclass(slots=True)
class Seen:
    """``source`` is the file without what no reader sees, ``hidden`` what that was by its kind: pieces of RTF."""

    source: str = ""
    hidden: dict[str, list[str]] = field(default_factory=dict)


def without(source: str) -> Seen:
    """Take out the text of every stretch that is switched to be hidden or deleted. What is said of such a stretch (its type,
    its colour) stays, so that the file stays whole."""
    kept: list[str] = []
    hidden: dict[str, list[str]] = {}
    groups = [_Group()]
    last = ""
    at = 0
    while match := _TOKEN.match(source, at):
        at = match.end() + int(match["binary"] or 0)
        group = groups[-1]
        switched = next(iter(sorted(group.switched)), "") if group.is_text else ""
        if switched and _is_text(match):
            if last != switched:
                hidden.setdefault(_SWITCHES[switched], []).append("")
            hidden[_SWITCHES[switched]][-1] += match[0]
            last = switched
            continue
        if group.is_text and _is_text(match):
            last = ""
        kept.append(source[match.start() : at])
        _enter(groups, match)
    kept.append(source[at:])
    return Seen("".join(kept), hidden)


def _is_text(match: re.Match[str]) -> bool:
    if match["text"]:
        return bool(match["text"].strip("\r\n"))
    return bool(match["byte"]) or match["word"] in _SIGNS_OF_TEXT or (match["sign"] or "*") in "~_-{}\\"


def _enter(groups: list[_Group], match: re.Match[str]) -> None:
    """Follow a token that opens or closes a group, says what a group holds, or switches."""
    group = groups[-1]
    if match["open"]:
        group.first = False
        groups.append(_Group(group.switched, group.is_text))
        return
    if match["close"]:
        if len(groups) > 1:
            groups.pop()
        return
    if group.first and (match["sign"] == "*" or match["word"] in _NO_TEXT):
        group.is_text = False
    group.first = False
    if match["word"] in _SWITCHES:
        one = frozenset([match["word"]])
        group.switched = group.switched - one if match["number"] == "0" else group.switched | one
    elif match["word"] == "plain":
        group.switched = frozenset()
