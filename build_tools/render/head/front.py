"""The front matter of a document's page: its source, its language, its names and its figures, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from build_tools.annotate.objects import literal_value
from build_tools.model import AnnotatedDocument, Document, FigureUse, Site


def document_front(
    annotated: AnnotatedDocument, site: Site, entities: Iterable[str], uses: Sequence[FigureUse]
) -> dict[str, Any]:
    """What is the same in every interface language. ``entities`` and ``uses`` are in the order of the text."""
    return {
        "source": _source(annotated.document),
        "language": annotated.document.language,
        "text_languages": _text_languages(annotated, site),
        "entities": list(entities),
        "figures": [_figure(use) for use in uses],
    }


def _source(document: Document) -> dict[str, Any]:
    source = document.record.source
    return _filled(
        {
            "file": document.path.name,
            "sha256": document.sha256,
            "publisher": source.publisher,
            "published": source.published,
            "byline": source.byline,
            "url": source.url,
            "translated_from": source.translated_from,
            "reprinted_from": source.reprinted_from,
            "credits": list(source.credits) or None,
            "rights": document.record.rights,
            "story": document.record.story,
        }
    )


def _figure(use: FigureUse) -> dict[str, Any]:
    figure = use.figure
    return _filled(
        {
            "number": use.number,
            "paragraph": use.place.paragraph,
            "text": figure.surface,
            "kind": figure.kind,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "currency": figure.currency,
            "unit": figure.unit,
            "modifier": figure.modifier if figure.modifier != "exact" else None,
            "literal": literal_value(figure),
        }
    )


def _text_languages(annotated: AnnotatedDocument, site: Site) -> list[str] | None:
    """The languages in which the text can be read, its own first; ``None`` where that is every language of the site,
    or where there is no text."""
    document = annotated.document
    if not document.paragraphs:
        return None
    base = document.language.split("-")[0]
    own = base if base in site.languages else document.language
    found = list(dict.fromkeys([own, *(t.translation.language for t in annotated.translations)]))
    return None if set(site.languages) <= set(found) else found


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
