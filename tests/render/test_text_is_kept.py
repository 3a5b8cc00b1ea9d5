"""Whatever a source says, its page says exactly that: nothing is lost, changed or taken for markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.archive import gather
from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Authority,
    Document,
    Entity,
    Figure,
    Mention,
    Paragraph,
    Record,
    Seeds,
    Source,
    Translation,
)
from build_tools.render.making import render
from tests.render import sample
from tests.render.reader import body, read

EXTENSIONS = ["attr_list", "md_in_html", "tables", "def_list", "footnotes", "toc", "admonition", "abbr", "meta",
    "pymdownx.snippets", "pymdownx.emoji", "pymdownx.superfences", "pymdownx.magiclink", "pymdownx.tilde",
    "pymdownx.arithmatex", "pymdownx.details", "pymdownx.tasklist", "pymdownx.critic"]  # fmt: skip
"""More than the site uses: no extension that somebody switches on may touch a source."""

NASTY = [
    "---\ntitle: mine\n---\ntext",
    "# heading\n* list\n1. one\n> quote\n    code\n***\n| a | b |\n|---|---|",
    "```python\nprint(1)\n```",
    "~~~\nfence\n~~~",
    '--8<-- "mkdocs.yml"',
    '-8<- "mkdocs.yml"\n;--8<-- "x"',
    "--8<--\nmkdocs.yml\n--8<--",
    "{{ config }} {% include 'x' %} {# c #} {: .a } {>>c<<} {++a++}",
    "<script>alert(1)</script><!-- c --> </p></div> <![CDATA[x]]> <?php ?> &lt; &amp;amp; &#42; &nbsp",
    ":smile: :material-home: *a* _b_ **c** __d__ ~~e~~ ==f== ^^g^^ `h` [i](j) ![k](l) [m]: n [^1] \\* $x$ $$y$$",
    "<div markdown='1'>\n\n# h\n\n</div>",
    "!!! note\n    text\n??? q\n*[HTML]: x\n[TOC]",
    "\u200f\u202eabc\u202c\u2028line\u2029para \u00a0 \ufeff é é",
    "%(name)s {0} %s 100% \\n \\u0041",
    "  leading and trailing  \t",
    "\u2402wzxhzdk:0\u2403 klzzwxh:0001 STX0ETX",
]

# What reading refuses cannot come here: control characters, lone surrogates, and characters that are none.
_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), min_size=1, max_size=120
)
_TEXTS = st.one_of(_TEXT, st.sampled_from(NASTY), st.builds("{}{}".format, _TEXT, st.sampled_from(NASTY)))


def _document(texts: list[str]) -> tuple[str, tuple[Paragraph, ...]]:
    whole, parts = "", []
    for text in texts:
        parts.append(Paragraph(len(whole), len(whole) + len(text)))
        whole += text + "\n\n"
    return whole, tuple(parts)


def _page(texts: list[str], spans: list[tuple[int, int, int]]) -> tuple[str, tuple[str, ...]]:
    """The page of a document with the paragraphs, annotated at the spans (start, length, 0: name, 1: figure)."""
    whole, parts = _document(texts)
    limit = len(whole)
    mentions, figures = [], []
    for start, length, kind in spans:
        start %= limit
        end = min(limit, start + length)
        if end <= start:
            continue
        if kind:
            figures.append(Figure(start, end, whole[start:end], "count", value="3", unit="user"))
        else:
            mentions.append(Mention(start, end, whole[start:end], "it", "thing"))
    document = Document(
        "doc", Path("seeds/doc.txt"), whole, "0" * 64, "utf-8", "en", "en", parts,
        Record(title={"en": texts[0], "ar": texts[-1]}, summary={"en": texts[-1]}, source=Source(texts[0], "2024", byline=texts[-1], note={"en": texts[0]})),
    )  # fmt: skip
    translation = Translation("ar", whole, parts, "person", texts[0], texts[-1], None, Path("t.md"))
    annotated = AnnotatedDocument(
        replace(document, translations=(translation,)),
        tuple(sorted(mentions, key=lambda m: m.start)),
        tuple(sorted(figures, key=lambda f: f.start)),
        translations=(AnnotatedTranslation(translation, tuple(mentions)),),
    )
    entity = Entity("it", "thing", {"en": texts[0], "ar": texts[-1]}, description={"en": texts[0]})
    seeds = Seeds(Path("seeds"), (annotated.document,), Authority({"it": entity}, {}))
    archive = gather(seeds, (annotated,))
    pages = {
        f.path: f
        for f in render(archive, replace(sample.SITE, languages=("en", "ar"), texts={}), exports=False)
    }
    written = {path: file.content.decode() for path, file in pages.items() if file.place == "docs"}
    others = tuple(page for path, page in written.items() if not path.startswith("search."))
    return written["documents/doc.ar.md"], others


def _paragraphs(html: str, of: str) -> Iterator[str]:
    for paragraph in read(html).all("p", class_=of):
        yield paragraph.text


@settings(max_examples=10)
@given(
    st.lists(_TEXTS, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 600), st.integers(1, 60), st.integers(0, 1)), max_size=12),
)
@example(NASTY, [(n * 7, 11, n % 2) for n in range(60)])
@example(["a\nb"], [(0, 3, 1), (1, 1, 0)])
def test_a_page_holds_the_paragraphs_exactly(texts: list[str], spans: list[tuple[int, int, int]]) -> None:
    page, everything = _page(texts, spans)
    assert list(_paragraphs(body(page), "original")) == texts
    assert list(_paragraphs(body(page), "translation")) == texts
    converted = markdown.markdown(
        body(page),
        extensions=EXTENSIONS,
        extension_configs={"pymdownx.snippets": {"base_path": ["."], "check_paths": False}},
    )
    assert list(_paragraphs(converted, "original")) == texts
    assert list(_paragraphs(converted, "translation")) == texts
    for other in everything:
        _is_sound(other)


def _is_sound(page: str) -> None:
    """Front matter of one block of YAML, then lines that begin with a tag or are a heading; elements nest."""
    assert page.startswith("---\n")
    front = yaml.safe_load(page[4:].split("\n---\n", 1)[0])
    assert front["title"] is not None
    blank = True
    for line in body(page).splitlines():
        assert not line or line.startswith(("<", "## ")), line
        if line.startswith("## "):
            assert blank
        blank = not line
    read(body(page))


def test_the_pages_of_the_sample_are_sound(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        # The one holds Markdown that a person wrote, the other a script; neither holds a source's words.
        if not path.startswith(("index.", "search.")):
            _is_sound(page)
