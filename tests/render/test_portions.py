"""Several processes make of an archive what one makes."""

from __future__ import annotations

from itertools import chain

from build_tools.model import Archive, OutputFile
from build_tools.publish.forked import shared
from build_tools.render.making import tasks
from tests.render.sample import SITE


def test_portions_are_the_same_files(archive: Archive, files: dict[str, OutputFile]) -> None:
    work = tasks(archive, SITE, exports=False, portions=3)
    assert sum(task.part for task in work) == 9
    made = chain.from_iterable(shared(lambda number: list(work[number].files()), len(work), 2))
    assert sorted(made, key=lambda file: file.path) == sorted(files.values(), key=lambda file: file.path)
