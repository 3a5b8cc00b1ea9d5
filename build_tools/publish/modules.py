"""Many small JavaScript modules published as one, so that a browser asks once for what it needs together.

The modules stay as they are written while the site is worked on; nothing is compiled. Each becomes a function that
gives what the module exports, in an order in which those that are needed stand before those that need them, and
loses the lines that are comments only. Only the forms of import and export that the modules here use are known; any
other one is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SEARCH = "assets/search"
WHOLE = "search.js"
"""The module that stands for all."""
APART = ("worker.js", "page.js", WHOLE)
"""Those that pages and the worker ask for by name."""

_IMPORT = re.compile(r'^import \{ ([^}]*) \} from "\./([\w-]+)\.js";$', re.MULTILINE)
_LATER = re.compile(r'await import\("\./([\w-]+)\.js"\)')
_PASSED_ON = re.compile(r'^export \{ ([^}]*) \} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/)\n", re.MULTILINE | re.DOTALL)
_LEFT = re.compile(r"^(?:import|export)\b|\bimport\(", re.MULTILINE)


def join_modules(site: Path) -> None:
    """In a built site, put all modules of the search into one and remove those that nothing asks for then."""
    folder = site / SEARCH
    if not (folder / WHOLE).is_file():
        return
    joined = join(folder, WHOLE)
    for path in folder.glob("*.js"):
        if path.name not in APART:
            path.unlink()
    (folder / WHOLE).write_text(joined, "utf-8", newline="\n")


def join(folder: Path, entry: str) -> str:
    """The module ``entry`` of a folder with all it needs in it. Raises ``ValueError`` for what cannot be joined."""
    name = entry.removesuffix(".js")
    parts = [_wrapped(one, text) for one, text in _needed(folder, name, {}, ()) if one != name]
    return "".join(parts) + _entry((folder / entry).read_text("utf-8"), name)


def _needed(
    folder: Path, name: str, met: dict[str, None], path: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    if name in path:
        raise ValueError(f"modules need one another: {' → '.join((*path, name))}")
    if name in met:
        return
    met[name] = None
    text = (folder / f"{name}.js").read_text("utf-8")
    wanted = [found[-1] for pattern in (_IMPORT, _PASSED_ON) for found in pattern.findall(text)]
    for other in (*wanted, *_LATER.findall(text)):
        yield from _needed(folder, other, met, (*path, name))
    yield name, text


def _wrapped(name: str, text: str) -> str:
    exported = _EXPORT.findall(text)
    body = _EXPORT.sub("", _without_imports(text))
    _refuse_others(body, name)
    return f"const ${name} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _entry(text: str, name: str) -> str:
    body = _PASSED_ON.sub(
        lambda found: f"export const {{ {_renamed(found[1])} }} = ${found[2]};", _without_imports(text)
    )
    _refuse_others(re.sub(r"^export const ", "", body, flags=re.MULTILINE), name)
    return body


def _without_imports(text: str) -> str:
    plain = _COMMENT.sub("", text)
    plain = _IMPORT.sub(lambda found: f"const {{ {_renamed(found[1])} }} = ${found[2]};", plain)
    return _LATER.sub(lambda found: f"${found[1]}", plain)


def _renamed(names: str) -> str:
    return names.replace(" as ", ": ")


def _refuse_others(body: str, name: str) -> None:
    if left := _LEFT.search(body):
        line = body[left.start() :].partition("\n")[0]
        raise ValueError(f"{name}.js: no known form of import or export: {line}")
