"""A page as a file: YAML front matter, then blocks of HTML with blank lines between headings only.

A block of HTML ends, in Markdown, at the first blank line; so there is none inside one, and no line is indented
(indented after a blank line, it would be code). Every line begins with a tag or is a heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_tools.model import OutputFile
from build_tools.render.pagefile.front_matter import written

HANDWRITTEN = "\x00"
"""Stands in a template's output, on a line of its own, around Markdown that a person wrote; that is left as it is."""


def page_file(path: str, front: Mapping[str, Any], body: str) -> OutputFile:
    """The Markdown file at ``path`` under ``docs/``. Keys of the front matter without a value are left out."""
    kept = {key: value for key, value in front.items() if value not in (None, "", [], {}, ())}
    return OutputFile(path, f"{written(kept)}\n{blocks(body)}".encode())


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
