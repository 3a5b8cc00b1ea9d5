"""The whole site as one file, for reading without a server.

A browser that opens a page from the disk shows a folder's list where a server would show its ``index.html``, so links
to folders name that file. What needs a server (search, filters) works on the unpacked site as soon as there is one:
``python3 -m http.server``.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_LINK = re.compile(r'(\b(?:href|action)=")([^"#?:]*)([^":]*")')
WITHOUT = ("search/encoder/",)
"""What of the site is left out: the encoder of the search by meaning, without which the rest works, weighs more than most
archives."""
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time of day that the format knows: the same site gives the same bytes."""


def pack(site: Path, path: str) -> int:
    """Write the files of the built ``site`` but ``WITHOUT`` into the archive ``path`` (relative to it). Returns its bytes."""
    target = site / path
    files = sorted(file for file in site.rglob("*") if file.is_file() and file != target)
    files = [file for file in files if not file.relative_to(site).as_posix().startswith(WITHOUT)]
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.relative_to(site).as_posix(), _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            content = file.read_bytes()
            if file.suffix == ".html":
                content = to_files(content.decode("utf-8")).encode("utf-8")
            archive.writestr(entry, content)
    return target.stat().st_size


def to_files(page: str) -> str:
    """A page whose relative links and forms that lead to folders name the ``index.html`` in them."""
    return _LINK.sub(lambda found: found[1] + _to_file(found[2]) + found[3], page)


def _to_file(path: str) -> str:
    if path.startswith("/") or not (path.endswith("/") or path.rpartition("/")[2] in (".", "..")):
        return path
    return f"{path.rstrip('/')}/index.html"
