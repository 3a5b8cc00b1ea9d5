"""A page is filled into the frame of its sort, and comes out as its templates give it whole."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from build_tools.publish.squeeze.whole import PROVED, equip

BASE = """\
{% import "words.html" as words with context %}
<html>{% block site_meta %}{% endblock %}{% block htmltitle %}{% endblock %}
{% set colours = ["red"] %}
{{ made() }}{% if page.toc | first is defined %}<a href="{{ (page.toc | first).url }}">{% endif %}
<h1>{{ page.meta.title }}</h1>{% include "partials/alternate.html" %}{{ SHOWN }}
{% block site_nav %}{% endblock %}{% block content %}none{% endblock %}{% block scripts %}<script>{% endblock %}</html>
"""
MAIN = """\
{% extends "base.html" %}
{% set meta = page.meta %}
{% macro said(word) %}<i>{{ word }}</i>{% endmacro %}
{% block site_meta %}<meta {{ meta.title }}>{% endblock %}
{% block content %}{{ said(words.of(page.text)) }} {{ colours[0] }}{% endblock %}
{% block scripts %}{{ super() }}{{ meta.scripts }}{% endblock %}
"""
WORDS = "{% macro of(text) %}{{ text }} at {{ base_url }}{% endmacro %}"


class Site:
    """Pages made with frames, and whole; and how often the frame was made."""

    def __init__(self, shown: str = "") -> None:
        self.times = 0
        templates = {"base.html": BASE.replace("{{ SHOWN }}", shown), "main.html": MAIN, "words.html": WORDS}
        templates["partials/alternate.html"] = "<a>{{ page.other }}</a>"
        self._plain, self._framed = (Environment(loader=DictLoader(templates)) for _ in range(2))
        self._plain.globals["made"] = str
        self._framed.globals["made"] = self._made
        equip(self._framed)

    def _made(self) -> str:
        self.times += 1
        return ""

    def page(self, number: int, kind: str = "document", anchor: str = "#text", **more: Any) -> str:
        file = SimpleNamespace(norm_src_uri=f"{kind}s/{number}.md")
        meta = {"title": f"Title <{number}>", "kind": kind, "scripts": [number]}
        fields = {"parent": None, "previous_page": None, "next_page": None, **more}
        page = SimpleNamespace(file=file, meta=meta, text=f"text {number}", other=number, toc=[SimpleNamespace(url=anchor)], **fields)  # fmt: skip
        values = {"page": page, "nav": SimpleNamespace(items=[]), "base_url": "../.."}
        made = self._framed.get_template("main.html").render(values)
        assert made == self._plain.get_template("main.html").render(values)
        return made


def test_pages_of_a_sort_are_filled_into_one_frame() -> None:
    site = Site()
    pages = [site.page(number) for number in range(9)]
    assert len(set(pages)) == 9
    assert site.times == PROVED + 1


def test_another_kind_or_first_heading_has_a_frame_of_its_own() -> None:
    site = Site()
    for number in range(6):
        site.page(number)
        site.page(number, "other")
        site.page(number, anchor="#names")
    assert site.times == 3 * (PROVED + 1)


@pytest.mark.parametrize("shown", ["{{ page.text }}", "{{ page.other }}", "{{ page.file.norm_src_uri }}"])
def test_where_the_frame_shows_the_page_every_page_is_made_whole(shown: str) -> None:
    site = Site(shown)
    for number in range(6):
        site.page(number)
    assert site.times > 6


def test_a_page_of_the_navigation_is_made_whole() -> None:
    site = Site()
    for number in range(6):
        site.page(number, parent="a section")
    assert site.times == 6
