"""Annotations as JSON: the object that ``archive annotate`` prints, and the whole archive as JSON Lines.

Offsets count code points of the text, half-open; ``surface`` is ``text[start:end]``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from build_tools.annotate.objects import figure_object
from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Mention,
    OutputFile,
    Paragraph,
    Site,
)
from build_tools.render import paths
from build_tools.render.citing.reference import document_url
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import gzipped
from build_tools.render.json_text import compact, line_by_line
from build_tools.render.wording.vocabulary import N_

ALL, PACKED = "data/archive.jsonl", "data/archive.jsonl.gz"


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.annotations.json`` for every document whose text is published, and ``data/archive.jsonl``; of a packed
    archive only the latter, with ``.gz``."""
    lines = io.BytesIO()
    for key, annotated in archive.documents.items():
        if annotated.document.paragraphs and not site.packed:
            content = line_by_line(annotation_object(annotated))
            yield OutputFile(f"{paths.document(key)}.annotations.json", content, "site")
        lines.write(f"{compact(line(annotated, site))}\n".encode())
    content = lines.getvalue()
    yield OutputFile(PACKED, gzipped(content), "site") if site.packed else OutputFile(ALL, content, "site")


def annotation_object(annotated: AnnotatedDocument) -> dict[str, Any]:
    """What is annotated in the published text. ``sha256`` is that of the unshortened source file."""
    document = annotated.document
    return {
        "id": document.id,
        "path": document.path.name,
        "sha256": document.sha256,
        "language": document.language,
        "text_length": len(document.text),
        "paragraphs": [_paragraph(paragraph) for paragraph in document.paragraphs],
        "mentions": [_mention(mention) for mention in annotated.mentions],
        "figures": [figure_object(figure) for figure in annotated.figures],
        **({"slips": _slips(annotated)} if annotated.slips else {}),
        **({"events": _events(annotated)} if annotated.events else {}),
    }


def line(annotated: AnnotatedDocument, site: Site) -> dict[str, Any]:
    """Everything about one document: record, text, annotations, translations."""
    document = annotated.document
    record, source = document.record, document.record.source
    return {
        **annotation_object(annotated),
        "url": document_url(site, document.id),
        "detected_language": document.detected_language,
        "encoding": document.encoding,
        "title": dict(record.title),
        "summary": dict(record.summary),
        "editorial": dict(record.editorial),
        "source": {
            "publisher": source.publisher,
            "published": source.published,
            "url": source.url,
            "byline": source.byline,
            "translated_from": source.translated_from,
            "reprinted_from": source.reprinted_from,
            "credits": list(source.credits),
            "retrieved": source.retrieved,
            "section": source.section,
            "page": source.page,
            "edition": source.edition,
            "place": source.place,
            "note": dict(source.note),
        },
        "rights": record.rights,
        "story": record.story,
        "tags": list(record.tags),
        "collections": list(record.collections),
        "text": document.text,
        "translations": [
            {
                "language": made.translation.language,
                "made_by": made.translation.made_by,
                "translator": made.translation.translator,
                "reviewed_by": made.translation.reviewed_by,
                "date": made.translation.date,
                "paragraphs": [_paragraph(paragraph) for paragraph in made.translation.paragraphs],
                "text": made.translation.text,
            }
            for made in annotated.translations
        ],
    }


def _slips(annotated: AnnotatedDocument) -> list[dict[str, Any]]:
    text = annotated.document.text
    return [
        {"start": start, "end": end, "surface": text[start:end], "note": dict(annotation.note)}
        for annotation, start, end in annotated.slips
    ]


def _events(annotated: AnnotatedDocument) -> list[dict[str, Any]]:
    text = annotated.document.text
    return [
        {"start": start, "end": end, "surface": text[start:end], "date": said.event, "note": dict(said.note)}
        for said, start, end in annotated.events
    ]


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    kept = {"boilerplate": paragraph.boilerplate, "page": paragraph.page}
    return {
        "start": paragraph.start,
        "end": paragraph.end,
        **{key: value for key, value in kept.items() if value},
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "entity": mention.entity,
        "type": mention.type,
        "rule": mention.rule,
    }


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    if site.packed:
        return ()
    return (
        Download(f"{page}.annotations.json", "application/json", N_("Annotations (JSON)"), needs_text=True),
    )


def of_archive(site: Site) -> tuple[Download, ...]:
    description = N_("One document a line: record, text, names, figures, translations.")
    name = N_("Everything as JSON Lines")
    if site.packed:
        return (Download(PACKED, "application/gzip", name, description),)
    return (Download(ALL, "application/jsonl", name, description),)


EXPORT = Export(files, of_document, of_archive)
