"""Citations as CSL-JSON, what citation processors and Zotero take.

Source: schema of the Citation Style Language's input data, version 1.0.2. It has no field for a translated title,
which stands in ``custom``, the place it provides for what has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.model import Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.dates import dates
from build_tools.render.citing.notes import notes
from build_tools.render.citing.reference import Reference, reference
from build_tools.render.formats import Download, Export
from build_tools.render.json_text import compact, pretty
from build_tools.render.wording.vocabulary import N_

ALL = "data/archive.csl.json"
MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.csl.json`` for every document of an archive that is not packed, and ``data/archive.csl.json`` with
    all of them."""
    items: list[str] = []
    for key, annotated in archive.documents.items():
        item = entry(reference(archive, site, annotated, site.languages[0]))
        items.append(compact(item))
        if not site.packed:
            yield OutputFile(f"{paths.document(key)}.csl.json", pretty([item]), "site")
    yield OutputFile(ALL, ("[\n" + ",\n".join(items) + "\n]\n").encode(), "site")


def entry(cited: Reference) -> dict[str, Any]:
    """One item. Names are literal: which part of a name is the family's is nowhere recorded."""
    custom = {
        "edtf": cited.published,
        "original-url": cited.original_url,
        "title-supplied": cited.supplied or None,
        "translated-from": cited.translated_from,
        "translated-title": cited.translated_title,
    }
    item = {
        "id": cited.id,
        "type": "article-newspaper",
        "title": cited.cited_title,
        "author": [{"literal": name} for name in cited.authors],
        "container-title": cited.publication,
        "issued": issued(cited.published),
        "section": cited.section,
        "page": cited.printed_page,
        "edition": cited.edition,
        "publisher-place": cited.place,
        "keyword": ", ".join(cited.tags) or None,
        "abstract": cited.summary,
        "language": cited.language,
        "URL": cited.page,
        "archive": cited.archive,
        "archive_location": cited.id,
        "source": cited.archive,
        "note": " ".join(notes(cited)),
        "custom": {key: value for key, value in custom.items() if value is not None},
    }
    return {key: value for key, value in item.items() if value not in (None, [], {})}


def issued(edtf: str | None) -> dict[str, Any] | None:
    """A date in CSL's form; words where CSL's numbers cannot say it."""
    found = dates(edtf)
    if not found:
        return {"literal": edtf} if edtf else None
    date: dict[str, Any] = {"date-parts": [part.numbers for part in found]}
    if found[0].season:
        date["season"] = found[0].season
    if any(not part.is_certain for part in found):
        date["circa"] = True
    return date


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    if site.packed:
        return ()
    return (Download(f"{page}.csl.json", MEDIA_TYPE, N_("Citation (CSL-JSON)")),)


def of_archive(site: Site) -> tuple[Download, ...]:
    return (Download(ALL, MEDIA_TYPE, N_("All citations (CSL-JSON)")),)


EXPORT = Export(files, of_document, of_archive)
