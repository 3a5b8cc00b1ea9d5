"""A real scheduler and two workers over TCP: one is killed in the midst of the work, and nothing is missing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import publish
from build_tools.problems import DataError
from build_tools.publish.shards import annotate_into
from tests.publish.archives import as_yaml
from tests.stress.cluster import WAIT, Cluster
from tests.tiny import contents, tiny_archive

pytest.importorskip("distributed", reason="the extra scheduler is not installed")
pytestmark = pytest.mark.skipif(
    not os.environ.get("STRESS"), reason="make stress: it takes processes of its own"
)

TEXTS = 120


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path)
    yield made
    made.end()


def _archive(folder: Path) -> Path:
    entities = [
        {"id": "bank", "type": "organization", "names": {"en": "Harbour Bank"}},
        {"id": "finch", "type": "person", "names": {"en": "Orla Finch"}},
    ]
    (folder / "seeds/entities").mkdir(parents=True)
    (folder / "seeds/entities/all.yml").write_text(as_yaml(entities), "utf-8")
    for number in range(TEXTS):
        text = f"Orla Finch sold {number} boats.\n\nHarbour Bank lent {number + 2} million dollars in {1900 + number}.\n"
        (folder / f"seeds/t{number:03}.txt").write_text(text * 6, "utf-8")
    return folder / "seeds"


def _shards(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_one_worker_is_killed_and_the_bytes_are_the_same(cluster: Cluster, tmp_path: Path) -> None:
    seeds = _archive(tmp_path)
    alone = annotate_into(seeds, seeds, tmp_path / "alone", size=40)
    assert (alone.texts, alone.shards, alone.made) == (TEXTS, 3, 3)

    def kill(_stage: str, done: int, _all: int) -> None:
        if done > 40:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    shared = annotate_into(
        seeds, seeds, tmp_path / "shared", size=40, scheduler=cluster.address, progress=kill
    )
    assert cluster.workers[0].wait(WAIT) == -signal.SIGKILL
    assert shared == alone
    assert _shards(tmp_path / "shared") == _shards(tmp_path / "alone")


def test_a_whole_build_gives_the_same_bytes(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for address in (None, cluster.address):
        if address:
            monkeypatch.setattr("build_tools.publish.workers.Workers._here", None)
        root = tmp_path / f"archive-{len(made)}"
        config = tiny_archive(root, offline=False)
        _archive(root)
        publish.build(config, scheduler=address)
        made.append(contents(root / "site"))
    assert made[0] == made[1]
    assert "documents/t119/index.html" in made[1]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere"])
def test_a_scheduler_that_does_not_answer_is_told(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.publish.workers._PATIENCE", "1s")
    with pytest.raises(DataError, match=r"No scheduler answers there.*dask scheduler"):
        annotate_into(_archive(tmp_path), tmp_path / "seeds", tmp_path / "out", scheduler=address)
    assert not (tmp_path / "out").exists()
