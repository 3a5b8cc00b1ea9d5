"""A new archive: its files, made from the templates in ``scaffold/``, and written without touching what is there."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from build_tools import languages as language_data
from build_tools.problems import DataError, Problem
from build_tools.render.wording import words
from build_tools.writing import write

PACKAGE = "press-archive"
FOLDER = Path(__file__).with_name("scaffold")
CONFIGURATION = "mkdocs.yml"
WORKFLOW = ".github/workflows/pages.yml"
FORM = 1
"""Of the configuration and the workflow; each change that an archive has to follow makes it one more."""
GENERATED = ("index", "search", "signs", "timeline", "disputed", "data")
"""Generated pages that lie in ``docs/`` itself, without their ending."""
_FORM = re.compile(r"^#.*\bForm (\d+)[.;]", re.MULTILINE)
_MAKE = re.compile(r"\brun: make\b")
EXAMPLE_ADDRESS = "https://example.org/"

_FILES = {
    # template in scaffold/: its place in the archive
    "mkdocs.yml.j2": CONFIGURATION,
    "README.md.j2": "README.md",
    "requirements.txt.j2": "requirements.txt",
    "gitignore.j2": ".gitignore",
    "github/pages.yml.j2": WORKFLOW,
    "seeds/README.md.j2": "seeds/README.md",
    "seeds/record-to-copy.yml.j2": "seeds/record-to-copy.yml",
    "seeds/entities/names.yml.j2": "seeds/entities/names.yml",
}
_PER_LANGUAGE = ("home", "about")


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface, with its name in itself."""

    tag: str
    name: str


def scaffold(name: str, languages: Sequence[str], url: str) -> dict[str, str]:
    """The files of a new archive by path. ``languages`` have catalogues, the default one first."""
    templates = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # nothing of it is markup
    )
    templates.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    values = {
        "name": name,
        "languages": [Language(tag, _own_name(tag)) for tag in languages],
        "url": url,
        "form": FORM,
        "generated": GENERATED,
        "types": [str(kind["id"]) for kind in language_data.table("types")["types"]],
        "program": program_address(),
        "version": version(),
    }
    files = {place: templates.get_template(source).render(values) for source, place in _FILES.items()}
    for page in _PER_LANGUAGE:
        for tag in languages:
            text = FOLDER / "docs" / f"{page}.{tag}.md"
            if text.is_file():
                files[f"docs/{page}.{tag}.md"] = text.read_text("utf-8")
    return files


def begin(folder: Path, files: Mapping[str, str], *, beside_texts: bool) -> tuple[list[Path], list[Path]]:
    """Write the files of a new archive. Returns those written, and those left as they were.

    The folder is new or empty, or, ``beside_texts``, one that holds anything but an archive. Raises ``DataError``
    when it is not, or when something cannot be written; then nothing is.
    """
    if (folder / CONFIGURATION).exists():
        raise _refused(folder / CONFIGURATION, "exists", "Here is an archive already", "Name another folder; archive new --print FILE shows a file as it would be written today")  # fmt: skip
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "exists", "It is no folder", "Name another one")
    if not beside_texts and folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise _refused(folder, "not-empty", "The folder is not empty", "Name a new one, or begin in it: archive new --here")  # fmt: skip
    kept = [folder / path for path in files if os.path.lexists(folder / path)]
    wanted = [path for path in files if folder / path not in kept]
    new_folders = {made for path in wanted for made in _missing(folder / path)}
    written: list[Path] = []
    try:
        for path in wanted:
            written.append(folder / path)
            write(folder / path, files[path].encode())
    except OSError as error:
        for file in written:
            file.unlink(missing_ok=True)
        for made in sorted(new_folders, reverse=True):
            if made.is_dir() and not any(made.iterdir()):
                made.rmdir()
        raise _refused(Path(error.filename or folder), "unwritable", f"The file cannot be written: {error.strerror}", "Check the folder and its permissions; nothing was written") from None  # fmt: skip
    return written, kept


def older_forms(folder: Path) -> tuple[Problem, ...]:
    """The files of an archive that an older ``archive new`` wrote, where that makes a difference; warnings."""
    found = []
    for name in (CONFIGURATION, WORKFLOW):
        path = folder / name
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        form = _FORM.search(text)
        if form and int(form[1]) < FORM:
            found.append(Problem(str(path), 0, "older-form", f"It is of form {form[1]}, and {FORM} is the present one", f"See what changed: archive new --print {name}; the changelog says what to do", "warning"))  # fmt: skip
        if name == WORKFLOW and _MAKE.search(text) and not (folder / "Makefile").is_file():
            found.append(Problem(str(path), 0, "older-form", "It runs make, and there is no Makefile here", f"Write it anew: archive new --print {name} > {name}", "warning"))  # fmt: skip
    return tuple(found)


def interface_languages() -> tuple[str, ...]:
    """Those that the interface has words for."""
    return words.languages()


def version() -> str:
    """The program's version; that of a working copy which is not installed is unknown: ``0``."""
    try:
        return distribution(PACKAGE).version
    except PackageNotFoundError:
        return "0"


@cache
def program_address() -> str:
    """The address that this program was installed from, with its checksum; empty where there is none to hand on."""
    try:
        text = distribution(PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    origin = json.loads(text) if text else {}
    url = str(origin.get("url", ""))
    if not re.match(r"https?://", url) or "archive_info" not in origin:
        return ""
    digest = (origin["archive_info"].get("hashes") or {}).get("sha256")
    return f"{url}#sha256={digest}" if digest else url


def _own_name(tag: str) -> str:
    return str(Locale.parse(tag, sep="-").get_display_name() or tag)


def _missing(path: Path) -> Iterator[Path]:
    """The folders that have to be made for a file."""
    for folder in path.parents:
        if folder.exists():
            return
        yield folder


def _refused(path: Path, code: str, message: str, hint: str) -> DataError:
    return DataError([Problem(str(path), 0, code, message, hint)])
