"""The index scores as lunr does: the same terms in one whole lunr index, built by lunr.py, are the measure."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from lunr.builder import Builder
from lunr.index import Index
from lunr.query import Query
from playwright.sync_api import Page

from build_tools.model import Archive
from build_tools.search import build
from build_tools.search.build import K1, B
from build_tools.search.collect import BOOSTS, FIELDS, in_order
from build_tools.search.collected import collect
from build_tools.search.postings import Postings, postings
from tests.benchmarks.search_corpus import corpus
from tests.search.sample import SAMPLE, SITE

pytestmark = [pytest.mark.browser, pytest.mark.example]


def whole_index(content: Archive) -> tuple[Index, Postings]:
    """lunr's own index of the same terms: each document's fields are given as lists of them."""
    counted = postings(collect(in_order(content)))
    fields: dict[int, dict[str, list[str]]] = {
        number: {name: [] for name in FIELDS} for number in range(len(content.documents))
    }
    columns = zip(
        counted.term.tolist(), counted.document.tolist(), counted.field.tolist(), counted.frequency.tolist(),
        strict=True,
    )  # fmt: skip
    for term, document, field, frequency in columns:
        fields[document][FIELDS[field]] += [counted.terms[term]] * frequency
    builder = Builder()
    builder.ref("id")
    builder.k1(K1)
    builder.b(B)
    for name, boost in zip(FIELDS, BOOSTS, strict=True):
        builder.field(name, boost=boost)  # type: ignore[arg-type]
    for number, texts in fields.items():
        builder.add({"id": str(number), **texts})
    return builder.build(), counted


def lunr_scores(index: Index, term: str) -> Mapping[int, float]:
    def one(query: Query) -> None:
        # lunr puts what it is given in small letters; only the units of figures have others.
        query.term(term.lower(), use_pipeline=False)

    return {int(found["ref"]): found["score"] for found in index.query(callback=one)}


SCORES = """async (terms) => {
  const { scores } = await import("./assets/search/rank.js");
  const { index, clauses } = await window.open();
  const found = {};
  for (const term of terms) {
    found[term] = [...scores(index, await index.term(term), clauses.strong)].map(([doc, { score }]) => [doc, score]);
  }
  return found;
}"""


def compare(page: Page, content: Archive, some: int) -> None:
    index, counted = whole_index(content)
    terms = random.Random(1).sample(counted.terms, min(some, len(counted.terms)))
    found = page.evaluate(SCORES, terms)
    for term in terms:
        # lunr rounds the weight of a term in each field to three places, so the sum over fields may be off by as much.
        assert dict(found[term]) == pytest.approx(lunr_scores(index, term), abs=0.0006 * len(FIELDS)), term


def test_every_term_of_the_sample_scores_as_in_lunr(module_page: Page) -> None:
    compare(module_page, SAMPLE, 10_000)


def test_terms_of_many_shards_score_as_in_one_whole_lunr_index(
    page_of,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    content = corpus(12, known=0).archive
    monkeypatch.setattr("build_tools.search.shards.SHARD_BYTES", 3_000)
    monkeypatch.setattr("build_tools.search.shards.HAN_SHARD_BYTES", 1_500)
    assert len([1 for file in build(content, SITE) if "/s/" in file.path]) > 10
    compare(page_of(content), content, 400)


def test_scores_do_not_depend_on_how_the_index_is_cut(
    page_of,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    content = corpus(12, known=6)
    queries = [known.query for known in content.known]

    def answers(page: Page) -> list[object]:
        return [
            page.evaluate("q => window.ask(q).then(({ ids, scores, total }) => [ids, scores, total])", query)
            for query in queries
        ]

    sharded = answers(page_of(content.archive))
    monkeypatch.setattr("build_tools.search.shards.SHARD_BYTES", 10**9)
    monkeypatch.setattr("build_tools.search.shards.HAN_SHARD_BYTES", 10**9)
    monkeypatch.setattr("build_tools.search.shards.EARLY", 1.0)
    assert len([1 for file in build(content.archive, SITE) if "/s/" in file.path]) == 1
    assert answers(page_of(content.archive)) == sharded
