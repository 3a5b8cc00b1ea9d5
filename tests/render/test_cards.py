"""The pictures of pages: pixels are read back as an independent reader of PNG would."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from itertools import pairwise

from build_tools.annotate import Annotator
from build_tools.model import AnnotatedDocument, Authority, Entity, EntityType
from build_tools.read import document_from_text
from build_tools.render.pictures import bars, cards
from tests.exports.sample import SITE, archive

GROUND, BAND, WORD, FIGURE = range(4)


def pixels(content: bytes) -> list[bytes]:
    """The rows of a picture of 8 bits a pixel; every chunk must be whole."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, width, height = 8, b"", 0, 0
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", content, at + 8 + length) == (zlib.crc32(name + body),)
        if name == b"IHDR":
            width, height, bits, colours = struct.unpack(">IIBB", body[:10])
            assert (bits, colours) == (8, 3)
        data += body if name == b"IDAT" else b""
        at += length + 12
    raw = zlib.decompress(data)
    assert len(raw) == height * (width + 1)
    rows = [raw[n * (width + 1) : (n + 1) * (width + 1)] for n in range(height)]
    made: list[bytes] = []
    for row in rows:
        assert row[0] in (0, 2)  # as it is, or as its difference from the row above
        made.append(
            bytes((a + b) % 256 for a, b in zip(row[1:], made[-1], strict=True)) if row[0] else row[1:]
        )
    return made


def annotated(text: str, language: str) -> AnnotatedDocument:
    kind = EntityType("person", {"en": "person"}, {"en": "people"}, "Person")
    ana = Entity("ana", "person", {"en": "Ana Costa", "ar": "آنا كوستا"})
    return Annotator(Authority({"ana": ana}, {"person": kind})).annotate(
        document_from_text("x", text, language)
    )[0]


def test_a_text_is_drawn_with_its_names_and_figures() -> None:
    rows = pixels(cards.card([annotated("Ana Costa scored twice for €12 million on a day in May.", "en")]))
    assert (len(rows), len(rows[0])) == (cards.HEIGHT, cards.WIDTH)
    used = set(b"".join(rows))
    assert {GROUND, BAND, WORD, FIGURE} < used
    assert len(used) == 5  # and the colour of persons


def test_lines_begin_where_the_language_does() -> None:
    def margins(text: str, language: str) -> tuple[int, int]:
        columns = [
            x for row in pixels(cards.card([annotated(text, language)]))[30:] for x, c in enumerate(row) if c
        ]
        return min(columns), cards.WIDTH - 1 - max(columns)

    left, right = margins("Three short words", "en")
    assert left < right
    left, right = margins("ثلاث كلمات قصيرة", "ar")
    assert right < left


def test_every_document_has_one_but_those_that_are_withheld() -> None:
    made = {file.path: file.content for file in cards.files(archive(), SITE)}
    for name, one in archive().documents.items():
        path = f"documents/{name.replace('.', '-')}.card.png"
        assert (path in made) == bool(one.document.paragraphs)
        assert cards.path(one, SITE) in made
    pixels(made[cards.SITE])


def test_the_documents_of_a_language_share_one_in_a_packed_archive() -> None:
    packed = replace(SITE, packed=True)
    made = [file.path for file in cards.files(archive(), packed)]
    shown = [one for one in archive().documents.values() if one.document.paragraphs]
    assert sorted(made) == sorted({cards.SITE, *(f"card.{one.document.language}.png" for one in shown)})
    assert {cards.path(one, packed) for one in archive().documents.values()} == set(made)


def test_an_empty_archive_has_one_too() -> None:
    assert set(b"".join(pixels(cards.card([])))) == {GROUND, BAND}


def test_no_line_is_longer_than_its_column() -> None:
    for line in bars.lines(annotated("字节跳动" * 200 + "。\n\n" + "word " * 300 + "x" * 500, "zh"), 30, 40):
        assert all(0 <= bar.start < bar.end <= 30 for bar in line)
        assert all(a.end <= b.start for a, b in pairwise(line))
