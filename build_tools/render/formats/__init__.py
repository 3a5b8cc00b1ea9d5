"""What a file format is: the files that are made of the archive, and which of them readers are offered where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render.formats.packing import Before


@dataclass(frozen=True, slots=True)
class Download:
    """One file that readers can take. ``name`` and ``description`` are messages to be looked up in the catalogue."""

    path: str
    """Relative to the site's root, not quoted."""
    media_type: str
    name: str
    description: str = ""
    language: str | None = None
    """Of the interface, where there is one such file for each."""
    needs_text: bool = False
    """It holds a document's text or quotes it: it is not made of a text that is withheld."""
    held: Callable[[Archive, Site, AnnotatedDocument], bytes] | None = None
    """Makes what is in it, where the page that offers it holds that itself and there is no file of that name."""


def _no_files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    yield from ()


def _of_no_document(page: str, site: Site) -> tuple[Download, ...]:
    return ()


def _of_no_archive(site: Site) -> tuple[Download, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """One format. All of it sees only the gathered archive, in which rights have been applied already.

    ``files`` makes every file, each with ``place="site"``. ``of_document`` takes the page path of a document and tells
    what its page offers; ``of_archive`` tells what the page of downloads offers.
    """

    files: Callable[[Archive, Site], Iterator[OutputFile]] = _no_files
    of_document: Callable[[str, Site], tuple[Download, ...]] = _of_no_document
    of_archive: Callable[[Site], tuple[Download, ...]] = _of_no_archive
    again: Callable[[Archive, Site, Before], Iterator[OutputFile]] | None = None
    """The same as ``files`` with what the last build packed, of a format that can take it over."""

    def files_after(self, before: Before) -> Callable[[Archive, Site], Iterator[OutputFile]]:
        """``files``, or ``again`` with what was packed ``before``."""
        again = self.again
        return self.files if again is None else lambda archive, site: again(archive, site, before)
