"""Every export of an archive whose every word is hostile, read back by a reader that others use."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import warnings
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

import bibtexparser
import csvw
import feedparser
import frictionless
import pytest
import rispy
import yaml
from bibtexparser.middlewares import LatexDecodingMiddleware
from lxml import etree
from pybtex.database import parse_string
from pybtex.richtext import Text
from rdflib import Dataset, Graph, URIRef, namespace

from build_tools.archive import gather
from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Authority,
    Entity,
    Figure,
    Mention,
    Record,
    Seeds,
    Site,
    Source,
)
from build_tools.render.exports import EXPORTS
from build_tools.render.exports.csv_files import unguarded
from build_tools.render.head import json_ld
from build_tools.render.tables import tables
from tests.exports import tex
from tests.exports.sample import TYPES, annotated

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")

WORDS = [
    "Pub}, keywords = {evil", "A set} that never ends", "{", "}", "{}", "}{", "\\", "\\{", "a\\", "\\textbf{x}", "50% off {",
    "~^_#$%&", "@article{x,", "@comment{", "a -- b --- c", "``q'' 'x' \"y\"", "?`!` <<a>> ,,b", "$x^2$", "\\input{x}",
    "TY  - NEWS", "ER  - ", "x\nER  - \nTY  - BOOK", "T2  - other", '"', '""', "'", "a,b;c\td", '",\r\n"x', "=1+1", "@SUM(A1)",
    "-2", "+3", "\t=x", "'=x", "<b>&amp;</b>", "]]>", "<!-- x -->", "</script>", "<![CDATA[", "&#0;", "<?xml?>",
    "'); DROP TABLE documents; --", "null", "true", "NaN", "1e5", "2024-12-06", "---", "...", "key: value", "- item", "# head",
    "|", "a|b|c", "{ID}", "*x*", "{{ x }}", "{% x %}", "[x](y)", "\u202eabc", "\u200b", "\ufeffx", "\ufffe", "\u2028x",
    "e\u0301", "𠮷😀", "عربي «نص»", " x ", "a and b", "O'Brien, Jr., and others", "x" * 3000,
]  # fmt: skip

SITE = Site(
    "https://archive.example/press/",
    ("en", "ar"),
    {"en": 'Papers} & "Co." <b>', "ar": "أوراق"},
    {"en": "]]> {x} =1"},
)


def _document(number: int, word: str) -> AnnotatedDocument:
    text = f"Mention of {word} here.\n{word}"
    named = Mention(11, 11 + len(word), word, f"e{number}", "organization", word)
    figure = Figure(0, 7, "Mention", "count", "5", unit="chip", rule=word, note={"en": word})
    made = annotated(
        f"d{number}",
        "en",
        text,
        Record(
            title={"en": word, "ar": word},
            summary={"en": word},
            source=Source(word, "2024-12-06", "https://paper.example/x?a=1&b=2", word, note={"en": word}),
        ),
        (figure,),
        {"ar": f"{word}\n\n{word}"},
    )
    return replace(made, mentions=(named,))


@cache
def archive() -> Archive:
    entities = {
        f"e{number}": Entity(
            f"e{number}",
            "organization",
            {"en": word, "ar": word},
            identifiers={"wikidata": f"Q{number + 1}"},
            description={"en": word},
        )
        for number, word in enumerate(WORDS)
    }
    documents = [_document(number, word) for number, word in enumerate(WORDS)]
    seeds = Seeds(Path("seeds"), tuple(a.document for a in documents), Authority(entities, TYPES), ())
    return gather(seeds, documents)


@cache
def outputs() -> Mapping[str, bytes]:
    return {file.path: file.content for export in EXPORTS for file in export.files(archive(), SITE)}


def of_words(read: Mapping[str, str], expected: Mapping[str, str] | None = None) -> None:
    """Whether what was read for every document is its word."""
    wanted = expected or {f"d{number}": word for number, word in enumerate(WORDS)}
    assert dict(read) == wanted


def one_line(text: str) -> str:
    return " ".join(text.split())


LINES = {f"d{number}": one_line(word) for number, word in enumerate(WORDS)}
FIELDS = {"author", "title", "titleaddon", "journal", "entrysubtype", "date", "year", "url", "langid", "note"}


def test_bibtex_by_bibtexparser() -> None:
    library = bibtexparser.parse_string(
        outputs()["data/archive.bib"].decode(),
        append_middleware=[LatexDecodingMiddleware(decoder=tex.DECODER, allow_inplace_modification=True)],
    )
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries) == len(WORDS)
    assert {field.key for entry in library.entries for field in entry.fields} <= FIELDS
    for name in ("title", "journal"):
        of_words({entry.key: entry.fields_dict[name].value for entry in library.entries}, LINES)


def test_bibtex_by_pybtex() -> None:
    entries = parse_string(outputs()["data/archive.bib"].decode(), "bibtex").entries
    assert len(entries) == len(WORDS)
    for number, word in enumerate(WORDS):
        entry = entries[f"d{number}"]
        assert set(entry.fields) <= FIELDS
        assert entry.fields["journal"].count("{") == entry.fields["journal"].count("}")
        assert one_line(str(Text.from_latex(entry.fields["url"]))).startswith(SITE.url)
        if not set(word) & set("{}^"):  # it knows no names of these letters
            assert str(Text.from_latex(entry.fields["journal"])).replace("\\$", "$") == one_line(word)


def test_ris_by_rispy() -> None:
    entries = rispy.loads(outputs()["data/archive.ris"].decode())
    assert len(entries) == len(WORDS)
    assert {entry["type_of_reference"] for entry in entries} == {"NEWS"}
    of_words({entry["id"]: entry["title"] for entry in entries}, {k: v.strip() for k, v in LINES.items()})
    assert not any(entry.get("unknown_tag") for entry in entries)


def test_csl_by_json() -> None:
    of_words({item["id"]: item["title"] for item in json.loads(outputs()["data/archive.csl.json"])})


def test_json_lines_by_json() -> None:
    lines = outputs()["data/archive.jsonl"].decode().removesuffix("\n").split("\n")
    records = [json.loads(line) for line in lines]
    of_words({record["id"]: record["title"]["en"] for record in records})
    of_words({record["id"]: record["mentions"][0]["surface"] for record in records})


def test_csv_by_python_frictionless_and_csvw(tmp_path: Path) -> None:
    for path, content in outputs().items():
        if path.startswith("data/"):
            (tmp_path / Path(path).name).write_bytes(content)
    for table in tables(SITE):
        cells = list(
            csv.reader(io.StringIO(outputs()[table.path].decode("utf-8-sig"), newline=""), strict=True)
        )
        assert {len(row) for row in cells} == {len(table.columns)}
        if table.name == "documents":
            place = cells[0].index("title_en")
            of_words({row[0]: unguarded(row[place]) for row in cells[1:]})
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    group = csvw.TableGroup.from_file(tmp_path / "csv-metadata.json")
    documents = next(table for table in group.tables if str(table.url) == "documents.csv")
    assert len(list(documents)) == len(WORDS)


def test_the_database_by_sqlite() -> None:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(outputs()["data/archive.sqlite"])
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        of_words(dict(opened.execute("SELECT id, title_en FROM documents")))


@pytest.mark.parametrize("language", SITE.languages)
def test_atom_by_lxml_and_feedparser(language: str) -> None:
    content = outputs()[f"feed.{language}.xml"]
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == len(WORDS)
    titles = {
        (entry.findtext("{*}id") or "").split("/")[-2]: (entry.findtext("{*}title") or "").replace(
            "\r\n", "\n"
        )
        for entry in root.iterfind("{*}entry")
    }
    of_words(
        titles,
        {f"d{n}": word.replace("\ufffe", "\ufffd").replace("\r\n", "\n") for n, word in enumerate(WORDS)},
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not feedparser.parse(content).bozo


@pytest.mark.filterwarnings("ignore")
def test_json_ld_by_rdflib() -> None:
    for key, made in archive().documents.items():
        node = json.loads(json.dumps(json_ld.document(archive(), SITE, made, "en")))
        graph = Graph().parse(
            data=json.dumps({**node, "@context": {"@vocab": str(namespace.SDO)}}), format="json-ld"
        )
        word = WORDS[int(key[1:])]
        assert word in {str(name) for name in graph.objects(None, namespace.SDO.name)} | {
            str(name) for name in graph.objects(None, namespace.SDO.headline)
        }


@pytest.mark.filterwarnings("ignore")
def test_web_annotations_by_rdflib() -> None:
    exact = URIRef("http://www.w3.org/ns/oa#exact")
    for number, word in enumerate(WORDS):
        node = json.loads(outputs()[f"documents/d{number}.annotations.jsonld"])
        context = {"@vocab": "http://www.w3.org/ns/oa#", "schema": str(namespace.SDO), "id": "@id"}
        graph = Dataset().parse(data=json.dumps({**node, "@context": context}), format="json-ld")
        assert {str(found) for found in graph.objects(None, exact)} == {word, "Mention"}


def test_front_matter_by_yaml() -> None:
    found = {}
    for number in range(len(WORDS)):
        _, matter, _ = outputs()[f"documents/d{number}.md"].decode().split("---\n", 2)
        found[f"d{number}"] = yaml.safe_load(matter)["title"]
    of_words(found)


def test_the_register_and_beacon() -> None:
    register = json.loads(outputs()["data/entities.json"])
    of_words({entity["id"].replace("e", "d"): entity["names"]["en"] for entity in register["entities"]})
    text = outputs()["data/beacon.txt"].decode()
    links = [line.split("|") for line in text.split("\n\n", 1)[1].removesuffix("\n").split("\n")]
    assert [link[0] for link in links] == [f"Q{number + 1}" for number in range(len(WORDS))]
    assert {len(link) for link in links} == {3}
