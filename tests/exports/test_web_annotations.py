"""Web Annotations: their vocabulary and their places. A browser story lets another program find these again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from rdflib import namespace

from build_tools.render.exports.web_annotations import FAR, quotation
from tests.exports.sample import archive, outputs

TYPES = {"Annotation", "TextPositionSelector", "TextQuoteSelector", "AnnotationCollection", "AnnotationPage"}
KEYS = {
    "id", "type", "motivation", "body", "target", "source", "selector", "start", "end", "exact", "prefix", "suffix",
    "label", "total", "first", "partOf", "startIndex", "items",
}  # fmt: skip
"""Words of the Web Annotation Data Model (2017) that make sense here."""


def collections() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, content in outputs().items():
        if path.endswith(".jsonld"):
            found = json.loads(content)
            yield found["label"], found


def annotations() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, found in collections():
        for item in found.get("first", {}).get("items", ()):
            yield name, item


def test_every_word_is_one_of_the_model() -> None:
    for _, found in collections():
        _check(found)


def _check(node: Any) -> None:
    if isinstance(node, list):
        for part in node:
            _check(part)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "@context":
                known, own = value
                assert known == "http://www.w3.org/ns/anno.jsonld"
                assert own == {"@base": node["id"], "schema": "http://schema.org/"}
                continue
            if key.startswith("schema:"):
                assert key.removeprefix("schema:") in namespace.SDO
            else:
                assert key in KEYS, key
            if key == "type":
                assert value in TYPES or value.removeprefix("schema:") in namespace.SDO
            if key == "motivation":
                assert value in ("identifying", "describing")
            _check(value)


def test_there_is_one_for_every_mention_and_figure() -> None:
    for name, found in collections():
        annotated = archive().documents[name]
        assert found["total"] == len(annotated.mentions) + len(annotated.figures)
        items = found.get("first", {}).get("items", [])
        assert len({item["id"] for item in items}) == found["total"]
        assert ("first" in found) == bool(items)


def test_positions_count_code_points_and_quotations_say_the_same() -> None:
    seen = 0
    for name, item in annotations():
        text = outputs()[f"documents/{name}.txt"].decode()
        target, page = item["target"]
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
        assert text[start:end] == quote["exact"]
        assert text[start - len(prefix) : end + len(suffix)] == prefix + quote["exact"] + suffix
        base = dict(collections())[name]["id"]
        assert urljoin(base, target["source"]) == f"https://archive.example/press/documents/{name}.txt"
        assert urljoin(base, page).startswith(f"https://archive.example/press/documents/{name}/#p")
        if item["motivation"] == "identifying":
            assert urljoin(base, item["body"]).startswith("https://archive.example/press/entities/")
        seen += 1
    assert seen > 10


def test_a_quotation_has_as_much_context_as_it_needs() -> None:
    text = "the bank said no. " * 3 + "Then the bank said no. " + "the bank said no. " * 3
    selector = quotation(text, text.index("Then") + 9, text.index("Then") + 13)
    whole = selector["prefix"] + selector["exact"] + selector.get("suffix", "")
    assert selector["exact"] == "bank"
    assert text.count(whole) == 1
    at = text.index("Then")
    assert quotation(text, at, at + 4) == {"type": "TextQuoteSelector", "exact": "Then"}
    endless = quotation("ab" * 4000, 4000, 4002)
    assert len(endless["prefix"]) <= FAR * 2


def test_a_prefix_never_begins_within_a_letter() -> None:
    text = "bank" + "e\u0301" * 100 + "bank"
    assert quotation(text, 204, 208)["prefix"][0] == "e"


def test_figures_carry_their_value_for_machines() -> None:
    bodies = [
        item["body"]
        for name, item in annotations()
        if name == "doc-ar" and item["motivation"] == "describing"
    ]
    assert bodies[0] == {
        "type": "schema:MonetaryAmount",
        "schema:currency": "CNY",
        "schema:value": "40000000000",
        "schema:additionalProperty": [
            {"type": "schema:PropertyValue", "schema:name": "modifier", "schema:value": "more-than"},
        ],
    }
    assert {"literal", "assumed"} <= {p["schema:name"] for p in bodies[1]["schema:additionalProperty"]}
