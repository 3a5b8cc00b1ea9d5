"""Files for machines, and for people who work with the archive elsewhere: texts, annotations, citations, data, feeds.

A format is a module here with an ``EXPORT`` (``formats.Export``), and its line in ``FORMATS``.
"""

from __future__ import annotations

from importlib import import_module

from build_tools.model import Site
from build_tools.render import paths
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import NOTHING, Before

__all__ = ["EXPORTS", "FORMATS", "NOTHING", "Before", "Download", "Export", "of_archive", "of_document"]

FORMATS = (
    "texts",
    "documents_json",
    "web_annotations",
    "sqlite",
    "csv_files",
    "register",
    "bibtex",
    "ris",
    "csl",
    "offline",
    "feed",
)
"""The modules, in the order in which their files are made and offered."""

EXPORTS: tuple[Export, ...] = tuple(import_module(f"{__name__}.{name}").EXPORT for name in FORMATS)


def of_document(identifier: str, site: Site, *, text: bool) -> tuple[Download, ...]:
    """The files of one document; ``text`` says whether any of its text is published."""
    page = paths.document(identifier)
    offered = (file for export in EXPORTS for file in export.of_document(page, site))
    return tuple(file for file in offered if text or not file.needs_text)


def of_archive(site: Site) -> tuple[Download, ...]:
    """The files of the whole archive but its tables, which ``render.tables`` lists."""
    return tuple(file for export in EXPORTS for file in export.of_archive(site))
