"""The register of names as JSON and as BEACON."""

from __future__ import annotations

import json
import re

from tests.exports.sample import ENTITIES, outputs


def test_the_register_holds_every_entity_with_its_names_and_how_it_is_attested() -> None:
    register = json.loads(outputs()["data/entities.json"])
    found = {entity["id"]: entity for entity in register["entities"]}
    assert list(found) == list(ENTITIES)
    bank = found["river-bank"]
    assert bank["names"]["zh"] == "河岸银行"
    assert bank["aliases"][0]["needs"] == ["bank", "dam"]
    assert {(form["form"], form["language"]): form["mentions"] for form in bank["forms"]} == {
        ("بنك النهر", "ar"): 3,
        ("河岸银行", "zh"): 2,
        ("River Bank", "en"): 1,
    }
    assert bank["mentions"] == 6
    weights = [other["weight"] for other in bank["companions"]]
    assert weights == sorted(weights, reverse=True)
    assert all(other["entity"] in found and other["paragraphs"] > 0 for other in bank["companions"])
    assert found["old-bank"]["merged_into"] == "river-bank"
    assert "page" not in found["old-bank"]
    assert set(register["types"]) == {"organization", "place", "publication"}


def test_beacon_links_wikidata_items_to_pages() -> None:
    lines = outputs()["data/beacon.txt"].decode().splitlines()
    head = dict(line[1:].split(": ", 1) for line in lines if line.startswith("#"))
    assert head["FORMAT"] == "BEACON"
    assert head["PREFIX"] == "http://www.wikidata.org/entity/"
    assert head["TARGET"] == "https://archive.example/press/entities/{ID}/"
    links = [line.split("|") for line in lines if line and not line.startswith("#")]
    assert links == [["Q42", "River Bank", "river-bank"], ["Q1", "The Tide", "the-tide"]]
    assert lines[len(head)] == "", "an empty line ends the head"


def test_beacon_keeps_to_its_grammar() -> None:
    """The rules METALINE, LINKLINE and TOKEN of draft-voss-beacon-003, sections 3 and 4."""
    text = outputs()["data/beacon.txt"].decode()
    head, links = text.split("\n\n")
    fields = [re.fullmatch(r"#([A-Z]+):[ \t]*(\S.*)", line) for line in head.split("\n")]
    assert all(fields)
    meta = {field[1]: field[2] for field in fields if field}
    assert len(meta) == len(fields)
    assert next(iter(meta)) == "FORMAT"
    assert meta["TARGET"].count("{ID}") == 1
    assert text.endswith("\n")
    rows = links.removesuffix("\n").split("\n")
    assert len(set(rows)) == len(rows)
    for row in rows:
        tokens = row.split("|")
        assert len(tokens) == 3
        assert all(token and token == " ".join(token.split()) for token in tokens)
