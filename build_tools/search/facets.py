"""Columns that filters need: year, entities, tags and collections of each document. Read only when filters are used."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from build_tools.model import Archive
from build_tools.search.collect import annotation_terms, in_order

_YEAR = re.compile(r"\d{4}")


def year(published: str | None) -> str:
    """The first year of an EDTF date; empty when there is none."""
    found = _YEAR.search(published or "")
    return found.group() if found else ""


def facets(archive: Archive) -> bytes:
    """JSON: ``years``, ``entities`` (id, type), ``tags`` and ``collections``, and per document its place or places in each."""
    documents = in_order(archive)
    years = sorted({year(one.document.record.source.published) for one in documents})
    named = [sorted({term[1:] for term in annotation_terms(one) if term[0] == "@"}) for one in documents]
    ids = sorted({identifier for one in named for identifier in one})
    tags, tag = _labels([one.document.record.tags for one in documents])
    collections, collection = _labels([one.document.record.collections for one in documents])
    place = {identifier: at for at, identifier in enumerate(ids)}
    entities = archive.authority.entities
    content = {
        "years": years,
        "entities": [
            [identifier, entities[identifier].type if identifier in entities else ""] for identifier in ids
        ],
        "tags": tags,
        "collections": collections,
        "year": [years.index(year(one.document.record.source.published)) for one in documents],
        "entity": [[place[identifier] for identifier in one] for one in named],
        "tag": tag,
        "collection": collection,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _labels(given: Sequence[Sequence[str]]) -> tuple[list[str], list[list[int]]]:
    """All labels, sorted, and the places in that list of those of each document."""
    labels = sorted({label for one in given for label in one})
    place = {label: at for at, label in enumerate(labels)}
    return labels, [[place[label] for label in one] for one in given]
