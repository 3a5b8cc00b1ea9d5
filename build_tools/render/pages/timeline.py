"""The timeline: when documents appeared, and the dates that their texts name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from build_tools.archive.dates import Day, span
from build_tools.archive.places import paragraph_at
from build_tools.model import Document, Figure, Localized, Maker, OutputFile, Place
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Leaf, leaves
from build_tools.render.marking.kwic import Line, makers, quoted, stated
from build_tools.render.pictures.lanes import BOUNDED, Lane, Moment, YearPicture, year_picture
from build_tools.render.pictures.scale import ordinal
from build_tools.render.wording.names import Name, brief, choose, document_title

PER_PAGE = 80
"""Dates on one page."""
LINES = 12
"""Passages shown for one date; more are counted."""
FEW = 12
"""Passages and documents that need not be folded."""
AT_A_GLANCE, OF_A_YEAR = 21, 3
"""Lines of words beside the pictures of a page's years, and at most of one year: they keep the page to a few screens."""


@dataclass(frozen=True, slots=True)
class Said:
    """A passage that names a date, or of which an editor says when it was: the words around it, and where it is."""

    document: Document
    line: Line
    anchor: str
    """Of the figure, or of the paragraph."""
    note: Localized = field(default_factory=dict)
    """The editor's."""
    measured: Localized = field(default_factory=dict)
    """What happened then, as the measure that the date is a statement of has it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date as the texts give it, with what appeared and what speaks of it."""

    edtf: str
    days: tuple[Day, Day]
    bounded: Figure | None = None
    """A figure that says it with a bound ("by January"), which is another date than the plain one."""
    published: list[Document] = field(default_factory=list)
    named: list[Said] = field(default_factory=list)

    @property
    def lane(self) -> Lane:
        """Where the passages stand that name it."""
        by_then = self.bounded is not None and self.bounded.modifier in BOUNDED
        return "deadline" if by_then else "named"

    @property
    def shown(self) -> Sequence[Said]:
        return self.named[:LINES]

    @property
    def more(self) -> int:
        """How many passages are not shown."""
        return len(self.named) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Glance:
    """A date in a line: what appeared, the name of a measure, or the words of a passage."""

    date: Dated
    lane: Lane
    words: Name
    story: str
    """Of its document, or the document's id."""
    rank: tuple[int, int]
    """What says more is less: its sort, and the length of the date in days."""


@dataclass(frozen=True, slots=True)
class Year:
    """Counts of one year; ``page`` is the page of the list on which it begins."""

    year: int
    page: int
    published: int
    named: int


@dataclass(frozen=True, slots=True)
class Group:
    """The dates of a year, and their picture; they are unfolded where there are few."""

    year: int
    dates: Sequence[Dated]
    picture: YearPicture
    glances: Sequence[Glance]
    """Some of them in words, as long as they are folded."""
    unfolded: bool


@dataclass(frozen=True, kw_only=True)
class TimelinePage(Page):
    kind = "timeline"

    leaf: Leaf[Dated]
    groups: Sequence[Group]
    months: Sequence[str]
    """Their names, as short as the language has them."""
    years: Sequence[Year]
    """On the first page, all of them, where there are pages to choose from."""
    most: int
    """The greatest number that a year has."""
    makers: Sequence[Maker]
    """Of the translations on the page."""


def pages(context: Context) -> Iterator[OutputFile]:
    dates = _dates(context)
    years = _years(dates)
    most = max((year.published + year.named for year in years), default=1)
    for leaf in leaves(dates, PER_PAGE):
        page = TimelinePage(
            leaf=leaf,
            groups=_groups(leaf.items, context.language),
            months=_months(context),
            years=years if leaf.number == 1 < leaf.count else (),
            most=most,
            makers=makers(said.line for date in leaf.items for said in date.shown),
        )
        path = paths.numbered(paths.TIMELINE, leaf.number)
        yield context.page(path, page, title=str(context.words.gettext("Timeline")))


