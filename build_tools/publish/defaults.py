"""``defaults.yml``: what every archive's configuration takes for granted, so that its own ``mkdocs.yml`` stays short and
a newer program brings its newer style sheets and checks along."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("defaults.yml")


@cache
def defaults() -> Mapping[str, Any]:
    """The settings as they stand in the file."""
    loaded: Mapping[str, Any] = yaml.safe_load(FILE.read_bytes())
    return loaded


def style_sheets() -> tuple[str, ...]:
    """Paths in the site of the program's own style sheets, in their order."""
    return tuple(defaults()["extra_css"])


def titles() -> tuple[str, ...]:
    """Titles of the navigation, which are messages of the catalogues."""
    return tuple(title for entry in defaults()["nav"] for title in entry)
