"""The strict loader: what it refuses, what it leaves as text, and the lines it keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import strict_yaml
from build_tools.problems import DataError
from build_tools.strict_yaml import MAX_DEPTH, load

REFUSED = [
    # YAML, line, code, a word of the message
    ("a: 1\nb: 2\na: 3\n", 3, "duplicate-key", "first in line 1"),
    ("x: {a: 1, a: 2}", 1, "duplicate-key", "'a'"),
    ("- b: &anchor 1", 1, "yaml-anchor", "&anchor"),
    ("a: 1\nb: *other", 2, "yaml-alias", "*other"),
    ("a: &x [1]\nb: *x", 1, "yaml-anchor", "&x"),
    ("<<: {a: 1}", 1, "merge-key", "<<"),
    ("a: !!python/object/apply:os.system [ls]", 1, "yaml-tag", "python"),
    ("a: !ENV HOME", 1, "yaml-tag", "!ENV"),
    ("!!map {a: 1}", 1, "yaml-tag", "map"),
    ("a: 1\n---\nb: 2\n", 2, "two-documents", "---"),
    ("? [a, b]\n: c", 1, "bad-key", "plain word"),
    ("null: 1", 1, "bad-key", "plain word"),
    ("a:\n\tb: 1", 2, "bad-yaml", "tabs"),
    ("title: one: two", 1, "bad-yaml", "quotes"),
    ("a: [1, 2", 1, "bad-yaml", "valid YAML"),
    ('a: "\x01"', 1, "bad-yaml", "control"),
    ("a: 1\nb: 2\n  c: 3", 3, "bad-yaml", "valid YAML"),
    ("- " * (MAX_DEPTH + 1) + "a", 1, "too-deep", str(MAX_DEPTH)),
    ("[" * 10_000, 1, "too-deep", str(MAX_DEPTH)),
]


@pytest.mark.parametrize(("text", "line", "code", "word"), REFUSED)
def test_what_yaml_would_let_pass_is_refused_with_its_line(
    text: str, line: int, code: str, word: str
) -> None:
    with pytest.raises(DataError) as caught:
        load(text, "file.yml")
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == (code, "file.yml")
    assert abs(problem.line - line) <= (1 if code == "bad-yaml" else 0)
    assert word in str(problem)
    assert "\n" not in str(problem)
    assert problem.hint


@pytest.mark.parametrize("word", ["no", "on", "yes", "true", "2024-12-06", "2024-12", "0x10", "1e3", "007", "1_000", ".5", "12:30", "NULL", "=", "Norway"])  # fmt: skip
def test_a_plain_scalar_stays_what_was_written(word: str) -> None:
    assert load(f"- {word}\n- {{{word}: {word}}}", "file.yml").data == [word, {word: word}]


@pytest.mark.parametrize(("text", "value"), [("", None), ("# only a comment\n", None), ("a:", {"a": None}), ("a: ~", {"a": None}), ("a: null", {"a": None}), ("a: 'null'", {"a": "null"}), ('a: ""', {"a": ""})])  # fmt: skip
def test_nothing_is_nothing_and_a_quoted_word_is_a_word(text: str, value: object) -> None:
    assert load(text, "file.yml").data == value


def test_every_part_knows_its_line() -> None:
    loaded = load("a: 1\nb:\n  - x: 1\n    y:\n      - deep\n  - last\n# end\nc: {d: 4}\n", "file.yml")
    places = [(), ("a",), ("b",), ("b", 0), ("b", 0, "y"), ("b", 0, "y", 0), ("b", 1), ("c", "d")]
    assert [loaded.line(place) for place in places] == [1, 1, 3, 3, 5, 5, 6, 8]
    assert loaded.line(("b", 0, "missing")) == 3
    assert [item.line() for _, item in load("- a\n\n- b: 1\n", "f").items()] == [1, 3]


def test_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "MAX_CHARACTERS", 10)
    with pytest.raises(DataError, match="too-large"):
        load("a: 123456789", "file.yml")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    said = ""
    try:
        load(text, "file.yml")
    except DataError as error:
        said = "".join(map(str, error.problems))
    assert "\n" not in said


PLAIN = st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029\ufeff\x85")
VALUES = st.recursive(
    st.none() | st.text(alphabet=PLAIN, min_size=1),
    lambda parts: st.lists(parts) | st.dictionaries(st.text("abcdefgh", min_size=1), parts),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_written_as_json_is_read_back(value: object) -> None:
    import json

    assert load(json.dumps(value, ensure_ascii=False), "file.yml").data == value
