"""What the page of a name says first, and what it does not say of texts that are shown in part."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.model import Archive
from build_tools.render.making import render
from tests.render import sample


@pytest.fixture(scope="module")
def bank(archive: Archive) -> str:
    """The page of the bank, whose headquarters three reports state."""
    use = archive.entities["delta-bank"]
    seat, other = use.entity.relations
    often = replace(seat, documents=("flood-en", "flood-ar", "flood-zh"), quote=None)
    use = replace(use, entity=replace(use.entity, relations=(often, other)))
    entities = {**archive.entities, "delta-bank": use}
    made = render(replace(archive, entities=entities), sample.SITE, exports=False)
    return next(file.content.decode() for file in made if file.path == "entities/delta-bank.md")


def test_of_a_relation_the_first_passage_is_shown_and_the_others_are_folded(bank: str) -> None:
    relation = bank.partition('<ul class="relations">')[2].partition("</li>")[0]
    open_, summary, folded = relation.partition("<details>")
    assert summary
    assert open_.count("<small><a ") == 1
    assert "and 2 more passages" in folded
    assert folded.count("<small><a ") == 2


def test_the_pictures_come_first(bank: str) -> None:
    headings = re.findall(r"^## (.+)$", bank, re.MULTILINE)
    assert headings[:3] == ["When it is named", "Named in the same paragraphs", "As the texts write it"]


def test_a_text_that_is_shown_in_part_may_name_what_no_page_shows(pages: dict[str, str]) -> None:
    unnamed = [
        page for path, page in pages.items() if path.startswith("entities/") and "Not named in" in page
    ]
    assert unnamed
    for page in unnamed:
        assert "Not named in what may be shown of the texts." in page
