"""``seeds/translations/LANGUAGE/NAME.md`` → a translation, paragraph by paragraph."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.model import Document, Translation
from build_tools.problems import DataError, Problem
from build_tools.read import paragraphs, tags
from build_tools.read.files import read_text
from build_tools.read.schema.records import TranslationModel
from build_tools.read.validate import validate
from build_tools.strict_yaml import load

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read_translation(path: Path, document: Document, *, root: Path | None = None) -> Translation:
    """Read one translation of a document; its language is the name of the folder.

    ``text`` is what follows the front matter, and the paragraphs are ranges of it. Raises ``DataError``: among the
    faults is another number of paragraphs than the document's.
    """
    shown = str(path)
    decoded, _ = read_text(path, root)
    match = _FRONT_MATTER.match(decoded.text)
    if not match:
        raise DataError([Problem(shown, 1, "no-front-matter", "The translation does not say who made it", "Begin with ---, made_by: machine (or person), ---")])  # fmt: skip
    loaded = load("\n" + match["yaml"], shown)  # the line of the first --- stays counted
    model, problems = validate(TranslationModel, loaded)
    body = decoded.text[match.end() :]
    blocks = paragraphs.split_blocks(body)
    if len(blocks) != len(document.paragraphs):
        count = f"The translation has {len(blocks)} paragraphs, the source {document.path} has {len(document.paragraphs)}"
        hint = "Write one block, with an empty line before it, for each paragraph of the source"
        problems = (*problems, Problem(shown, 0, "paragraph-count", count, hint))
    if model is None or problems:
        raise DataError(problems)
    return Translation(
        language=tags.shortest(path.parent.name),
        text=body,
        paragraphs=blocks,
        made_by=model.made_by,
        translator=model.translator,
        reviewed_by=model.reviewed_by,
        date=model.date,
        path=path,
    )
