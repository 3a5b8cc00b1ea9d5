"""Columns that filters need: what each document may be narrowed down by. Read only when filters are used."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from build_tools.model import AnnotatedDocument, Archive
from build_tools.search import figures
from build_tools.search.collect import annotation_terms, in_order

_YEAR = re.compile(r"\d{4}")


def year(published: str | None) -> str:
    """The first year of an EDTF date; empty when there is none."""
    found = _YEAR.search(published or "")
    return found.group() if found else ""


def facets(archive: Archive) -> bytes:
    """JSON: ``years``, ``entities`` (id, type), and the labels of each of ``_COLUMNS``; per document its place or places in
    each."""
    documents = in_order(archive)
    years = sorted({year(one.document.record.source.published) for one in documents})
    named = [sorted({term[1:] for term in annotation_terms(one) if term[0] == "@"}) for one in documents]
    ids = sorted({identifier for one in named for identifier in one})
    place = {identifier: at for at, identifier in enumerate(ids)}
    entities = archive.authority.entities
    content: dict[str, Any] = {
        "years": years,
        "entities": [
            [identifier, entities[identifier].type if identifier in entities else ""] for identifier in ids
        ],
        "year": [years.index(year(one.document.record.source.published)) for one in documents],
        "entity": [[place[identifier] for identifier in one] for one in named],
    }
    compared = _verdicts(archive)
    for column, labels_of in _COLUMNS.items():
        labels, places = _labels([labels_of(one, compared) for one in documents])
        content |= {f"{column}s": labels, column: places}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


Verdicts = Mapping[str, Sequence[str]]
"""Document → the verdicts on comparisons in which it has a say."""


def _verdicts(archive: Archive) -> Verdicts:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for comparison in archive.comparisons:
        for statement in comparison.statements:
            found[statement.use.place.document].add(comparison.verdict)
    return {document: sorted(verdicts) for document, verdicts in found.items()}


def _month(one: AnnotatedDocument, _: Verdicts) -> list[str]:
    term = figures.published(one.document.record.source.published)
    return [term[1:]] if term else []


_COLUMNS: Mapping[str, Callable[[AnnotatedDocument, Verdicts], Sequence[str]]] = {
    "month": _month,
    "publisher": lambda one, _: list(filter(None, [one.document.record.source.publisher])),
    "verdict": lambda one, verdicts: verdicts.get(one.document.id, ()),
    "tag": lambda one, _: one.document.record.tags,
    "collection": lambda one, _: one.document.record.collections,
}


def _labels(given: Sequence[Sequence[str]]) -> tuple[list[str], list[list[int]]]:
    """All labels, sorted, and the places in that list of those of each document."""
    labels = sorted({label for one in given for label in one})
    place = {label: at for at, label in enumerate(labels)}
    return labels, [[place[label] for label in one] for one in given]
