"""Citations as BibTeX, in the dialect that BibLaTeX and old BibTeX both read.

``date`` is EDTF, which BibLaTeX takes with its doubts; ``journal`` and ``year`` are what old BibTeX styles ask for
(BibLaTeX takes the first for ``journaltitle`` and prefers ``date`` to the second).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.dates import dates
from build_tools.render.citing.notes import notes
from build_tools.render.citing.reference import Reference, reference
from build_tools.render.formats import Download, Export
from build_tools.render.wording.names import locale_of
from build_tools.render.wording.vocabulary import N_

MEDIA_TYPE = "application/x-bibtex"

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces whether a backslash stands before them or not.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "\0": "{}",
}
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=[`?!])(?=`)|(?<=')(?=')|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)")
"""Between letters that TeX would set as one other: dashes, quotation marks, ¿ and ¡."""

_KEY = re.compile(r"[^A-Za-z0-9_.:-]")


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.bib`` for every document, unless pages hold them, and ``data/archive.bib`` with all of them."""
    entries: list[bytes] = []
    for key, annotated in archive.documents.items():
        entries.append(one(archive, site, annotated))
        if not site.packed:
            yield OutputFile(f"{paths.document(key)}.bib", entries[-1], "site")
    yield OutputFile("data/archive.bib", b"\n".join(entries), "site")


def one(archive: Archive, site: Site, annotated: AnnotatedDocument) -> bytes:
    """The file of one document."""
    return entry(reference(archive, site, annotated, site.languages[0])).encode()


def entry(cited: Reference) -> str:
    """One ``@article`` of a newspaper, with a line end after it."""
    fields = {
        "author": " and ".join(f"{{{_text(name)}}}" for name in cited.authors),
        "title": f"{{{_text(cited.cited_title)}}}",
        "titleaddon": _text(f"[{cited.translated_title}]") if cited.translated_title else "",
        "journal": _text(cited.publication or ""),
        "entrysubtype": "newspaper",
        "date": cited.published or "",
        "year": _year(cited.published),
        "pages": _text(cited.printed_page or ""),
        "edition": _text(cited.edition or ""),
        "location": _text(cited.place or ""),
        "keywords": _text(", ".join(cited.tags)),
        "url": cited.page,
        "langid": _langid(cited.language),
        "note": _text(" ".join(notes(cited))),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@article{{{_key(cited.id)},\n{''.join(lines)}}}\n"


def _text(text: str) -> str:
    apart = _LIGATURES.sub("\0", " ".join(text.split()))
    return "".join(_SPECIAL.get(char, char) for char in apart)


def _key(identifier: str) -> str:
    """The id with what a key cannot hold written as hexadecimal numbers, so that keys stay different."""
    return _KEY.sub(lambda found: f":{ord(found[0]):x}:", identifier)


def _year(published: str | None) -> str:
    """The year as a bibliography prints it, its doubt included."""
    found = dates(published)
    if not found:
        return ""
    first, last = found[0], found[-1]
    years = str(first.year) if first.year == last.year else f"{first.year}--{last.year}"
    doubt = first.doubt + last.doubt
    if "?" in doubt or "%" in doubt:
        return f"[{years}?]"
    return f"[ca. {years}]" if doubt else years


def _langid(tag: str) -> str:
    """The name of a language in babel and polyglossia: mostly its English name."""
    named = locale_of(tag)
    name = Locale("en").languages.get(named.language, "") if named else ""
    return str(name).lower() if str(name).isalpha() else ""


def on_one_line(archive: Archive, site: Site, annotated: AnnotatedDocument) -> bytes:
    """The same for a page to hold."""
    return one(archive, site, annotated).replace(b"\n  ", b" ").replace(b"\n}", b" }")


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    held = on_one_line if site.packed else None
    return (Download(f"{page}.bib", MEDIA_TYPE, N_("Citation (BibTeX)"), held=held),)


def of_archive(site: Site) -> tuple[Download, ...]:
    return (Download("data/archive.bib", MEDIA_TYPE, N_("All citations (BibTeX)")),)


EXPORT = Export(files, of_document, of_archive)
