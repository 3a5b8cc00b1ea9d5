"""The changes that are made to the program to try its tests."""

from __future__ import annotations

import pytest

from tests.mutants.__main__ import ROOMS, ROOT, drawn, room_of
from tests.mutants.changes import changes

CASES = [
    ("if a < b:\n    c()\n", {"if a <= b:", "if False:"}),
    ("x = a if b else c\n", {"x = a if True else c"}),
    ("x = a and b or c\n", {"x = a or b or c", "x = a and b and c", "x = a and True or c", "x = a and b or False"}),
    ("x = not a\n", {"x = a"}),
    ("x = a in b\n", {"x = a not in b"}),
    ("x = '中' + b + 2\n", {"x = '中' + b - 2", "x = '中' + b + 3"}),
    ("def f(a: int = 0) -> 'x':\n    'Text 1.'\n", {"def f(a: int = 1) -> 'x':"}),
    ("assert a < b\nraise E(1)\n", set()),
    ("x = True\n", {"x = False"}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_changes(source: str, expected: set[str]) -> None:
    made = {
        line
        for change in changes(source)
        for line in change.applied(source).splitlines()
        if line not in source.splitlines()
    }
    assert made == expected


def test_the_same_are_drawn_each_time_and_each_has_tests() -> None:
    first = drawn(20, 1, "build_tools/read/")
    assert first == drawn(20, 1, "build_tools/read/")
    assert first != drawn(20, 2, "build_tools/read/")
    assert all((ROOT / tests).exists() for rooms in ROOMS.values() for tests in rooms)
    assert {room_of(mutant.path) for mutant in first} == {("tests/read",)}
