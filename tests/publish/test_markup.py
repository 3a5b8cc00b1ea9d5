"""A published page loses the white space between its elements, and none of the archive's own."""

from __future__ import annotations

from build_tools.publish.squeeze.markup import lighter

FRAME = "<head>\n\n   \n  <title>A  b</title>  \n\n</head>\n"
TEXT = "<article>\n\n  <p>one \n   two</p>\n</article>"


def test_the_frame_keeps_one_line_break_of_many() -> None:
    assert lighter("<b>A</b>\n\n   \n  <i>b  c</i>  \n\n") == "<b>A</b>\n<i>b  c</i>\n"


def test_what_stands_around_the_edges_of_blocks_goes() -> None:
    assert lighter(FRAME) == "<head><title>A  b</title></head>\n"
    assert lighter("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>") == "<ul>\n<li>a</li>\n<li>b</li></ul><p>"


def test_a_drawing_in_the_frame_needs_no_namespace() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    assert lighter(drawing) == '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'


def test_the_words_of_the_archive_stay_as_they_are() -> None:
    assert "<p>one \n   two</p>" in lighter(FRAME + TEXT)
    assert lighter(TEXT) == "<article><p>one \n   two</p></article>"
    verse = '<article><p class="keeps-lines">one\n<a>two</a>\n<bdi>three</bdi>\n  four</p></article>'
    assert lighter(verse) == verse
