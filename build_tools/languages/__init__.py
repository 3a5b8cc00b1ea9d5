"""Linguistic data, one folder per language, all of one shape; tables that belong to no language lie beside them.

The folder is the register: a language exists when ``languages/<tag>/`` does. Which keys a file may have is said
by the module that reads it (``annotate.figures.grammar.schema``, ``annotate.names``, ``search.tokens``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).parent


@cache
def tags() -> tuple[str, ...]:
    """Language tags that have data, sorted: ``("ar", "en", "zh")``."""
    return tuple(sorted(p.name for p in _ROOT.iterdir() if (p / "language.yml").is_file()))


@cache
def section(tag: str, name: str) -> Mapping[str, Any]:
    """The data of ``languages/<tag>/<name>.yml``; empty when the language has no such file."""
    path = _ROOT / tag / f"{name}.yml"
    return _load(path) if path.is_file() else {}


@cache
def table(name: str) -> Mapping[str, Any]:
    """The data of ``languages/<name>.yml``, which belongs to no language."""
    return _load(_ROOT / f"{name}.yml")


@cache
def columns(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the tab-separated table ``languages/<name>.tsv``; lines that start with ``#`` are comments."""
    rows = (_ROOT / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(row.split("\t")) for row in rows if row and not row.startswith("#"))


def _load(path: Path) -> Mapping[str, Any]:
    loaded = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded or {}
