"""What Word documents and OpenDocument texts have in common: a packed file with XML in it."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable
from typing import Any

from build_tools.convert import clean, limits, xml
from build_tools.convert.converter import About, Made, UnreadableError

DC = "{http://purl.org/dc/elements/1.1/}"


def opened(data: bytes, main: str, kind: str) -> zipfile.ZipFile:
    """The packed file. Raises ``UnreadableError`` when it is none, or has no part ``main``."""
    try:
        packed = limits.unzip(data)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        packed = None
    if packed is None or main not in packed.namelist():
        raise UnreadableError(
            "broken-file", f"The file is no {kind} that can be read", "Save it again from its source"
        )
    return packed


def part(packed: zipfile.ZipFile, name: str) -> Any | None:
    """The root element of a part; ``None`` where there is none."""
    return xml.tree(limits.part(packed, name), name) if name in packed.namelist() else None


def main_part(packed: zipfile.ZipFile, name: str) -> Any:
    """The root element of a part that must be there."""
    return xml.tree(limits.part(packed, name), name)


def made(paragraphs: Iterable[str], about: About, left_out: Counter[str]) -> Made:
    """What a document became; ``left_out`` counts what of it is no text, by what it is called."""
    from lxml import etree

    told = tuple(f"{count} {what}" for what, count in sorted(left_out.items()) if count)
    return Made(tuple(paragraphs), f"lxml {etree.__version__}", about, left_out=told)


def text_of(root: Any | None, path: str) -> str | None:
    """What the first element at a path says."""
    return clean.said(root.findtext(path)) if root is not None else None


def text_in(root: Any | None, tag: str) -> bool:
    """Whether any element of this kind says something."""
    return root is not None and any((element.text or "").strip() for element in root.iter(tag))
