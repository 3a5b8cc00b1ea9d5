"""What stands before what is near in meaning: documents that hold the query. What holds some of it counts beside nearness."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DIVIDED = """async (query) => {
  const { divided } = await import("./assets/search/search.js");
  window.engine ??= await window.open();
  return divided(await window.engine.search(query)).map((hits) => hits.map(({ id }) => id).sort());
}"""
ANSWERED = """async ([query, near]) => {
  const { Near } = await import("./assets/search/near/near.js");
  const engine = (window.engine ??= await window.open());
  const { shares } = await engine.search(query);
  const made = new Near(engine, new URL("search/", location.href));
  const rows = near.map(([doc, score, around = 0]) => ({ doc, paragraph: 0, start: 0, length: 5, score, around }));
  made.opened = Promise.resolve({
    sentences: { nearest: async () => rows },
    encoder: { encode: async () => [1, 0], asking: [] },
  });
  const asked = (more) => made.hits(query, { known: [], most: 10, language: "en", ...more });
  const [with_words, without] = [await asked({ shares }), await asked({})];
  return [with_words, without].map((hits) => hits.map(({ doc }) => doc));
}"""

NUMBER = """async (id) => {
  window.engine ??= await window.open();
  for (let doc = 0; doc < window.engine.index.documents; doc++)
    if ((await window.engine.documents.fragment(doc)).id === id) return doc;
}"""


@pytest.mark.parametrize(
    ("query", "first", "rest"),
    [
        # All words, a name in whatever language, a phrase.
        ("Which engineers ordered steel for the harbour hall?", ["harbour-en"], []),
        ("كورفان سيستمز", ["gangkou-zh", "harbour-en", "mina-ar"], []),
        ('"turbine hall in the old harbour"', ["harbour-en"], []),
        # All but one of a question's words is not all.
        ("Which engineers ordered steel for the harbour zeppelins quickly?", [], ["harbour-en"]),
        # Few words are no question: most of them do.
        ("steel chips harbour", ["harbour-en"], []),
        ("harbour gravel pits", [], ["harbour-en"]),
    ],
)
def test_documents_that_hold_the_query_stand_first(
    module_page: Page, query: str, first: list[str], rest: list[str]
) -> None:
    assert module_page.evaluate(DIVIDED, query) == [first, rest]


def test_the_words_that_a_document_holds_count_beside_how_near_it_is(module_page: Page) -> None:
    def answered(*near: Any) -> list[list[int]]:
        found: list[list[int]] = module_page.evaluate(
            ANSWERED, ["Do quokkas like the guide to the lighthouse keepers?", list(near)]
        )
        return found

    other, guide = (module_page.evaluate(NUMBER, name) for name in ("mina-ar", "markup-en"))
    assert answered([other, 0.4], [guide, 0.38]) == [[guide, other], [other, guide]]
    assert answered([other, 0.7], [guide, 0.3]) == [[other, guide]] * 2
    # What stands around a sentence counts half.
    assert answered([other, 0.4, 0.1], [guide, 0.36, 0.2])[1] == [guide, other]
    assert answered([other, 0.4, 0.1], [guide, 0.34, 0.2])[1] == [other, guide]
