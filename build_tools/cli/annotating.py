"""``archive annotate``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from build_tools.annotate.objects import figure_object
from build_tools.cli.output import standard_output
from build_tools.cli.report import complain, exit_code
from build_tools.cli.texts import annotated, files_argument, language_option, seeds_option
from build_tools.model import AnnotatedDocument
from build_tools.problems import Problem


@click.command()
@files_argument
@seeds_option
@language_option
def annotate(files: tuple[str, ...], seeds: Path | None, language: str | None) -> None:
    """Print the names and figures of each text, one JSON object a line.

    Offsets are code points of the decoded file, half-open. A record beside a text (NAME.yml) applies. With - as
    FILE, JSON lines {"id": …, "language": …, "text": …} are read from standard input; language may be left out.

    \b
    Examples:
        archive annotate seeds/*.txt
        echo '{"id": "a", "text": "Revenue rose 5% to $2bn."}' | archive annotate -
    """
    problems: list[Problem] = []
    with standard_output() as write:
        for document in annotated(files, seeds, language, problems):
            write(json.dumps(as_json(document), ensure_ascii=False) + "\n")
    complain(problems)
    sys.exit(exit_code(problems))


def as_json(annotated: AnnotatedDocument) -> dict[str, Any]:
    """The object that ``annotate`` prints for a document."""
    document = annotated.document
    return {
        "id": document.id,
        "path": str(document.path),
        "sha256": document.sha256,
        "language": document.language,
        "text_length": len(document.text),
        "paragraphs": [
            {"start": p.start, "end": p.end, **({"language": p.language} if p.language else {})}
            for p in document.paragraphs
        ],
        "mentions": [
            {"start": m.start, "end": m.end, "surface": m.surface, "entity": m.entity, "type": m.type}
            for m in annotated.mentions
        ],
        "figures": [figure_object(figure) for figure in annotated.figures],
    }
