"""Bytes → documents, records, translations, the authority file and the measures, each checked where it is read."""

from __future__ import annotations

from build_tools.read.authority import read_authority
from build_tools.read.documents import document_from_text, read_document
from build_tools.read.seeds import read_again, read_seeds, record_of

__all__ = ["document_from_text", "read_again", "read_authority", "read_document", "read_seeds", "record_of"]
