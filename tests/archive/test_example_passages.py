"""The passages of the example archive, against what was read in its texts: tests/passages."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.model import Archive, Place
from build_tools.read import read_seeds

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests" / "passages"
APART = yaml.safe_load((HERE / "apart.yml").read_text("utf-8"))

pytestmark = pytest.mark.example


@pytest.fixture(scope="module")
def archive() -> Archive:
    seeds, _ = read_seeds(ROOT / "seeds")
    annotator = Annotator(seeds.authority)
    return gather(seeds, [annotator.annotate(document)[0] for document in seeds.documents])


def test_every_two_reports_were_read(archive: Archive) -> None:
    golds = [yaml.safe_load(path.read_text("utf-8")) for path in HERE.glob("gold-0*.yml")]
    read = {frozenset((one["left"], one["right"])) for one in [*golds, *APART]}
    assert read == {frozenset(pair) for pair in combinations(archive.documents, 2)}


@pytest.mark.parametrize("pair", APART, ids=lambda pair: f"{pair['left'][:3]}-{pair['right'][:3]}")
def test_reports_that_tell_nothing_the_same_share_no_passage(archive: Archive, pair: dict[str, str]) -> None:
    documents = {pair["left"], pair["right"]}
    shown = [p for p in archive.passages if {p.left.document, p.right.document} == documents]
    assert shown == []


def test_the_story_sets_side_by_side_what_belongs_together(archive: Archive) -> None:
    """Each of these was wrong when names and figures alone decided."""
    [story] = archive.stories.values()
    arabic, chinese = story.documents
    row = {
        Place(name, number): row
        for row in story.rows
        for name, numbers in row.paragraphs.items()
        for number in numbers
    }
    assert row[Place(arabic, 23)].paragraphs[chinese] == (14,)
    assert row[Place(arabic, 27)].paragraphs[chinese] == (16,)
    assert row[Place(arabic, 29)].paragraphs[chinese] == (19,)
    assert row[Place(arabic, 7)].paragraphs == {arabic: (7, 8), chinese: (5,)}
    denial, investment = row[Place(chinese, 15)], row[Place(chinese, 6)]
    assert (denial.kind, denial.names) == ("only", ("tsmc",))
    assert (investment.kind, len(investment.figures)) == ("only", 2)


def test_the_story_says_which_figures_one_version_alone_states(archive: Archive) -> None:
    [story] = archive.stories.values()
    surfaces = {use.figure.surface for use in story.lone}
    assert {"13 مليونًا", "100 亿林吉特", "760 万", "130 万"} <= surfaces
    assert "300 مليار دولار" not in surfaces
