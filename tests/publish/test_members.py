"""What a packed download takes over from the one of the last build: the same bytes as if all were packed anew."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.publish.kept.members import Members
from build_tools.publish.kept.standing import Made, Standing
from build_tools.render.formats.packing import Member, key_of, zipped, zipped_again

PATH = "data/all.zip"
FIRST = {"a/one.md": b"one " * 90, "a/واحد.md": b"", "a/two.md": b"two"}
LATER = {"a/new.md": b"new", "a/two.md": b"two, longer", "a/one.md": b"one " * 90, "a/واحد.md": b""}


def _members(files: Mapping[str, bytes], made: list[str], told: bool = True) -> Iterator[Member]:
    for name, content in files.items():

        def make(name: str = name, content: bytes = content) -> bytes:
            made.append(name)
            return content

        yield Member(name, key_of(b"k", content or b"nothing") if told else b"", make)


def _packed(folder: Path, files: Mapping[str, bytes], told: bool = True) -> tuple[bytes, list[str]]:
    """The file, which is put into the site in ``folder``, and the members that were made for it."""
    path, made = folder / "site" / PATH, list[str]()
    there = {PATH: Made(hashlib.sha256(path.read_bytes()).hexdigest())} if path.exists() else {}
    before = Members(folder / "kept", {}, Standing(folder / "site", there))
    content = zipped_again(PATH, _members(files, made, told), before)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return content, made


def test_only_what_changed_is_packed_anew_with_the_same_bytes(tmp_path: Path) -> None:
    first, made = _packed(tmp_path, FIRST)
    assert (first, made) == (zipped(FIRST.items()), list(FIRST))
    assert _packed(tmp_path, FIRST) == (first, [])
    later, made = _packed(tmp_path, LATER)
    assert (later, made) == (zipped(LATER.items()), ["a/new.md", "a/two.md"])
    assert zipfile.ZipFile(tmp_path / "site" / PATH).testzip() is None


def test_of_another_file_than_the_last_build_left_nothing_is_taken(tmp_path: Path) -> None:
    first, _ = _packed(tmp_path, FIRST)
    (tmp_path / "site" / PATH).write_bytes(zipped({**FIRST, "a/one.md": b"forged"}.items()))
    assert _packed(tmp_path, FIRST) == (first, list(FIRST))


def test_what_nobody_can_tell_the_origin_of_is_always_made(tmp_path: Path) -> None:
    assert key_of(b"", b"known") == b""
    for _ in range(2):
        assert _packed(tmp_path, FIRST, told=False)[1] == list(FIRST)
