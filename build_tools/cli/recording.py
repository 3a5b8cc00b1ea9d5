"""``archive records``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools import intake
from build_tools.cli.output import answer
from build_tools.cli.report import complain, exit_code
from build_tools.intake import table
from build_tools.intake.columns import values_of
from build_tools.problems import DataError
from build_tools.read import read_seeds
from build_tools.read.files import read_yaml


@click.command()
@click.option("--seeds", metavar="DIR", default="seeds", show_default=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of the sources.")  # fmt: skip
@click.option("--table", "target", metavar="FILE.csv", required=True, type=click.Path(dir_okay=False, path_type=Path), help="File to write, which may not exist; - for standard output.")  # fmt: skip
def records(seeds: Path, target: Path) -> None:
    """Write the records of all documents into a table for a spreadsheet (CSV, UTF-8).

    One row a document, one column a key. archive add --table reads the table back, and changes only what was changed
    in it: an emptied cell empties the value, and a column that was removed leaves its values alone.

    \b
    Example:
        archive records --table -
    """
    found, problems = read_seeds(seeds)
    complain(problem for problem in problems if problem.severity == "error")
    if exit_code(problems):
        sys.exit(1)
    rows = {
        document.id: values_of(read_yaml(document.record.path).data or {}, document.language)
        if document.record.path
        else {}
        for document in found.documents
    }
    content = table.written(rows)
    if str(target) == "-":
        answer(content, line=False)
        return
    try:
        intake.write_new(target, content)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    click.echo(target)
