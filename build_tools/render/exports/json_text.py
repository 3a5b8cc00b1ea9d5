"""JSON as the archive writes it: readable by people, the same bytes for the same data."""

from __future__ import annotations

import json
from typing import Any


def compact(data: Any) -> str:
    """On one line, letters of every script as they are; safe for JavaScript, which once ended lines at U+2028."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_LINE_ENDS)


def pretty(data: Any) -> bytes:
    """Indented, with a line end at its end."""
    return (json.dumps(data, ensure_ascii=False, indent=1).translate(_LINE_ENDS) + "\n").encode()


_LINE_ENDS = {0x2028: r"\u2028", 0x2029: r"\u2029"}
