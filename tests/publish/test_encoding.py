"""Vectors are kept between builds: only what is new is encoded, and what an ended build had done stays done."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from build_tools.meaning import Vectors
from build_tools.publish import encoding
from build_tools.publish.encoding import BLOCK, KEY, KeptEncoder
from build_tools.publish.progress import silent


class Letters:
    """An encoder whose vector is the sentence's first letters; ``until`` so many calls it works."""

    size = 8

    def __init__(self, version: str = "letters-1", until: int = 99) -> None:
        self.version = version
        self.asked: list[str] = []
        self.left = until

    def encode(self, sentences: Sequence[str]) -> Vectors:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        self.asked += sentences
        return np.array([list(one.ljust(8)[:8].encode()) for one in sentences], np.int8)


def kept(folder: Path, encoder: Letters) -> KeptEncoder:
    return KeptEncoder(encoder, folder, silent)


def words(vectors: Vectors) -> list[str]:
    return [bytes(row.tolist()).decode().strip() for row in vectors]


def test_only_what_is_new_is_encoded(tmp_path: Path) -> None:
    assert words(kept(tmp_path, Letters()).encode(["tide", "quay"])) == ["tide", "quay"]
    later = Letters()
    assert words(kept(tmp_path, later).encode(["quay", "boat", "tide"])) == ["quay", "boat", "tide"]
    assert later.asked == ["boat"]
    assert kept(tmp_path, Letters(until=0)).encode(["boat", "tide"]).shape == (2, 8)


def test_an_ended_encoding_goes_on(tmp_path: Path) -> None:
    rows = [f"s{n}" for n in range(BLOCK * 3)]
    with pytest.raises(KeyboardInterrupt):
        kept(tmp_path, Letters(until=2)).encode(rows)
    later = Letters()
    assert words(kept(tmp_path, later).encode(rows)) == rows
    assert later.asked == rows[BLOCK * 2 :]


def test_several_processes_encode_the_same(tmp_path: Path) -> None:
    rows = [f"s{n}" for n in range(BLOCK * 2 + 9)]
    here = Letters()
    assert words(KeptEncoder(here, tmp_path, silent, jobs=2).encode(rows)) == rows
    assert here.asked == [] or sys.platform != "linux", "copies of this process do it"
    assert kept(tmp_path, Letters(until=0)).encode(rows).shape == (len(rows), 8)


def test_a_torn_end_is_left_out(tmp_path: Path) -> None:
    kept(tmp_path, Letters()).encode(["tide", "quay"])
    path = tmp_path / "letters-1.vectors"
    path.write_bytes(path.read_bytes()[:-3])
    later = Letters()
    assert words(kept(tmp_path, later).encode(["tide", "quay"])) == ["tide", "quay"]
    assert later.asked == ["quay"]
    assert path.stat().st_size == 2 * (KEY + 8)


def test_what_no_text_says_any_more_is_not_kept_for_ever(tmp_path: Path) -> None:
    kept(tmp_path, Letters()).encode([f"s{n}" for n in range(BLOCK + 10)])
    kept(tmp_path, Letters()).encode(["s1"])
    assert (tmp_path / "letters-1.vectors").stat().st_size == KEY + 8


def test_another_version_begins_anew(tmp_path: Path) -> None:
    kept(tmp_path, Letters()).encode(["tide"])
    later = Letters("letters-2")
    kept(tmp_path, later).encode(["tide"])
    assert later.asked == ["tide"]
    assert [path.name for path in tmp_path.iterdir()] == ["letters-2.vectors"]


def test_the_encoder_for_the_browser_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []

    def files(folder: Path) -> list[tuple[str, bytes]]:
        made.append(folder)
        return [("v/start.bin", b"start"), ("v/r/0.bin", b"row")]

    monkeypatch.setattr(encoding, "encoder_files", files)
    for _ in range(2):
        found = {one.path: one.content for one in encoding.browser_encoder(tmp_path)}
        assert found == {"search/encoder/v/start.bin": b"start", "search/encoder/v/r/0.bin": b"row"}
    assert len(made) == 1
    (path,) = tmp_path.glob("*.zip")
    path.write_bytes(path.read_bytes()[:40])
    assert len(list(encoding.browser_encoder(tmp_path))) == 2, "what is damaged is made anew"
    assert zipfile.is_zipfile(path)
