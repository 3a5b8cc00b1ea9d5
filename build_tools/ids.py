"""Ids of documents and entities: which are accepted, and the address that a page gets from one."""

from __future__ import annotations

import re
import unicodedata

MAX_BYTES = 150
"""Of a slug in UTF-8: file names may have 255 bytes, and endings come after it."""

_RESERVED = frozenset(
    ["index", "readme", "con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)  # fmt: skip
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*#%&+\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
_ENTITY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\Z")


def slug(document_id: str) -> str:
    """The part of a page's address that stands for a document: letters and digits of any script, ``_`` and ``-``.

    Dots become hyphens, since ``NAME.ar.md`` is the Arabic page of ``NAME``. Two ids may yield one slug:
    ``collision_key`` tells.
    """
    composed = unicodedata.normalize("NFC", document_id)
    kept = "".join(char if char == "_" or char.isalnum() or _is_mark(char) else "-" for char in composed)
    return re.sub("-{2,}", "-", kept).strip("-")


def collision_key(document_id: str) -> str:
    """Equal for ids that would share an address on some disk or server: case and Unicode forms fall together."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", slug(document_id)).casefold())


def document_fault(document_id: str) -> str | None:
    """Why a file name cannot be a document's id, as half a sentence; ``None`` when it can."""
    forbidden = _FORBIDDEN.search(document_id)
    if forbidden:
        return f"the character {_shown(forbidden[0])} cannot stand in the name of a document"
    if any("\ud800" <= char <= "\udfff" for char in document_id):
        return "the name is no UTF-8"
    if document_id != document_id.strip():
        return "the name begins or ends with a space"
    address = slug(document_id)
    if not any(char.isalnum() for char in address):
        return "the name has no letter and no digit"
    if address.casefold() in _RESERVED:
        return f"the name {document_id!r} is reserved"
    if len(address.encode()) > MAX_BYTES:
        return f"the name is longer than {MAX_BYTES} bytes"
    return None


def entity_fault(entity_id: str) -> str | None:
    """Why a word cannot be the id of an entity, measure or story, as half a sentence; ``None`` when it can."""
    if not _ENTITY.match(entity_id):
        return f"{entity_id!r} is no id; use small letters a-z, digits and single hyphens, like san-francisco"
    if entity_id.casefold() in _RESERVED:
        return f"the id {entity_id!r} is reserved"
    if len(entity_id) > MAX_BYTES:
        return f"the id is longer than {MAX_BYTES} characters"
    return None


def _is_mark(char: str) -> bool:
    """Vowel signs of Indic scripts and the like are parts of words."""
    return unicodedata.category(char) in ("Mn", "Mc")


def _shown(char: str) -> str:
    return repr(char) if char.isprintable() else f"U+{ord(char):04X}"
