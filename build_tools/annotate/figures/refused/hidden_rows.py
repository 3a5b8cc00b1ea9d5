"""Stretches that a language's ``labels.yml`` names: times of day, congresses, plans, generations, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick
from pydantic import ValidationError

from build_tools import languages
from build_tools.annotate.figures.draft import Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.schema import TableError
from build_tools.annotate.figures.grammar.table import Forms, Table
from build_tools.annotate.figures.refused.hidden import ANY_DIGIT, hides
from build_tools.annotate.figures.view import View

_PART = re.compile(r"<<(\w+)>>")


class Row(Table):
    """One kind of stretch, with the sentences that are its tests."""

    name: str
    """By which a refusal is told."""
    why: str
    """Why its numbers are no figures."""
    needs: Forms
    """A paragraph without any of these has no such stretch."""
    digits: bool = False
    """Nor has one without digits."""
    pattern: str
    """What is sought."""
    yes: Forms
    """Sentences in which it hides a number."""
    no: Forms
    """Sentences in which it hides none."""


class Rows(Table):
    """The file ``labels.yml``."""

    parts: dict[str, str] = {}
    """Patterns that others hold."""
    rows: tuple[Row, ...] = ()
    """In the order in which they are tried."""


@cache
def rows(tag: str) -> Rows:
    """The rows of a language, none where it has no such file; raises ``TableError`` for a fault."""
    try:
        return Rows.model_validate(languages.section(tag, "labels"))
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise TableError(f"languages/{tag}/labels.yml: {'; '.join(faults)}") from None


@cache
def _needed(tag: str) -> ahocorasick.Automaton:
    """Finds what rows need: in a text every such word, with the places of the rows that need it."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows(tag).rows):
        for form in row.needs:
            places.setdefault(form, []).append(place)
    made = ahocorasick.Automaton()
    for form, found in places.items():
        made.add_word(form, tuple(found))
    made.make_automaton()
    return made


@cache
def compiled(tag: str) -> tuple[tuple[Row, re.Pattern[str]], ...]:
    """Every row with its pattern."""
    parts = rows(tag).parts

    def whole(pattern: str) -> str:
        return _PART.sub(lambda match: whole(parts[match[1]]), pattern)

    return tuple((row, re.compile(whole(row.pattern))) for row in rows(tag).rows)


def numbered_in_a_row(view: View, g: Grammar) -> Iterator[Refused]:
    """三、四线城市, 高二、三学生, 第3至5节: the numbers of what is numbered rather than counted."""
    if "、" in view.flat or g.data.numerals.ordinal_sign in view.flat:
        yield from hides(
            "numbered_in_a_row", (match.span() for match in g.pattern("in_a_row").finditer(view.flat))
        )


def named_stretches(view: View, g: Grammar) -> Iterator[Refused]:
    """Every stretch of a paragraph that a row names."""
    wanted: set[int] = set()
    for _, places in _needed(g.tag).iter(view.flat):
        wanted.update(places)
    known, in_digits = compiled(g.tag), ANY_DIGIT.search(view.flat)
    for row, pattern in (known[place] for place in sorted(wanted)):
        for match in pattern.finditer(view.flat) if in_digits or not row.digits else ():
            yield Refused(match.start(), match.end(), row.name)
