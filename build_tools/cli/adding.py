"""``archive add``."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from build_tools import intake
from build_tools.cli.report import complain, tell
from build_tools.cli.values import address, date, language_tag
from build_tools.problems import DataError, Problem
from build_tools.read import document_from_text, ids
from build_tools.read.importers import Imported, convert
from build_tools.read.tags import UNDETERMINED


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--seeds", metavar="DIR", default="seeds", show_default=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to add to.")  # fmt: skip
@click.option("--name", help="Name of the document, where the file's own is not wanted; for one FILE.")
@click.option("--language", metavar="TAG", callback=language_tag, help="Language of the text (BCP 47), where detection errs.")  # fmt: skip
@click.option("--url", callback=address, help="Address that the file was saved from.")
@click.option("--publisher", help="Who published it: an entity's id, or a name.")
@click.option("--published", metavar="DATE", callback=date, help="When, as EDTF: 2024-12-06, 2024-12~, …")
def add(
    files: tuple[str, ...],
    seeds: Path,
    name: str | None,
    language: str | None,
    url: str | None,
    publisher: str | None,
    published: str | None,
) -> None:
    """Take in texts: .txt as it is; .html, .pdf and .docx converted.

    Writes NAME.txt and a record NAME.yml to complete, and never overwrites. Nothing is fetched: save a page and give
    its address with --url. HTML, PDF and Word need
    further packages: pip install 'press-archive[add]' by the address that the program was installed from.

    \b
    Example:
        archive add report.txt --publisher 'Daily Herald' --published 2024-12-06
    """
    if name is not None and len(files) > 1:
        raise click.UsageError("--name is for one file")
    problems: list[Problem] = []
    for file in files:
        try:
            imported = _read(file)
            given = {"url": url, "publisher": publisher, "published": published}
            with intake.one_writer(seeds, "archive add", tell=tell):
                paths = _store(seeds, Path(file), imported, name, language, given)
            for path in paths:
                click.echo(path)
        except DataError as error:
            problems.extend(error.problems)
    complain(problems)
    sys.exit(1 if problems else 0)


def _read(file: str) -> Imported:
    if re.match(r"[a-z][a-z0-9+.-]*://", file, re.IGNORECASE):
        hint = "Save the page in a browser, then: archive add PAGE.html --url ADDRESS"
        raise DataError([Problem(file, 0, "not-fetched", "Addresses are not fetched", hint)])
    return convert(Path(file))


def _store(
    seeds: Path,
    file: Path,
    imported: Imported,
    name: str | None,
    language: str | None,
    given: dict[str, str | None],
) -> tuple[Path, Path]:
    document_id = name if name is not None else ids.slug(file.stem)
    wrong = ids.document_fault(document_id)
    if wrong:
        raise DataError(
            [Problem(str(file), 0, "bad-name", wrong[:1].upper() + wrong[1:], "Give another with --name")]
        )
    taken = {ids.collision_key(path.name.removesuffix(".txt")): path for path in seeds.rglob("*.txt")}
    other = taken.get(ids.collision_key(document_id))
    if other is not None:
        raise DataError([Problem(str(other), 0, "exists", "A document of this name exists already", "Give another with --name")])  # fmt: skip
    document = document_from_text(document_id, imported.text, language)
    if document.language == UNDETERMINED:
        raise DataError([Problem(str(file), 0, "unknown-language", "The language of the text cannot be told", "Give it: --language")])  # fmt: skip
    return intake.store(
        seeds, document_id, imported.data, record(file, imported, document.language, language, given)
    )


def record(
    file: Path, imported: Imported, detected: str, language: str | None, given: dict[str, str | None]
) -> str:
    """The record to start from, as YAML: what is known filled in, what is not to be guessed left as a comment."""
    rows = []
    if imported.converter is not None:
        rows.append(
            f"# Converted from {_shown(file.name)} (SHA-256 {imported.sha256}) by {imported.converter}."
        )
    rows.append(
        f"title: {{{detected}: {_quoted(imported.title)}}}"
        if imported.title
        else f"# title: {{{detected}: …}}"
    )
    if language is not None:
        rows.append(f"language: {language}")
    known = {
        "publisher": given["publisher"] or imported.publisher,
        "published": given["published"] or imported.published,
        "url": given["url"] or imported.url,
        "byline": imported.byline,
    }
    rows.append("source:" if any(known.values()) else "# source:")
    rows.extend(f"  {key}: {_quoted(value)}" if value else f"  # {key}: …" for key, value in known.items())
    rows.append("# rights: …  # full, excerpt or withheld; without it, what mkdocs.yml says")
    return "\n".join(rows) + "\n"


def _quoted(value: str) -> str:
    """A double-quoted YAML scalar, which escapes as JSON does; marks that YAML takes for line ends are escaped too."""
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in name)
