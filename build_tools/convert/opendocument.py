"""OpenDocument texts (.odt): what a reader of the finished document sees. OASIS OpenDocument 1.3, part 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.convert import clean, office
from build_tools.convert.converter import About, Given, Made, UnreadableError

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LEFT_OUT = {
    f"{_T}tracked-changes": "", f"{_O}annotation": "comments", f"{_O}annotation-end": "", f"{_DRAW}image": "pictures",
    f"{_DRAW}object": "embedded objects", f"{_T}ruby-text": "", f"{_O}forms": "", f"{_T}sequence-decls": "",
    f"{_T}hidden-paragraph": "hidden passages", f"{_T}hidden-text": "hidden passages",
    f"{_T}table-of-content": "tables of contents", f"{_T}alphabetical-index": "indexes",
}  # fmt: skip
_PARAGRAPHS = (f"{_T}p", f"{_T}h")


def convert(given: Given) -> Made:
    packed = office.opened(given.data, "content.xml", "OpenDocument text")
    manifest = packed.namelist()
    if "META-INF/manifest.xml" in manifest and b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise UnreadableError("encrypted", "The file is locked with a password", "Save a copy without it")
    root = office.main_part(packed, "content.xml")
    body = root.find(f"{_O}body/{_O}text")
    if body is None:
        raise UnreadableError("broken-file", "The file is no OpenDocument text", "Save it as .odt or .docx")
    reader = _Reader(_hidden_styles(root, office.part(packed, "styles.xml")))
    paragraphs = [*reader.blocks(body), *reader.notes]
    deleted = len(root.findall(f".//{_T}deletion"))
    reader.left_out["deleted passages"] += deleted
    meta = office.part(packed, "meta.xml")
    about = About(
        title=office.text_of(meta, f".//{office.DC}title"),
        byline=office.text_of(meta, f".//{_META}initial-creator")
        or office.text_of(meta, f".//{office.DC}creator"),
    )
    return office.made(paragraphs, about, reader.left_out)


class _Reader:
    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self.left_out: Counter[str] = Counter()
        self.notes: list[str] = []

    def blocks(self, parent: Any) -> Iterator[str]:
        for element in parent:
            if element.tag in _PARAGRAPHS:
                if self._is_hidden(element):
                    continue
                inner: list[str] = []
                yield from clean.lines(self._inline(element, inner))
                yield from inner
            elif element.tag == f"{_TABLE}table":
                yield from self._table(element)
            elif not self._is_left_out(element):
                yield from self.blocks(element)

    def _table(self, table: Any) -> Iterator[str]:
        for row in table.iter(f"{_TABLE}table-row"):
            if next(row.iterancestors(f"{_TABLE}table")) is not table:
                continue
            inner: list[str] = []
            cells = [self._cell(cell, inner) for cell in row.findall(f"{_TABLE}table-cell")]
            line = "\t".join(cells).strip("\t")
            if line:
                yield line
            yield from inner

    def _cell(self, cell: Any, inner: list[str]) -> str:
        parts: list[str] = []
        for element in cell:
            if element.tag == f"{_TABLE}table":
                inner.extend(self._table(element))
            else:
                parts.extend(self.blocks([element]))
        return clean.one_line(" ".join(part.replace("\t", " ") for part in parts))

    def _inline(self, element: Any, inner: list[str]) -> str:
        """The text of a paragraph; paragraphs of frames that hang on it are put into ``inner``."""
        parts = [element.text or ""]
        for child in element:
            parts.append(self._one(child, inner))
            parts.append(child.tail or "")
        return "".join(parts)

    def _one(self, element: Any, inner: list[str]) -> str:
        if element.tag == f"{_T}s":
            return " "
        if element.tag == f"{_T}tab":
            return " "
        if element.tag == f"{_T}line-break":
            return "\n"
        if element.tag == f"{_T}note":
            return self._note(element)
        if element.tag == f"{_DRAW}text-box":
            inner.extend(self.blocks(element))
            return ""
        if not isinstance(element.tag, str) or self._is_left_out(element) or self._is_hidden(element):
            return ""
        return self._inline(element, inner)

    def _note(self, note: Any) -> str:
        sign = clean.said(note.findtext(f"{_T}note-citation")) or str(len(self.notes) + 1)
        body = note.find(f"{_T}note-body")
        text = " ".join(self.blocks(body)) if body is not None else ""
        if text:
            self.notes.append(f"[{sign}] {text}")
        return f"[{sign}]"

    def _is_hidden(self, element: Any) -> bool:
        hidden = element.get(f"{_T}style-name") in self._hidden
        self.left_out["hidden passages"] += hidden
        return hidden

    def _is_left_out(self, element: Any) -> bool:
        if not isinstance(element.tag, str):
            return True
        if element.tag == f"{_T}section" and element.get(f"{_T}display") in ("none", "condition"):
            self.left_out["hidden passages"] += 1
            return True
        what = _LEFT_OUT.get(element.tag)
        if what:
            self.left_out[what] += 1
        return what is not None


def _hidden_styles(*roots: Any | None) -> frozenset[str]:
    """Names of the styles that hide what has them, by themselves or by their parents."""
    hides: set[str] = set()
    parents: dict[str, str] = {}
    for root in roots:
        for style in root.iter(f"{_STYLE}style") if root is not None else ():
            name = style.get(f"{_STYLE}name") or ""
            parents[name] = style.get(f"{_STYLE}parent-style-name") or ""
            if any(part.get(f"{_T}display") == "none" for part in style.iter(f"{_STYLE}text-properties")):
                hides.add(name)
    grown = True
    while grown:
        more = {name for name, parent in parents.items() if parent in hides} - hides
        hides |= more
        grown = bool(more)
    return frozenset(hides)
