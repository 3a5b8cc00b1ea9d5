"""What is compared across sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Measure, Site
from build_tools.render import paths
from build_tools.render.tables.table import Column, Reference, Table, localized
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    measure: Measure
    verdict: str
    page: str


def table(site: Site) -> Table[_Row]:
    return Table(
        "measures",
        N_("Compared measures"),
        "What is compared across sources, and the verdict",
        _rows,
        (
            Column("id", "string", "Id of the measure", lambda r: r.measure.id, required=True),
            Column(
                "subject",
                "string",
                "Id of the entity that is measured",
                lambda r: r.measure.subject,
                required=True,
            ),
            *localized(site, "name", "Name", lambda r: r.measure.names),
            Column("kind", "string", "Kind of figure", lambda r: r.measure.kind, required=True),
            Column("unit", "string", "Unit, an English singular noun", lambda r: r.measure.unit),
            Column("currency", "string", "ISO 4217", lambda r: r.measure.currency),
            Column(
                "period",
                "string",
                "month, week or day, where the measure is per period",
                lambda r: r.measure.period,
            ),
            Column(
                "verdict",
                "string",
                "agree, differ-by-date, conflict, not-comparable; of one origin: versions-differ, single",
                lambda r: r.verdict,
                required=True,
            ),
            Column("page", "uri", "Page of the measure", lambda r: r.page, required=True),
        ),
        key=("id",),
        references=(Reference(("subject",), "entities", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for comparison in archive.comparisons:
        address = paths.address(site, paths.measure(comparison.measure.id), site.languages[0])
        yield _Row(comparison.measure, comparison.verdict, paths.absolute(site, address))
