"""Front matter: YAML that any program reads as YAML, and this one as JSON, line by line, in a tenth of the time.

Each value stands on the line of its key as JSON, which is YAML's flow style; each item of a list of mappings has a line
of its own. Half of what a build did for a page once was to write and to read its front matter as YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

_FENCE = "---\n"
_KEY = re.compile(r"([A-Za-z]\w*):(?: (.+))?")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What JSON lets stand in a string, and YAML does not, or reads as the end of a line."""


def written(front: Mapping[str, Any]) -> str:
    """The front matter with the lines around it. Keys are words; values are what JSON can hold."""
    lines: list[str] = []
    for key, value in front.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{key}:")
            lines += [f"- {_json(item)}" for item in value]
        else:
            lines.append(f"{key}: {_json(value)}")
    return _FENCE + "".join(f"{line}\n" for line in lines) + _FENCE


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def divided(source: str) -> tuple[str, dict[str, Any]] | None:
    """What follows the front matter, and its values; ``None`` where it is not as ``written`` writes it."""
    head, fence, rest = source.removeprefix(_FENCE).partition("\n" + _FENCE)
    if not fence or not source.startswith(_FENCE):
        return None
    try:
        return rest.lstrip("\n"), _read(head.split("\n"))
    except ValueError:
        return None


def _read(lines: Iterable[str]) -> dict[str, Any]:
    front: dict[str, Any] = {}
    items: list[Any] | None = None
    for line in lines:
        if line.startswith("- ") and items is not None:
            items.append(json.loads(line[2:]))
            continue
        found = _KEY.fullmatch(line)
        if not found or found[1] in front:
            raise ValueError(f"other YAML: {line}")
        items = [] if found[2] is None else None
        front[found[1]] = items if found[2] is None else json.loads(found[2])
    if any(value == [] for value in front.values()):
        raise ValueError("a key without a value")
    return front
