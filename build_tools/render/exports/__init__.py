"""Files for machines, and for people who work with the archive elsewhere: citations, annotations, tables, feeds.

Each format is a module with one function ``files(archive, site)``; they stand in a literal tuple, in the order in
which the files are made. They see only the gathered archive, in which rights have been applied already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.model import Archive, OutputFile, Site
from build_tools.render.exports import (
    bibtex,
    csl,
    csv_files,
    documents_json,
    feed,
    register,
    ris,
    sqlite,
    texts,
    web_annotations,
)

Export = Callable[[Archive, Site], Iterator[OutputFile]]

EXPORTS: tuple[Export, ...] = (
    texts.files,
    documents_json.files,
    web_annotations.files,
    bibtex.files,
    ris.files,
    csl.files,
    csv_files.files,
    sqlite.files,
    register.files,
    feed.files,
)
"""Every file of them has ``place="site"``."""
