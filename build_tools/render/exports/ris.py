"""Citations as RIS, type ``NEWS``, in UTF-8 with the line ends that the format demands.

``PY`` and ``DA`` know no doubt: the year is given when it is at most approximate, the date only when it is certain;
a note holds the date as the record has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.dates import certain, dates
from build_tools.render.citing.notes import notes
from build_tools.render.citing.reference import Reference, reference
from build_tools.render.formats import Download, Export
from build_tools.render.wording.vocabulary import N_

MEDIA_TYPE = "application/x-research-info-systems"


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.ris`` for every document, unless pages hold them, and ``data/archive.ris`` with all of them."""
    entries: list[bytes] = []
    for key, annotated in archive.documents.items():
        entries.append(one(archive, site, annotated))
        if not site.packed:
            yield OutputFile(f"{paths.document(key)}.ris", entries[-1], "site")
    yield OutputFile("data/archive.ris", b"\r\n".join(entries), "site")


def one(archive: Archive, site: Site, annotated: AnnotatedDocument) -> bytes:
    """The file of one document."""
    return entry(reference(archive, site, annotated, site.languages[0])).encode()


def entry(cited: Reference) -> str:
    """One reference, from ``TY`` to ``ER``."""
    tags: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("ID", cited.id),
        *(("AU", name) for name in cited.authors),
        ("TI", cited.cited_title),
        ("TT", cited.translated_title),
        ("T2", cited.publication),
        ("PY", _year(cited.published)),
        ("DA", _date(cited.published)),
        ("SE", cited.section),
        ("SP", cited.printed_page),
        ("ET", cited.edition),
        ("PP", cited.place),
        *(("KW", tag) for tag in cited.tags),
        ("AB", cited.summary),
        ("LA", cited.language),
        ("UR", cited.page),
        ("DB", cited.archive),
        ("DP", cited.archive),
        *(("N1", note) for note in notes(cited)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in tags if value is not None)


def _line(text: str) -> str:
    return " ".join(text.split())


def _year(published: str | None) -> str | None:
    found = dates(published)
    if not found or any(date.doubt in ("?", "%") for date in found):
        return None
    return str(found[0].year) if found[0].year == found[-1].year else None


def _date(published: str | None) -> str | None:
    """``YYYY/MM/DD/``, its unknown parts empty."""
    date = certain(published)
    if not date or not date.month:
        return None
    return f"{date.year:04d}/{date.month:02d}/{f'{date.day:02d}' if date.day else ''}/"


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    held = one if site.packed else None
    return (Download(f"{page}.ris", MEDIA_TYPE, N_("Citation (RIS)"), held=held),)


def of_archive(site: Site) -> tuple[Download, ...]:
    return (Download("data/archive.ris", MEDIA_TYPE, N_("All citations (RIS)")),)


EXPORT = Export(files, of_document, of_archive)
