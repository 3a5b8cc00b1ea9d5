"""One file → the text to store, with its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from build_tools import ids
from build_tools.convert import converter_of
from build_tools.convert.converter import Given, Made
from build_tools.convert.process import Converters
from build_tools.intake import Text, record
from build_tools.intake.sources import Source, asked
from build_tools.problems import DataError, Problem
from build_tools.read import document_from_text
from build_tools.read.decoding import decode
from build_tools.read.tags import UNDETERMINED


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said of the files."""

    name: str | None = None
    language: str | None = None
    encoding: str | None = None
    """Python's name."""
    anyway: bool = False
    """Take in also what cannot be right."""
    source: Mapping[str, str | None] | None = None
    """Values of ``source:`` in the record, which count before what the file says."""


def text_of(source: Source, wishes: Wishes, converters: Converters, document_id: str) -> Text:
    """Raises ``DataError`` when there is no text in the file, or none that can be right."""
    plain = source.name.lower().endswith(".txt") and wishes.encoding is None
    made = None if plain else _converted(source, wishes, converters)
    if made is None:
        data, text = source.data, decode(source.data, source.shown).text
        if not text.strip():
            raise DataError(
                [
                    Problem(
                        source.shown, 0, "no-text", "No text is found in the file", "Fill it or leave it out"
                    )
                ]
            )
    else:
        text = "\n".join(made.paragraphs) + "\n"
        data = text.encode("utf-8", "ignore")
    detected = document_from_text(document_id, text, wishes.language).language
    language = wishes.language or _declared(made, detected)
    if (wishes.language or detected) == UNDETERMINED and language is None:
        raise DataError([Problem(source.shown, 0, "unknown-language", "The language of the text cannot be told", "Give it: --language")])  # fmt: skip
    original = None if made is None else (f"{document_id}{PurePath(source.name).suffix.lower()}", source.data)
    written = record.written(
        record.Facts(
            file=source.name,
            text_language=language or detected,
            language=language,
            made=made,
            digest=sha256(source.data).hexdigest(),
            given={
                **(wishes.source or {}),
                **({"url": source.url} if source.url else {}),
                **({"retrieved": source.retrieved} if source.retrieved else {}),
            },
            original=original[0] if original else None,
        )
    )
    return Text(document_id, data, written, language or detected, original, _warnings(source, made))


def document_id(source: Source, wishes: Wishes) -> str:
    """The name that a file's document gets. Raises ``DataError`` for one that no document can have."""
    name = wishes.name if wishes.name is not None else ids.slug(source.name.rsplit(".", 1)[0])
    wrong = ids.document_fault(name)
    if wrong:
        raise DataError(
            [Problem(source.shown, 0, "bad-name", wrong[:1].upper() + wrong[1:], "Give another with --name")]
        )
    return name


def _converted(source: Source, wishes: Wishes, converters: Converters) -> Made:
    converter = converter_of(source.name)
    assert converter is not None
    made: Made = asked(
        source, converter, lambda: converters.convert(Given(source.name, source.data, wishes.encoding))
    )
    if not wishes.anyway and not all(doubt.slight for doubt in made.doubts):
        raise DataError([_doubtful(source, made, "; --anyway takes it in as it is", "error")])
    return made


def _doubtful(source: Source, made: Made, more: str, severity: str) -> Problem:
    first = made.doubts[0]
    message = "; ".join(doubt.message for doubt in made.doubts)
    return Problem(
        source.shown,
        0,
        first.code,
        message,
        f"{first.hint}{more}",
        "error" if severity == "error" else "warning",
    )


def _declared(made: Made | None, detected: str) -> str | None:
    """What the file says of its language, where the text itself does not tell."""
    return (
        made.about.language if made is not None and made.about.language and detected == UNDETERMINED else None
    )


def _warnings(source: Source, made: Made | None) -> tuple[Problem, ...]:
    if made is None:
        return ()
    told = [
        Problem(source.shown, 0, "left-out", f"Left out: {line}", "", "warning") for line in made.left_out
    ]
    doubtful = [_doubtful(source, made, "", "warning")] if made.doubts else []
    return (*doubtful, *told)
