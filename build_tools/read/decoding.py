"""Bytes → text, or a refusal that says how to convert them.

UTF-8 (with or without its signature) and UTF-16 with its signature are read. Every other encoding is refused, since
none of them can be told for certain from its bytes: the refusal names the likeliest and the command that converts.
"""

from __future__ import annotations

import codecs
import re
import shlex
import unicodedata
from dataclasses import dataclass

from build_tools.problems import DataError, Problem

MAX_BYTES = 16_000_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    """``utf-8``, ``utf-8-sig``, ``utf-16-le`` or ``utf-16-be``; the signature is no part of the text."""


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file, its line ends untouched.

    Raises ``DataError`` with one problem when the bytes are no text in an accepted encoding, hold control
    characters, or are too many; ``path`` is what the problem calls the file.
    """
    if len(data) > MAX_BYTES:
        raise _refused(path, 0, "too-large", f"{len(data)} bytes are more than {MAX_BYTES}", "Split the text")
    decoded = _decode(data, path)
    control = _CONTROL.search(decoded.text)
    if control:
        raise _refused(
            path,
            line_of(decoded.text, control.start()),
            "control-character",
            f"The control character U+{ord(control[0]):04X} is no text",
            "Remove it, or convert the file again from its original",
        )
    return decoded


def line_of(text: str, offset: int) -> int:
    """1-based line of a place in a text, for any style of line ends."""
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, offset))


def _decode(data: bytes, path: str) -> Decoded:
    name = shlex.quote(path)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _refused(path, 0, "encoding", "The file is UTF-32", _command("UTF-32", name))
    for signature, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(signature):
            try:
                return Decoded(data[2:].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                message = f"The file is marked as UTF-16 and is broken at byte {error.start + 2}"
                raise _refused(path, 0, "encoding", message, "Get the file again from its source") from None
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[3:], "utf-8-sig"
    if 0 in data[:4000]:
        order = _order_of_utf_16(data[:4000])
        if order:
            raise _refused(path, 0, "encoding", f"The file seems to be {order} without a signature", _command(order, name))  # fmt: skip
        line = 1 + len(re.findall(rb"\r\n|\r|\n", data[: data.index(0)]))
        raise _refused(path, line, "not-text", "The file holds zero bytes, so it is no text", "Only plain text can be taken in; `archive add` converts PDF, Word and HTML files")  # fmt: skip
    try:
        return Decoded(data.decode("utf-8"), encoding)
    except UnicodeDecodeError as error:
        line = 1 + len(re.findall(rb"\r\n|\r|\n", data[: error.start]))
        from build_tools.read.encodings import likely_encoding  # which few ever need

        guess = likely_encoding(data)
        if guess is None:
            hint = "Find out its encoding, and convert it (iconv -f ENCODING -t UTF-8) or take it in with: archive add FILE --encoding ENCODING"
            raise _refused(
                path, line, "encoding", f"The file is no UTF-8 (byte {error.start})", hint
            ) from None
        message = f"The file is no UTF-8 (byte {error.start}); it is probably {guess}"
        raise _refused(path, line, "encoding", message, _command(guess, name)) from None


def _order_of_utf_16(sample: bytes) -> str | None:
    """``UTF-16LE`` or ``UTF-16BE`` when the bytes read as text so: common characters, with spaces among them."""
    best: tuple[float, str] | None = None
    for order in ("UTF-16LE", "UTF-16BE"):
        try:
            text = codecs.getincrementaldecoder(order)().decode(sample)
        except UnicodeDecodeError:
            continue
        spaces = sum(map(text.count, " \n"))
        common = sum(
            1
            for char in text
            if char in "\t\r\n" or (char.isprintable() and unicodedata.category(char) != "Co")
        )
        share = common / max(1, len(text))
        if spaces >= max(1, len(text) // 200) and share > 0.97 and (best is None or share > best[0]):
            best = (share, order)
    return best[1] if best else None


def _command(encoding: str, name: str) -> str:
    return f"Take it in with: archive add {name} --encoding {encoding}; or convert it: iconv -f {encoding} -t UTF-8 {name} > converted.txt"


def _refused(path: str, line: int, code: str, message: str, hint: str) -> DataError:
    return DataError([Problem(path, line, code, message, hint)])
