"""What pages say of themselves to machines."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.ids import slug
from build_tools.render.head.page import data_head, document_head, entity_head, feed_head
from tests.exports.sample import SECRET, SITE, archive, outputs
from tests.exports.zotero import saved


def items(name: str, language: str = "en") -> list[dict[str, Any]]:
    return document_head(archive(), SITE, archive().documents[name], language)


def zotero(name: str, language: str = "en") -> dict[str, object]:
    return saved(item["meta"] for item in items(name, language) if "meta" in item)


@pytest.mark.parametrize("name", ["doc-ar", "doc-en", "doc-zh", "doc.hidden"])
def test_zotero_saves_a_newspaper_article(name: str) -> None:
    assert zotero(name)["itemType"] == "newspaperArticle"


def test_zotero_takes_the_publication_for_the_publication() -> None:
    assert zotero("doc-ar")["publicationTitle"] == "The Tide"
    assert zotero("doc-zh", "ar")["publicationTitle"] == "Morning | Paper"
    assert "publicationTitle" not in zotero("doc-en"), "never the archive itself"


def test_zotero_gets_title_date_authors_language_and_the_page_that_is_read() -> None:
    assert zotero("doc-zh", "ar") == {
        "itemType": "newspaperArticle",
        "title": "河岸银行拨款",
        "publicationTitle": "Morning | Paper",
        "date": "2024/12/06",
        "language": "zh",
        "url": "https://archive.example/press/ar/documents/doc-zh/",
        "abstractNote": "河岸银行拨款逾400亿元。",
        "creators": ["李明", "王小红"],
    }
    arabic = zotero("doc-ar")
    assert arabic["date"] == "2024-12~"
    assert arabic["abstractNote"] == "A bank gives."
    assert arabic["creators"] == []


def test_a_doubtful_date_is_given_to_nobody_who_cannot_read_the_doubt() -> None:
    names = {
        item["meta"].get("name") or item["meta"].get("property") for item in items("doc-ar") if "meta" in item
    }
    assert not names & {"citation_publication_date", "article:published_time"}


def test_every_item_is_of_a_form_that_the_page_template_knows() -> None:
    pages = [
        *(items(name, language) for name in archive().documents for language in SITE.languages),
        entity_head(archive(), SITE, "river-bank", "ar"),
        data_head(archive(), SITE, "en"),
        feed_head(SITE, "zh"),
    ]
    for item in (item for page in pages for item in page):
        (kind,) = item
        assert kind in ("meta", "link", "json_ld")
        if kind != "json_ld":
            assert all(isinstance(value, str) and value for value in item[kind].values())


def test_every_link_leads_to_a_file_that_is_made() -> None:
    made = set(outputs())
    for name in archive().documents:
        linked = [item["link"]["href"] for item in items(name) if "link" in item]
        assert set(linked) == {path for path in made if path.startswith(f"documents/{slug(name)}.")}
    assert feed_head(SITE, "ar")[0]["link"]["href"] in made


def test_nothing_withheld_is_told() -> None:
    assert SECRET not in repr([items(name, tag) for name in archive().documents for tag in SITE.languages])
