"""Source texts and Markdown."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_tools.render.exports.texts import escaped
from tests.exports.sample import ARABIC, CHINESE, outputs

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIECES = st.sampled_from(
    ["#", "##", "-", "+", "*", "_", "1.", "12)", ">", "<b>", "&amp;", "&#42;", "```", "~~~", "===", "---", "|", "a", "ب",
     "中", " ", "  ", "    ", "\t", "\n", "\r\n", "\\", "[x](y)", "![", "http://a.b", "<!--", "{{", ":-:", "$", "!", "0"]
)  # fmt: skip


def shown(markdown: str) -> tuple[list[str], str]:
    """The kinds of blocks, and all text, as a CommonMark parser sees them."""
    tokens = COMMONMARK.parse(markdown)
    return [token.type for token in tokens], " ".join(_words(token) for token in tokens if token.children)


def _words(token: Token) -> str:
    return "".join("\n" if child.type == "softbreak" else child.content for child in token.children or ())


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_in_a_text_is_taken_for_markup(text: str) -> None:
    kinds, words = shown(escaped(text))
    assert words.split() == text.split()
    assert set(kinds) <= {"paragraph_open", "inline", "paragraph_close"}
    assert kinds.count("inline") <= 1


@given(st.text())
def test_any_text_survives(text: str) -> None:
    text = text.replace("\0", "")
    _, words = shown(escaped(text))
    assert "".join(words.split()) == "".join(text.split())


def test_the_source_text_is_what_was_decoded() -> None:
    assert outputs()["documents/doc-ar.txt"].decode() == ARABIC
    assert outputs()["documents/doc-zh.txt"] == CHINESE.encode(), "line ends stay"


def test_markdown_has_front_matter_a_heading_and_a_block_for_each_paragraph() -> None:
    text = outputs()["documents/doc-ar.md"].decode()
    _, matter, body = text.split("---\n", 2)
    front = yaml.safe_load(matter)
    assert front["title"] == "بنك النهر يخصص 40 مليار"
    assert front["publication"] == "The Tide"
    assert front["published"] == "2024-12~"
    kinds, words = shown(body)
    assert kinds.count("heading_open") == 1
    assert kinds.count("paragraph_open") == 4
    assert words.split() == (front["title"] + " " + ARABIC).split()
