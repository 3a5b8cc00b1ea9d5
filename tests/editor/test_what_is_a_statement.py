"""A record says which numbers are no statements of the report: all of a text, or those of paragraphs that are no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.model import AnnotatedDocument, Authority
from build_tools.read import read_seeds

TEXT = "The choir has 40 singers.\nRead more for 5 euros a month.\nIt was founded in 1987.\n"
TRANSLATION = "---\nmade_by: person\n---\n\n合唱团有40名歌手。\n\n每月5欧元，阅读更多。\n\n成立于1987年。\n"
BOILERPLATE = "boilerplate:\n  - {quote: Read more, kind: promotion}\n"


def annotated(folder: Path, record: str) -> AnnotatedDocument:
    (folder / "translations/zh").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.yml").write_text(record, "utf-8")
    (folder / "translations/zh/a.md").write_text(TRANSLATION, "utf-8")
    seeds, problems = read_seeds(folder)
    assert not [problem for problem in problems if problem.severity == "error"]
    return Annotator(Authority()).annotate(seeds.documents[0])[0]


@pytest.mark.parametrize(
    ("record", "own", "translated"),
    [
        ("story: x\n", ["40", "5", "1987"], ["40", "5", "1987"]),
        (BOILERPLATE, ["40", "1987"], ["40", "1987"]),
        ("figures: none\n", [], []),
        (
            "figures: none\nannotations:\n  - {quote: 40 singers, figure: {kind: count, value: 40, unit: singer}}\n",
            ["40"],
            [],
        ),
    ],
    ids=["all", "no boilerplate", "none", "the editor's own"],
)
def test_figures_are_those_of_the_report(
    tmp_path: Path, record: str, own: list[str], translated: list[str]
) -> None:
    found = annotated(tmp_path, record)
    assert [figure.corrected or figure.value for figure in found.figures] == own
    assert [figure.value for figure in found.translations[0].figures] == translated
