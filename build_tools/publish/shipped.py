"""What travels with the program beside its code: the theme's templates (``overrides``) and the assets (``docs/assets``).

In a checkout they lie at the top, where people who work on them look; in an installed package beside the code, where
``wheel`` puts them when the package is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_CODE = Path(__file__).parents[1]
_INSTALLED = _CODE / "shipped"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _CODE.parent

OVERRIDES = ROOT / "overrides"
DOCS = ROOT / "docs"
"""A folder whose ``assets/`` are the program's; in a checkout it holds the example's own pages too."""


def assets() -> Iterator[str]:
    """The program's assets as paths in the site, sorted: ``assets/images/favicon.svg``."""
    for path in sorted((DOCS / "assets").rglob("*")):
        if path.is_file():
            yield path.relative_to(DOCS).as_posix()


def has_asset(path: str) -> bool:
    """Whether ``path`` in the site is one of the program's assets."""
    return path.startswith("assets/") and (DOCS / path).is_file()
