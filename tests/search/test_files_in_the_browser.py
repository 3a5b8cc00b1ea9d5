"""What the index is made of, read in the browser."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable
from hashlib import sha256
from random import Random

import pytest
from playwright.sync_api import Page

from build_tools.model import Archive
from build_tools.search.fragments import ENCODINGS
from tests.search.conftest import asker
from tests.search.sample import archive, document

pytestmark = pytest.mark.browser

PageOf = Callable[[Archive], Page]


@pytest.mark.parametrize(("name", "label"), ENCODINGS)
def test_every_character_is_read_as_it_was_written(module_page: Page, name: str, label: str) -> None:
    chars = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code <= 0xDFFF]
    encodable = [char for char in chars if _bytes(char, name)]
    text = "\n".join(encodable)
    read = module_page.evaluate(
        "([bytes, label]) => new TextDecoder(label, { ignoreBOM: true }).decode(new Uint8Array(bytes))",
        [list(text.encode(name)), label],
    )
    different = [(one, other) for one, other in zip(encodable, read.split("\n"), strict=True) if one != other]
    assert different == []


def _bytes(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return b""


@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_files_are_unpacked_as_they_were_packed(module_page: Page, level: int) -> None:
    random = Random(5)
    noise = random.randbytes(70_000)
    words = "".join(random.choices(("كلمة ", "词语", "word ", "a"), k=9_000)).encode()
    for content in (b"", b"a", b"ab" * 40_000, noise, words, noise[:300] + words + noise[:300]):
        packed = gzip.compress(content, level)
        read = module_page.evaluate(
            """async (packed) => {
              const { inflated } = await import("./assets/search/bytes.js");
              const bytes = await inflated(Uint8Array.from(atob(packed), (char) => char.charCodeAt(0)));
              const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
              return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
            }""",
            base64.b64encode(packed).decode(),
        )
        assert read == sha256(content).hexdigest()


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_file_is_an_error(module_page: Page, damage: str) -> None:
    packed = bytearray(gzip.compress(b"some words, and some more words" * 50))
    packed = packed[:40] if damage == "cut" else packed[:12] + bytes(len(packed) - 12)
    told = module_page.evaluate(
        """async (packed) => {
          const { inflated } = await import("./assets/search/bytes.js");
          try {
            return (await inflated(Uint8Array.from(packed))).length;
          } catch (error) {
            return error.name;
          }
        }""",
        list(packed),
    )
    assert told == "TypeError"


def test_an_empty_archive_finds_nothing(page_of: PageOf) -> None:
    ask = asker(page_of(Archive()))
    assert ask("word كلمة 词语 40 billion yuan lang:ar")["total"] == 0
    assert ask('"a phrase" -word')["total"] == 0


def test_an_archive_of_one_document(page_of: PageOf) -> None:
    ask = asker(page_of(archive(document("only", "zh", ["只有一段文字。"]))))
    assert ask("文字")["ids"] == ["only"]
    assert ask("字")["ids"] == ["only"]


def test_offsets_count_as_the_browser_does(page_of: PageOf) -> None:
    text = "𠮷🙂 Korvane grows to 𝟓𝟎 sites."
    content = archive(
        document(
            "astral",
            "en",
            [text],
            names={"Korvane": "korvane"},
            figures={"𝟓𝟎 sites": {"kind": "count", "value": "50"}},
        )
    )
    shown = asker(page_of(content))("grows")["shown"]["astral"]
    assert shown == ["𠮷🙂 Korvane <mark>grows</mark> to 𝟓𝟎 sites."]


def test_only_what_a_query_needs_is_read(page_of: PageOf) -> None:
    page = page_of(archive(*(document(f"d{n}", "en", [f"quokka number {n}"]) for n in range(30))))
    asker(page)("quokka")
    read = page.evaluate("window.read")
    assert read[0] == "index.bin"
    assert sum("/f/" in path for path in read) == 10
    assert not any(path.endswith(("han.bin", "facets.bin")) for path in read)
