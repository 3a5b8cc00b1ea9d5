"""What an edit does not touch is taken over from the last index, and the index is the same as one made anew."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest

from build_tools.model import Archive, OutputFile, SameFile
from build_tools.search import build, shards
from tests.search.sample import SITE, archive, document

LINES = {f"d{number}": [f"Ferry number{number} left the harbour.", "It came back."] for number in range(40)}


def made_of(lines: dict[str, list[str]]) -> Archive:
    return archive(*(document(name, "en", text, title={"en": name}) for name, text in lines.items()))


class Last:
    """The memory of a build, and what its site holds."""

    def __init__(self) -> None:
        self.documents: dict[str, bytes] = {}
        self.kept: dict[bytes, bytes] = {}
        self.files: dict[str, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: bytes, value: bytes) -> None:
        self.kept[key] = value

    def stands(self, digest: str) -> bool:
        return digest in self.files

    def built(self, lines: dict[str, list[str]]) -> tuple[dict[str, bytes], Sequence[str]]:
        """The index, and which of its files were taken over."""
        self.documents = {name: sha256(repr((name, text)).encode()).digest() for name, text in lines.items()}
        files: list[OutputFile] = list(build(made_of(lines), SITE, memory=self))
        same = [file.path.split("/", 2)[-1] for file in files if isinstance(file, SameFile)]
        content = {
            file.path: self.files[file.digest] if isinstance(file, SameFile) else file.content
            for file in files
        }
        self.files = {sha256(one).hexdigest(): one for one in content.values()}
        return content, same


@pytest.mark.parametrize(
    "edited",
    [
        LINES,
        {**LINES, "d7": ["Quiet boats left the harbour.", "FerryLink came back."]},
        {name: text for name, text in LINES.items() if name != "d0"},
        {**LINES, "a": ["Another ferry."]},
        {},
    ],
)
def test_an_edited_index_is_as_one_made_anew(
    edited: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_BYTES", 60)
    last = Last()
    assert last.built(LINES)[1] == []
    content, same = last.built(edited)
    assert content == {file.path: file.content for file in build(made_of(edited), SITE)}
    shown = {path for path in same if path.startswith("f/")}
    assert len(shown) == sum(LINES.get(name) == text for name, text in edited.items())
    if edited.keys() == LINES.keys():  # else documents have other numbers
        assert any(path.startswith("s/") for path in same)


def test_without_the_site_of_the_last_build_all_is_made() -> None:
    last = Last()
    before, _ = last.built(LINES)
    last.files = {}
    content, same = last.built(LINES)
    assert (content, same) == (before, [])


def test_documents_without_a_key_are_made_each_time() -> None:
    last = Last()
    last.built(LINES)
    last.documents = {}
    files = list(build(made_of(LINES), SITE, memory=last))
    assert not [file for file in files if isinstance(file, SameFile) and "/f/" in file.path]
    assert {file.path for file in files} == {file.path for file in build(made_of(LINES), SITE)}
