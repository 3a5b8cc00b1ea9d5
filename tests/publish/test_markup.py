"""A published page loses the white space between its elements, and none of the archive's own."""

from __future__ import annotations

import re

from lxml import html

from build_tools.publish.squeeze.markup import lighter, unquoted

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


def _read(page: str) -> str:
    """What a browser makes of a page, white space aside."""
    parsed = html.document_fromstring(page)
    return re.sub(r"\s+", "", html.tostring(parsed, encoding="unicode"))


def test_end_tags_that_are_implied_go_where_that_is_asked_for() -> None:
    page = (
        "<article><ul>\n<li>one</li>\n<li>two <ol><li>deep</li></ol></li>\n</ul>"
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><p>2</p></td></tr></tbody></table>"
        "<dl>\n<dt>x</dt><dd>y</dd>\n<dt>z</dt><dd>w</dd></dl><select><option>1</option><option>2</option></select>"
        "<div><p>one</p><p>two</p> loose</div><a><p>three</p></a></article>"
    )
    light = lighter(page, implied=True)
    assert len(light) < len(page) - 100
    assert _read(light) == _read(page)
    assert "<p>two</p> loose" in light, "words would become part of the paragraph"
    assert "<a><p>three</p></a>" in light, "its end is not implied there"
    assert lighter(page).count("</li>") == 3


def test_values_that_need_no_quotation_marks_lose_them() -> None:
    page = (
        '<html lang="en"><head><script src="a.js"></script><script type="application/ld+json">{"a":"k=","b":" x"}</script></head><body dir="ltr"><a class="one two" href="../x/">a</a>'
        '<a href="#النص" title="">b</a><circle r="4"/><i data-a="x=y" data-b="it\'s">1=&#34;2&#34; 3="</i></body></html>'
    )
    bare = unquoted(page)
    assert (
        '<body dir=ltr><a class="one two" href=../x/>a</a><a href=#النص title="">b</a><circle r="4"/>' in bare
    )
    assert (
        '<html lang=en><head><script src=a.js></script><script type="application/ld+json">{"a":"k=","b":" x"}</script>'
        in bare
    )
    assert 'data-a="x=y" data-b="it\'s">1=&#34;2&#34; 3="</i>' in bare
    assert _read(bare) == _read(page)
