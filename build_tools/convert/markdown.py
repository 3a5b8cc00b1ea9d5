"""Markdown, with the front matter that other site generators use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from build_tools.convert import clean, encodings
from build_tools.convert.blocks import Blocks
from build_tools.convert.converter import About, Given, Made
from build_tools.convert.packages import load
from build_tools.problems import DataError
from build_tools.read import edtf, tags
from build_tools.strict_yaml import load as load_yaml

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def convert(given: Given) -> Made:
    import markdown

    html: Any = load("lxml.html")
    text = encodings.text_of(given)
    front = _FRONT.match(text)
    matter, unread = _matter(front[1]) if front else ({}, ())
    page = html.fromstring(
        "<div>"
        + markdown.markdown(text[front.end() :] if front else text, extensions=["tables", "footnotes"])
        + "</div>"
    )
    blocks = Blocks().read(page)
    first = page.find(".//h1")
    return Made(
        tuple(blocks.paragraphs),
        f"Markdown {markdown.__version__}",
        _about(matter, clean.said(first.text_content()) if first is not None else None),
        left_out=(*blocks.told(), *unread),
    )


def _matter(source: str) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    try:
        data = load_yaml(source, "front matter").data
    except DataError:
        return {}, ("front matter that is no YAML",)
    return (data, ()) if isinstance(data, dict) else ({}, ())


def _about(matter: Mapping[str, Any], heading: str | None) -> About:
    def word(*keys: str) -> str | None:
        return next((clean.said(matter[key]) for key in keys if isinstance(matter.get(key), str)), None)

    author = matter.get("author", matter.get("authors"))
    byline = ", ".join(map(str, author)) if isinstance(author, list) else author
    day = word("published", "date")
    language = word("language", "lang")
    day = re.split(r"[T ]", day)[0] if day else None
    return About(
        title=word("title") or heading,
        byline=clean.said(byline) if isinstance(byline, str) else None,
        publisher=word("publisher", "publication"),
        published=day if day and not edtf.fault(day) else None,
        url=word("url", "source", "canonical_url"),
        language=language if language and not tags.fault(language) else None,
    )