def _groups(dates: Sequence[Dated], language: str) -> list[Group]:
    few = sum(len(date.published) + len(date.shown) for date in dates) <= FEW
    years = [(year, list(inside)) for year, inside in groupby(dates, key=lambda date: date.days[0][0])]
    most = 0 if few else min(OF_A_YEAR, AT_A_GLANCE // len(years))
    return [
        Group(year, inside, year_picture(year, _moments(inside)), _glances(inside, language, most), few)
        for year, inside in years
    ]


def _moments(dates: Sequence[Dated]) -> Iterator[Moment]:
    for key, date in enumerate(dates):
        if date.published:
            yield Moment(date.days, "published", len(date.published), key)
        if date.named:
            yield Moment(date.days, date.lane, len(date.named), key)


def _glances(dates: Sequence[Dated], language: str, most: int) -> list[Glance]:
    """The ``most`` that say most: names of measures, then what appeared, then passages, those of the exactest dates.

    What versions of one story say of a date is told once, in the reader's language if one has it.
    """
    found = [glance for date in dates for glance in _told(date, language)]
    found.sort(key=lambda one: (one.rank, one.date.days, one.words.language != language))
    chosen: list[Glance] = []
    known: set[tuple[str, ...]] = set()
    for one in found:
        says = {(one.lane, one.words.text), (one.lane, one.date.edtf, one.story)}
        if known.isdisjoint(says):
            known |= says
            chosen.append(one)
    return sorted(chosen[:most], key=lambda one: _order(one.date))


def _told(date: Dated, language: str) -> Iterator[Glance]:
    length = ordinal(date.days[1]) - ordinal(date.days[0])
    for document in date.published:
        title = document_title(document, language)
        yield Glance(date, "published", title, _story(document), (1, length))
    for said in date.shown:
        measured = choose(said.measured, language)
        shown = said.line.translation or said.line
        words = measured or Name(shown.words, shown.language)
        yield Glance(date, date.lane, words, _story(said.document), (0 if measured else 2, length))


def _story(document: Document) -> str:
    return document.record.story or document.id


def _months(context: Context) -> list[str]:
    names = context.locale.months["stand-alone"]["narrow"]
    return [str(names[number]) for number in range(1, 13)]


def _dates(context: Context) -> list[Dated]:
    """Every date that names a year, the earliest first; of two that begin together the longer one first."""
    found: dict[tuple[str, str], Dated] = {}

    def at(edtf: str, figure: Figure | None = None) -> Dated | None:
        days = span(edtf)
        bounded = figure if figure and figure.modifier != "exact" else None
        key = edtf, bounded.modifier if bounded else ""
        return found.setdefault(key, Dated(edtf, days, bounded)) if days else None

    for annotated in context.archive.documents.values():
        document, shown = annotated.document, brief(annotated.document)
        if document.record.source.published and (date := at(document.record.source.published)):
            date.published.append(shown)
        for use in context.lookup.figures.get(document.id, ()):
            figure = use.figure
            value = figure.value
            if figure.kind == "date" and value and (date := at(value, figure)):
                line = stated(annotated, use.number, figure, use.place, context.beside)
                measured = _measured(context, document.id, use.number)
                date.named.append(Said(shown, line, f"f{use.number}", measured=measured))
        for said, start, end in annotated.events:
            if said.event and (date := at(said.event)):
                place = Place(document.id, paragraph_at(document.paragraphs, start))
                line = quoted(annotated, place, start, end, (), context.beside)
                date.named.append(Said(shown, line, f"p{place.paragraph}", said.note))
    return sorted(found.values(), key=_order)


def _measured(context: Context, document: str, number: int) -> Localized:
    """The names of the measure of which a date is a statement."""
    known = context.lookup.comparisons
    stated = (known[key].measure for key in context.lookup.measures_of.get((document, number), ()))
    return next((measure.names for measure in stated if measure.kind == "date"), {})


def _order(date: Dated) -> tuple[Day, Day, str, str]:
    return date.days[0], _negative(date.days[1]), date.edtf, date.bounded.modifier if date.bounded else ""


def _negative(day: Day) -> Day:
    return (-day[0], -day[1], -day[2])


def _years(dates: Sequence[Dated]) -> list[Year]:
    published: Counter[int] = Counter()
    named: Counter[int] = Counter()
    first: dict[int, int] = {}
    for index, date in enumerate(dates):
        year = date.days[0][0]
        first.setdefault(year, index // PER_PAGE + 1)
        published[year] += len(date.published)
        named[year] += len(date.named)
    return [Year(year, page, published[year], named[year]) for year, page in sorted(first.items())]
