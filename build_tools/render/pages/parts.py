"""What only scripts use, once for all pages of a language: ``docs/assets/javascripts/frame.js`` puts it in."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_tools.model import OutputFile
from build_tools.render.context import Context

FILE = "assets/parts.{}.js"


def pages(context: Context) -> Iterator[OutputFile]:
    """The file of the parts, which is no page."""
    parts = json.loads(context.templates.get_template("parts.json.j2").render())
    content = f"globalThis.archiveParts = {json.dumps(parts, ensure_ascii=False)};\n".encode()
    yield OutputFile(FILE.format(context.language), content, "site")
