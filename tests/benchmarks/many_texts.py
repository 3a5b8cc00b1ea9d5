"""Annotating very many texts past one process: ``python -m tests.benchmarks.many_texts 100000``.

A real scheduler and two workers over TCP annotate a folder of invented texts into shards; one worker is killed when a
fifth is done. Told are the wall clock, texts a second, and whether shards from the beginning, the middle and the end are
those that one process alone makes.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from build_tools.publish.shards import SIZE, annotate_into
from tests.benchmarks.large import write
from tests.stress.cluster import Cluster

ARCHIVE = 1_000
"""Documents of the invented archive; each text is taken so often as is needed, with a line of its own."""


def texts(folder: Path, seeds: Path, count: int) -> None:
    """Write so many texts, no two alike."""
    folder.mkdir()
    known = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    for number in range(count):
        (folder / f"t{number:07}.txt").write_text(f"{known[number % len(known)]}\n{number} lines.\n", "utf-8")


def right(folder: Path, seeds: Path, shards: Path, number: int) -> bool:
    """Whether a shard is the one that this process makes alone."""
    some = folder.parent / f"some-{number}"
    some.mkdir()
    for path in sorted(folder.glob("*.txt"))[(number - 1) * SIZE : number * SIZE]:
        shutil.copy(path, some)
    annotate_into(some, seeds, folder.parent / f"alone-{number}")
    made = (folder.parent / f"alone-{number}" / "000001.jsonl").read_text("utf-8")
    kept = (shards / f"{number:06}.jsonl").read_text("utf-8")
    return made.replace(f"{some}/", "") == kept.replace(f"{folder}/", "")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        seeds = write(root / "archive", min(count, ARCHIVE)).parent / "seeds"
        texts(root / "texts", seeds, count)
        cluster = Cluster(root)
        alive = True

        def kill(_stage: str, done: int, _all: int) -> None:
            nonlocal alive
            if alive and done > count // 5:
                alive = False
                os.kill(cluster.workers[0].pid, signal.SIGKILL)

        start = time.monotonic()
        try:
            done = annotate_into(root / "texts", seeds, root / "shards", scheduler=cluster.address, progress=kill)  # fmt: skip
        finally:
            cluster.end()
        taken = time.monotonic() - start
        asked = sorted({1, (done.shards + 1) // 2, done.shards})
        same = all(right(root / "texts", seeds, root / "shards", number) for number in asked)
        print(f"{done.texts:,} texts in {done.shards} shards, one of two workers killed: {taken:.0f} s, {done.texts / taken:.0f} texts a second; shards {asked} are those of one process: {same}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
