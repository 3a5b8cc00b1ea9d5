"""The home page: what the archive holds, and ways into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.archive.dates import span
from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.entries import Choice, entry
from build_tools.render.head.page import feed_head
from build_tools.render.wording import names
from build_tools.render.wording.names import Name

NEWEST = 5
MOST_NAMED = 24
COMPARED = 8
MONTHS = 24
"""Months of publication told one by one; of more, the years are told."""
PUBLISHERS = 12


def pages(context: Context) -> Iterator[OutputFile]:
    archive, lookup, language = context.archive, context.lookup, context.language
    documents = [annotated.document for annotated in archive.documents.values()]
    languages = Counter(document.language for document in documents)
    publishers = Counter(d.record.source.publisher for d in documents if d.record.source.publisher)
    months = Counter(filter(None, (_month(d.record.source.published) for d in documents)))
    if len(months) > MONTHS:
        years: Counter[str] = Counter()
        for month, count in months.items():
            years[month[:4]] += count
        months = years
    name = names.choose(context.site.name, language, ("en",))
    yield context.page(
        paths.HOME,
        kind="home",
        title=name.text if name else "",
        front={"head": feed_head(context.site, language)},
        text=context.site.texts.get(("home", language), ""),
        name=name,
        documents=len(documents),
        languages=[
            Choice(tag, Name(names.language_name(tag, context.locale), language), count)
            for tag, count in languages.most_common()
        ],
        publishers=[
            Choice(key, names.publisher_name(archive, key, language), count)
            for key, count in sorted(publishers.items(), key=lambda item: (-item[1], item[0]))[:PUBLISHERS]
        ],
        months=sorted(months.items()),
        undated=len(documents) - sum(months.values()),
        entities=sum(1 for use in archive.entities.values() if use.occurrences),
        figures=len(archive.figures),
        newest=[entry(context, annotated) for annotated in list(archive.documents.values())[:NEWEST]],
        most_named=lookup.most_named[:MOST_NAMED],
        compared=[c for c in archive.comparisons if c.verdict != "single"][:COMPARED],
    )


def _month(edtf: str | None) -> str | None:
    """The month of publication, or the year when the record says no more; ``None`` when it says neither."""
    found = span(edtf)
    if not found:
        return None
    (year, month, _), (last_year, last_month, _) = found
    if year != last_year:
        return None
    return f"{year:04}-{month:02}" if month == last_month else f"{year:04}"
