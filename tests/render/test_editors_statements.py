"""What an editor adds to a text stands on the pages as his."""

from __future__ import annotations

import pytest

from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.model import Site
from build_tools.read import read_seeds
from build_tools.render.making import render

TEXT = (
    "The harbour of Molde was closed on Friday. The cranes of Molde must be gone by March. The boats were gone.\n\n"
    "In March 2023 the harbour of Molde, which means bread in Norse, had 40 boats."
)
RECORD = """
source: {published: 2023-02, reprinted_from: Fjord Post, credits: [Coast Wire]}
annotations:
  - {quote: on Friday, event: 2023-02-03, note: {en: the third of the month}}
  - {quote: were gone, event: ../2023-02, note: {en: before the closing}}
  - {quote: by March, figure: {kind: date, value: 2023-03, modifier: at-most}, note: {en: March 2023}}
  - {quote: bread, slip: true, note: {en: "mould, not bread"}}
"""
ENTITY = """
- id: molde
  type: place
  names: {en: Molde}
  description: {en: Town founded in 1742.}
  description_source: Charter of Molde
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("editor") / "seeds"
    (folder / "entities").mkdir(parents=True)
    (folder / "port.txt").write_text(TEXT, "utf-8")
    (folder / "port.yml").write_text(RECORD, "utf-8")
    (folder / "entities/a.yml").write_text(ENTITY, "utf-8")
    found, problems = read_seeds(folder)
    assert [problem for problem in problems if problem.severity == "error"] == []
    annotator = Annotator(found.authority)
    archived = gather(found, [annotator.annotate(document)[0] for document in found.documents])
    site = Site("https://a.example/", ("en",), {"en": "Archive"})
    return {file.path: file.content.decode() for file in render(archived, site) if file.place == "docs"}


def test_the_timeline_tells_a_bound_from_the_date(pages: dict[str, str]) -> None:
    dates = [line for line in pages["timeline.md"].splitlines() if line.startswith("<dt>")]
    assert dates == [
        "<dt>until February 2023</dt>",
        "<dt>February 2023</dt>",
        "<dt>February 3, 2023</dt>",
        "<dt>March 2023</dt>",
        "<dt>no later than March 2023</dt>",
    ]


def test_the_timeline_shows_what_an_editor_dates_with_his_words(pages: dict[str, str]) -> None:
    lines = pages["timeline.md"].splitlines()
    at = lines.index("<dt>February 3, 2023</dt>")
    assert ">on Friday</mark>" in lines[at + 1]
    assert 'href="../documents/port/#p1"' in lines[at + 1]
    assert "the third of the month" in lines[at + 1]
    assert ">on Friday<" not in pages["figures/index.md"], "what names no date by itself is no figure"


def test_a_slip_is_marked_below_its_paragraph_with_what_is_wrong(pages: dict[str, str]) -> None:
    [note] = [line for line in pages["documents/port.md"].splitlines() if 'class="slip-note"' in line]
    assert '<span class="sic">bread</span>' in note.replace("<bdi>", "").replace("</bdi>", "")
    assert "mould, not bread" in note


def test_what_a_description_has_from_elsewhere_is_said(pages: dict[str, str]) -> None:
    assert "Beyond the texts, from:" in pages["entities/molde.md"]
    assert "Charter of Molde" in pages["entities/molde.md"]


def test_an_unknown_publisher_is_said_to_be_unknown(pages: dict[str, str]) -> None:
    page = pages["documents/port.md"]
    assert "<dt>Publisher</dt><dd>Not known</dd>" in page
    assert "<dt>Reporting credited to</dt>" in page
    assert "Coast Wire" in page
