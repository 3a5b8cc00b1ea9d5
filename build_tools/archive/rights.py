"""What of a document may be published. Applied once, before anything else sees the documents."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Authority, Document, Entity


def publishable(annotated: AnnotatedDocument) -> AnnotatedDocument:
    """The document cut to what its ``rights`` allow: all of it, its first paragraphs, or its record alone.

    Offsets stay those of the source, since a text is only ever cut at its end. Annotations, corrections and
    translations of what is cut are cut with it.
    """
    document = annotated.document
    if document.record.rights == "full":
        return annotated
    shown = document.record.excerpt if document.record.rights == "excerpt" else 0
    cut = _cut(document, shown)
    limit = len(cut.text)
    return replace(
        annotated,
        document=cut,
        mentions=tuple(m for m in annotated.mentions if m.end <= limit),
        figures=tuple(f for f in annotated.figures if f.end <= limit),
        undecided=tuple(u for u in annotated.undecided if u.end <= limit),
        rejected=tuple(r for r in annotated.rejected if r[2] <= limit),
        slips=tuple(s for s in annotated.slips if s[2] <= limit),
        events=tuple(e for e in annotated.events if e[2] <= limit),
        translations=tuple(_cut_translation(t, shown) for t in annotated.translations if shown),
    )


def without_withheld_quotes(authority: Authority, documents: list[Document]) -> Authority:
    """The authority file without quotations that stand in no publishable text."""

    def cleaned(entity: Entity) -> Entity:
        relations = tuple(
            relation
            if relation.quote is None or any(relation.quote in document.text for document in documents)
            else replace(relation, quote=None)
            for relation in entity.relations
        )
        return entity if relations == entity.relations else replace(entity, relations=relations)

    return replace(authority, entities={key: cleaned(entity) for key, entity in authority.entities.items()})


def _cut(document: Document, shown: int) -> Document:
    paragraphs = document.paragraphs[:shown]
    text = document.text[: paragraphs[-1].end] if paragraphs else ""
    kept = tuple(a for a in document.record.annotations if a.quote in text)
    return replace(
        document,
        text=text,
        paragraphs=paragraphs,
        record=replace(document.record, annotations=kept, original=None),
        translations=tuple(
            replace(t, paragraphs=t.paragraphs[:shown], text=t.text[: t.paragraphs[:shown][-1].end])
            for t in document.translations
            if shown and t.paragraphs
        ),
    )


def _cut_translation(annotated: AnnotatedTranslation, shown: int) -> AnnotatedTranslation:
    paragraphs = annotated.translation.paragraphs[:shown]
    limit = paragraphs[-1].end if paragraphs else 0
    return replace(
        annotated,
        translation=replace(
            annotated.translation, paragraphs=paragraphs, text=annotated.translation.text[:limit]
        ),
        mentions=tuple(m for m in annotated.mentions if m.end <= limit),
        figures=tuple(f for f in annotated.figures if f.end <= limit),
    )
