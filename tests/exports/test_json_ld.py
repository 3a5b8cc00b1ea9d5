"""JSON-LD in schema.org's vocabulary: every word in it is one of that vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from rdflib import Graph, URIRef, namespace
from rdflib.namespace import RDF

from build_tools.render.head import json_ld
from tests.exports.sample import SITE, archive, outputs

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

PAGE = "https://archive.example/press/"


def nodes() -> list[dict[str, Any]]:
    return [
        *(
            json_ld.document(archive(), SITE, a, tag)
            for a in archive().documents.values()
            for tag in SITE.languages
        ),
        *(json_ld.entity(archive(), SITE, key, tag) for key in archive().entities for tag in SITE.languages),
        json_ld.dataset(archive(), SITE, "en"),
    ]


def walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def graph(node: dict[str, Any]) -> Graph:
    """The triples, with schema.org's context replaced by the rule that it states for every plain word."""
    assert node["@context"] == "https://schema.org"
    links = ("url", "sameAs", "isBasedOn", "archivedAt", "mainEntityOfPage", "contentUrl")
    context = {"@vocab": str(namespace.SDO), **{name: {"@type": "@id"} for name in links}}
    return Graph().parse(data=json.dumps({**node, "@context": context}), format="json-ld")


@pytest.mark.parametrize("node", nodes(), ids=lambda node: f"{node['@type']}-{node['@id']}")
def test_types_and_properties_are_of_schema_org(node: dict[str, Any]) -> None:
    for part in walk(node):
        assert part["@type"] in namespace.SDO, part
        for name in part:
            assert name.startswith("@") or name in namespace.SDO, name


@pytest.mark.parametrize("node", nodes(), ids=lambda node: f"{node['@type']}-{node['@id']}")
def test_it_says_something_in_every_statement(node: dict[str, Any]) -> None:
    found = graph(node)
    assert (URIRef(node["@id"]), RDF.type, namespace.SDO[node["@type"]]) in found
    assert all(str(value).strip() for _, _, value in found)


def test_a_document_is_an_article_of_its_publication() -> None:
    found = graph(json_ld.document(archive(), SITE, archive().documents["doc-ar"], "zh"))
    page = URIRef(f"{PAGE}documents/doc-ar/")
    assert (page, RDF.type, namespace.SDO.NewsArticle) in found
    publisher = found.value(page, namespace.SDO.publisher)
    assert str(found.value(publisher, namespace.SDO.name)) == "潮报"
    assert (publisher, namespace.SDO.sameAs, URIRef("http://www.wikidata.org/entity/Q1")) in found
    assert (
        str(found.value(found.value(page, namespace.SDO.translationOfWork), namespace.SDO.inLanguage)) == "en"
    )
    mentioned = set(found.objects(page, namespace.SDO.mentions))
    assert mentioned == {URIRef(f"{PAGE}entities/river-bank/"), URIRef(f"{PAGE}entities/dam/")}
    assert (
        URIRef(f"{PAGE}entities/river-bank/"),
        namespace.SDO.sameAs,
        URIRef("http://www.wikidata.org/entity/Q42"),
    ) in found
    assert found.value(page, namespace.SDO.datePublished) is None
    assert str(found.value(page, namespace.SDO.temporal)) == "2024-12~"


def test_a_document_says_where_it_comes_from() -> None:
    node = json_ld.document(archive(), SITE, archive().documents["doc-zh"], "en")
    assert node["isBasedOn"] == "https://paper.example/a?b=1&c=%E4%BD%A0_x"
    assert node["archivedAt"] == node["mainEntityOfPage"]["@id"] == f"{PAGE}documents/doc-zh/"
    assert node["datePublished"] == "2024-12-06"
    assert node["publisher"] == {"@type": "Organization", "name": "Morning | Paper"}


def test_an_entity_is_the_same_thing_in_every_language() -> None:
    pages = [json_ld.entity(archive(), SITE, "river-bank", tag) for tag in SITE.languages]
    assert {page["@id"] for page in pages} == {f"{PAGE}entities/river-bank/"}
    assert [page["name"] for page in pages] == ["River Bank", "بنك النهر", "河岸银行"]
    assert pages[0]["sameAs"] == [
        "http://www.wikidata.org/entity/Q42",
        "https://isni.org/isni/0000000121032683",
    ]
    assert "@RiverBank" in pages[0]["alternateName"]
    assert "Old Bank" in pages[0]["alternateName"], "the name of an entry that was merged into it"
    assert "description" not in pages[2]


def test_a_merged_entity_has_no_page() -> None:
    with pytest.raises(KeyError):
        json_ld.entity(archive(), SITE, "old-bank", "en")


def test_every_distribution_is_a_file() -> None:
    node = json_ld.dataset(archive(), SITE, "ar")
    offered = {part["contentUrl"].removeprefix(PAGE) for part in node["distribution"]}
    assert offered == {path for path in outputs() if not path.startswith("documents/")}
    assert node["temporalCoverage"] == "2023-01-01/2024-12-31"


def test_of_a_packed_archive_the_page_in_the_first_language_says_whom_a_report_names() -> None:
    packed = replace(SITE, packed=True)
    annotated = archive().documents["doc-en"]
    first, *others = (json_ld.document(archive(), packed, annotated, tag) for tag in SITE.languages)
    assert first == json_ld.document(archive(), SITE, annotated, SITE.languages[0])
    assert first["mentions"]
    for other in others:
        assert other["@id"] == first["@id"]
        assert "mentions" not in other
