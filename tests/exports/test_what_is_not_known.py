"""What the archive made is never given out as the source's, and what nobody knows never as known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
import rispy

from build_tools.model import AnnotatedDocument, Archive, Record, Site, Source
from build_tools.render.citing.reference import reference
from build_tools.render.exports import bibtex, csl, ris
from build_tools.render.head import json_ld
from build_tools.render.head.page import document_head
from build_tools.render.tables import documents
from tests.exports.sample import SITE, archive
from tests.exports.zotero import saved

TITLE, SUMMARY = {"en": "Bank pays", "zh": "河岸银行的一天"}, {"en": "A bank gives."}
MADE = {"title": "machine", "summary": "machine"}


@cache
def known(published: str | None = "2024-12-06", *, made: bool = True) -> tuple[Archive, AnnotatedDocument]:
    """An archive of one Chinese report, reprinted and credited, of which nobody says who published it."""
    whole = archive()
    report = whole.documents["doc-zh"]
    record = Record(
        title=TITLE,
        summary=SUMMARY,
        editorial=MADE if made else {},  # type: ignore[arg-type]
        source=Source(published=published, reprinted_from="the.tide", credits=("Evening Star",)),
    )
    report = replace(report, document=replace(report.document, record=record))
    return replace(whole, documents={"doc-zh": report}), report


def formats(*, made: bool = True) -> dict[str, dict[str, object]]:
    """What each format says of it."""
    whole, report = known(made=made)
    cited = reference(whole, SITE, report, "en")
    table = documents.table(SITE)
    [row] = table.rows(whole, SITE)
    metas = (item["meta"] for item in document_head(whole, SITE, report, "en") if "meta" in item)
    [entry] = rispy.loads(ris.entry(cited))
    fields = re.findall(r"  (\w+) = \{(.*)\},", bibtex.entry(cited))
    return {
        "bibtex": dict(fields),
        "ris": entry,
        "csl": csl.entry(cited),
        "zotero": saved(metas),
        "json-ld": json_ld.document(whole, SITE, report, "en"),
        "csv": dict(zip((column.name for column in table.columns), row, strict=True)),
    }


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("bibtex", "journal"),
        ("ris", "secondary_title"),
        ("csl", "container-title"),
        ("zotero", "publicationTitle"),
        ("json-ld", "publisher"),
        ("csv", "publisher"),
        ("csv", "publisher_id"),
    ],
)
def test_where_a_text_was_reprinted_from_is_not_where_it_was_published(form: str, field: str) -> None:
    assert not formats()[form].get(field)


def test_what_it_was_reprinted_from_and_whom_it_credits_is_told_in_words() -> None:
    for form, field in (("bibtex", "note"), ("ris", "notes"), ("csl", "note")):
        said = str(formats()[form][field])
        assert "Reprinted from 潮报." in said, form
        assert "Reporting credited to Evening Star." in said, form


@pytest.mark.parametrize(
    ("form", "field"), [("bibtex", "title"), ("ris", "title"), ("csl", "title"), ("zotero", "title")]
)
def test_a_title_that_the_archive_made_stands_in_brackets(form: str, field: str) -> None:
    assert str(formats()[form][field]).strip("{}") == f"[{TITLE['zh']}]"
    assert str(formats(made=False)[form][field]).strip("{}") == TITLE["zh"]


def test_a_title_and_a_summary_that_the_archive_made_are_the_pages_in_json_ld() -> None:
    node = formats()["json-ld"]
    assert "headline" not in node
    assert "alternativeHeadline" not in node
    assert "abstract" not in node
    assert node["name"] == f"[{TITLE['zh']}]"
    page = node["mainEntityOfPage"]
    assert isinstance(page, dict)
    assert (page["@type"], page["name"], page["description"]) == ("WebPage", TITLE["en"], SUMMARY["en"])


def test_a_title_and_a_summary_of_the_source_are_the_reports() -> None:
    node = formats(made=False)["json-ld"]
    assert (node["headline"], node["abstract"]) == (TITLE["zh"], SUMMARY["en"])
    assert "name" not in node


def test_a_summary_that_the_archive_made_is_said_to_be_one() -> None:
    for form, field in (("ris", "notes"), ("csl", "note"), ("bibtex", "note")):
        assert "Summary supplied by the archive." in str(formats()[form][field]), form
        assert "supplied" not in str(formats(made=False)[form][field]), form


@pytest.mark.parametrize(
    ("published", "certain", "doubtful"),
    [
        ("2024-12-06", "2024-12-06", None),
        ("2024-12", "2024-12", None),
        ("2024", "2024", None),
        ("2024-12-06T23:30:00-11:00", "2024-12-06", None),
        ("2024-12~", None, "2024-12~"),
        ("2024?", None, "2024?"),
        ("2024-12-01/2024-12-06", None, "2024-12-01/2024-12-06"),
        (None, None, None),
    ],
)
def test_a_certain_date_is_one_of_publication_and_a_doubtful_one_keeps_its_doubt(
    published: str | None, certain: str | None, doubtful: str | None
) -> None:
    node = json_ld.document(*_args(published))
    assert (node.get("datePublished"), node.get("temporal")) == (certain, doubtful)


def _args(published: str | None) -> tuple[Archive, Site, AnnotatedDocument, str]:
    whole, report = known(published)
    return whole, SITE, report, "en"
