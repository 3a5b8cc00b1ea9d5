"""Spellings under which the texts name the entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Form, Site
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    entity: str
    form: Form


def table(site: Site) -> Table[_Row]:
    return Table(
        "forms",
        N_("Forms of names in the texts"),
        "Every spelling under which an entity is named, counted",
        _rows,
        (
            Column("entity", "string", "Id of the entity", lambda r: r.entity, required=True),
            Column("language", "string", "Language of the text", lambda r: r.form.language, required=True),
            Column("form", "string", "The name as written", lambda r: r.form.surface, required=True),
            Column("mentions", "integer", "How often", lambda r: r.form.count, required=True),
        ),
        key=("entity", "language", "form"),
        references=(Reference(("entity",), "entities", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, use in archive.entities.items():
        for form in use.forms:
            yield _Row(key, form)
