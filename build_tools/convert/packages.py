"""Packages that a converter needs and that may not be installed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


class MissingPackageError(Exception):
    """``package`` is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


_PACKAGES = {"bibtexparser.middlewares": "bibtexparser", "warcio.archiveiterator": "warcio"}


def load(module: str) -> ModuleType:
    """A module of a package of the extra ``add``. Raises ``MissingPackageError``."""
    try:
        return import_module(module)
    except ImportError:
        raise MissingPackageError(_PACKAGES.get(module, module.split(".")[0])) from None
