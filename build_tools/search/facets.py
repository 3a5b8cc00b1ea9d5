"""Columns that filters need: year and entities of each document. Read only when filters are used."""

from __future__ import annotations

import json
import re

from build_tools.model import Archive
from build_tools.search.collect import annotation_terms, in_order

_YEAR = re.compile(r"\d{4}")


def year(published: str | None) -> str:
    """The first year of an EDTF date; empty when there is none."""
    found = _YEAR.search(published or "")
    return found.group() if found else ""


def facets(archive: Archive) -> bytes:
    """JSON: ``years`` and ``entities`` (id, type), and per document its place or places in each."""
    documents = in_order(archive)
    years = sorted({year(one.document.record.source.published) for one in documents})
    named = [sorted({term[1:] for term in annotation_terms(one) if term[0] == "@"}) for one in documents]
    ids = sorted({identifier for one in named for identifier in one})
    place = {identifier: at for at, identifier in enumerate(ids)}
    entities = archive.authority.entities
    content = {
        "years": years,
        "entities": [
            [identifier, entities[identifier].type if identifier in entities else ""] for identifier in ids
        ],
        "year": [years.index(year(one.document.record.source.published)) for one in documents],
        "entity": [[place[identifier] for identifier in one] for one in named],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
