"""What a web page says of itself in its metadata, for machines; nothing is taken from its running text.

Read are JSON-LD, Open Graph, Dublin Core, Highwire's ``citation_…``, microdata and the plain ``meta`` names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from build_tools.convert import clean
from build_tools.convert.converter import About
from build_tools.read import edtf, tags

_DATES = ("article:published_time", "og:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date")  # fmt: skip
_PUBLISHERS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")  # fmt: skip
_BYLINES = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")  # fmt: skip
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report", "ScholarlyArticle", "WebPage")  # fmt: skip
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|\Z)")


def of(page: Any, url: str | None = None) -> About:
    """What a page (lxml) says; ``url`` is where it was, where that is known."""
    said = _Said(page)
    address = url or said.address()
    published = said.date()
    inferred = {}
    if published is None and address:
        published = _date_in(urlsplit(address).path)
        inferred = {"published": "the address"} if published else {}
    publisher = said.first(_PUBLISHERS) or said.organization()
    host = urlsplit(address or "").hostname
    return About(
        title=said.title(),
        byline=said.byline(),
        publisher=publisher,
        published=published,
        url=address,
        language=said.language(),
        inferred=inferred,
        perhaps={"publisher": f"the page does not say; its address is at {host}"}
        if host and not publisher
        else {},
    )


class _Said:
    def __init__(self, page: Any) -> None:
        self._page = page
        self._meta: dict[str, list[str]] = {}
        for element in page.iter("meta"):
            name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
            content = clean.said(element.get("content"))
            if name and content:
                self._meta.setdefault(name, []).append(content)
        self._articles = [one for one in _linked_data(page) if set(_list(one.get("@type"))) & set(_ARTICLES)]

    def first(self, names: Sequence[str]) -> str | None:
        return next((self._meta[name][0] for name in names if name in self._meta), None)

    def title(self) -> str | None:
        headline = next(
            (clean.said(one.get("headline")) for one in self._articles if one.get("headline")), None
        )
        found = self.first(_TITLES) or headline
        if found:
            return found
        element = self._page.find(".//title")
        return clean.said(element.text) if element is not None else None

    def date(self) -> str | None:
        given = [one.get("datePublished") for one in self._articles]
        marked = self._page.xpath(
            "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'published')]/@datetime | //*[@itemprop='datePublished']/@content"
        )
        for value in (*given, *(v for name in _DATES for v in self._meta.get(name, ())), *marked):
            day = _day(value)
            if day:
                return day
        return None

    def byline(self) -> str | None:
        names: list[str | None] = [
            clean.said(one.get("name")) for article in self._articles for one in _dicts(article.get("author"))
        ]
        listed = [one for name in _BYLINES for one in self._meta.get(name, ())][:5]
        kept = [name for name in dict.fromkeys(names or listed) if name and not re.match(r"https?://", name)]
        return ", ".join(kept) or None

    def organization(self) -> str | None:
        return next(
            (
                clean.said(one["name"])
                for article in self._articles
                for one in _dicts(article.get("publisher"))
                if one.get("name")
            ),
            None,
        )

    def address(self) -> str | None:
        link = self._page.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
        found = [*link, *self._meta.get("og:url", ())]
        return next(
            (clean.said(one) for one in found if re.match(r"https?://[^\s<>\"\\^`{|}]+\Z", one)), None
        )

    def language(self) -> str | None:
        root = self._page if self._page.tag == "html" else self._page.find(".//html")
        given = [
            root.get("lang") if root is not None else None,
            *self._meta.get("og:locale", ()),
            *(one.get("inLanguage") for one in self._articles),
        ]
        for value in given:
            tag = str(value or "").strip().replace("_", "-")
            if tag and not tags.fault(tag):
                return tag
        return None


def _linked_data(page: Any) -> Iterator[dict[str, Any]]:
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _dicts(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    for one in _list(value):
        if isinstance(one, dict):
            yield one
            yield from _dicts(one.get("@graph"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _day(value: object) -> str | None:
    """The day (or month, or year) that a value begins with; without its time."""
    found = re.match(r"(\d{4})(?:[-/.]?(\d\d))?(?:[-/.]?(\d\d))?(?!\d)", str(value or "").strip())
    if not found:
        return None
    day = "-".join(part for part in found.groups() if part)
    return None if edtf.fault(day) else day


def _date_in(path: str) -> str | None:
    """The date in an address, as uncertain: ``2024-12-06?``."""
    found = _IN_ADDRESS.search(path)
    if not found:
        return None
    day = "-".join(part for part in found.groups() if part) + "?"
    return None if edtf.fault(day) else day
