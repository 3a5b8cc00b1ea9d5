"""Every page of the site, read in its language: nothing is left of the program, of another language or of a cut word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import material
import pytest
from babel.messages.pofile import read_po
from lxml import html

from build_tools.annotate import Annotator
from build_tools.model import AnnotatedDocument
from build_tools.read import read_seeds
from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import FOLDER
from tests.built_site import pages

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ar", "zh")
SAID = ("aria-label", "title", "alt", "placeholder", "data-label")
"""Attributes that are words for readers."""
SILENT = {"script", "style", "template"}
CODE = {"code", "pre", "kbd"}
ELLIPSIS = "…"
SHORTEST = 12
"""Characters that a quotation must have to be looked for in the texts."""

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
_LEFT_OVER = re.compile(r"%\(\w+\)|\{\{|\{%|\}\}|&(?:amp|lt|gt|quot|#\d+);|\bUndefined\b|\bMarkup\(")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a page in one language, and the name of the element that they stand in."""

    words: str
    language: str
    element: str
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    language: str
    texts: Sequence[Text]
    quoted: Sequence[str]
    """All that ends or begins with an ellipsis."""


def read(site: Path, path: Path) -> Page:
    name = path.relative_to(site).as_posix()
    first = name.split("/", 1)[0]
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    language = tree.get("lang", "")
    assert language == (first if first in LANGUAGES else "en"), name
    quoted = [
        element.text_content()
        for element in tree.iter("span", "blockquote", "p", "q", "bdi")
        if ELLIPSIS in element.text_content()[:2] + element.text_content()[-3:]
    ]
    quoted += [meta.get("content", "") for meta in tree.iter("meta") if ELLIPSIS in meta.get("content", "")]
    return Page(name, language, list(_texts(tree, language, code=False)), list(map(_plain, quoted)))


def _texts(element: html.HtmlElement, language: str, *, code: bool) -> Iterator[Text]:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    language = element.get("lang", language)
    code = code or element.tag in CODE
    for name in SAID:
        if element.get(name):
            yield Text(_plain(element.get(name)), language, f"{element.tag} {name}=", code)
    if element.text and element.text.strip():
        yield Text(_plain(element.text), language, element.tag, code)
    for child in element:
        yield from _texts(child, language, code=code)
        if child.tail and child.tail.strip():
            yield Text(_plain(child.tail), language, element.tag, code)


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


@pytest.fixture(scope="module")
def every_page(site: Path) -> Sequence[Page]:
    return [read(site, path) for path in pages(site)]


