from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from build_tools.publish import read_settings
from build_tools.read import read_seeds
from tests.built_site import ROOT

pytestmark = pytest.mark.example
LANGUAGES = read_settings(ROOT / "mkdocs.yml").site.languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_of_an_editor_stands_on_the_page_of_its_document(site: Path, language: str) -> None:
    seeds, _ = read_seeds(ROOT / "seeds")
    notes = marked = 0
    for document in seeds.documents:
        prefix = "" if language == LANGUAGES[0] else f"{language}/"
        page = (site / prefix / "documents" / document.id / "index.html").read_text("utf-8")
        words = html.unescape(re.sub(r"</?(?:bdi|span)[^>]*>", "", page))
        for annotation in document.record.annotations:
            if note := annotation.note.get(language):
                assert note in words, (document.id, annotation.quote)
                notes += 1
        # Once in the text, and once in the translation that stands beside it and repeats the slip.
        corrected = page.count("figure-doubtful sic")
        assert corrected <= 2 * sum(a.figure is not None for a in document.record.annotations)
        marked += corrected
    assert notes > 3
    assert marked
