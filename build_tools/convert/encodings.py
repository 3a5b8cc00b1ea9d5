"""Bytes → text, in the encoding that a person named, or else as texts in ``seeds/`` are read."""

from __future__ import annotations

from build_tools.convert.converter import Given, UnreadableError
from build_tools.problems import DataError
from build_tools.read.decoding import decode


def text_of(given: Given) -> str:
    """Raises ``UnreadableError`` when the bytes are no text in the encoding."""
    if given.encoding is None:
        try:
            return decode(given.data, given.name).text
        except DataError as error:
            problem = error.problems[0]
            raise UnreadableError(problem.code, problem.message, problem.hint) from None
    try:
        return given.data.decode(given.encoding)
    except (UnicodeDecodeError, ValueError) as error:
        at = getattr(error, "start", 0)
        raise UnreadableError(
            "encoding", f"The file is no text in {given.encoding} (byte {at})", "Give another --encoding"
        ) from None
