"""What pages say of an archive that lacks dates, names or figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.model import Archive
from build_tools.render.lookup import Lookup
from build_tools.render.making import render
from tests.render import sample


def _pages(archive: Archive) -> dict[str, str]:
    made = render(archive, sample.SITE, exports=False)
    return {file.path: file.content.decode() for file in made if file.place == "docs"}


@pytest.fixture(scope="module")
def undated(archive: Archive) -> dict[str, str]:
    documents = {}
    for key, annotated in archive.documents.items():
        record = annotated.document.record
        record = replace(record, source=replace(record.source, published=None))
        documents[key] = replace(annotated, document=replace(annotated.document, record=record))
    return _pages(replace(archive, documents=documents))


def test_nothing_is_called_newer_where_nothing_is_dated(
    undated: dict[str, str], pages: dict[str, str]
) -> None:
    said = ("Newest documents", "the newest first", "Newer:", "Older:")
    dated = " ".join(page for path, page in pages.items() if path.count(".") == 1)
    assert all(words in dated for words in said)
    for path, page in undated.items():
        assert not any(words in page for words in said), path


def test_where_all_is_shown_it_is_said_in_which_languages_no_text_names_something(archive: Archive) -> None:
    documents = {
        key: replace(one, mentions=tuple(m for m in one.mentions if m.entity != "merged-new"))
        for key, one in archive.documents.items()
        if key != "flood-en"
    }
    partly = replace(archive, documents={**documents, "flood-en": archive.documents["flood-en"]})
    shown = {key: one for key, one in partly.documents.items() if one.document.record.rights == "full"}
    whole = replace(archive, documents=shown)
    assert Lookup(partly).silent("merged-new") == [], "a text is withheld, which might"
    assert set(Lookup(whole).silent("merged-new")) == {"ar", "zh"}
    assert Lookup(whole).silent("delta-bank") == []
    assert Lookup(whole).silent("unnamed") == [], "of that the lead speaks"
    said = "No text names it in: "
    pages = _pages(whole)
    assert said in pages["entities/merged-new.md"]
    assert said not in pages["entities/delta-bank.md"]


def test_nothing_is_counted_that_there_is_not(archive: Archive) -> None:
    documents = {
        key: replace(annotated, mentions=(), figures=(), translations=())
        for key, annotated in archive.documents.items()
    }
    bare = _pages(
        replace(
            archive,
            documents=documents,
            entities={},
            figures=(),
            comparisons=(),
            passages=(),
            stories={},
            alike={},
        )
    )
    assert "0 names" not in bare["index.md"]
    assert "0 figures" not in bare["index.md"]
    assert f"{len(documents)} documents" in bare["index.md"]


def test_no_column_is_for_names_where_there_are_none(archive: Archive, pages: dict[str, str]) -> None:
    bare = _pages(replace(archive, entities={}, comparisons=()))
    assert "Named beside it" in pages["figures/index.md"]
    assert "Named beside it" not in bare["figures/index.md"]


def test_documents_of_one_title_are_told_apart_where_one_leads_to_another(
    archive: Archive, pages: dict[str, str]
) -> None:
    documents = {}
    for key, annotated in archive.documents.items():
        record = replace(annotated.document.record, title={"en": "One title for all"})
        documents[key] = replace(annotated, document=replace(annotated.document, record=record))
    alike = _pages(replace(archive, documents=documents))

    def neighbours(page: str) -> str:
        return page.partition('<nav class="neighbours"')[2]

    assert "<small>Chinese" in neighbours(alike["documents/flood-ar.md"]) + neighbours(
        alike["documents/flood-en.md"]
    )
    assert not any(
        "<small>" in neighbours(page) for path, page in pages.items() if path.startswith("documents/flood")
    )


def test_a_passage_is_quoted_from_the_sentence_that_is_near(archive: Archive) -> None:
    [passage] = [
        one
        for one in archive.passages
        if (one.left.document, one.right.document) in {("flood-en", "flood-ar"), ("flood-ar", "flood-en")}
        and {one.left.paragraph, one.right.paragraph} == {1}
    ]
    near = (2, 1) if passage.left.document == "flood-en" else (1, 2)
    said = replace(passage, sentences=near, kinds=(*passage.kinds, "meaning"))
    passages = tuple(said if one == passage else one for one in archive.passages)
    page = _pages(replace(archive, passages=passages))["documents/flood-ar.md"]
    assert "Sentence 1 here and sentence 2 there are near in meaning, by a machine." in page
    assert "<q>&lt;b&gt;Dike Works&lt;/b&gt; is to get 25%.</q>" in page
