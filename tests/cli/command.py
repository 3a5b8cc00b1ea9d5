"""The command ``archive`` in a folder: in this process, or as people run it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from build_tools.cli import archive as group

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def archive(*arguments: str, cwd: Path, stdin: str | bytes = b"") -> Done:
    """Run in this process, which is quicker; an exception that would be a traceback is raised here."""
    with chdir(cwd):
        done = CliRunner(charset="utf-8").invoke(group, arguments, input=stdin, prog_name="archive")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


def process(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run in a process of its own; output is decoded as UTF-8, which it must be whatever the locale."""
    done = subprocess.run(
        [BIN / "archive", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(line: str, *, cwd: Path) -> Done:
    """Run a line as it would be typed."""
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"},
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
