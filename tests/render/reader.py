"""Reads a page as a browser would: its elements, with the text that each of them holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, name: str = "", **attributes: str) -> list[Element]:
        """Elements below this one by name and attributes (``class_``: one of the classes), in order."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                if (not name or child.name == name) and all(_has(child, k, v) for k, v in attributes.items()):
                    found.append(child)
                found += child.all(name, **attributes)
        return found


def _has(element: Element, key: str, value: str) -> bool:
    if key == "class_":
        return value in element.attributes.get("class", "").split()
    return element.attributes.get(key) == value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in _VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {key: value or "" for key, value in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        if self.at.name != tag or self.at.parent is None:
            self.faults.append(f"</{tag}> closes <{self.at.name}>")
            return
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(html: str) -> Element:
    """The tree of a page. Raises ``ValueError`` where elements do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.at is not reader.root:
        reader.faults.append(f"<{reader.at.name}> is not closed")
    if reader.faults:
        raise ValueError("; ".join(reader.faults))
    return reader.root


def body(page: str) -> str:
    """What follows the front matter of a Markdown page."""
    return page.split("\n---\n", 1)[1]
