"""What entities are called in the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Alias, Archive, Site
from build_tools.render.tables.table import Column, Reference, Table, listed
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    entity: str
    number: int
    kind: str
    form: Alias
    """A name holds everywhere and in any case, as an alias without conditions does."""


def table(site: Site) -> Table[_Row]:
    return Table(
        "names",
        N_("Names and aliases"),
        "Names and aliases in the register, with the conditions under which a form is taken for the entity",
        _rows,
        (
            Column("entity", "string", "Id of the entity", lambda r: r.entity, required=True),
            Column(
                "number", "integer", "Rank among the names of the entity", lambda r: r.number, required=True
            ),
            Column("language", "string", "Language tag (BCP 47)", lambda r: r.form.language, required=True),
            Column("form", "string", "The name", lambda r: r.form.form, required=True),
            Column(
                "kind",
                "string",
                "name: what the entity is called on its pages; alias: another form",
                lambda r: r.kind,
                required=True,
            ),
            Column(
                "case",
                "string",
                "fold: small and capital letters are alike; exact: they are not",
                lambda r: r.form.case,
                required=True,
            ),
            Column(
                "needs",
                "string",
                "Entity ids or words, divided by |, one of which must stand in the scope",
                lambda r: listed(r.form.needs),
            ),
            Column(
                "unless",
                "string",
                "Entity ids or words, divided by |, none of which may stand in the scope",
                lambda r: listed(r.form.unless),
            ),
            Column("scope", "string", "document or paragraph", lambda r: r.form.scope, required=True),
        ),
        key=("entity", "number"),
        references=(Reference(("entity",), "entities", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, entity in archive.authority.entities.items():
        names = [("name", Alias(form, tag)) for tag, form in entity.names.items()]
        aliases = [("alias", alias) for alias in entity.aliases]
        for number, (kind, form) in enumerate([*names, *aliases], 1):
            yield _Row(key, number, kind, form)
