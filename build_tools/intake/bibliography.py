"""Bibliographies as Zotero and its like write them: CSL-JSON, RIS, BibTeX."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from build_tools import ids
from build_tools.convert.packages import MissingPackageError, load
from build_tools.intake.columns import Column, joined
from build_tools.intake.rows import Row
from build_tools.problems import DataError, Problem
from build_tools.read import edtf, tags
from build_tools.read.decoding import decode
from build_tools.read.files import read_bytes


def read(path: Path) -> tuple[Row, ...]:
    """An entry is a row. Raises ``DataError`` when the file is no bibliography, or a package is missing."""
    shown = str(path)
    text = decode(read_bytes(path), shown).text
    try:
        rows = tuple(_KINDS[path.suffix.lower()](text, shown))
    except MissingPackageError as error:
        raise _refused(
            shown,
            "missing-package",
            f"Files of the kind {path.suffix} need the package {error.package}",
            f"Install it: pip install {error.package}",
        ) from None
    except DataError:
        raise
    except Exception as error:  # parsers raise whatever they do
        raise _refused(
            shown,
            "broken-file",
            f"The file is no bibliography that can be read ({type(error).__name__})",
            "Export it again",
        ) from None
    if not rows:
        raise _refused(shown, "empty", "There is no entry in it", "Export it again")
    return rows


def is_one(path: Path) -> bool:
    return path.suffix.lower() in _KINDS


def _csl(text: str, shown: str) -> Iterator[Row]:
    items = json.loads(text)
    listed = items.get("items", []) if isinstance(items, dict) else items
    for number, item in enumerate(listed, 1):
        issued = item.get("issued") or {}
        custom = item.get("custom") or {}
        files = [
            str(one.get("path") or one) if isinstance(one, dict) else str(one)
            for one in item.get("attachments", ()) or ()
        ]
        yield _row(
            shown, number, str(item.get("citation-key") or item.get("id") or ""), files,
            {
                "title": item.get("title"), "byline": _people(item.get("author")), "publisher": item.get("container-title") or item.get("publisher"),
                "published": custom.get("edtf") or _date(issued), "url": custom.get("original-url") or item.get("URL"), "language": item.get("language"), "section": item.get("section"),
                "page": item.get("page"), "edition": item.get("edition"), "place": item.get("publisher-place") or item.get("event-place"),
                "tags": joined(part.strip() for part in str(item.get("keyword") or "").split(",") if part.strip()), "summary": item.get("abstract"),
                "retrieved": _date(item.get("accessed") or {}),
            },
        )  # fmt: skip


def _ris(text: str, shown: str) -> Iterator[Row]:
    rispy: Any = load("rispy")
    for number, item in enumerate(rispy.loads(text.removeprefix("\ufeff")), 1):
        authors = item.get("authors") or item.get("first_authors") or []
        files = [
            str(one) for key in ("file_attachments1", "file_attachments2") for one in _list(item.get(key))
        ]
        yield _row(
            shown, number, str(item.get("id") or ""), files,
            {
                "title": item.get("title") or item.get("primary_title"), "byline": ", ".join(map(_turned, authors)),
                "publisher": item.get("secondary_title") or item.get("journal_name") or item.get("alternate_title3") or item.get("publisher"),
                "published": _ris_date(item.get("date") or item.get("year") or item.get("publication_year")), "url": next(iter(_list(item.get("urls"))), None),
                "language": item.get("language"), "section": item.get("section"), "page": item.get("start_page"), "edition": item.get("edition"),
                "place": item.get("place_published"), "tags": joined(item.get("keywords") or ()), "summary": item.get("abstract") or item.get("notes_abstract"),
            },
        )  # fmt: skip


def _bibtex(text: str, shown: str) -> Iterator[Row]:
    bibtexparser: Any = load("bibtexparser")
    middlewares: Any = load("bibtexparser.middlewares")
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = bibtexparser.parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware()])
    for block in library.failed_blocks:
        raise DataError(
            [
                Problem(
                    shown,
                    int(block.start_line) + 1,
                    "broken-file",
                    "An entry begins here that is no BibTeX",
                    "Correct it, or export it again",
                )
            ]
        )
    for entry in library.entries:
        said = {key.lower(): str(field.value) for key, field in entry.fields_dict.items()}
        authors = re.split(r"\s+and\s+", said.get("author", ""))
        files = [_bib_file(one) for one in re.split(r"(?<!\\);", said.get("file", "")) if one]
        yield _row(
            shown, int(entry.start_line) + 1, entry.key, files,
            {
                "title": said.get("title"), "byline": ", ".join(_turned(one) for one in authors if one),
                "publisher": said.get("journaltitle") or said.get("journal") or said.get("publisher"),
                "published": said.get("date") or said.get("year"), "url": said.get("url"), "language": said.get("langid") or said.get("language"),
                "page": said.get("pages"), "edition": said.get("edition"), "place": said.get("location") or said.get("address"),
                "tags": joined(part.strip() for part in re.split("[,;]", said.get("keywords", "")) if part.strip()), "summary": said.get("abstract"),
                "retrieved": said.get("urldate"),
            },
        )  # fmt: skip


_KINDS: Mapping[str, Callable[[str, str], Iterator[Row]]] = {".json": _csl, ".ris": _ris, ".bib": _bibtex}


def _row(shown: str, line: int, key: str, files: list[str], said: Mapping[str, object]) -> Row:
    """Of what an entry does not say, the record keeps what it has; a date or a language that is none is not taken."""
    values = {name: " ".join(str(value).split()) for name, value in said.items() if value}
    if edtf.fault(values.get("published", "")):
        values.pop("published", None)
    if edtf.fault(values.get("retrieved", "")):
        values.pop("retrieved", None)
    if "language" in values:
        tag = values["language"].replace("_", "-")
        values.pop("language")
        if not tags.fault(tag):
            values["language"] = tag
    if not re.match(r"https?://\S+\Z", values.get("url", "")):
        values.pop("url", None)
    values = {name: value for name, value in values.items() if value}
    title = values.get("title", "")
    stems = [PurePath(file.replace("\\", "/")).stem for file in files]
    names = tuple(
        dict.fromkeys(
            ids.slug(name) for name in (key, key.rsplit("/", 1)[-1], title, *stems) if ids.slug(name)
        )
    )
    return Row(
        shown,
        line,
        names,
        tuple(files),
        {Column(name): value for name, value in values.items()},
        title or key or f"entry {line}",
    )


def _date(date: Mapping[str, Any]) -> str | None:
    """A date of CSL as EDTF."""
    parts = date.get("date-parts") or []
    days = ["-".join(f"{int(part):0{2 if n else 4}d}" for n, part in enumerate(one)) for one in parts if one]
    if not days:
        raw = str(date.get("raw") or date.get("literal") or "")
        return raw if raw and not edtf.fault(raw) else None
    return "/".join(days) + ("~" if date.get("circa") and len(days) == 1 else "")


def _ris_date(value: object) -> str | None:
    """``2024/12/06/`` as ``2024-12-06``."""
    parts = [part for part in re.split(r"[/-]", str(value or "").strip()) if part.strip().isdigit()]
    return "-".join(part.strip().zfill(4 if n == 0 else 2) for n, part in enumerate(parts[:3])) or None


def _people(authors: object) -> str:
    names = []
    for one in _list(authors):
        if isinstance(one, dict):
            parts = [one.get("given"), one.get("non-dropping-particle"), one.get("family")]
            names.append(str(one.get("literal") or " ".join(str(part) for part in parts if part)))
    return ", ".join(filter(None, names))


def _turned(name: str) -> str:
    """``Strand, Ada`` as ``Ada Strand``."""
    family, comma, given = name.strip().strip("{}").partition(", ")
    return f"{given} {family}" if comma and given else family


def _bib_file(value: str) -> str:
    """``Full text:files/12/report.pdf:application/pdf`` → its path."""
    parts = [part.replace("\\:", ":").replace("\\;", ";") for part in re.split(r"(?<!\\):", value)]
    return parts[1] if len(parts) >= 3 else parts[0]


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _refused(path: str, code: str, message: str, hint: str) -> DataError:
    return DataError([Problem(path, 0, code, message, hint)])
