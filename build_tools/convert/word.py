"""Word documents (.docx): what a reader of the finished document sees.

Tracked insertions, content controls, smart tags, text boxes, nested tables and notes are text; what was deleted or
hidden is not. Written on the XML itself, since the packages for it pass over half of these in silence.
ECMA-376, part 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.convert import clean, office
from build_tools.convert.converter import About, Given, Made

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LEFT_OUT = {
    "del": "deleted passages", "moveFrom": "deleted passages", "altChunk": "embedded files", "object": "embedded objects",
    "drawing": "pictures", "pict": "pictures", "sym": "characters of symbol fonts", "commentReference": "comments",
}  # fmt: skip
_SILENT = frozenset({"instrText", "delText", "delInstrText", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "fldData"})  # fmt: skip
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": " "}


def convert(given: Given) -> Made:
    packed = office.opened(given.data, "word/document.xml", "Word document")
    reader = _Reader(_hidden_styles(office.part(packed, "word/styles.xml")))
    body = office.main_part(packed, "word/document.xml").find(f"{_W}body")
    paragraphs = list(reader.blocks(body)) if body is not None else []
    for name in ("footnote", "endnote"):
        paragraphs.extend(reader.notes(office.part(packed, f"word/{name}s.xml"), name))
    reader.left_out["headers and footers"] = sum(
        1
        for name in packed.namelist()
        if name.startswith(("word/header", "word/footer"))
        and office.text_in(office.part(packed, name), f"{_W}t")
    )
    core = office.part(packed, "docProps/core.xml")
    about = About(
        title=office.text_of(core, f"{office.DC}title"), byline=office.text_of(core, f"{office.DC}creator")
    )
    return office.made(paragraphs, about, reader.left_out)


class _Reader:
    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self.left_out: Counter[str] = Counter()
        self._boxes: list[str] = []
        """Paragraphs of text boxes that hang on the paragraph being read; they follow it."""

    def blocks(self, parent: Any) -> Iterator[str]:
        """The paragraphs of a body, a cell, a note or a text box."""
        for element in parent:
            name = _name(element)
            if name == "p":
                yield from clean.lines(self._paragraph(element))
                boxes, self._boxes = self._boxes, []
                yield from boxes
            elif name == "tbl":
                yield from self._table(element)
            elif name in _LEFT_OUT:
                self._leave(element, name)
            elif name not in _SILENT:
                yield from self.blocks(_content(element))

    def notes(self, root: Any | None, name: str) -> Iterator[str]:
        """Footnotes or endnotes, each after the sign by which the text refers to it."""
        for note in root if root is not None else ():
            if _name(note) == name and note.get(f"{_W}type", "normal") == "normal":
                text = " ".join(self.blocks(note))
                if text:
                    yield f"{_sign(name, note)} {text}"

    def _table(self, table: Any) -> Iterator[str]:
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table or self._is_deleted(row):
                continue
            inner: list[str] = []
            cells = [
                self._cell(cell, inner)
                for cell in row.iter(f"{_W}tc")
                if next(cell.iterancestors(f"{_W}tr")) is row
            ]
            line = "\t".join(cells).strip("\t")
            if line:
                yield line
            yield from inner

    def _cell(self, cell: Any, inner: list[str]) -> str:
        """A cell on one line; the rows of tables in it are put into ``inner``."""
        parts: list[str] = []
        for element in _unwrapped(cell):
            if _name(element) == "tbl":
                inner.extend(self._table(element))
            else:
                parts.extend(self.blocks([element]))
        return clean.one_line(" ".join(part.replace("\t", " ") for part in parts))

    def _is_deleted(self, row: Any) -> bool:
        deleted = row.find(f"{_W}trPr/{_W}del") is not None
        self.left_out["deleted rows"] += deleted
        return deleted

    def _paragraph(self, element: Any) -> str:
        return "".join(self._inline(child) for child in element)

    def _inline(self, element: Any) -> str:
        name = _name(element)
        if name == "r":
            return self._run(element)
        if name == "pPr" or name in _SILENT:
            return ""
        if name in _LEFT_OUT:
            self._leave(element, name)
            return ""
        if name == "t" and not element.tag.startswith(_W):  # of a formula
            return element.text or ""
        return "".join(self._inline(child) for child in _content(element))

    def _run(self, run: Any) -> str:
        hidden = self._is_hidden(run)
        text = "".join(self._sign_of(child) for child in run)
        if hidden:
            self.left_out["hidden passages"] += bool(text.strip())
            return ""
        return text

    def _sign_of(self, element: Any) -> str:
        name = _name(element)
        if name == "t":
            return element.text or ""
        if name in ("footnoteReference", "endnoteReference"):
            return _sign(name.removesuffix("Reference"), element)
        if name in _SIGNS:
            return "" if name == "br" and element.get(f"{_W}type") in ("page", "column") else _SIGNS[name]
        if element.tag == _ALTERNATIVE or name in ("drawing", "pict", "object"):
            self._box(element, name)
        elif name in _LEFT_OUT:
            self._leave(element, name)
        return ""

    def _box(self, element: Any, name: str) -> None:
        """Text boxes are read once, whichever way to draw them an alternative offers; other drawings are left out."""
        choice = element[0] if element.tag == _ALTERNATIVE and len(element) else element
        boxes = [
            box for box in choice.iter(f"{_W}txbxContent") if not list(box.iterancestors(f"{_W}txbxContent"))
        ]
        for box in boxes:
            outer, self._boxes = self._boxes, []
            found = list(self.blocks(box))
            self._boxes = [*outer, *found]
        if not boxes:
            self.left_out["embedded objects" if name == "object" else "pictures"] += 1

    def _is_hidden(self, run: Any) -> bool:
        own = run.find(f"{_W}rPr")
        if own is not None:
            vanish = own.find(f"{_W}vanish")
            if vanish is not None:
                return _is_on(vanish)
            style = own.find(f"{_W}rStyle")
            if style is not None and style.get(f"{_W}val") in self._hidden:
                return True
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle") if paragraph is not None else None
        return style is not None and style.get(f"{_W}val") in self._hidden

    def _leave(self, element: Any, name: str) -> None:
        self.left_out[_LEFT_OUT[name]] += 1


def _hidden_styles(root: Any | None) -> frozenset[str]:
    """Ids of the styles that hide what has them, by themselves or by what they are based on."""
    found: dict[str, bool] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        key = style.get(f"{_W}styleId") or ""
        vanish = style.find(f"{_W}rPr/{_W}vanish")
        if vanish is not None:
            found[key] = _is_on(vanish)
        base = style.find(f"{_W}basedOn")
        if base is not None:
            based[key] = base.get(f"{_W}val") or ""
    for key in based:
        seen: list[str] = []
        at = key
        while at not in found and at in based and at not in seen:
            seen.append(at)
            at = based[at]
        found.setdefault(key, found.get(at, False))
    return frozenset(key for key, hides in found.items() if hides)


def _is_on(element: Any) -> bool:
    return element.get(f"{_W}val", "true") not in ("0", "false", "off", "none")


def _content(element: Any) -> Any:
    """What an element wraps: a content control its content, an alternative its first choice."""
    if element.tag == _ALTERNATIVE:
        return element[0] if len(element) else ()
    content = element.find(f"{_W}sdtContent")
    return element if content is None else content


def _unwrapped(cell: Any) -> Iterator[Any]:
    """The paragraphs and tables of a cell, also those that content controls and the like wrap."""
    for element in cell:
        if _name(element) in ("p", "tbl"):
            yield element
        elif _name(element) not in _SILENT and _name(element) not in _LEFT_OUT:
            yield from _unwrapped(_content(element))


def _sign(kind: str, element: Any) -> str:
    number = element.get(f"{_W}id", "")
    return f"[{number}]" if kind == "footnote" else f"[e{number}]"


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
