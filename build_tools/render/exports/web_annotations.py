"""Annotations in the W3C's Web Annotation Data Model (2017), as JSON-LD.

Each annotation has two targets: the exact place in ``documents/NAME.txt``, by position and by quotation, and the
paragraph of the document's page. Positions count Unicode code points, as the recommendation demands of both
selectors (section 4.2.4: in terms of code points, not of code units); clients that count UTF-16 code units come to
the same place through the quotation.

A mention's body is the entity's page; a figure's body is its value in schema.org's vocabulary. Addresses are relative to
that of the file, which stands in its context, and a quotation has context only where without it it would be found
elsewhere, too: of thirty annotations nothing is said thirty times.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from build_tools.annotate.objects import literal_value
from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, Archive, Figure, Mention, OutputFile, Site
from build_tools.render import paths
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import NOTHING, Before, Member, key_of, zipped_again
from build_tools.render.json_text import compact
from build_tools.render.wording.vocabulary import N_

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
NAME = N_("Annotations (W3C Web Annotation)")
ALL = "data/annotations.zip"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NEAR = 8
"""Code points of context on each side of a quotation that is ambiguous; more where so few leave it so."""
FAR = 256
"""The most."""

Node = dict[str, Any]


def files(archive: Archive, site: Site, before: Before = NOTHING) -> Iterator[OutputFile]:
    """``documents/NAME.annotations.jsonld`` for every document whose text is published; of a packed archive all of them are
    in ``data/annotations.zip``."""
    if site.packed:
        yield OutputFile(ALL, zipped_again(ALL, _collections(archive, site, before), before), "site")
    else:
        for one in _collections(archive, site, before):
            yield OutputFile(one.name, one.content(), "site")


def _collections(archive: Archive, site: Site, before: Before) -> Iterator[Member]:
    for key, annotated in archive.documents.items():
        if annotated.document.paragraphs:
            made_of = key_of(before.documents.get(key, b""), site.url.encode())
            name = f"{paths.document(key)}.annotations.jsonld"
            yield Member(name, made_of, lambda one=annotated: f"{compact(collection(one, site))}\n".encode())  # type: ignore[misc]


def collection(annotated: AnnotatedDocument, site: Site) -> Node:
    """All annotations of a document as one collection of one page."""
    place = _Place(annotated, site)
    items = [
        *(_mention(place, mention, f"#m{n}") for n, mention in enumerate(annotated.mentions, 1)),
        *(_figure(place, figure, f"#f{n}") for n, figure in enumerate(annotated.figures, 1)),
    ]
    page = {"id": "#page", "type": "AnnotationPage", "partOf": place.here, "startIndex": 0, "items": items}
    return {
        "@context": [CONTEXT, {"@base": place.here, "schema": "http://schema.org/"}],
        "id": place.here,
        "type": "AnnotationCollection",
        "label": annotated.document.id,
        "total": len(items),
        **({"first": page} if items else {}),
    }


class _Place:
    """The addresses of a document, as seen from the file of its annotations, whose own is ``here``."""

    def __init__(self, annotated: AnnotatedDocument, site: Site) -> None:
        name = paths.document(annotated.document.id)
        file = f"{name}.annotations.jsonld"
        self.document = annotated.document
        self.here = paths.absolute(site, file)
        self.text = paths.link(file, f"{name}.txt")
        self.page = paths.link(file, f"{name}/")
        self.entity = cache(lambda identifier: paths.link(file, f"{paths.entity(identifier)}/"))

    def target(self, mark: Mention | Figure) -> list[Any]:
        selectors = [
            {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
            quotation(self.document.text, mark.start, mark.end),
        ]
        paragraph = paragraph_at(self.document.paragraphs, mark.start)
        return [{"source": self.text, "selector": selectors}, f"{self.page}#p{paragraph}"]


def quotation(text: str, start: int, end: int) -> Node:
    """A selector that finds ``text[start:end]`` by its words, with context enough to find no other place.

    Where a place cannot be told apart within ``FAR`` code points, the context stays at that.
    """
    reach = 0
    while True:
        before = _from_base(text, max(0, start - reach))
        # What stands before it mostly suffices.
        after = next((after for after in (end, end + reach) if _is_only(text, before, after)), None)
        if after is not None or reach >= FAR:
            break
        reach = reach * 2 or NEAR
    after = end + reach if after is None else after
    selector = {"type": "TextQuoteSelector", "exact": text[start:end]}
    around = {"prefix": text[before:start], "suffix": text[end:after]}
    return {**selector, **{key: words for key, words in around.items() if words}}


def _is_only(text: str, start: int, end: int) -> bool:
    """Whether what stands there stands nowhere else."""
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) < 0


def _from_base(text: str, at: int) -> int:
    """``at``, or the next place that is not within a letter with its marks."""
    while at < len(text) and unicodedata.combining(text[at]):
        at += 1
    return at


def _mention(place: _Place, mention: Mention, identifier: str) -> Node:
    return {
        "id": identifier,
        "type": "Annotation",
        "motivation": "identifying",
        "body": place.entity(mention.entity),
        "target": place.target(mention),
    }


def _figure(place: _Place, figure: Figure, identifier: str) -> Node:
    return {
        "id": identifier,
        "type": "Annotation",
        "motivation": "describing",
        "body": value(figure),
        "target": place.target(figure),
    }


def value(figure: Figure) -> Node:
    """A figure as it is meant, as a schema.org value; what schema.org has no word for is a named property."""
    if figure.kind == "date":
        body: Node = {"type": "schema:PropertyValue", "schema:name": "date", "schema:value": figure.value}
    elif figure.kind == "money":
        body = {
            "type": "schema:MonetaryAmount",
            "schema:currency": figure.currency,
            "schema:value": figure.value,
        }
    else:
        body = {
            "type": "schema:QuantitativeValue",
            "schema:name": figure.kind,
            "schema:value": figure.value,
            "schema:unitText": figure.unit or figure.kind,
        }
    properties = {
        "modifier": None if figure.modifier == "exact" else figure.modifier,
        "suspect": figure.suspect,
        "literal": literal_value(figure),
        "assumed": figure.assumed,
    }
    body |= {
        "schema:minValue": figure.low,
        "schema:maxValue": figure.high,
        "schema:additionalProperty": [
            {"type": "schema:PropertyValue", "schema:name": name, "schema:value": said}
            for name, said in properties.items()
            if said is not None
        ],
    }
    return {key: said for key, said in body.items() if said not in (None, [])}


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    if site.packed:
        return ()
    return (Download(f"{page}.annotations.jsonld", MEDIA_TYPE, NAME, needs_text=True),)


def of_archive(site: Site) -> tuple[Download, ...]:
    description = N_("One file a document, which quotes what it annotates and says where it stands.")
    return (Download(ALL, "application/zip", NAME, description),) if site.packed else ()


EXPORT = Export(files, of_document, of_archive, again=files)
