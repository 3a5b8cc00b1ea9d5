"""How well queries of every class are answered over the project's own documents, held to floors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from statistics import mean
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from build_tools.model import Archive
from build_tools.publish import pipeline, read_settings
from build_tools.publish.progress import silent
from tests.built_site import ROOT
from tests.search.conftest import asker

pytestmark = [pytest.mark.browser, pytest.mark.example]

QUERIES = ROOT / "tests/search/queries.tsv"
CLASSES = {"exact", "morphological", "variant", "cross", "figure", "phrase"}


class Quality(NamedTuple):
    """Means over queries: share of the right documents found, of right ones among those found, 1 / rank of the first."""

    recall: float
    precision: float
    rank: float


ALL = Quality(0.98, 0.96, 0.98)
EACH_CLASS = Quality(0.96, 0.92, 0.97)


def queries() -> list[tuple[str, str, set[str]]]:
    rows = [line.split("\t") for line in QUERIES.read_text("utf-8").splitlines() if line[0] != "#"]
    return [(kind, query, set(documents.split())) for kind, query, documents in rows]


def quality(found: list[str], right: set[str]) -> Quality:
    hits = [one in right for one in found]
    first = 1 / (hits.index(True) + 1) if any(hits) else 0.0
    return Quality(sum(hits) / len(right), sum(hits) / len(hits) if hits else 0.0, first)


def test_queries_of_every_class(page_of: Callable[[Archive], Page]) -> None:
    archive = pipeline.prepare(replace(read_settings(ROOT / "mkdocs.yml"), meaning=False), silent).archive
    ask = asker(page_of(archive))
    measured: defaultdict[str, list[Quality]] = defaultdict(list)
    for kind, query, right in queries():
        found = [one[:3] for one in ask(query, count=100)["ids"]]
        measured[kind].append(quality(found, right))
    assert set(measured) == CLASSES
    means = {kind: Quality(*map(mean, zip(*rows, strict=True))) for kind, rows in measured.items()}
    means["all"] = Quality(*map(mean, zip(*(row for rows in measured.values() for row in rows), strict=True)))
    low = {
        kind: found
        for kind, found in means.items()
        if any(a < b for a, b in zip(found, ALL if kind == "all" else EACH_CLASS, strict=True))
    }
    assert not low, low
