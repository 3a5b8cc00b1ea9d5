"""The whole site as one file, for reading without a server.

A browser that opens a page from the disk shows a folder's list where a server would show its ``index.html``, so links
to folders name that file. It runs no modules there and lets pages read no files, only run scripts: what pages run as
modules becomes plain scripts, and each file of the search index a script that hands over its content. All this works
from a server too; only the search by meaning, whose encoder is left out, needs the site itself.
"""

from __future__ import annotations

import base64
import json
import re
import zipfile
from pathlib import Path, PurePosixPath

from build_tools.render.exports import csv_files, documents_json, sqlite, texts, web_annotations
from build_tools.render.formats.packing import BEGINNING

_LINK = re.compile(r'(\b(?:href|action)=")([^"#?:]*)([^":]*")')
WITHOUT = ("search/encoder/",)
"""What of the site is left out: the encoder of the search by meaning, without which the rest works, weighs more than most
archives."""
PACKED = (csv_files.PACKED, documents_json.PACKED, sqlite.PACKED, texts.ALL, web_annotations.ALL)
"""Downloads that are packed already are left out, too: pages in the file lead to those on the site."""
SEARCH = "assets/search/search.js"
MODULES = ("assets/search/page.js", "assets/javascripts/facets.js", "assets/javascripts/reading.js")
"""What pages run as modules, each joined into one file (``squeeze.scripts``)."""
INDEX = "search/index.bin"
"""Read under its own name too, by a worker that begins with it."""
THEMES = "search/search_index.json"
"""The theme's own index, which is empty."""
_TO_PACKED = re.compile(
    rf'href="(?:[^":]*/)?({"|".join(re.escape(name.removeprefix("data/")) for name in PACKED)})"'
)
_MODULE = re.compile(rf'<script src="([^"]*?)({"|".join(map(re.escape, MODULES))})" type="module"></script>')
_EXPORTS = re.compile(r"^export const \{ (.*) \} = (\$\w+);$", re.MULTILINE)


def pack(site: Path, path: str, url: str) -> int:
    """Write the files of the built ``site``, which is published at ``url``, into the archive ``path`` (relative to it), in one
    folder of its name: all but ``WITHOUT`` and ``PACKED``. Returns its bytes."""
    target = site / path
    files = sorted(file for file in site.rglob("*") if file.is_file() and file != target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for file in files:
            name = file.relative_to(site).as_posix()
            if not name.startswith(WITHOUT + PACKED):
                for given, content in _packed(name, file.read_bytes(), url):
                    entry = zipfile.ZipInfo(f"{target.stem}/{given}", BEGINNING)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    archive.writestr(entry, content)
    return target.stat().st_size


def _packed(name: str, content: bytes, url: str) -> list[tuple[str, bytes]]:
    """What stands for a file of the site: names with their content."""
    if name.endswith(".html"):
        page = plain(to_files(content.decode("utf-8")))
        return [(name, _TO_PACKED.sub(rf'href="{url}data/\1"', page).encode("utf-8"))]
    if name in MODULES:
        return [(name, _closed(content.decode("utf-8")).encode("utf-8"))]
    if name == SEARCH:
        return [(name, offering(content.decode("utf-8")).encode("utf-8"))]
    if name == THEMES:
        # Under this name the theme looks for it on a disk.
        script = b"var __index = " + content.strip() + b";\n"
        return [(name, content), (name.removesuffix("on"), script)]
    if name.startswith("search/") and PurePosixPath(name).suffix in (".bin", ".json"):
        handed = [(f"{name}.js", handing_over(name.removeprefix("search/"), content))]
        return [(name, content), *handed] if name == INDEX else handed
    return [(name, content)]


def plain(page: str) -> str:
    """A page that runs its modules as plain scripts, the search page after what it asks for later elsewhere."""

    def script(found: re.Match[str]) -> str:
        own = f'<script src="{found[1]}{found[2]}" defer></script>'
        before = f'<script src="{found[1]}{SEARCH}" defer></script>' if found[2] == MODULES[0] else ""
        return before + own

    return _MODULE.sub(script, page)


def offering(module: str) -> str:
    """The joined module of the search as a script, which leaves what it exports where pages look for it."""
    names = [name.split(": ")[-1] for found in _EXPORTS.findall(module) for name in found[0].split(", ")]
    body = _EXPORTS.sub(r"const { \1 } = \2;", module)
    left = f"globalThis.archivePacked = true;\nglobalThis.archiveSearch = {{ {', '.join(names)} }};\n"
    return _closed(body + left)


def handing_over(name: str, content: bytes) -> bytes:
    """A script that hands over a file of the index by its name: ``docs/assets/search/bytes.js`` takes it."""
    return f'archiveFile({json.dumps(name)}, "{base64.b64encode(content).decode()}");\n'.encode()


def _closed(script: str) -> str:
    """A script whose names are its own. Modules are strict."""
    return f'(() => {{\n"use strict";\n{script}}})();\n'


def to_files(page: str) -> str:
    """A page whose relative links and forms that lead to folders name the ``index.html`` in them."""
    return _LINK.sub(lambda found: found[1] + _to_file(found[2]) + found[3], page)


def _to_file(path: str) -> str:
    if path.startswith("/") or not (path.endswith("/") or path.rpartition("/")[2] in (".", "..")):
        return path
    return f"{path.rstrip('/')}/index.html"
