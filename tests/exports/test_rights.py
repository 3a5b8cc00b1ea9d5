"""What may not be published is in none of the files."""

from __future__ import annotations

import json

from tests.exports.sample import SECRET, archive, outputs


def test_no_file_holds_a_withheld_word() -> None:
    whole = {path: content.decode("utf-8", "replace") for path, content in outputs().items()}
    assert [path for path, text in whole.items() if SECRET in text] == []
    assert archive().documents["doc.hidden"].document.record.rights == "withheld"


def test_the_record_of_a_withheld_text_is_published() -> None:
    found = [json.loads(line) for line in outputs()["data/archive.jsonl"].splitlines()]
    hidden = next(document for document in found if document["id"] == "doc.hidden")
    assert hidden["title"] == {"en": "Closed"}
    assert hidden["rights"] == "withheld"
    assert hidden["text"] == ""
    for ending in ("txt", "md", "annotations.json", "annotations.jsonld"):
        assert f"documents/doc-hidden.{ending}" not in outputs()


def test_an_excerpt_ends_where_it_may() -> None:
    assert outputs()["documents/doc-en.txt"].decode().endswith("# not a heading")
    found = [json.loads(line) for line in outputs()["data/archive.jsonl"].splitlines()]
    excerpt = next(document for document in found if document["id"] == "doc-en")
    assert len(excerpt["translations"][0]["paragraphs"]) == 2
