"""Whatever a file does to a converter, it ends in one line."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.convert import container_of, limits
from build_tools.convert.converter import Given, UnreadableError
from build_tools.convert.process import Converters
from tests.convert import making


def bomb(name: str, megabytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open(name, "w", force_zip64=True) as part,
    ):
        block = b"<w:p><w:r><w:t>" + b"a" * 999_000 + b"</w:t></w:r></w:p>"
        part.write(f"<w:document {making.W}><w:body>".encode())
        for _ in range(megabytes):
            part.write(block)
        part.write(b"</w:body></w:document>")
    return out.getvalue()


def test_a_bomb_ends_in_one_line_and_the_next_file_is_read() -> None:
    data = bomb("word/document.xml", 120)
    assert len(data) < 1_000_000
    with Converters() as converters:
        with pytest.raises(UnreadableError, match="more than") as caught:
            converters.convert(Given("bomb.docx", data))
        assert caught.value.code == "too-large"
        assert converters.convert(Given("a.docx", making.word())).paragraphs == making.PARAGRAPHS


def test_a_text_that_is_too_long_is_refused() -> None:
    with Converters() as converters, pytest.raises(UnreadableError, match="Its text would be"):
        converters.convert(Given("bomb.docx", bomb("word/document.xml", limits.TEXT // 999_000 + 2)))


def test_memory_has_an_end() -> None:
    with Converters(memory=220_000_000) as converters, pytest.raises(UnreadableError) as caught:
        converters.convert(Given("bomb.docx", bomb("word/document.xml", 90)))
    assert caught.value.code in ("too-large", "broken-file")


def test_time_has_an_end() -> None:
    late = pytest.raises(UnreadableError, match=r"not read within 0\.02 seconds")
    with Converters(seconds=0.02) as converters, late:
        converters.convert(Given("a.html", making.page()))


def test_a_process_that_ends_is_replaced() -> None:
    with Converters() as converters:
        converters.convert(Given("a.rtf", making.rich_text()))
        assert converters._process is not None
        converters._process.kill()
        with pytest.raises(UnreadableError):
            converters.convert(Given("a.rtf", making.rich_text()))
        assert converters.convert(Given("a.rtf", making.rich_text())).paragraphs == making.PARAGRAPHS


@pytest.fixture(scope="module")
def converters() -> Iterator[Converters]:
    with Converters() as started:
        yield started


@pytest.mark.parametrize(
    "name", [name for name in making.of_every_kind() if not name.endswith((".txt", ".md", ".html"))]
)
def test_what_is_cut_or_garbled_is_told_or_read(converters: Converters, name: str) -> None:
    data = making.of_every_kind()[name]
    for broken in (data[: len(data) // 2], data[:20] + bytes(reversed(data[20:])), b"", os.urandom(300)):
        given = Given(name, broken)
        try:
            converters.open(given) if container_of(name) else converters.convert(given)
        except UnreadableError as error:
            told = error
            assert told.hint, name
            assert "\n" not in told.args[0]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with Converters() as converters:
        converters.convert(Given("a.eml", making.message()))
        process = converters._process
    assert process is not None
    assert process.poll() is not None
