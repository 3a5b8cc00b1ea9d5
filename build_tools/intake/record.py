"""The record to start from: what is known filled in, what was inferred marked as such, the rest left as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.convert.converter import About, Made
from build_tools.read import tags
from build_tools.read.language import detect

_KEYS = ("publisher", "published", "url", "byline")
"""Of ``source:``, written in any case, at least as a comment."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record is made of."""

    file: str
    text_language: str
    language: str | None = None
    """To be written, where detection would not find it."""
    made: Made | None = None
    digest: str = ""
    given: Mapping[str, str | None] = field(default_factory=dict)
    original: str | None = None


def written(facts: Facts) -> str:
    """The record as YAML."""
    return "\n".join(_rows(facts)) + "\n"


def _rows(facts: Facts) -> Iterator[str]:
    about = facts.made.about if facts.made else About()
    if facts.made is not None:
        yield f"# Converted from {_shown(facts.file)} by {facts.made.converter}."
        for line in facts.made.left_out:
            yield f"# Left out: {_shown(line)}"
        for doubt in facts.made.doubts:
            yield f"# To be checked: {_shown(doubt.message)}"
    if about.title:
        yield f"title: {{{language_of_title(about.title, facts.text_language)}: {quoted(about.title)}}}"
    else:
        yield f"# title: {{{facts.text_language}: …}}"
    if facts.language is not None:
        yield f"language: {facts.language}"
    if facts.made is not None:
        yield "paragraphs: lines"
        if facts.made.pages:
            yield f"pages: {{{', '.join(f'{number}: {_label(label)}' for number, label in facts.made.pages)}}}  # of the original"
        if facts.original:
            yield f"original: {{file: {quoted(facts.original)}, sha256: {facts.digest}}}"
    yield from _source(facts, about)
    yield "# rights: …  # full, excerpt or withheld; without it, what mkdocs.yml says"


def _source(facts: Facts, about: About) -> Iterator[str]:
    said = {
        "publisher": about.publisher,
        "published": about.published,
        "url": about.url,
        "byline": about.byline,
    }
    known = {
        key: facts.given.get(key) or said.get(key)
        for key in (*_KEYS, *(key for key in facts.given if key not in _KEYS))
    }
    yield "source:" if any(known.values()) else "# source:"
    for key, value in known.items():
        if value:
            from_what = about.inferred.get(key) if not facts.given.get(key) else None
            yield f"  {key}: {quoted(value)}" + (
                f"  # inferred from {from_what}; to be checked" if from_what else ""
            )
        elif key in _KEYS:
            yield f"  # {key}: …" + (f"  # {_shown(about.perhaps[key])}" if key in about.perhaps else "")


def language_of_title(title: str, text_language: str) -> str:
    """The language to file a title under: the text's, unless it is in another script than that is written in."""
    found = detect(title)
    scripts = {tags.script(found), tags.script(text_language)}
    return (
        found if len(scripts) == 2 and None not in scripts and found != tags.UNDETERMINED else text_language
    )


def _label(label: str) -> str:
    return label if re.fullmatch(r"[0-9]+", label) else quoted(label)


def quoted(value: str) -> str:
    """A double-quoted YAML scalar, which escapes as JSON does; marks that YAML takes for line ends are escaped too."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _shown(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
