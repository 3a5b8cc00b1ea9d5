"""What was found in a text as JSON objects, alike for the command line and for downloads."""

from __future__ import annotations

from typing import Any

from build_tools.model import AnnotatedDocument, Figure, Localized


def literal_value(figure: Figure) -> str | None:
    """What the text says, read literally, where an editor corrected it: a number or a date, or a range with a slash."""
    if figure.literal is None:
        return None
    value, low, high = figure.literal.value, figure.literal.low, figure.literal.high
    return value if value is not None or (low, high) == (None, None) else f"{low or '..'}/{high or '..'}"


def figure_object(figure: Figure) -> dict[str, Any]:
    """A figure as JSON has it; judgements stand where there are any."""
    judged: dict[str, str | Localized | None] = {
        "assumed": figure.assumed,
        "corrected": figure.corrected,
        "literal": None if figure.corrected is not None else literal_value(figure),
        "note": dict(figure.note),
    }
    return {
        "start": figure.start,
        "end": figure.end,
        "surface": figure.surface,
        "kind": figure.kind,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "unit": figure.unit,
        "modifier": figure.modifier,
        "rule": figure.rule,
        "suspect": figure.suspect,
        "equivalent_of": figure.equivalent_of,
        **{key: value for key, value in judged.items() if value},
    }


def document_object(annotated: AnnotatedDocument) -> dict[str, Any]:
    """A document with its names and figures as JSON has it."""
    document = annotated.document
    return {
        "id": document.id,
        "path": str(document.path),
        "sha256": document.sha256,
        "language": document.language,
        "text_length": len(document.text),
        "paragraphs": [
            {"start": p.start, "end": p.end, **({"language": p.language} if p.language else {})}
            for p in document.paragraphs
        ],
        "mentions": [
            {"start": m.start, "end": m.end, "surface": m.surface, "entity": m.entity, "type": m.type}
            for m in annotated.mentions
        ],
        "figures": [figure_object(figure) for figure in annotated.figures],
    }
