"""The news feeds, read by a feed reader."""

from __future__ import annotations

import warnings
from xml.etree import ElementTree as ET

import feedparser
import pytest

from build_tools.ids import slug
from build_tools.model import Archive, Record
from build_tools.render.exports.feed import NEVER, feed, updated
from tests.exports.sample import SITE, annotated, archive, outputs

ATOM = "{http://www.w3.org/2005/Atom}"


def read(language: str) -> feedparser.FeedParserDict:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = feedparser.parse(outputs()[f"feed.{language}.xml"])
    assert not found.bozo
    assert found.version == "atom10"
    return found


@pytest.mark.parametrize("language", SITE.languages)
def test_there_is_a_feed_for_each_language(language: str) -> None:
    found = read(language)
    assert found.feed.title == SITE.name[language]
    assert [entry.link.rsplit("/", 2)[-2] for entry in found.entries] == [
        slug(name) for name in archive().documents
    ]
    home = SITE.url if language == "en" else f"{SITE.url}{language}/"
    assert {link.rel: link.href for link in found.feed.links} == {
        "alternate": home,
        "self": f"{SITE.url}feed.{language}.xml",
    }
    assert all(entry.link.startswith(f"{home}documents/") for entry in found.entries)


def test_entries_speak_the_language_of_the_feed_where_they_can() -> None:
    first = next(entry for entry in read("ar").entries if entry.link.endswith("doc-ar/"))
    assert first.title == "بنك النهر يخصص 40 مليار"
    assert first.summary == "مصرف يعطي."
    assert {tag.term: tag.label for tag in first.tags} == {"river-bank": "بنك النهر", "dam": "السد"}
    other = next(entry for entry in read("ar").entries if entry.link.endswith("doc-zh/"))
    assert other.title_detail.language == "zh"


def test_times_are_those_of_the_documents() -> None:
    entries = {entry.link.rsplit("/", 2)[-2]: entry for entry in read("en").entries}
    assert entries["doc-zh"].published == "2024-12-06T00:00:00Z"
    assert entries["doc-zh"].updated == "2026-01-02T00:00:00Z"
    assert "published" not in entries["doc-ar"]
    assert read("en").feed.updated == max(entry.updated for entry in entries.values())


def test_authors_are_those_of_the_source() -> None:
    entries = {entry.link.rsplit("/", 2)[-2]: entry for entry in read("zh").entries}
    assert [author.name for author in entries["doc-zh"].authors] == ["李明", "王小红"]
    assert entries["doc-ar"].author == "The Tide"


def test_what_atom_demands_is_there_and_once() -> None:
    for language in SITE.languages:
        root = ET.fromstring(outputs()[f"feed.{language}.xml"])
        for element in (root, *root.iter(f"{ATOM}entry")):
            for tag in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{tag}")) == 1
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)


def test_a_document_without_any_date_and_an_empty_archive_have_feeds_too() -> None:
    undated = annotated("x", "en", "Text with a \x07 and \ufffe", Record())
    assert updated(undated) == NEVER
    ET.fromstring(feed(Archive(documents={"x": undated}), SITE, "en"))
    assert ET.fromstring(feed(Archive(), SITE, "en")).findtext(f"{ATOM}updated") == NEVER
