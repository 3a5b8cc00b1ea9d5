"""Files of other kinds → text, with what they say of themselves. Nothing is fetched.

Each kind needs a package of the extra ``add``; plain text needs none and stays byte for byte what it is.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import BadZipFile

from build_tools.problems import DataError, Problem
from build_tools.read import edtf
from build_tools.read.decoding import decode
from build_tools.read.files import read_bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """A text to take in. ``data`` is what becomes the text file: for plain text, the very bytes."""

    data: bytes
    text: str
    sha256: str
    """Of the file that it came from."""
    converter: str | None = None
    """The package that made the text, with its version; ``None``: nothing was converted."""
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None


def convert(path: Path) -> Imported:
    """The text of a file. Raises ``DataError`` for a kind that is not read, a package that is not installed, a file
    that is broken, and one without any text (a scanned PDF)."""
    kind = path.suffix.lower()
    if kind not in _KINDS:
        raise _refused(path, "unknown-kind", f"Files of the kind {kind or path.name!r} are not taken in", f"Save it as one of: {', '.join(_KINDS)}")  # fmt: skip
    data = read_bytes(path)
    try:
        imported = _KINDS[kind](path, data)
    except (DataError, OSError, MemoryError):
        raise
    except Exception as error:  # converters raise whatever their parsers do
        raise _broken(path, f"{kind} file", error) from None
    if not imported.text.strip():
        raise _refused(path, "no-text", "No text is found in the file", "A scanned page has none: run text recognition first")  # fmt: skip
    return imported


def _plain(path: Path, data: bytes) -> Imported:
    return Imported(data=data, text=decode(data, str(path)).text, sha256=sha256(data).hexdigest())


def _html(path: Path, data: bytes) -> Imported:
    trafilatura = _package(path, "trafilatura")
    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False, include_tables=True)
    if found is None:
        raise _refused(
            path, "no-text", "No article is found in the page", "Save its text as .txt and take that in"
        )
    about: Mapping[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return _made(
        data,
        str(about.get("text") or about.get("raw_text") or ""),
        f"trafilatura {trafilatura.__version__}",
        title=about.get("title"),
        byline=about.get("author"),
        publisher=about.get("sitename"),
        published=about.get("date"),
        url=about.get("url"),
    )


def _pdf(path: Path, data: bytes) -> Imported:
    pypdf = _package(path, "pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # faults of a file are reported below, in one line
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(path, "encrypted", "The file is locked with a password", "Save a copy without it")
        pages = [page.extract_text() or "" for page in reader.pages]
        about = reader.metadata or {}
    except DataError:
        raise
    except Exception as error:
        raise _broken(path, "PDF", error) from None
    return _made(
        data,
        "\n\n".join(page.strip() for page in pages),
        f"pypdf {pypdf.__version__}",
        title=about.get("/Title"),
        byline=about.get("/Author"),
    )


def _docx(path: Path, data: bytes) -> Imported:
    docx = _package(path, "docx", "python-docx")
    try:
        document = docx.Document(io.BytesIO(data))
    except (BadZipFile, KeyError, ValueError, docx.opc.exceptions.OpcError) as error:
        raise _broken(path, "Word document", error) from None
    parts: list[str] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            parts.extend("\t".join(cell.text.strip() for cell in row.cells) for row in block.rows)
        else:
            parts.append(block.text)
    about = document.core_properties
    return _made(
        data,
        "\n".join(parts),
        f"python-docx {docx.__version__}",
        title=about.title,
        byline=about.author,
    )


_KINDS: Mapping[str, Callable[[Path, bytes], Imported]] = {
    ".txt": _plain,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".docx": _docx,
}


def _made(data: bytes, text: str, converter: str, **about: Any) -> Imported:
    """A converted text, without the control characters that converters leave; what is said of it, where it says it."""
    clean = re.sub(r"\r\n?|[\x0b\x0c\x85]", "\n", text)
    clean = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", "", clean)
    clean = clean.encode("utf-8", "ignore").decode().strip() + "\n"
    said = {key: " ".join(str(value).split()) for key, value in about.items() if value and str(value).strip()}
    if "published" in said and edtf.fault(said["published"]):
        del said["published"]
    if "url" in said and not re.match(r"https?://", said["url"]):
        del said["url"]
    return Imported(
        data=clean.encode(), text=clean, sha256=sha256(data).hexdigest(), converter=converter, **said
    )


def _package(path: Path, module: str, package: str | None = None) -> ModuleType:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        name = package or module
        raise _refused(path, "missing-package", f"Files of the kind {path.suffix} need the package {name}", f"Install it: pip install {name}") from None  # fmt: skip


def _broken(path: Path, kind: str, error: Exception) -> DataError:
    return _refused(path, "broken-file", f"The file is no {kind} that can be read ({type(error).__name__})", "Save it again from its source")  # fmt: skip


def _refused(path: Path, code: str, message: str, hint: str) -> DataError:
    return DataError([Problem(str(path), 0, code, message, hint)])
