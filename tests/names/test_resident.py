"""What is set aside from the garbage collector is what was there."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from build_tools.annotate import resident
from build_tools.annotate.resident import keep_resident


@pytest.fixture(autouse=True)
def thawed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(resident, "gc", gc)  # which the suite holds back
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    if frozen:
        gc.freeze()  # as the suite had it


def test_what_was_built_is_set_aside_and_looked_through_by_the_next_call() -> None:
    class Knot:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            gone.append(True)

    gone: list[bool] = []
    knot = Knot()
    keep_resident()
    assert gc.get_freeze_count() > 0
    del knot
    gc.collect()
    assert not gone, "set aside"
    keep_resident()
    assert gone, "looked through, and gone"
    assert gc.get_freeze_count() > 0
