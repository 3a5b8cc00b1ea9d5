"""The browser reads the files whose outlines are nearest, no more than it may, and scores what stands in them as here."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from build_tools.meaning import Meaning, directions, told, without
from build_tools.model import AnnotatedDocument
from build_tools.search.near import clusters, near
from tests.search.conftest import MODULES
from tests.search.near.drawn import Drawn, rows, start, stretches, vectors
from tests.search.near.test_clusters import reports
from tests.search.near.test_stretches import read

SCRIPT = Path(__file__).with_name("nearest.mjs")


def asked(folder: Path, files: Mapping[str, bytes], questions: np.ndarray) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    (folder / "n").mkdir()
    for path, content in files.items():
        (folder / path).write_bytes(content)
    given = json.dumps(questions.tolist())
    made = subprocess.run(
        [node, SCRIPT, MODULES, folder], input=given, capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(made.stdout)
    return found


def index(documents: list[AnnotatedDocument]) -> tuple[Meaning, dict[str, bytes]]:
    meaning = told(documents, Drawn())
    return meaning, dict(near(documents, meaning))


def test_the_nearest_files_are_read_and_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "most_read", lambda count: 3000)
    monkeypatch.setattr(clusters, "READ_AT_LEAST", 3000)
    _, files = index(reports(20, 60))
    about, rest = start(files)
    questions = directions(vectors(3, seed=8))
    middle = np.frombuffer(files["near.bin"][-4 * Drawn.size :], "<f4").astype(float)
    packed = np.frombuffer(rest.taken(Drawn.size * about["axes"] // 2), np.uint8)
    along = np.stack([packed & 15, packed >> 4], axis=1).reshape(Drawn.size, -1).astype(float) - 8
    ends = np.cumsum([0, *about["stretches"]])
    outlines = read(np.frombuffer(rest.taken(ends[-1] * about["axes"] // 4), np.uint8).reshape(ends[-1], -1))
    seen = without(questions, middle) @ along
    nearness = (seen / np.linalg.norm(seen, axis=1, keepdims=True)) @ (
        outlines / np.linalg.norm(outlines, axis=1, keepdims=True)
    ).T
    every = list(rows(files))
    beside = {place: own for own in stretches(files) for place in own}
    signs = {place: np.unpackbits(np.frombuffer(row, np.uint8)) * 2.0 - 1 for place, row in every}
    for number, made in enumerate(asked(tmp_path, files, questions)):
        best = np.maximum.reduceat(nearness[number], ends[:-1])
        assert np.allclose(made["nearness"], best, atol=1e-6)
        order = np.argsort(-best, kind="stable").tolist()
        count = sum(np.cumsum([about["weights"][n] for n in order]) <= 3000)
        assert made["read"] == ["near.bin", *(f"n/{n}.bin" for n in order[:count])]
        assert 2 < count < len(order) / 2
        direction = without(questions[number : number + 1], middle)[0]
        scored = {
            (row["doc"], row["paragraph"], row["start"], row["length"]): row["score"] for row in made["rows"]
        }
        for row in made["rows"]:
            place = (row["doc"], row["paragraph"], row["start"], row["length"])
            assert row["score"] == pytest.approx(signs[place] @ direction / np.sqrt(2 / np.pi * 64))
            assert row["around"] == pytest.approx(np.mean([scored[other] for other in beside[place]]))
        scores = [row["score"] for row in made["rows"]]
        assert scores == sorted(scores, reverse=True)


def test_all_of_a_small_archive_is_read(tmp_path: Path) -> None:
    _, files = index(reports(4, 30))
    [made] = asked(tmp_path, files, directions(vectors(1, seed=8)))
    assert made["read"] == ["near.bin", "n/0.bin"]
    assert made["nearness"] is None
    assert sorted((r["doc"], r["paragraph"], r["start"], r["length"]) for r in made["rows"]) == sorted(
        place for place, _ in rows(files)
    )
