"""The changes that are made to the program to try its tests."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.mutants.changes import changes, is_program
from tests.mutants.draw import ROOT, drawn, equivalent
from tests.mutants.trial import ROOMS, Copy, files_of, room_of, verdicts

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
    ("@dataclass(frozen=True)\nclass A:\n    x = 1\n", {"    x = 2"}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_changes(source: str, expected: set[str]) -> None:
    made = {
        line
        for change in changes(source)
        if is_program(change.applied(source))
        for line in change.applied(source).splitlines()
        if line not in source.splitlines()
    }
    assert made == expected


def test_the_same_are_drawn_each_time() -> None:
    first = drawn(20, 1, "build_tools/read/")
    assert len(first) == 20
    assert first == drawn(20, 1, "build_tools/read/")
    assert first != drawn(20, 2, "build_tools/read/")
    assert set(first) < set(drawn(30, 1, "build_tools/read/"))


def test_each_has_tests_and_those_of_its_own_module_come_first() -> None:
    assert all((ROOT / tests).exists() for rooms in ROOMS.values() for tests in rooms)
    for path in (ROOT / "build_tools").rglob("*.py"):
        assert room_of(path.relative_to(ROOT).as_posix())
    assert room_of("build_tools/read/language.py") == ("tests/read",)
    assert files_of("build_tools/read/language.py")[0] == "tests/read/test_language.py"


def test_what_changes_nothing_is_still_there_and_has_a_reason() -> None:
    survivors = yaml.safe_load((Path(__file__).parent / "survivors.yml").read_text("utf-8"))
    for entry in [*equivalent(), *survivors]:
        lines = (ROOT / entry["path"]).read_text("utf-8").splitlines()
        assert entry["line"] in map(str.strip, lines), entry
        assert entry["why"]


PROGRAM = "def larger(a, b):\n    return a if a > b else b\n"
TEST = "from build_tools.read.larger import larger\n\ndef test_it():\n    assert larger(1, 2) == larger(2, 1) == 2\n"


def test_a_change_that_a_test_notices_is_told_from_one_that_none_does(tmp_path: Path) -> None:
    (tmp_path / "build_tools/read").mkdir(parents=True)
    (tmp_path / "tests/read").mkdir(parents=True)
    (tmp_path / "build_tools/read/larger.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "tests/read/test_larger.py").write_text(TEST, "utf-8")
    copy, path = Copy(tmp_path), "build_tools/read/larger.py"
    found = dict(verdicts([(path, change) for change in changes(PROGRAM)], [copy]))
    noticed = [change.after for place, change in enumerate(changes(PROGRAM)) if found[place].noticed]
    assert len(found) == 2
    assert noticed == ["True"]  # for the other one, >=, the larger one of two equals is either
    assert (tmp_path / path).read_text("utf-8") == PROGRAM
