"""Converters in a process of their own: whatever a file does to one, it ends in one line, and nothing else is harmed.

The process has so much memory (where the system limits it) and so much time for a file; it is started when it is first
needed and again after each failure. Messages go both ways as a JSON head of known length with the bytes behind it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from types import TracebackType
from typing import IO, Any

from build_tools.convert import limits
from build_tools.convert.converter import About, Doubt, Given, Made, Member, UnreadableError
from build_tools.convert.packages import MissingPackageError

_HEAD = 16
"""Decimal digits before a message: how long its head is."""
_LONGEST_HEAD = 4 * limits.TEXT


class Converters:
    """The process, or none as long as nothing was asked. To be closed (``with``)."""

    def __init__(self, *, seconds: float = limits.SECONDS, memory: int = limits.MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Converters:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def convert(self, given: Given) -> Made:
        """The text of a file. Raises ``UnreadableError`` and ``MissingPackageError``."""
        head, _ = self._ask("convert", given)
        about = About(**head["about"])
        return Made(
            tuple(head["paragraphs"]),
            head["converter"],
            about,
            tuple((number, label) for number, label in head["pages"]),
            tuple(head["left_out"]),
            tuple(Doubt(**doubt) for doubt in head["doubts"]),
        )

    def open(self, given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
        """The files inside of one. Raises ``UnreadableError`` and ``MissingPackageError``."""
        head, blob = self._ask("open", given)
        members, at = [], 0
        for one in head["members"]:
            size = one.pop("size")
            members.append(Member(data=blob[at : at + size], **one))
            at += size
        return tuple(members), tuple(head["left_out"])

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with suppress(OSError):  # of what it no longer took
                        stream.close()
            self._process = None

    def _ask(self, what: str, given: Given) -> tuple[dict[str, Any], bytes]:
        process = self._process = self._process or _start(self._memory)
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            send(process.stdin, {"do": what, "name": given.name, "encoding": given.encoding}, given.data)
            head, blob = receive(process.stdout)
        except (EOFError, OSError, ValueError):
            self.close()
            if late.is_set():
                raise UnreadableError(
                    "too-slow", f"It was not read within {self._seconds:g} seconds", limits.TOO_LARGE
                ) from None
            raise UnreadableError(
                "too-large",
                "Reading it took more memory than a file may, or ended the program that reads it",
                limits.TOO_LARGE,
            ) from None
        finally:
            timer.cancel()
        if "missing" in head:
            raise MissingPackageError(head["missing"])
        if "unreadable" in head:
            raise UnreadableError(*head["unreadable"])
        return head, blob


def send(stream: IO[bytes], head: dict[str, Any], blob: bytes | Sequence[bytes] = b"") -> None:
    """Write one message."""
    blobs = [blob] if isinstance(blob, bytes) else blob
    text = json.dumps({**head, "bytes": sum(map(len, blobs))}).encode()
    stream.write(f"{len(text):0{_HEAD}d}".encode())
    stream.write(text)
    for part in blobs:
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message. Raises ``EOFError`` at the end, and ``ValueError`` for what is none or is too long."""
    length = int(_exactly(stream, _HEAD))
    if length > _LONGEST_HEAD:
        raise ValueError("too long")
    head: dict[str, Any] = json.loads(_exactly(stream, length))
    size = head.pop("bytes")
    if size > limits.INPUT:
        raise ValueError("too long")
    return head, _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _start(memory: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "ARCHIVE_MEMORY": str(memory), "PYTHONSAFEPATH": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "build_tools.convert.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def as_message(made: Made) -> dict[str, Any]:
    """A text as the head of a message."""
    return asdict(made)
