"""The search page. What it finds is looked up by a script in the index that ``search`` builds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.wording.names import choose, language_name
from build_tools.render.wording.numbers import currency_name
from build_tools.render.wording.units import Units
from build_tools.render.wording.vocabulary import TERMS

WORDS = "search/words.{}.json"
"""The words of the scripts that search, beside the index."""


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What the page shows comes from the index alone."""

    kind = "search"
    scripts = ("assets/search/page.js",)

    has_verdicts: bool
    has_tags: bool
    has_collections: bool


def pages(context: Context) -> Iterator[OutputFile]:
    records = [one.document.record for one in context.archive.documents.values()]
    page = SearchPage(
        has_verdicts=bool(context.archive.comparisons),
        has_tags=any(record.tags for record in records),
        has_collections=any(record.collections for record in records),
    )
    yield context.page(paths.SEARCH, page, title=str(context.words.gettext("Search")))
    yield OutputFile(WORDS.format(context.language), _words(context), "site")


def _words(context: Context) -> bytes:
    documents = context.archive.documents.values()
    tags = {one.document.language for one in documents} | set(context.site.languages)
    types = sorted(context.archive.authority.types.values(), key=lambda one: one.id)
    named = {one.id: choose(one.names, context.language, ("en",)) for one in types}
    words = json.loads(
        context.templates.get_template("search-words.json.j2").render(
            types={identifier: name.text for identifier, name in named.items() if name},
            languages={tag: language_name(tag, context.locale) for tag in sorted(tags)},
            units=_units(context),
            dates=_dates(context),
            verdicts={key: str(context.words.gettext(said)) for key, said in TERMS["verdict"].items()},
        )
    )
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _dates(context: Context) -> dict[str, str]:
    """How a date is told that its record marks so (EDTF); ``{date}`` stands for the date."""
    told = {"~": "about %(date)s", "?": "%(date)s (uncertain)", "%": "about %(date)s (uncertain)"}
    return {mark: str(context.words.gettext(said)) % {"date": "{date}"} for mark, said in told.items()}


def _units(context: Context) -> dict[str, str]:
    """What the figures of the archive are counted in, named in the reader's language where it has a name."""
    figures = [figure for one in context.archive.documents.values() for figure in one.figures]
    units = Units(context.locale)
    named = {unit: units.name(unit) for unit in {one.unit for one in figures} if unit and units.known(unit)}
    money = {one.currency for one in figures if one.currency}
    return dict(sorted((named | {code: currency_name(code, context.locale) for code in money}).items()))
