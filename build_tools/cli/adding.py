"""``archive add``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from build_tools.cli.report import complain, tell
from build_tools.cli.values import address, date, encoding, language_tag
from build_tools.convert.process import Converters
from build_tools.intake import bibliography
from build_tools.intake import table as tables
from build_tools.intake.adding import add_files
from build_tools.intake.matching import match
from build_tools.intake.rows import Row
from build_tools.intake.texts import Wishes
from build_tools.problems import DataError, Problem


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--table", metavar="FILE.csv", type=click.Path(path_type=Path), help="Table of records, one row a document: files that its rows name are taken in, records that are there are changed.")  # fmt: skip
@click.option("--seeds", metavar="DIR", default="seeds", show_default=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to add to.")  # fmt: skip
@click.option("--name", help="Name of the document, where the file's own is not wanted; for one FILE.")
@click.option("--language", metavar="TAG", callback=language_tag, help="Language of the text (BCP 47), where detection errs.")  # fmt: skip
@click.option("--encoding", metavar="NAME", callback=encoding, help="Encoding of plain text and web pages that do not say it: windows-1256, gb18030, …")  # fmt: skip
@click.option("--url", callback=address, help="Address that the file was saved from.")
@click.option("--publisher", help="Who published it: an entity's id, or a name.")
@click.option("--published", metavar="DATE", callback=date, help="When, as EDTF: 2024-12-06, 2024-12~, …")
@click.option("--anyway", is_flag=True, help="Take in also a text that cannot be right as it is, such as words run together.")  # fmt: skip
def add(
    files: tuple[str, ...],
    table: Path | None,
    seeds: Path,
    name: str | None,
    language: str | None,
    encoding: str | None,
    url: str | None,
    publisher: str | None,
    published: str | None,
    anyway: bool,
) -> None:
    """Take in texts: files of any usual kind, folders of them, web archives.

    Plain text (.txt) is taken as it is, byte for byte. Text is made of web pages (.html), PDF, Word (.docx), OpenDocument
    (.odt), rich text (.rtf), Markdown (.md), books (.epub) and messages (.eml); they also come in folders, .zip, .gz,
    web pages saved in one file (.mhtml) and web archives (.warc, .wacz). What is left out of a file, such as running heads, is told; what cannot be taken in
    is refused with what to do.

    Writes NAME.txt and a record NAME.yml to complete, and never overwrites. Nothing is fetched: save a page and give
    its address with --url. Most kinds need
    further packages: pip install 'press-archive[add]' by the address that the program was installed from.

    Records come by the hundred from a table (--table metadata.csv) or a bibliography (library.json in CSL-JSON, .ris, .bib):
    each row or entry is matched with a document that is there, or with a file by its name or attachment; what
    matches nothing is told.

    \b
    Examples:
        archive add report.txt --publisher 'Daily Herald' --published 2024-12-06
        archive add --table metadata.csv scans/
        archive add library.json texts/
    """
    if not files and table is None:
        raise click.UsageError("Missing argument 'FILE...'.")
    if name is not None and len(files) > 1:
        raise click.UsageError("--name is for one file")
    given = {"url": url, "publisher": publisher, "published": published}
    take_in(seeds, map(Path, files), Wishes(name, language, encoding, anyway, given), table=table)


def take_in(
    seeds: Path, files: Iterable[Path], wishes: Wishes, *, table: Path | None = None, others: bool = False
) -> None:
    """Take in files, print what was written and what is wrong, and end with the exit code. ``others``: the files too that
    neither the table nor a bibliography speaks of."""
    problems: list[Problem] = []
    paths = list(files)
    with Converters() as converters:
        try:
            rows, told = _rows(table, paths)
            problems.extend(told)
            texts = [path for path in paths if not bibliography.is_one(path)]
            if rows:
                found = match(seeds, rows, texts, wishes, converters, others=others, tell=tell)
            else:
                found = add_files(seeds, texts, wishes, converters, tell=tell)
            for one in found:
                if isinstance(one, Problem):
                    problems.append(one)
                else:
                    click.echo(one)
        except DataError as error:
            problems.extend(error.problems)
    complain(problems)
    sys.exit(int(any(problem.severity == "error" for problem in problems)))


def _rows(table: Path | None, paths: Sequence[Path]) -> tuple[list[Row], tuple[Problem, ...]]:
    """What tables and bibliographies say, and warnings about them."""
    rows: list[Row] = []
    told: tuple[Problem, ...] = ()
    if table is not None:
        found, told = tables.read(table)
        rows.extend(found)
        if not rows:
            raise DataError([Problem(str(table), 0, "table", "It has no row", "Write one for each document")])
    for path in paths:
        if bibliography.is_one(path):
            rows.extend(bibliography.read(path))
    return rows, told
