"""What converters leave behind, taken out; and what they left out, put into words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_GAPS = re.compile(r"[^\S\t\u00a0\u3000]+")
_SHOWN = 60
_LISTED = 40


def lines(text: str) -> Iterator[str]:
    """The lines of a text that have something to see on them, without control characters and doubled spaces."""
    for line in _BREAKS.split(text):
        clean = one_line(line)
        if clean:
            yield clean


def one_line(text: str) -> str:
    """A text on one line; tabs, which part the cells of tables, stay."""
    clean = _CONTROL.sub("", _BREAKS.sub(" ", text))
    return re.sub(r" ?\t ?", "\t", _GAPS.sub(" ", clean)).strip(" \u00a0\u3000\t")


def said(value: object) -> str | None:
    """A value of metadata on one line; ``None`` where nothing is said."""
    text = " ".join(one_line(str(value or "")).split())
    return text or None


def told(what: str, texts: Iterable[str]) -> Iterator[str]:
    """``12 running heads: “Annual report” (11), “Contents”``, or nothing where there are none."""
    counts = Counter(" ".join(text.split())[:_SHOWN] for text in texts)
    total = sum(counts.values())
    if not total:
        return
    named = [f"“{text}”" + (f" ({n})" if n > 1 else "") for text, n in counts.items() if text][:_LISTED]
    more = " …" if len(counts) > _LISTED else ""
    yield f"{total} {what}" + (f": {', '.join(named)}{more}" if named else "")
