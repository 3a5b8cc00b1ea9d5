"""``archive annotate``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from build_tools.annotate.objects import document_object
from build_tools.cli import progress
from build_tools.cli.output import standard_output
from build_tools.cli.report import complain, exit_code
from build_tools.cli.texts import annotated, files_argument, language_option, seeds_option
from build_tools.problems import DataError, Problem


@click.command()
@files_argument
@seeds_option
@language_option
@click.option("--output", metavar="DIR", type=click.Path(path_type=Path), help="Annotate all texts of the folder named as FILE into numbered files of JSON lines in DIR. Begun again, it goes on where it was.")  # fmt: skip
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="With --output: processes at the same time. [default: the cores]")  # fmt: skip
@click.option("--scheduler", metavar="ADDRESS", help="With --output: let the workers of Dask's scheduler at ADDRESS do it (tcp://HOST:8786).")  # fmt: skip
def annotate(
    files: tuple[str, ...],
    seeds: Path | None,
    language: str | None,
    output: Path | None,
    jobs: int | None,
    scheduler: str | None,
) -> None:
    """Print the names and figures of each text, one JSON object a line.

    Offsets are code points of the decoded file, half-open. A record beside a text (NAME.yml) applies. With - as
    FILE, JSON lines {"id": …, "language": …, "text": …} are read from standard input; language may be left out.

    \b
    Examples:
        archive annotate seeds/*.txt
        echo '{"id": "a", "text": "Revenue rose 5% to $2bn."}' | archive annotate -
        archive annotate seeds --output shards
    """
    if output is not None:
        _into_shards(files, seeds, language, output, jobs, scheduler)
    elif jobs or scheduler:
        raise click.UsageError("--jobs and --scheduler go with --output DIR")
    problems: list[Problem] = []
    with standard_output() as write:
        for document in annotated(files, seeds, language, problems):
            write(json.dumps(document_object(document), ensure_ascii=False) + "\n")
    complain(problems)
    sys.exit(exit_code(problems))


def _into_shards(
    files: tuple[str, ...],
    seeds: Path | None,
    language: str | None,
    output: Path,
    jobs: int | None,
    scheduler: str | None,
) -> None:
    from build_tools.publish.shards import annotate_into

    folder = Path(files[0])
    if len(files) > 1 or not folder.is_dir():
        raise click.UsageError("--output takes one folder of texts as FILE")
    try:
        with progress.shown() as report:
            done = annotate_into(
                folder,
                seeds or Path("seeds"),
                output,
                language=language,
                jobs=jobs or os.cpu_count() or 1,
                scheduler=scheduler,
                progress=report,
            )
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    complain(done.problems)
    click.echo(f"{output}: {done.texts:,} texts in {done.shards:,} files, {done.made:,} of them made now")
    sys.exit(exit_code(done.problems))
