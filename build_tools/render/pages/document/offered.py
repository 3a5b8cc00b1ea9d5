"""The files that a document's page offers, and those of them that it holds itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from mimetypes import guess_type
from urllib.parse import quote

from build_tools.model import AnnotatedDocument, Document
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.exports import Download, of_document
from build_tools.render.wording.vocabulary import N_

_CODED = re.compile(r'[\x00-\x1f%#"<>{}]')
"""What would end an address, or is lost in one, or is written longer in a page. The rest may stand as it is: a browser writes it as UTF-8."""


@dataclass(frozen=True, slots=True)
class Offered:
    file: Download
    data: str
    """The address that is the file itself; empty where there is one of that name."""

    @property
    def name(self) -> str:
        return self.file.path.rpartition("/")[2]


def offered(context: Context, annotated: AnnotatedDocument) -> list[Offered]:
    """The files of a document, the original it was converted from last."""
    document = annotated.document
    files = of_document(document.id, context.site, text=bool(document.paragraphs))

    def made() -> list[Offered]:
        return [Offered(file, _data(context, annotated, file)) for file in files]

    return [*context.lookup.once(("offered", document.id), made), *_original(document)]


def _data(context: Context, annotated: AnnotatedDocument, file: Download) -> str:
    return data(file.media_type, file.held(context.archive, context.site, annotated)) if file.held else ""


def data(media_type: str, content: bytes) -> str:
    """The address that is a file of text (RFC 2397)."""
    return f"data:{media_type},{_CODED.sub(lambda found: quote(found[0]), content.decode())}"


def _original(document: Document) -> Iterator[Offered]:
    """The file that the text was converted from, where it is published."""
    kept = document.record.original
    if kept is not None:
        path = paths.original(document.id, kept.path.name)
        kind = guess_type(path)[0] or "application/octet-stream"
        yield Offered(Download(path, kind, N_("Original file"), needs_text=True), "")
