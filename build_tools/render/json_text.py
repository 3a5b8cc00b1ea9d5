"""JSON as the archive writes it: readable by people, the same bytes for the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def compact(data: Any) -> str:
    """On one line, letters of every script as they are; safe for JavaScript, which once ended lines at U+2028."""
    return _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def pretty(data: Any) -> bytes:
    """Indented, with a line end at its end."""
    return (_safe(json.dumps(data, ensure_ascii=False, indent=1)) + "\n").encode()


def line_by_line(data: Mapping[str, Any]) -> bytes:
    """An object with each of its values, and each item of a list among them, on a line of its own."""
    return (
        "{\n" + ",\n".join(f"{compact(key)}: {_listed(value)}" for key, value in data.items()) + "\n}\n"
    ).encode()


def _listed(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return compact(value)
    return "[\n" + ",\n".join(map(compact, value)) + "\n]"


def _safe(text: str) -> str:
    return text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
