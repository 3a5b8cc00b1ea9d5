"""Citations, read back by the parsers that others use."""

from __future__ import annotations

import json
import re
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from build_tools.ids import slug
from build_tools.model import Site
from build_tools.render.citing.reference import reference
from build_tools.render.exports.bibtex import entry
from tests.exports import tex
from tests.exports.sample import SITE, archive, outputs

DOCUMENTS = ["doc-ar", "doc-en", "doc-zh", "doc.hidden"]


def bibtex(path: str) -> dict[str, dict[str, str]]:
    library = bibtexparser.parse_string(
        outputs()[path].decode(),
        append_middleware=[LatexDecodingMiddleware(decoder=tex.DECODER, allow_inplace_modification=True)],
    )
    assert not library.failed_blocks
    return {e.key: {f.key: str(f.value) for f in e.fields} | {"": e.entry_type} for e in library.entries}


def csl(path: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(outputs()[path])}


def ris(path: str) -> dict[str, dict[str, Any]]:
    text = outputs()[path].decode()
    assert "\n" not in text.replace("\r\n", "")
    return {entry["id"]: entry for entry in rispy.loads(text)}


@pytest.mark.parametrize("read", [(bibtex, "bib"), (ris, "ris"), (csl, "csl.json")])
def test_the_file_of_the_archive_holds_every_document_as_its_own_file_does(read: Any) -> None:
    parse, ending = read
    whole = parse(f"data/archive.{ending}")
    assert sorted(whole) == DOCUMENTS
    for name in DOCUMENTS:
        assert parse(f"documents/{slug(name)}.{ending}") == {name: whole[name]}


def test_bibtex_survives_its_special_letters() -> None:
    entries = bibtex("data/archive.bib")
    assert entries["doc-ar"][""] == "article"
    assert entries["doc-ar"]["title"] == "بنك النهر يخصص 40 مليار"
    assert entries["doc-ar"]["titleaddon"] == "[River {bank} & 50% of $ #1_a]"
    assert entries["doc-ar"]["journal"] == "The Tide"
    assert entries["doc-ar"]["entrysubtype"] == "newspaper"
    assert entries["doc-ar"]["langid"] == "arabic"
    assert entries["doc-zh"]["langid"] == "chinese"
    assert "https://paper.example/a?b=1&c=%E4%BD%A0_x" in entries["doc-zh"]["note"]
    assert entries["doc-en"]["title"] == "[River Bank pays {$5bn} for *dams*.]"


def test_bibtex_dates_are_edtf() -> None:
    library = bibtexparser.parse_string(outputs()["data/archive.bib"].decode())
    dates = {entry.key: entry.fields_dict["date"].value for entry in library.entries}
    assert dates == {
        "doc-ar": "2024-12~",
        "doc-zh": "2024-12-06",
        "doc-en": "2023?",
        "doc.hidden": "2023/2024",
    }


def test_bibtex_has_one_name_for_each_author() -> None:
    text = outputs()["documents/doc-zh.bib"].decode()
    assert "author = {{李明} and {王小红}}" in text


def test_bibtex_keys_stay_apart() -> None:
    annotated = archive().documents["doc-en"]
    cited = reference(archive(), SITE, annotated, "en")
    keys = set()
    for name in ("a b", "a,b", "a-b", "نهر", "河"):
        object.__setattr__(cited, "id", name)
        found = re.match(r"@article\{([A-Za-z0-9_.:-]+),\n", entry(cited))
        assert found
        keys.add(found[1])
    assert len(keys) == 5


def test_ris_is_a_newspaper_article() -> None:
    entries = ris("data/archive.ris")
    chinese = entries["doc-zh"]
    assert chinese["type_of_reference"] == "NEWS"
    assert chinese["authors"] == ["李明", "王小红"]
    assert chinese["title"] == "河岸银行拨款"
    assert chinese["translated_title"] == "Bank pays"
    assert chinese["secondary_title"] == "Morning | Paper"
    assert chinese["date"] == "2024/12/06/"
    assert chinese["urls"] == ["https://archive.example/press/documents/doc-zh/"]
    arabic = entries["doc-ar"]
    assert (arabic["year"], arabic.get("date")) == ("2024", None)
    assert "Date of publication (EDTF): 2024-12~." in arabic["notes"]
    assert "year" not in entries["doc-en"]


def test_csl_is_a_newspaper_article_of_the_publication_that_it_appeared_in() -> None:
    items = csl("data/archive.csl.json")
    assert {item["type"] for item in items.values()} == {"article-newspaper"}
    assert items["doc-ar"]["container-title"] == "The Tide"
    assert items["doc-zh"]["container-title"] == "Morning | Paper"
    assert "container-title" not in items["doc-en"], "the archive is never the publication"
    assert items["doc-ar"]["issued"] == {"date-parts": [[2024, 12]], "circa": True}
    assert items["doc-en"]["author"] == [{"literal": "Jane Roe"}, {"literal": "John de Vries"}]
    assert "author" not in items["doc-ar"]
    assert items["doc-ar"]["note"].count("Byline: تقارير إضافية") == 1
    assert items["doc-zh"]["URL"] == "https://archive.example/press/documents/doc-zh/"


CSL_FIELDS = {
    "id", "type", "title", "author", "container-title", "issued", "abstract", "language", "URL", "archive",
    "archive_location", "source", "note", "custom",
}  # fmt: skip
"""Of the fields that version 1.0.2 of the schema allows, those that make sense here."""


def test_csl_has_no_field_that_the_schema_does_not_know() -> None:
    for item in csl("data/archive.csl.json").values():
        assert set(item) <= CSL_FIELDS
        assert set(item.get("issued", {})) <= {"date-parts", "season", "circa", "literal", "raw"}


@pytest.mark.filterwarnings("ignore:The following arguments:UserWarning")
def test_a_citation_processor_prints_it() -> None:
    source = CiteProcJSON(json.loads(outputs()["data/archive.csl.json"]))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for name in DOCUMENTS:
        bibliography.register(Citation([CitationItem(name)]))
    printed = "\n".join(str(item) for item in bibliography.bibliography())
    assert "Jane Roe" in printed
    assert "Morning | Paper" in printed
    assert "河岸银行拨款" in printed
    assert "The Tide" in printed


def test_titles_that_the_archive_gave_stand_in_brackets() -> None:
    items = csl("data/archive.csl.json")
    assert items["doc-ar"]["title"] == "بنك النهر يخصص 40 مليار", "the text itself holds this title"
    assert items["doc.hidden"]["title"] == "Closed", "nobody says that the archive wrote it"
    assert items["doc-en"]["title"].startswith("[River Bank pays")


def test_the_reader_gets_the_title_in_the_language_of_the_page() -> None:
    annotated = archive().documents["doc-ar"]
    assert reference(archive(), SITE, annotated, "zh").translated_title == "河岸银行"
    assert reference(archive(), SITE, annotated, "ar").translated_title is None
    assert (
        reference(archive(), Site("https://x.example/", ("en",)), annotated, "en").archive
        == "https://x.example/"
    )