@cache
def english(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """The messages that are another text in a language: those of one word, and a pattern of all others.

    The words around what is filled in are looked for where there are three of them.
    """
    catalogue = read_po((FOLDER / f"{language}.po").open("rb"))
    whole: set[str] = set()
    parts: set[str] = set()
    for message in catalogue:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for said in ids:
            if not said or said in strings:
                continue
            if not _PLACEHOLDER.search(said):
                (parts if " " in said.strip() else whole).add(_plain(said))
            parts.update(p for p in map(_plain, _PLACEHOLDER.split(said)) if p.count(" ") > 1 and p != said)
    longest = sorted(parts, key=len, reverse=True)
    return frozenset(whole), re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def in_english(text: Text, language: str) -> str | None:
    words, sentences = english(language)
    found = sentences.search(text.words)
    return found.group() if found else text.words if text.words.strip(" :.,…") in words else None


def test_no_key_and_no_sign_of_the_program_is_left(every_page: Sequence[Page]) -> None:
    keys = {key for terms in TERMS.values() for key in terms if "-" in key or "_" in key}
    found = [
        (page.path, text.words[:80])
        for page in every_page
        for text in page.texts
        if not text.is_code and (_LEFT_OVER.search(text.words) or text.words in keys or text.words == "None")
    ]
    assert found == []


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_no_english_is_left_on_a_page_in_another_language(every_page: Sequence[Page], language: str) -> None:
    found = {
        (said, text.element, page.path)
        for page in every_page
        if page.language == language
        for text in page.texts
        if text.language == language and not text.is_code and (said := in_english(text, language))
    }
    assert sorted(found) == []


@cache
def documents() -> Sequence[AnnotatedDocument]:
    seeds, _ = read_seeds(ROOT / "seeds")
    annotator = Annotator(seeds.authority)
    return [annotator.annotate(document)[0] for document in seeds.documents]


@cache
def searchable() -> Sequence[tuple[str, Mapping[int, str]]]:
    """Each text in one line, and what stands uncut at each offset of it: the figure or the name around it."""
    made = []
    for annotated in documents():
        for text, marks in (
            (annotated.document.text, [*annotated.mentions, *annotated.figures]),
            *((t.translation.text, [*t.mentions, *t.figures]) for t in annotated.translations),
        ):
            line, at = [], []
            for offset, char in enumerate(text):
                if char.isspace() and (not line or line[-1] == " "):
                    continue
                line.append(" " if char.isspace() else char)
                at.append(offset)
            inside = {offset: mark.surface for mark in marks for offset in range(mark.start + 1, mark.end)}
            made.append(("".join(line), {index: inside[o] for index, o in enumerate(at) if o in inside}))
    return made


def cut(quoted: str) -> str | None:
    """What is cut through at an end of a quotation; ``None`` where nothing is, or it is of no text."""
    core = quoted.strip().strip(ELLIPSIS).strip()
    if len(core) < SHORTEST:
        return None
    for text, inside in searchable():
        at = text.find(core)
        while at >= 0:
            ends = [at] * quoted.lstrip().startswith(ELLIPSIS) + [at + len(core)] * quoted.rstrip().endswith(
                ELLIPSIS
            )
            through = [inside[end] for end in ends if end in inside]
            if not through:
                return None
            at = text.find(core, at + 1)
            if at < 0:
                return through[0]
    return None


@pytest.mark.example
def test_no_figure_and_no_name_is_cut(every_page: Sequence[Page]) -> None:
    found = {(through, page.path) for page in every_page for one in page.quoted if (through := cut(one))}
    assert sorted(found) == []


@pytest.mark.example
def test_the_cuts_of_quotations_are_found_in_the_texts(every_page: Sequence[Page]) -> None:
    """Else the test above would look at nothing."""
    [figure] = [f for d in documents() for f in d.figures if f.surface == "100 亿林吉特"]
    [text] = [d.document.text for d in documents() if figure in d.figures]
    before = text[text.rindex("计划", 0, figure.start) : figure.start]
    assert cut(f"…在马来西亚 {before}100 …") is None
    assert cut(f"字节跳动{before}100 …") == "100 亿林吉特"
    assert cut(f"{before.strip()}…") is None
    assert sum(len(page.quoted) for page in every_page) > 500


def test_what_is_english_is_known() -> None:
    assert in_english(Text("Documents", "zh", "a"), "zh") == "Documents"
    assert in_english(Text("2 documents of the archive are from it.", "ar", "p"), "ar")
    assert in_english(Text("档案", "zh", "a"), "zh") is None


THEME = Path(material.__file__).parent / "templates/partials/languages"
OURS = ROOT / "overrides/partials/language.html"
_ENTRY = re.compile(r'^  "([\w.]+)": (?:gettext\()?"(.*?)"\)?,?$', re.M)


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_no_words_of_the_theme_stand_where_the_catalogue_has_its_own(site: Path, language: str) -> None:
    """The theme's Arabic says "windows" for sections and "more than 7" for 7 more."""
    catalogue = read_po((FOLDER / f"{language}.po").open("rb"))
    ours = {key: catalogue.get(said).string for key, said in _ENTRY.findall(OURS.read_text("utf-8"))}
    theirs = dict(_ENTRY.findall((THEME / f"{language}.html").read_text("utf-8")))
    wrong = {theirs[key] for key in ours if theirs.get(key, ours[key]) != ours[key]}
    page = html.parse(str(site / language / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    said = {text.words for text in _texts(page, language, code=False)}
    parts = (site / f"assets/parts.{language}.js").read_text("utf-8")
    told = json.loads(parts.partition("=")[2].strip().removesuffix(";"))["words"]
    assert len(wrong) > 5
    assert wrong.isdisjoint(said | set(told.values()))
    assert told == {key: ours[key] for key in told}
