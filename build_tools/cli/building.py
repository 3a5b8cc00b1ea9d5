"""``archive build``, ``archive serve`` and ``archive clean``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli import progress
from build_tools.cli.report import complain, tell
from build_tools.problems import DataError

CONFIG = click.option(
    "--config",
    metavar="FILE",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The configuration file.",
)


@click.command()
@CONFIG
@click.option("--strict/--no-strict", default=True, show_default=True, help="Whether MkDocs' warnings stop the build.")  # fmt: skip
@click.option("--jobs", metavar="N", type=click.IntRange(1, 64), help="Processes at the same time. [default: one for a small archive, else one for each core]")  # fmt: skip
@click.option("--scheduler", metavar="ADDRESS", help="Let the workers of Dask's scheduler at ADDRESS annotate (tcp://HOST:8786).")  # fmt: skip
def build(config: Path, strict: bool, jobs: int | None, scheduler: str | None) -> None:
    """Build the whole site.

    It replaces the old site when everything is right; else the old one stays as it was.

    \b
    Example:
        archive build --jobs 3
    """
    from build_tools import publish

    try:
        with progress.shown() as report:
            built = publish.build(
                config, strict=strict, jobs=jobs, scheduler=scheduler, progress=report, tell=tell
            )
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    complain(built.warnings)
    if sys.stdout is not None:
        made = f"{built.documents:,} documents, {built.pages:,} pages, {built.written:,} of them changed"
        click.echo(f"{built.site}: {made}; {built.weight}")


@click.command()
@CONFIG
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")  # fmt: skip
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(config: Path, host: str, port: int, open_browser: bool) -> None:
    """Show the site on this machine and rebuild it when something changes.

    Faults in the data are shown in the place of the site until they are mended. Ends with Ctrl+C.

    \b
    Example:
        archive serve --port 8001
    """
    from build_tools import publish

    try:
        code = publish.serve(
            config, host=host, port=port, open_browser=open_browser, tell=tell, complain=complain
        )
        sys.exit(code)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)


@click.command()
@CONFIG
def clean(config: Path) -> None:
    """Remove what the build made.

    Generated pages, the site, everything unfinished. Pages that were changed by hand stay, and are named.

    \b
    Example:
        archive clean
    """
    from build_tools import publish

    try:
        removed, kept = publish.clean(config, tell=tell)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    complain(kept)
    if sys.stdout is not None and sys.stdout.isatty():
        click.echo(f"{removed} pages removed")
