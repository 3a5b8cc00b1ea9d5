"""Figures in Arabic, Chinese and English text: every number with what it counts, as the text states it.

``reader`` goes through a paragraph. At each place where a figure may begin, ``numerals`` tell how much it is and
``counted`` of what, or ``dates`` that it is one; ``quantity`` puts the two together and ``refused`` says what is none.
Then ``together`` looks at neighbours: ranges, bounds, what is left unsaid. All words are data (``grammar``, from
``languages/<tag>/figures.yml``), and all of it sees a text through ``view``, in one spelling.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from build_tools import languages
from build_tools.annotate.figures.beside_names import Names, Read
from build_tools.annotate.figures.context import context_of
from build_tools.annotate.figures.draft import Context, Draft, Refused, plain
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.named_numbers import RULE, is_name, named_numbers
from build_tools.annotate.figures.reader import read_paragraph
from build_tools.annotate.figures.view import View, view
from build_tools.model import Figure, Mention

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?![ \t\r]*\n))*")


def read_figures(
    text: str,
    language: str,
    mentions: Sequence[Mention] = (),
    *,
    published: str | None = None,
    record: str = "",
) -> tuple[Figure, ...]:
    """The figures of a text, in order; offsets are code points of ``text``, values plain decimal strings.

    ``language`` is a BCP 47 tag whose language has data, else ``KeyError``. The names win over the figures
    (``beside_names``). ``published`` (EDTF) lends its year to "this year", ``record``, words
    for place and publisher, its country to money that names none. No figure crosses a blank line.
    """
    whole = _Text.of(text, language, published, record)
    names = Names(mentions)
    figures = [
        figure
        for seen, (drafts, _) in zip(whole.views, whole.readings, strict=True)
        for figure in names.figures(seen, partial(whole.read, seen, drafts))
    ]
    starts = {figure.start for figure in figures}
    return tuple(
        figure
        if figure.equivalent_of is None or figure.equivalent_of in starts
        else replace(figure, equivalent_of=None)
        for figure in figures
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with what was read of each of its paragraphs, no name hidden."""

    text: str
    g: Grammar
    context: Context
    views: list[View]
    readings: list[tuple[list[Draft], list[Refused]]]
    named: frozenset[str]

    @classmethod
    def of(cls, text: str, language: str, published: str | None, record: str = "") -> _Text:
        g = grammar(language)
        views = [view(match[0], match.start()) for match in _PARAGRAPH.finditer(text)]
        context = context_of(views, language, published, record)
        readings = [read_paragraph(seen, g, context) for seen in views]
        named = named_numbers(views, [refused for _, refused in readings])
        return cls(text, g, context, views, readings, named)

    def read(self, whole: View, drafts: list[Draft], seen: View) -> list[Read]:
        """The figures of a paragraph, each with where its number stands; ``drafts`` are those of the ``whole`` one."""
        found = drafts if seen is whole else read_paragraph(seen, self.g, self.context)[0]
        return [
            (_figure(self.text, seen, draft), seen.outer(draft.number_start, draft.number_end))
            for draft in found
            if not is_name(seen, draft, self.named)
        ]

    def refused(self) -> Iterator[tuple[int, int, str]]:
        """What holds a number and was refused: start, end, rule."""
        for seen, (drafts, refused) in zip(self.views, self.readings, strict=True):
            for stretch in refused:
                if stretch.end > stretch.start:
                    yield (*seen.outer(stretch.start, stretch.end), stretch.reason)
            for draft in drafts:
                if is_name(seen, draft, self.named):
                    yield (*seen.outer(draft.start, draft.end), RULE)


def has_data(language: str) -> bool:
    """Whether figures can be read in a language, given as a BCP 47 tag."""
    return bool(languages.section(language.split("-")[0], "figures"))


def read_refused(
    text: str, language: str, mentions: Sequence[Mention] = (), *, published: str | None = None
) -> tuple[tuple[int, int, str], ...]:
    """Stretches of a text that hold a number and no figure, sorted: start, end, and the rule that says so.

    Everything is given as to ``read_figures``. Where a figure or a name stands, nothing is told.
    """
    figures = read_figures(text, language, mentions, published=published)
    taken = sorted([*((f.start, f.end) for f in figures), *((m.start, m.end) for m in mentions)])
    found = set(_Text.of(text, language, published).refused())
    return tuple(sorted(stretch for stretch in found if not _meets(stretch[:2], taken)))


def _meets(stretch: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch shares a character with one of others, sorted and without overlaps."""
    at = bisect_left(taken, (stretch[1],)) - 1
    return at >= 0 and taken[at][1] > stretch[0]


def _figure(text: str, seen: View, draft: Draft) -> Figure:
    start, end = seen.outer(draft.start, draft.end)
    equivalent = (
        seen.outer(draft.equivalent_of, draft.equivalent_of + 1)[0]
        if draft.equivalent_of is not None
        else None
    )
    vague = draft.modifier == "vague"
    return Figure(
        start=start,
        end=end,
        surface=text[start:end],
        kind=draft.kind,
        value=None if vague else plain(draft.value),
        low=plain(draft.low),
        high=plain(draft.high),
        currency=draft.currency,
        unit=draft.unit,
        modifier=draft.modifier,
        rule=draft.trail,
        suspect=draft.suspect,
        equivalent_of=equivalent,
        assumed=draft.assumed,
    )
