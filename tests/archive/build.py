"""Small archives written by hand: a text per document, annotations found by their surface."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_tools.model import (
    AnnotatedDocument,
    Authority,
    Document,
    Entity,
    Figure,
    Mention,
    Paragraph,
    Record,
    Seeds,
    Source,
)


def annotated(
    name: str,
    text: str,
    *,
    names: dict[str, str] | None = None,
    figures: tuple[Figure, ...] = (),
    record: Record | None = None,
    published: str | None = None,
) -> AnnotatedDocument:
    """A document of one paragraph a line. ``names`` maps surfaces to entity ids; figures carry only a surface."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    mentions = []
    for surface, entity in (names or {}).items():
        start = text.find(surface)
        while start >= 0:
            mentions.append(Mention(start, start + len(surface), surface, entity, "organization"))
            start = text.find(surface, start + 1)
    record = record or Record()
    if published:
        record = replace(record, source=Source(published=published))
    document = Document(
        name, Path(f"seeds/{name}.txt"), text, "0" * 64, "utf-8", "en", "en", tuple(paragraphs), record
    )
    placed = [replace(f, start=(s := text.index(f.surface)), end=s + len(f.surface)) for f in figures]
    return AnnotatedDocument(
        document,
        tuple(sorted(mentions, key=lambda m: m.start)),
        tuple(sorted(placed, key=lambda f: f.start)),
    )


def figure(surface: str, value: str | None = None, **rest: object) -> Figure:
    return Figure(0, 0, surface, rest.pop("kind", "money"), value, **rest)  # type: ignore[arg-type]


def seeds(*ids: str, **rest: object) -> Seeds:
    entities = {key: Entity(key, "organization", {"en": key}) for key in sorted(ids)}
    return Seeds(Path("seeds"), (), Authority(entities), **rest)  # type: ignore[arg-type]
