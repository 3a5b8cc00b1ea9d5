"""``archive new``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.adding import take_in
from build_tools.cli.output import answer
from build_tools.cli.report import complain
from build_tools.cli.values import address
from build_tools.intake import table as tables_of_records
from build_tools.intake.texts import Wishes
from build_tools.problems import DataError
from build_tools.publish import beginning


def _languages(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag.strip() for tag in value.split(",") if tag.strip()))
    known = beginning.interface_languages()
    unknown = [tag for tag in tags if tag not in known]
    if not tags or unknown:
        lacking = f", not for {', '.join(unknown)}" if unknown else ""
        raise click.BadParameter(f"the interface has words for {', '.join(known)}{lacking}")
    return tags


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--here",
    is_flag=True,
    help="Begin in this folder, and take in the texts that lie in it, with what a table (metadata.csv) or a bibliography there says of them.",
)
@click.option("--name", help="What the archive is called.  [default: the folder's name]")
@click.option("--languages", metavar="TAGS", default="en,ar,zh", show_default=True, callback=_languages, help="Languages of the interface, the default one first.")  # fmt: skip
@click.option("--url", default=beginning.EXAMPLE_ADDRESS, show_default=True, callback=address, help="Where the site will be.")  # fmt: skip
@click.option("--print", "shown", metavar="FILE", help="Print one of the files as it would be written now, and write none.")  # fmt: skip
def new(folder: Path | None, here: bool, name: str | None, languages: tuple[str, ...], url: str, shown: str | None) -> None:  # fmt: skip
    """Begin an archive in a folder of its own.

    Writes mkdocs.yml, seeds/ for the texts, the home page and the page about the archive in each language, and a
    workflow that publishes on GitHub Pages. Nothing that is there is overwritten.

    \b
    Examples:
        archive new herald --name 'The Herald, 1920 to 1925'
        archive new --here --languages ar,en
        archive new --print .github/workflows/pages.yml
    """
    if shown is None and (folder is None) is not here:
        raise click.UsageError("Name the folder to make, or give --here to begin in this one.")
    target = folder or Path()
    called = name or _readable(target.resolve().name)
    files = beginning.scaffold(called, languages, url.rstrip("/") + "/")
    if shown is not None:
        if shown not in files:
            raise click.UsageError(
                f"There is no file {shown!r} in a new archive. There are: {', '.join(files)}"
            )
        answer(files[shown], line=False)
        return
    try:
        written, kept = beginning.begin(target, files, beside_texts=here)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    for path in written:
        click.echo(path)
    for path in kept:
        click.echo(f"{path}: kept as it was", err=True)
    if here:
        _take_in(target)


def _take_in(folder: Path) -> None:
    """The texts beside which the archive was begun. They stay where they are."""
    mine = {path.split("/")[0] for path in beginning.scaffold("", ("en",), "")}
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in mine and not path.name.startswith("."):
            click.echo(f"{path}: not looked into; its texts are taken in by: archive add {path}", err=True)
    files = [
        folder / path.name
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in mine and not path.name.startswith(".")
    ]
    tables = [path for path in files if tables_of_records.is_one(path)]
    for path in tables[1:]:
        click.echo(f"{path}: a second table, not read; read it with: archive add --table {path}", err=True)
    texts = [path for path in files if path not in tables]
    if files:
        take_in(folder / "seeds", texts, Wishes(), table=tables[0] if tables else None, others=True)


def _readable(name: str) -> str:
    """``evening-herald`` → ``Evening herald``."""
    words = name.replace("-", " ").replace("_", " ").split()
    return " ".join(words)[:1].upper() + " ".join(words)[1:] or "Press archive"
