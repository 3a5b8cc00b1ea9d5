"""What is said of the rules is true of them: every part of a rule has a sentence, and examples in which it is at work."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from build_tools.annotate.figures import read_figures, read_refused, told
from build_tools.annotate.figures.draft import Meaning, Table
from tests.figures.test_vectors import VECTORS, vectors

FIGURES = Path(told.__file__).parent
EXAMPLES = [
    (row, language, text)
    for row, said in told.readings().items()
    for language, text in said.items()
    if language != "says"
]


def read(language: str, text: str) -> set[str | None]:
    """Rows that are behind the figures of a text."""
    return {
        told.row_of(part)
        for figure in read_figures(text, language, published="2024")
        for part in told.parts(figure.rule)
    }


@pytest.mark.parametrize(("row", "language", "text"), EXAMPLES, ids=[row for row, _, _ in EXAMPLES])
def test_a_rule_is_at_work_in_its_example(row: str, language: str, text: str) -> None:
    assert row in read(language, text)


def rules() -> Iterator[tuple[str, str]]:
    for path in sorted(VECTORS.glob("*/*.tsv")):
        for _, _, text, _ in vectors(path):
            for figure in read_figures(text, path.parent.name):
                yield figure.rule, text


def test_every_part_of_a_rule_has_a_sentence_and_an_example() -> None:
    without = {}
    for rule, text in rules():
        for part in told.parts(rule):
            if told.row_of(part) is None:
                without[part] = text
    assert not without


def trails(path: Path) -> Iterator[str]:
    """Parts of rules that a module writes: what it gives as a trail."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        made = node.func.id if isinstance(node.func, ast.Name) else ""
        given = [word.value for word in node.keywords if word.arg == "trail"]
        if made in PLACES and len(node.args) > PLACES[made]:
            given.append(node.args[PLACES[made]])
        yield from (part for value in given for part in written(value))


PLACES = {"Number": 3, "Draft": 5, "date_at": 3, "_date": 2, "_magnitude": 3, "_single": 4}
"""Where those that make figures take the trail."""


def written(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield from told.parts(value.value)
    elif isinstance(value, ast.IfExp):
        yield from (*written(value.body), *written(value.orelse))
    elif isinstance(value, ast.JoinedStr):
        text = "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in value.values)
        yield from (part for part in told.parts(text) if "{" not in part)


def test_no_part_of_a_rule_is_written_that_has_no_sentence() -> None:
    parts = {part for path in FIGURES.rglob("*.py") for part in trails(path)}
    assert len(parts) > 40
    assert sorted(part for part in parts if part and told.row_of(part) is None) == []
    # The table of nouns that no table lists is told as one of nouns.
    named = {Meaning("count", table=table).told for table in get_args(Table) if table}
    assert sorted(name for name in named if told.row_of(name) is None) == []


def test_a_part_without_a_sentence_is_told_by_its_name() -> None:
    assert (
        told.why_read("digits+unheard-of:x")
        == "a number in digits, as in “The hall holds 450 people.”; unheard-of"
    )


@pytest.mark.parametrize("tag", ["ar", "en", "zh"])
def test_every_rule_that_refuses_says_what(tag: str) -> None:
    assert not [name for name, said in told.refusals(tag).items() if len(said) < 10]


def test_a_figure_is_explained_by_its_parts() -> None:
    assert told.why_read("digits-bn+currency:GBP") == (
        "digits with letters for their scale, as in “The bridge cost £3.2bn.”; "
        "an amount of money, as in “The bridge cost 12 million euros.”"
    )
    assert told.why_read("editor") == ""


def test_what_is_refused_is_told_with_the_rule() -> None:
    text = "They won 3-1 in Apollo 12 and paid $5."
    assert {(text[start:end], rule) for start, end, rule in read_refused(text, "en")} >= {
        ("3", "score"),
        ("12", "name_leads_in"),
    }
    assert told.why_refused("score", "en").startswith("3-1, 2:0")
    text = "会议九点半开始，来了30人。"
    ((start, end, rule),) = read_refused(text, "zh")
    assert (text[start:end], rule) == ("九点半", "time_of_day")
    assert "time of day" in told.why_refused(rule, "zh")


def test_nothing_is_refused_where_a_figure_stands() -> None:
    for path in sorted(VECTORS.glob("*/sentences.tsv")):
        for _, _, text, _ in vectors(path):
            figures = read_figures(text, path.parent.name)
            for start, end, _ in read_refused(text, path.parent.name):
                assert start < end
                assert all(figure.end <= start or end <= figure.start for figure in figures)


def test_a_rule_can_be_asked_about() -> None:
    assert next(told.about("digits-bn")) == "digits-bn: digits with letters for their scale"
    assert any("no figure" in line for line in told.about("score"))
    assert not list(told.about("nonsense"))
    assert all(list(told.about(name)) for name in told.names() if not name.endswith("*"))
