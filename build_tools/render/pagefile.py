"""A page as a file: YAML front matter, then blocks of HTML with blank lines between headings only.

A block of HTML ends, in Markdown, at the first blank line; so there is none inside one, and no line is indented
(indented after a blank line, it would be code). Every line begins with a tag or is a heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from build_tools.model import OutputFile

HANDWRITTEN = "\x00"
"""Stands in a template's output, on a line of its own, around Markdown that a person wrote; that is left as it is."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: object) -> bool:
        """Every value is written out: readers of front matter need not know about aliases."""
        return True


def page_file(path: str, front: Mapping[str, Any], body: str) -> OutputFile:
    """The Markdown file at ``path`` under ``docs/``. Keys of the front matter without a value are left out."""
    kept = {key: value for key, value in front.items() if value not in (None, "", [], {}, ())}
    matter = yaml.dump(
        kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None
    )
    return OutputFile(path, f"---\n{matter}---\n\n{blocks(body)}".encode())


def blocks(rendered: str) -> str:
    """A template's output without indentation and blank lines, but with one around each heading."""
    made: list[str] = []
    for index, part in enumerate(rendered.split(HANDWRITTEN)):
        if index % 2:
            made += ["", part.strip("\n"), ""]
            continue
        for line in part.split("\n"):
            text = line.strip(" ")
            if text.startswith("## "):
                made += ["", text, ""]
            elif text:
                made.append(text)
    return "\n".join(made).strip("\n") + "\n"
