"""All tables of a language: ``languages/<tag>/figures.yml``, checked when it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from build_tools import languages
from build_tools.annotate.figures.grammar.context_tables import Dates, Modifiers, Ranges
from build_tools.annotate.figures.grammar.counting_tables import (
    Ages,
    Counting,
    DurationExtra,
    ModelSize,
    Money,
    Multiples,
)
from build_tools.annotate.figures.grammar.inflection import Inflection
from build_tools.annotate.figures.grammar.label_tables import Lemma, Names, Ranks
from build_tools.annotate.figures.grammar.numeral_tables import Numerals
from build_tools.annotate.figures.grammar.table import Forms, Table
from build_tools.annotate.figures.view import spelling


class Figures(Table):
    """How figures are written in one language."""

    numerals: Numerals
    """Number words and the signs of numbers."""
    percent: dict[str, Forms]
    """Words and signs for percent and its kin, by their English name."""
    inflection: Inflection = Inflection()
    """How nouns change."""
    multiples: Multiples
    """How many times as much."""
    durations: dict[str, str]
    """Units of time: each noun as ``singular plural …``, several parted by ``;``, ``_`` for a space inside a form."""
    duration_extra: DurationExtra = DurationExtra()
    """Lengths of time without a number."""
    nouns: dict[str, str]
    """Nouns that are counted, by their English singular, written as ``durations`` are."""
    counting: Counting = Counting()
    """What else decides what a number counts."""
    modifiers: Modifiers
    """What bounds a figure."""
    ranges: Ranges
    """Two numbers that are one figure."""
    money: Money
    """Money whose name says no country, and parts of money."""
    dates: Dates
    """Years, months, days."""
    ages: Ages = Ages()
    """Ages of persons."""
    names: Names
    """Words that make a number part of a name, a label or a result."""
    ranks: Ranks = Ranks()
    """Ordinals and what makes them a rank."""
    model_size: ModelSize = ModelSize()
    """The size of a model in parameters."""
    patterns: dict[str, str] = {}
    """Regular expressions over the text in the spelling that forms are compared in."""
    lemma: Lemma = Lemma()
    """How nouns of an alphabet are built and told apart."""


class TableError(ValueError):
    """A table of a language that does not hold to its schema; the message names the file and every key."""


_AS_WRITTEN = frozenset(
    (
        "nouns",
        "spaced_units",
        "durations",
        "letters",
        "spaced_letters",
        "units_default",
        "minor_currency",
        "fraction_sign",
        "tanwin_sign",
        "listed_feminine",
        "no_tanwin",
        "relative",
        "unit",
        "qualified",
        "patterns",
    )
)
"""Keys whose values are no forms, or depend on letters that the view would change: it would take ة for ه."""


_KEYED_BY_FORM = (
    "eras",
    "relative",
    "word_tails",
    "not_bound_before",
    "not_few_after",
    "longer_words",
    "half_units",
)
"""Tables whose keys are forms."""


@cache
def tables(tag: str) -> Figures:
    """The tables of a language in the view's spelling; raises ``KeyError`` when it has none, ``TableError`` for a fault."""
    raw = languages.section(tag, "figures")
    if not raw:
        raise KeyError(tag)
    return checked(raw, f"languages/{tag}/figures.yml")


def checked(raw: Mapping[str, Any], name: str) -> Figures:
    """The tables that a file of that name holds; raises ``TableError``."""
    try:
        return Figures.model_validate(_spelled(raw))
    except ValidationError as error:
        faults = [
            f"{name}: {'.'.join(map(str, fault['loc']))}: "
            + ("unknown key" if fault["type"] == "extra_forbidden" else fault["msg"])
            for fault in error.errors()
        ]
        raise TableError("; ".join(faults)) from None


def _spelled(value: Any, name: str = "") -> Any:
    """The data with every form in the view's spelling."""
    if isinstance(value, dict) and name in _KEYED_BY_FORM:
        value = {spelling(str(key)): item for key, item in value.items()}
    if isinstance(value, dict):
        return {key: item if key in _AS_WRITTEN else _spelled(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_spelled(item) for item in value]
    return spelling(value) if isinstance(value, str) else value
