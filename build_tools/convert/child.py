"""The process that converts: ``python -m build_tools.convert.child``, with messages on both streams."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import asdict, replace
from typing import Any

from build_tools.convert import container_of, converter_of, doubts, limits
from build_tools.convert.converter import Given, Made, UnreadableError
from build_tools.convert.packages import MissingPackageError, load
from build_tools.convert.process import as_message, receive, send


def main() -> None:
    _limit(int(os.environ.pop("ARCHIVE_MEMORY", "0")))
    reading = sys.stdin.buffer
    writing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a package prints
    while True:
        try:
            asked, data = receive(reading)
        except EOFError:
            return
        send(writing, *_answer(asked["do"], Given(asked["name"], data, asked["encoding"])))


def _answer(what: str, given: Given) -> tuple[dict[str, Any], list[bytes]]:
    try:
        if what == "open":
            return _opened(given)
        return as_message(_made(given)), []
    except UnreadableError as error:
        return {"unreadable": [error.code, error.message, error.hint]}, []
    except MissingPackageError as error:
        return {"missing": error.package}, []
    except MemoryError:
        return {
            "unreadable": ["too-large", "Reading it takes more memory than a file may", limits.TOO_LARGE]
        }, []
    except Exception as error:  # parsers raise whatever they do
        kind = (converter_of(given.name) or container_of(given.name)).kind  # type: ignore[union-attr]
        return {
            "unreadable": [
                "broken-file",
                f"The file is no {kind} that can be read ({type(error).__name__})",
                "Save it again from its source",
            ]
        }, []


def _made(given: Given) -> Made:
    converter = converter_of(given.name)
    assert converter is not None
    for module, _ in converter.packages:
        load(module)
    made = converter.convert(given)
    size = sum(len(paragraph.encode("utf-8", "replace")) + 1 for paragraph in made.paragraphs)
    if size > limits.TEXT:
        raise UnreadableError(
            "too-large", f"Its text would be {size} bytes, more than {limits.TEXT}", "Split it"
        )
    if not any(map(str.strip, made.paragraphs)):
        raise UnreadableError(
            "no-text", "No text is found in the file", "A scanned page has none: run text recognition first"
        )
    return replace(made, doubts=(*made.doubts, *doubts.of(made.paragraphs, made.pages)))


def _opened(given: Given) -> tuple[dict[str, Any], list[bytes]]:
    container = container_of(given.name)
    assert container is not None
    for module, _ in container.packages:
        load(module)
    members, left_out = container.open(given)
    heads = [{**asdict(replace(one, data=b"")), "size": len(one.data)} for one in members]
    for head in heads:
        del head["data"]
    return {"members": heads, "left_out": list(left_out)}, [one.data for one in members]


def _limit(memory: int) -> None:
    """The system ends what takes more; where it has no such limit, the size of what is read still bounds it."""
    if not memory:
        return
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
