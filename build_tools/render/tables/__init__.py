"""The archive as tables: what CSV files, their descriptions and the database are all made from.

Each table is a module with one function ``table(site)``. Texts in several languages become one column for each
interface language (``name_en``, ``name_ar``); lists become tables of their own.
"""

from __future__ import annotations

from typing import Any

from build_tools.model import Site
from build_tools.render.tables import (
    documents,
    entities,
    figures,
    forms,
    identifiers,
    measures,
    mentions,
    names,
    paragraphs,
    passages,
    relations,
    statements,
    translations,
)
from build_tools.render.tables.table import Table

TABLES = (
    entities,
    names,
    identifiers,
    documents,
    paragraphs,
    translations,
    mentions,
    figures,
    forms,
    relations,
    measures,
    statements,
    passages,
)
"""A table comes after those that it refers to, itself excepted: in this order they can be filled."""


def tables(site: Site) -> tuple[Table[Any], ...]:
    """Every table, in that order."""
    return tuple(module.table(site) for module in TABLES)
