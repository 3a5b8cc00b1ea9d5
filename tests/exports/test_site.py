"""The published site: what its pages tell machines, and that its files and its pages fit together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import frictionless
import pytest

from build_tools.publish import read_settings
from build_tools.render.exports import of_document
from tests.built_site import ROOT
from tests.exports.zotero import saved

SITE = read_settings(ROOT / "mkdocs.yml").site
_BLOCK = {"p", "div", "li", "td"}


@dataclass
class Read(HTMLParser):
    """What a program sees of a page: meta elements, links in the head, JSON-LD, the words of each paragraph."""

    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    paragraphs: dict[str, str] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    _script: bool = False
    _anchor: str = ""
    _original: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.classes.update(found.get("class", "").split())
        if tag == "meta" and found.get("content") and (found.get("name") or found.get("property")):
            self.metas.append(found)
        if tag == "link":
            self.links.append(found)
        self._script = tag == "script" and found.get("type") == "application/ld+json"
        if self._script:
            self.json_ld.append("")
        if re.fullmatch(r"p\d+", found.get("id", "")):
            self._anchor = found["id"]
        if tag in _BLOCK:
            self._original = "original" in found.get("class", "").split()

    def handle_endtag(self, tag: str) -> None:
        self._script = False
        if tag in _BLOCK:
            self._original = False

    def handle_data(self, data: str) -> None:
        if self._script:
            self.json_ld[-1] += data
        elif self._original:
            self.paragraphs[self._anchor] = self.paragraphs.get(self._anchor, "") + data


def read(path: Path) -> Read:
    page = Read()
    page.feed(path.read_text("utf-8"))
    return page


def document_pages(folder: Path, language: str) -> Iterator[tuple[str, Read]]:
    base = folder if language == SITE.languages[0] else folder / language
    for record in lines(folder):
        yield record["id"], read(base / "documents" / record["id"] / "index.html")


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "data/archive.jsonl").read_text("utf-8").splitlines()]


def local(folder: Path, url: str) -> Path:
    assert url.startswith(SITE.url), url
    path = folder / unquote(url.removeprefix(SITE.url).partition("#")[0])
    return path / "index.html" if url.partition("#")[0].endswith("/") else path


@pytest.mark.parametrize("language", SITE.languages)
def test_zotero_saves_each_document_as_an_article_of_its_publication(site: Path, language: str) -> None:
    publications = {}
    for item in json.loads((site / "data/archive.csl.json").read_bytes()):
        publications[item["id"]] = (item.get("container-title"), item["title"])
    for name, page in document_pages(site, language):
        found = saved(page.metas)
        assert found["itemType"] == "newspaperArticle"
        assert (found.get("publicationTitle"), found["title"]) == publications[name]
        assert found["publicationTitle"] not in SITE.name.values() if "publicationTitle" in found else True
        assert local(site, str(found["url"])).is_file()
        assert not page.classes & {"byline", "bylines", "vcard", "article-byline"}, "read as authors"
        assert not [meta for meta in page.metas if meta.get("name", "").lower() == "author"]


@pytest.mark.example
@pytest.mark.parametrize("language", SITE.languages)
def test_every_address_in_json_ld_is_a_page_or_a_file(site: Path, language: str) -> None:
    base = site if language == SITE.languages[0] else site / language
    kinds = set()
    for path in [
        *base.glob("documents/*/index.html"),
        *base.glob("entities/*/index.html"),
        base / "data/index.html",
    ]:
        for block in read(path).json_ld:
            node = json.loads(block)
            kinds.add(node["@type"])
            for url in re.findall(rf'"({re.escape(SITE.url)}[^"]*)"', block):
                assert local(site, url).is_file(), url
    assert {"NewsArticle", "Dataset", "Organization", "Person"} <= kinds


@pytest.mark.parametrize("language", SITE.languages)
def test_every_file_that_a_head_links_is_there(site: Path, language: str) -> None:
    for name, page in document_pages(site, language):
        linked = [link for link in page.links if link.get("type") and link["rel"].strip() == "alternate"]
        prefix = "" if language == SITE.languages[0] else f"{language}/"
        for link in linked:
            assert local(site, urljoin(f"{SITE.url}{prefix}documents/{name}/", link["href"])).is_file()
        assert len(linked) == len(of_document(name, SITE, text=True))


def test_a_home_page_leads_to_the_feed_of_its_language(site: Path) -> None:
    for language in SITE.languages:
        base = site if language == SITE.languages[0] else site / language
        found = [
            link for link in read(base / "index.html").links if link.get("type") == "application/atom+xml"
        ]
        prefix = "" if language == SITE.languages[0] else f"{language}/"
        assert [urljoin(f"{SITE.url}{prefix}", link["href"]) for link in found] == [
            f"{SITE.url}feed.{language}.xml"
        ]


@pytest.mark.example
def test_web_annotations_stand_in_the_paragraph_of_the_page_that_they_name(site: Path) -> None:
    seen = 0
    for name, page in document_pages(site, SITE.languages[0]):
        collection = json.loads((site / f"documents/{name}.annotations.jsonld").read_bytes())
        text = (site / f"documents/{name}.txt").read_bytes().decode()
        for item in collection["first"]["items"]:
            target, url = item["target"]
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            shown = " ".join(page.paragraphs[url.partition("#")[2]].split())
            assert " ".join(quote["exact"].split()) in shown
            if isinstance(item["body"], str):
                assert local(site, urljoin(collection["id"], item["body"])).is_file()
            seen += 1
    assert seen > 500


def test_the_tables_of_the_real_archive_are_valid(site: Path) -> None:
    report = frictionless.Package(str(site / "data/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_source_texts_are_the_source_files(site: Path) -> None:
    for record in lines(site):
        assert record["rights"] == "full"
        assert (site / f"documents/{record['id']}.txt").read_bytes() == (
            ROOT / f"seeds/{record['id']}.txt"
        ).read_bytes()
