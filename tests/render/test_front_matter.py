"""Front matter is YAML to everybody and JSON, line by line, to the build: both read the same."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.render.pagefile.front_matter import divided, written

PLAIN = st.text(st.characters(codec="utf-8")) | st.integers() | st.booleans() | st.none()
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc@:' ", max_size=6), inner, max_size=3), max_leaves=6
)  # fmt: skip


@given(st.dictionaries(st.from_regex(r"[a-z]\w{0,8}", fullmatch=True), VALUES.filter(bool), min_size=1))
def test_all_readers_read_what_was_written(front: dict[str, Any]) -> None:
    head = written(front)
    assert divided(head + "\n<p>text</p>\n") == ("<p>text</p>\n", front)
    assert list(divided(head)[1]) == list(front)  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    ["plain", "2024-12-01", "a: b", "- x", "'\"\\", "\x85\u2028\ufeff\x7f\x07\t\n", "😀", "---", "{x}"],
)
def test_yaml_reads_the_same(text: str) -> None:
    front = {"title": text, "list": [text], "items": [{"text": text, "n": 1}, {text or "k": None}]}
    assert yaml.safe_load(written(front).strip("-\n")) == front


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: About us\n---\n\nText",
        "---\ntitle: \"A\"\ntitle: \"B\"\n---\n",
        "---\nitems:\n---\n",
        "---\n- 1\n---\n",
        "---\ntitle: \"A\"\n",
        "# A heading\n",
        "",
    ],
)  # fmt: skip
def test_what_a_person_wrote_is_left_to_yaml(source: str) -> None:
    assert divided(source) is None
