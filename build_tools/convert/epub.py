"""Books (.epub): the texts of their spine, in order. EPUB 3.3 and OPF 2."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from build_tools.convert import clean, office, xml
from build_tools.convert.blocks import Blocks
from build_tools.convert.converter import About, Given, Made, UnreadableError
from build_tools.convert.limits import part
from build_tools.convert.packages import load
from build_tools.read import edtf, tags

_CONTAINER = "META-INF/container.xml"
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""Ways to scramble fonts, which hide no text."""


def convert(given: Given) -> Made:
    packed = office.opened(given.data, _CONTAINER, "EPUB")
    if "META-INF/encryption.xml" in packed.namelist():
        ways = packed.read("META-INF/encryption.xml").count(b"<EncryptionMethod") + packed.read(
            "META-INF/encryption.xml"
        ).count(b":EncryptionMethod Alg")
        fonts = sum(packed.read("META-INF/encryption.xml").count(way) for way in _FONTS)
        if ways > fonts:
            raise UnreadableError("encrypted", "The book is locked against copying", "Save a copy without it")
    container = office.main_part(packed, _CONTAINER)
    found = container.find(".//{*}rootfile")
    path = found.get("full-path") if found is not None else None
    if path not in packed.namelist():
        raise UnreadableError("broken-file", "The book lists no texts", "Save it again from its source")
    book = xml.tree(part(packed, path), path, doctype=True)
    html: Any = load("lxml.html")
    blocks = Blocks()
    absent = []
    for name in _spine(book, posixpath.dirname(path)):
        if name not in packed.namelist():
            absent.append(name)
            continue
        data = part(packed, name)
        parser = html.HTMLParser(encoding=_encoding(data))
        blocks.read(html.document_fromstring(data, parser=parser))
    return Made(
        tuple(blocks.paragraphs),
        f"lxml {load('lxml.etree').__version__}",
        _about(book),
        pages=tuple(blocks.pages),
        left_out=(*blocks.told(), *clean.told("texts that the book lists and does not hold", absent)),
    )


def _encoding(data: bytes) -> str:
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def _spine(book: Any, folder: str) -> Iterator[str]:
    """Paths of the texts, without the page that only lists them."""
    items = {item.get("id"): item for item in book.findall(".//{*}manifest/{*}item")}
    for reference in book.findall(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is None
            or item.get("media-type") not in _TEXTS
            or "nav" in (item.get("properties") or "").split()
        ):
            continue
        yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _about(book: Any) -> About:
    def word(name: str) -> str | None:
        return clean.said(book.findtext(f".//{office.DC}{name}"))

    authors = [clean.said(one.text) for one in book.findall(f".//{office.DC}creator")]
    day = (word("date") or "").split("T")[0]
    language = word("language")
    return About(
        title=word("title"),
        byline=", ".join(filter(None, authors)) or None,
        publisher=word("publisher"),
        published=day if day and not edtf.fault(day) else None,
        language=language if language and not tags.fault(language) else None,
    )
