"""A real scheduler and two workers over TCP: one is killed in the midst of the work, and nothing is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import publish
from build_tools.problems import DataError
from build_tools.publish.shards import annotate_into
from tests.publish.archives import as_yaml
from tests.tiny import contents, tiny_archive

pytest.importorskip("distributed", reason="the extra scheduler is not installed")
pytestmark = pytest.mark.skipif(
    not os.environ.get("STRESS"), reason="make stress: it takes processes of its own"
)

TEXTS = 120
_WAIT = 60.0
"""Seconds, on a machine that does other things too."""


class Cluster:
    """A scheduler and two workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self._log = (folder / "log").open("w")
        self._file = folder / "scheduler.json"
        self._begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self._file))
        self.address = self._address()
        self.workers = [
            self._begin("worker", self.address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(folder))
            for _ in range(2)
        ]  # fmt: skip

    def _begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_" + arguments[0],
            *arguments[1:],
            "--no-dashboard",
        ]
        process = subprocess.Popen(command, stdout=self._log, stderr=self._log, cwd=Path(__file__).parents[2])
        self.processes = [*getattr(self, "processes", []), process]
        return process

    def _address(self) -> str:
        import json

        until = time.monotonic() + _WAIT
        while time.monotonic() < until:
            if self._file.is_file() and self._file.stat().st_size:
                return str(json.loads(self._file.read_text("utf-8"))["address"])
            time.sleep(0.05)
        raise TimeoutError("no scheduler")

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()
        self._log.close()


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
    assert cluster.workers[0].wait(_WAIT) == -signal.SIGKILL
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
