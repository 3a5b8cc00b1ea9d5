"""What is shown of a document that was found: its title, its paragraphs, where its annotations stand.

A fragment is ``varint(size of JSON) JSON encoding-byte text``. The text is the ranked paragraphs joined by line
feeds (a paragraph's own line breaks become spaces), in the shortest encoding that every browser can read and that
loses nothing: one byte instead of two for an Arabic letter saves a fifth of the compressed size.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from build_tools import languages
from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Figure, Mention, Paragraph
from build_tools.search import figures
from build_tools.search.collect import ranked_paragraphs
from build_tools.search.encoding import varint

ENCODINGS = (("utf-8", "utf-8"), ("cp1256", "windows-1256"), ("gbk", "gbk"))
"""Name here and name in the browser; the byte before a text is the place in this list."""

_Span = TypeVar("_Span", Mention, Figure)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKS = str.maketrans({"\n": " ", "\r": " "})


def fragment(annotated: AnnotatedDocument, titles: dict[str, str]) -> bytes:
    """The fragment of a document, not compressed."""
    document = annotated.document
    numbered = list(ranked_paragraphs(annotated))
    texts = [_line(document.text, paragraph) for _, paragraph in numbered]
    about: dict[str, Any] = {"id": document.id, "lang": document.language, "title": titles}
    if annotated.translations or document.record.summary:
        about["t"] = 1
    if document.record.source.published:
        about["date"] = document.record.source.published
    spans = [paragraph for _, paragraph in numbered]
    number = [number for number, _ in numbered]
    if number != list(range(1, len(number) + 1)):
        about["p"] = number
    units = Units(document.text)
    mentions = _mentions(units, spans, annotated.mentions)
    if mentions:
        about.update(mentions)
    found = list(_figures(units, spans, annotated.figures))
    if found:
        about["f"] = found
    text = "\n".join(texts)
    pairs = _han_pairs(text)
    if pairs:
        about["han"] = pairs
    return _joined(about, text)


def translations(annotated: AnnotatedDocument) -> bytes | None:
    """The translations of a document's ranked paragraphs and its summaries, not compressed; ``None`` without any."""
    ranked = [number - 1 for number, _ in ranked_paragraphs(annotated)]
    about: dict[str, Any] = {"summary": dict(sorted(annotated.document.record.summary.items()))}
    ids: dict[str, int] = {}
    about["texts"] = [
        {
            "lang": made.translation.language,
            "made_by": made.translation.made_by,
            "p": list(_translated(made, ranked, ids)),
        }
        for made in annotated.translations
    ]
    if ids:
        about["e"] = list(ids)
    return _joined(about, "") if about["summary"] or about["texts"] else None


def _translated(
    made: AnnotatedTranslation, ranked: Sequence[int], ids: dict[str, int]
) -> Iterator[list[Any]]:
    """Per paragraph: its number, its text, where names stand in it (three numbers each: start, length, place among the
    entities' ``ids``), and its figures (start, length and terms of each)."""
    text, paragraphs = made.translation.text, made.translation.paragraphs
    units = Units(text)
    names: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in _placed(paragraphs, made.mentions):
        place = ids.setdefault(one.entity, len(ids))
        names[at] += [units(paragraphs[at].start, one.start), units(one.start, one.end), place]
    stated: defaultdict[int, list[list[int | str]]] = defaultdict(list)
    for where, *figure in _figures(units, paragraphs, made.figures):
        stated[int(where)].append(figure)
    for number in ranked:
        if number < len(paragraphs):
            marks = [names.get(number, []), stated.get(number, [])]
            yield [number + 1, _line(text, paragraphs[number]), *(marks if any(marks) else [])]


def _joined(about: dict[str, Any], text: str) -> bytes:
    head = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()
    return varint(len(head)) + head + _encoded(text)


def _encoded(text: str) -> bytes:
    best = bytes([0]) + text.encode("utf-8")
    for at, (name, _) in enumerate(ENCODINGS):
        try:
            encoded = text.encode(name)
        except UnicodeEncodeError:
            continue
        if len(encoded) + 1 < len(best) and encoded.decode(name) == text:
            best = bytes([at]) + encoded
    return best


def _line(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end].translate(_BREAKS)


class Units:
    """Counts UTF-16 units of stretches of a text, which is what the browser counts in."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]

    def __call__(self, start: int, end: int) -> int:
        return end - start + bisect_left(self._astral, end) - bisect_left(self._astral, start)


def _mentions(units: Units, paragraphs: Sequence[Paragraph], mentions: Sequence[Mention]) -> dict[str, Any]:
    """Entity ids, and four numbers a mention: paragraph (from 0), start and length in it, place among the ids."""
    ids: dict[str, int] = {}
    flat: list[int] = []
    for at, one in _placed(paragraphs, mentions):
        place = ids.setdefault(one.entity, len(ids))
        flat += [at, units(paragraphs[at].start, one.start), units(one.start, one.end), place]
    return {"e": list(ids), "m": flat} if flat else {}


def _figures(
    units: Units, paragraphs: Sequence[Paragraph], found: Sequence[Figure]
) -> Iterator[list[int | str]]:
    """Per figure: paragraph, start and length in it, its terms with a space between them."""
    for at, one in _placed(paragraphs, found):
        terms = " ".join(figures.terms(one))
        yield [at, units(paragraphs[at].start, one.start), units(one.start, one.end), terms]


def _placed(paragraphs: Sequence[Paragraph], spans: Sequence[_Span]) -> Iterator[tuple[int, _Span]]:
    """The spans that stand in one of the paragraphs, with that paragraph's place."""
    at = 0
    for span in sorted(spans, key=lambda one: one.start):
        while at < len(paragraphs) and paragraphs[at].end <= span.start:
            at += 1
        if at < len(paragraphs) and paragraphs[at].start <= span.start:
            yield at, span


def _han_pairs(text: str) -> str:
    """The traditional and variant characters of the text, each with its simplified one."""
    simplified = _simplified()
    return "".join(char + simplified[char] for char in sorted(set(text) & simplified.keys()))


@cache
def _simplified() -> dict[str, str]:
    return {row[0]: row[1] for row in languages.columns("han-simplified")}
