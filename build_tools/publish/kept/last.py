"""The last build as a whole: where nothing changed since, there is nothing to do."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from build_tools.file_names import ALWAYS_KEPT
from build_tools.problems import Problem
from build_tools.publish.kept import key
from build_tools.publish.kept.program import program
from build_tools.publish.settings import Settings
from build_tools.writing import write

KNOWN_PLUGINS = frozenset(("press-archive", "search", "material/search", "i18n"))
FILE = "last-build.json"
"""In ``.cache/``."""
_ENVIRONMENT = ("SITE_URL", "SOURCE_DATE_EPOCH")


def asked(settings: Settings, sources: Mapping[str, str], *, strict: bool) -> str:
    """A key of everything that a build is made of but the files of ``docs/`` and the archive's own templates.

    ``sources`` are the digests of the files of ``seeds/``.
    """
    from build_tools.render.pictures import lettering  # here, since those who only remember need no pages

    outside = [os.environ.get(name, "") for name in _ENVIRONMENT]
    read = repr((sorted(sources.items()), outside, strict))
    return key(program(), settings.config.read_bytes(), lettering.key(), read).hex()


def remember(settings: Settings, asked_for: str, built: Any) -> None:
    """Put on record what was built for a key; ``built`` is a dataclass of what is told of it."""
    told = {field.name: getattr(built, field.name) for field in dataclasses.fields(built)}
    told["site"] = str(told["site"])
    told["warnings"] = [dataclasses.astuple(problem) for problem in told["warnings"]]
    record = {"asked": asked_for, "found": _found(settings), "told": told}
    write(settings.cache / FILE, json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def is_plain(config: Path) -> bool:
    """Whether a configuration names all that MkDocs reads: no other configuration, no hooks, no plugins of which nobody
    here knows what they look at."""
    loaded = yaml.safe_load(config.read_bytes())
    named = loaded.get("plugins") or ()
    plugins = {str(name) for one in named for name in (one if isinstance(one, Mapping) else [one])}
    return plugins <= KNOWN_PLUGINS and not loaded.keys() & {"INHERIT", "hooks"}


def nothing_to_do(settings: Settings, asked_for: str) -> dict[str, Any] | None:
    """What was told of the last build, where it was for the same key and every file is as it left it."""
    if not is_plain(settings.config):
        return None
    try:
        record = json.loads((settings.cache / FILE).read_text("utf-8", "surrogatepass"))
        if record["asked"] != asked_for or record["found"] != _found(settings):
            return None
        told: dict[str, Any] = record["told"]
        told["site"] = Path(told["site"])
        told["warnings"] = tuple(Problem(*problem) for problem in told["warnings"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told


def _found(settings: Settings) -> str:
    """A key of the files that were made, of hand-written pages and of templates, by their sizes and times."""
    without = {*ALWAYS_KEPT, *settings.keep}
    listed = [
        *_listed(settings.site_dir, without),
        *_listed(settings.docs, ()),
        *_listed(settings.overrides, ()),
    ]
    return key(repr(listed)).hex()


def _listed(folder: Path, without: Collection[str]) -> Iterator[tuple[str, int, int, int]]:
    """Path, bytes, and the times of the last changes of content and of anything, of all files below a folder."""
    for place, folders, names in os.walk(folder):
        if Path(place) == folder:
            folders[:] = [name for name in folders if name not in without]
            names = [name for name in names if name not in without]
        folders.sort()
        for name in sorted(names):
            path = f"{place}/{name}"
            state = os.stat(path, follow_symlinks=False)
            yield path, state.st_size, state.st_mtime_ns, state.st_ctime_ns
