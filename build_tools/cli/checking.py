"""``archive check``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from build_tools.cli.output import answer
from build_tools.cli.report import Format, exit_code, lines
from build_tools.read.schema import MODELS, json_schema


@click.command()
@click.option(
    "--config",
    metavar="FILE",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The configuration file; checked where there is one.",
)
@click.option("--seeds", metavar="DIR", default=None, type=click.Path(path_type=Path), help="Folder to check.  [default: what the configuration names, else seeds]")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How problems are printed; github makes annotations of a workflow run.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Print each warning, not one line for many of a kind in a file.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings too give exit code 1.")
@click.option("--schema", type=click.Choice(sorted(MODELS)), help="Print the JSON Schema of a kind of file, for editors, and check nothing.")  # fmt: skip
def check(
    config: Path, seeds: Path | None, style: Format, every: bool, strict: bool, schema: str | None
) -> None:
    """Check the configuration and everything in seeds/, and report all problems together.

    One line each: file, line, what is wrong, what to do. Errors give exit code 1; warnings are for an editor's eye,
    and many of one kind in one file share a line, unless --all is given or the format is another one.

    \b
    Examples:
        archive check
        archive check --all
        archive check --format json --strict
        archive check --schema record
    """
    if schema is not None:
        answer(json.dumps(json_schema(schema), ensure_ascii=False, indent=2))
        return
    from build_tools.cli.whole import check_archive

    problems = check_archive(config, seeds)
    printed = lines(problems, style, every=every)
    for line in printed:
        answer(line)
    errors = sum(problem.severity == "error" for problem in problems)
    if style == "text" and (problems or (sys.stderr is not None and sys.stderr.isatty())):
        more = "" if len(printed) == len(problems) else "; --all prints each"
        click.echo(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}{more}", err=True)
    sys.exit(exit_code(problems, strict=strict))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
