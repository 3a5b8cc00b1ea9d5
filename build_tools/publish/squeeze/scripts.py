"""Many small JavaScript modules published as one, so that a browser asks once for what it needs together.

The modules stay as they are written while the site is worked on; nothing is compiled. Each becomes a function that
gives what the module exports, in an order in which those that are needed stand before those that need them, and
loses the lines that are comments only, and what its lines begin with. Only the forms of import and export that the
modules here use are known; any other one is an error.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ENTRIES = (
    "assets/search/search.js",
    "assets/search/near/near.js",
    "assets/search/page.js",
    "assets/search/below.js",
    "assets/javascripts/facets.js",
    "assets/javascripts/reading.js",
)
"""Modules that pages, or scripts in them, ask for by name, and that need others."""

_NAMES = r"\{\s*([^}]*?),?\s*\}"
_IMPORT = re.compile(rf'^import {_NAMES} from "(\.{{1,2}}/[\w/-]+\.js)";$', re.MULTILINE)
_LATER = re.compile(r'await import\("(\./[\w/-]+\.js)"\)')
_PASSED_ON = re.compile(rf'^export {_NAMES} from "(\.{{1,2}}/[\w/-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
ALONE = (
    "assets/javascripts/early.js",
    "assets/javascripts/frame.js",
    "assets/search/worker.js",
    "assets/search/near/encoding.js",
)
"""Scripts that need no others; they lose what nobody runs, as the joined ones do."""
_LEFT = re.compile(r"^(?:import|export)\b|\bimport\((?!/\* apart \*/)", re.MULTILINE)
"""What is imported with that comment stays a module of its own, which is asked for when it is needed."""


def join_scripts(site: Path) -> None:
    """In a built site, put the modules that each of ``ENTRIES`` needs into it, and remove those that nothing asks for
    then."""
    joined: dict[Path, str] = {}
    parts: set[Path] = set()
    for name in ENTRIES:
        entry = site / name
        if entry.is_file():
            modules = _needed(entry)
            joined[entry] = _join(entry, modules)
            parts.update(modules)
    for path in parts - joined.keys():
        path.unlink()
    for path, text in joined.items():
        path.write_text(lean(text), "utf-8", newline="\n")
    for path in (site / name for name in ALONE):
        if path.is_file():
            path.write_text(lean(path.read_text("utf-8")), "utf-8", newline="\n")


def lean(script: str) -> str:
    """A script without the lines that are comments only and without what its lines begin with: no text of the scripts here
    goes on over several lines with blanks that count."""
    return _INDENTED.sub("", _COMMENT.sub("", script))


def join(entry: Path) -> str:
    """The module ``entry`` with all it needs in it. Raises ``ValueError`` for what cannot be joined."""
    return _join(entry, _needed(entry))


def _join(entry: Path, modules: Mapping[Path, str]) -> str:
    parts = [_wrapped(path, text) for path, text in modules.items() if path != entry]
    return "".join(parts) + _entry(entry, modules[entry])


def _needed(entry: Path) -> dict[Path, str]:
    """The module and all that it needs, with their texts; those that are needed first."""
    met: dict[Path, str] = {}
    found = dict(_walked(entry, met, ()))
    if len({path.stem for path in found}) < len(found):
        raise ValueError(f"{entry.name}: needs two modules of one name")
    return found


def _walked(path: Path, met: dict[Path, str], way: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    if path in way:
        raise ValueError(f"modules need one another: {' → '.join(one.stem for one in (*way, path))}")
    if path in met:
        return
    text = met[path] = path.read_text("utf-8")
    wanted = [found[-1] for pattern in (_IMPORT, _PASSED_ON) for found in pattern.findall(text)]
    for other in (*wanted, *_LATER.findall(text)):
        yield from _walked(Path(posixpath.normpath(path.parent / other)), met, (*way, path))
    yield path, text


def _wrapped(path: Path, text: str) -> str:
    exported = _EXPORT.findall(text)
    body = _EXPORT.sub("", _without_imports(text))
    _refuse_others(body, path)
    return f"const ${path.stem} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _entry(path: Path, text: str) -> str:
    body = _PASSED_ON.sub(
        lambda found: f"export const {{ {_renamed(found[1])} }} = ${_stem(found[2])};", _without_imports(text)
    )
    _refuse_others(re.sub(r"^export const ", "", _EXPORT.sub("", body), flags=re.MULTILINE), path)
    return body


def _without_imports(text: str) -> str:
    plain = _COMMENT.sub("", text)
    plain = _IMPORT.sub(lambda found: f"const {{ {_renamed(found[1])} }} = ${_stem(found[2])};", plain)
    return _LATER.sub(lambda found: f"${_stem(found[1])}", plain)


def _stem(address: str) -> str:
    return Path(address).stem


def _renamed(names: str) -> str:
    return " ".join(names.split()).replace(" as ", ": ")


def _refuse_others(body: str, path: Path) -> None:
    if left := _LEFT.search(body):
        line = body[left.start() :].partition("\n")[0]
        raise ValueError(f"{path.name}: no known form of import or export: {line}")
