"""``archive verify`` and ``archive bag``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from build_tools.cli.building import CONFIG
from build_tools.cli.output import answer
from build_tools.cli.report import Format, complain, lines, tell
from build_tools.problems import DataError


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@CONFIG
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How differences are printed.")  # fmt: skip
def verify(folder: Path | None, config: Path, style: Format) -> None:
    """Say which files are no longer what the last build read and made.

    Without FOLDER: those of seeds/ and of the site, by the SHA-256 that the build kept. With it: those of a copy of a
    site, by the manifest-sha256.txt in it, or of a bag. One line for each file that changed, is missing or was
    added; exit code 1 where there is one.

    \b
    Examples:
        archive verify
        archive verify site
    """
    from build_tools.publish import bag, fixity, read_settings

    try:
        if folder is None:
            found = fixity.verify(read_settings(config))
        else:
            found = bag.verify_bag(folder) if bag.is_bag(folder) else fixity.verify_copy(folder)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    for line in lines(found, style):
        answer(line)
    if style == "text" and not found:
        answer("Nothing changed, nothing missing, nothing added")
    sys.exit(1 if found else 0)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@CONFIG
@click.option("--public", is_flag=True, help="Leave out what rights withhold or cut.")
def bag(folder: Path, config: Path, public: bool) -> None:
    """Write the whole archive into a bag (BagIt), to be kept.

    FOLDER, which is made, holds sources, records and names (seeds/), the site with its exports, and the configuration,
    each file with its SHA-256 and SHA-512. Without --public that is everything, texts that may not be published too,
    and the bag says so.

    \b
    Example:
        archive bag archive-2024 --public
    """
    from build_tools.publish import bag as bags
    from build_tools.publish import read_settings

    try:
        left_out = bags.make_bag(read_settings(config), folder, public=public, tell=tell)
    except DataError as error:
        complain(error.problems)
        sys.exit(1)
    for path in left_out:
        click.echo(f"left out: seeds/{path}", err=True)
    click.echo(folder)
