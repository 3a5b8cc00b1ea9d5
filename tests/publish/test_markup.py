"""A published page loses the white space between its elements, and none of the archive's own."""

from __future__ import annotations

from build_tools.publish.squeeze.markup import lighter

FRAME = "<head>\n\n   \n  <title>A  b</title>  \n\n</head>\n"
TEXT = "<article>\n\n  <p>one \n   two</p>\n</article>"


def test_the_frame_keeps_one_line_break_of_many() -> None:
    assert lighter(FRAME) == "<head>\n<title>A  b</title>\n</head>\n"
    assert lighter(f"{FRAME}{TEXT}\n \n</body>") == f"{lighter(FRAME)}{TEXT}\n</body>"


def test_a_drawing_in_the_frame_needs_no_namespace() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    assert lighter(drawing) == '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'


def test_the_words_of_the_archive_stay_as_they_are() -> None:
    assert TEXT in lighter(FRAME + TEXT)
    assert lighter(TEXT) == TEXT
