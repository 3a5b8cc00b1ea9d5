"""Commands that write wait for the one that does, and say for whom."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from build_tools.writing import of_project
from tests.cli.command import BIN, process
from tests.thorough import first
from tests.tiny import tiny_archive

HOLD = """
import pathlib, sys
from build_tools.writing import held
with held([pathlib.Path(sys.argv[1])], "archive serve"):
    print("held", flush=True)
    sys.stdin.read()
"""


COMMANDS = {
    "add two.txt --language en": 0,
    "build": 1,
    "clean": 0,
    "suggest --write": 0,
    "suggest --write --measures": 0,
    "bag kept": 1,
}
"""With their exit codes: there is a fault that ends the build quickly, and no site yet to be put into a bag."""


@pytest.mark.parametrize("command", first(COMMANDS, 3))
def test_who_waits_says_for_whom(tmp_path: Path, command: str) -> None:
    tiny_archive(tmp_path)
    (tmp_path / "two.txt").write_text("A report of the river.\n", "utf-8")
    if command == "build":
        (tmp_path / "seeds/one.yml").write_text("rights: nonsense\n", "utf-8")
    hold = [sys.executable, "-c", HOLD, str(of_project(tmp_path))]
    pipe = subprocess.PIPE
    with subprocess.Popen(hold, stdin=pipe, stdout=pipe) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        arguments = [BIN / "archive", *command.split()]
        with subprocess.Popen(arguments, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True) as waiting:
            assert waiting.stderr is not None
            said = waiting.stderr.readline()
            assert said.startswith(f"archive: Waiting for archive serve (process {holder.pid}, since 2")
            assert waiting.poll() is None
            holder.stdin.close()
            waiting.communicate()
    assert waiting.returncode == COMMANDS[command]


def test_two_at_once_take_in_one_text_once(tmp_path: Path) -> None:
    tiny_archive(tmp_path)
    (tmp_path / "two.txt").write_text("A report of the river, which was high.\n", "utf-8")
    found: list[int] = []

    def add() -> None:
        found.append(process("add", "two.txt", cwd=tmp_path).returncode)

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0, 1, 1]
    assert sorted(path.name for path in (tmp_path / "seeds").iterdir()) == ["one.txt", "two.txt", "two.yml"]
