"""A whole HTML page → paragraphs, for what is all text: books, mails, Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from build_tools.convert import clean

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SKIPPED = frozenset(["script", "style", "template", "head", "title", "noscript", "svg", "math", "iframe", "object", "embed", "audio", "video", "canvas", "select", "textarea", "button", "input"])  # fmt: skip
_COUNTED = {"img": "pictures", "svg": "pictures", "iframe": "embedded pages", "object": "embedded objects", "audio": "sounds", "video": "films", "math": "formulas"}  # fmt: skip


@dataclass(slots=True)
class Blocks:
    """What a page holds. ``pages`` as in ``Made``, where it marks the pages of a printed book."""

    paragraphs: list[str] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    _open: list[str] = field(default_factory=list)

    def read(self, element: Any) -> Blocks:
        """Add the paragraphs of an element of lxml."""
        self._walk(element)
        self._end()
        return self

    def told(self) -> Iterator[str]:
        for what, count in sorted(self.left_out.items()):
            yield f"{count} {what}"

    def _walk(self, element: Any, *, kept: bool = False) -> None:
        """``kept``: the breaks of the source are breaks."""
        tag = _tag(element)
        if tag is None:
            return
        if tag in _COUNTED:
            self.left_out[_COUNTED[tag]] += 1
        if _is_page_break(element):
            self._page(element)
        elif tag == "br":
            self._open.append("\n")
        elif tag in _SKIPPED or tag == "img":
            return
        elif _hidden(element):
            self.left_out["hidden passages"] += bool("".join(element.itertext()).strip())
        elif tag == "tr":
            self._end()
            self.paragraphs.extend(_row(element))
            self._tables_in(element)
        else:
            self._inside(element, tag in _BLOCKS, kept or tag == "pre")

    def _inside(self, element: Any, block: bool, kept: bool) -> None:
        if block:
            self._end()
        self._say(element.text, kept)
        for child in element:
            self._walk(child, kept=kept)
            self._say(child.tail, kept)
        if block:
            self._end()

    def _say(self, text: str | None, kept: bool) -> None:
        if text:
            self._open.append(text if kept else _SPACE.sub(" ", text))

    def _page(self, element: Any) -> None:
        label = clean.said(element.get("title") or element.get("aria-label") or element.text)
        if label:
            inside = bool("".join(self._open).strip())  # of a paragraph, which began on the page before
            self.pages.append((len(self.paragraphs) + 1 + inside, label))

    def _tables_in(self, row: Any) -> None:
        for table in row.iterdescendants("table", "{*}table"):
            if next(table.iterancestors("tr", "{*}tr")) is row:
                self._walk(table)

    def _end(self) -> None:
        self.paragraphs.extend(clean.lines("".join(self._open)))
        self._open.clear()


def _row(row: Any) -> Iterator[str]:
    cells = [clean.one_line(" ".join(_own_text(cell).split())) for cell in row if _tag(cell) in ("td", "th")]
    line = "\t".join(cells).strip("\t")
    if line:
        yield line


def _own_text(cell: Any) -> str:
    """The text of a cell without the tables in it."""
    parts = [cell.text or ""]
    for child in cell:
        if _tag(child) not in (None, "table") and _tag(child) not in _SKIPPED:
            parts.append(
                f" {_own_text(child)} " if _tag(child) in _BLOCKS or _tag(child) == "br" else _own_text(child)
            )
        parts.append(child.tail or "")
    return "".join(parts)


def _tag(element: Any) -> str | None:
    """The name of an element without its namespace; ``None`` for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else None


def _hidden(element: Any) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _is_page_break(element: Any) -> bool:
    kind = element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""
    return "pagebreak" in kind.split() or element.get("role") == "doc-pagebreak"
