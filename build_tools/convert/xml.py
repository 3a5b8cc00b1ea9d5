"""XML parts of office documents and books: read without entities, which such files never need."""

from __future__ import annotations

import re
from typing import Any

from build_tools.convert.converter import UnreadableError

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENTITIES = re.compile(rb"<!ENTITY|\[", re.IGNORECASE)
_ASCII_ONLY = (b"\xff\xfe", b"\xfe\xff")


def tree(data: bytes, name: str, *, doctype: bool = False) -> Any:
    """The root element of a part. Raises ``UnreadableError`` for one that declares entities or is no XML.

    ``doctype``: a declaration without entities is allowed, as pages of older books have.
    """
    from lxml import etree

    head = data
    if data.startswith(_ASCII_ONLY):
        head = data.decode("utf-16", "replace").encode()
    found = _DOCTYPE.search(head)
    if found and not (
        doctype and not _ENTITIES.search(head, found.start(), head.find(b">", found.start()) + 1)
    ):
        raise UnreadableError(
            "entity",
            f"Its part {name} declares entities, which can hide or pull in text",
            "Save it again from the program that it was made with",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error.msg).split())
        raise UnreadableError("broken-file", f"Its part {name} is no XML that can be read: {reason}", "Save it again from its source") from None  # fmt: skip
