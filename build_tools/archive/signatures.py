"""What a paragraph names and counts, as features that are equal when two paragraphs state the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache, cached_property, lru_cache

from build_tools import languages
from build_tools.archive.places import paragraph_from, paragraph_starts
from build_tools.model import AnnotatedDocument, Figure, FigureUse

Feature = tuple[str, ...]

SPEECH: Feature = ("speech",)
"""Somebody's words are quoted: a retelling mostly keeps them as a quotation."""

_SPEECH = re.compile(r"[“\"«「][^“”\"«»「」]{12,}[”\"»」]")
"""A quotation too long to be a title or a word held at arm's length."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
"""Calendar units, which no number of days gives exactly."""
_BOUNDS = {
    "more-than": "from",
    "at-least": "from",
    "less-than": "to",
    "at-most": "to",
    "nearly": "to",
    "about": "about",
}
_ROUNDED = {"from": ROUND_FLOOR, "to": ROUND_CEILING, "about": ROUND_HALF_UP}
"""How a number is cut that one report states as "over", "nearly" or "about" a rounder one."""
_SLACK = Decimal("0.15")
"""How far, as a share of it, a number may lie from the rounder one."""
SMALL = 10
"""Whole numbers below this tell little: of two reports about anything many state a three."""
_KNOWN = 1 << 16
"""Values of which is kept what they share."""
_LONG = 3
"""From this many significant digits on a number is known again without its unit."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What one paragraph holds; figures lead to their number in the document."""

    entities: frozenset[Feature] = frozenset()
    figures: Mapping[Feature, int] = field(default_factory=dict)
    speech: bool = False
    """Whether somebody's words are quoted."""

    @property
    def features(self) -> Iterable[Feature]:
        yield from self.entities
        yield from self.figures
        if self.speech:
            yield SPEECH


@dataclass(frozen=True)
class Signatures:
    """The paragraphs of one document, and what its figures are known by, in order."""

    rows: tuple[Signature, ...]
    stated: tuple[tuple[Feature, Figure], ...] = ()

    # Asked for only of documents that are compared, which most are not.

    @cached_property
    def loose(self) -> Mapping[Feature, Feature]:
        """Looser forms under which its figures may be met elsewhere, each with the feature itself: those that a more exact
        figure answers to."""
        return _first((form, feature) for feature, _ in self.stated for form in _loose(feature))

    @cached_property
    def asked(self) -> Mapping[Feature, Feature]:
        """The same of those that a looser figure looks for."""
        return _first((form, feature) for feature, figure in self.stated for form in _asked(feature, figure))

    @property
    def features(self) -> dict[Feature, None]:
        """All features, each once, in order of appearance."""
        return dict.fromkeys(feature for row in self.rows for feature in row.features)

    def renamed(self, names: Mapping[Feature, Feature]) -> tuple[Signature, ...]:
        """The rows, with figures under the names given for them."""
        if not names:
            return self.rows
        return tuple(
            replace(row, figures={names.get(key, key): number for key, number in row.figures.items()})
            if any(key in names for key in row.figures)
            else row
            for row in self.rows
        )


def signatures(annotated: AnnotatedDocument, uses: Iterable[FigureUse]) -> Signatures:
    """The features of each paragraph of a document; boilerplate has none."""
    paragraphs = annotated.document.paragraphs
    starts = paragraph_starts(paragraphs)
    entities: dict[int, set[Feature]] = defaultdict(set)
    numbers: dict[int, dict[Feature, int]] = defaultdict(dict)
    stated: list[tuple[Feature, Figure]] = []
    for mention in annotated.mentions:
        entities[paragraph_from(starts, mention.start)].add(("entity", mention.entity))
    for use in uses:
        feature = figure_feature(use.figure)
        if feature is None or paragraphs[use.place.paragraph - 1].boilerplate:
            continue
        numbers[use.place.paragraph].setdefault(feature, use.number)
        stated.append((feature, use.figure))
    text = annotated.document.text
    rows = tuple(
        Signature()
        if paragraph.boilerplate
        else Signature(
            frozenset(entities[n]),
            numbers[n],
            speech=_SPEECH.search(text, paragraph.start, paragraph.end) is not None,
        )
        for n, paragraph in enumerate(paragraphs, 1)
    )
    return Signatures(rows, tuple(stated))


def _first(pairs: Iterable[tuple[Feature, Feature]]) -> dict[Feature, Feature]:
    """Each key with what it comes with first."""
    found: dict[Feature, Feature] = {}
    for form, feature in pairs:
        found.setdefault(form, feature)
    return found


def reconciled(left: Signatures, right: Signatures) -> tuple[Sequence[Signature], Sequence[Signature]]:
    """The paragraphs of two documents, figures that state the same with different precision made equal.

    "More than 400" and "412", "49.6" and "49.6 pounds", "30 degrees" and "30 °C", "15 December" and "2024-12-15" agree; a figure that the
    other document states just as precisely is left as it is.
    """
    names_left: dict[Feature, Feature] = {}
    names_right: dict[Feature, Feature] = {}
    _agree(left, right, names_left, names_right)
    _agree(right, left, names_right, names_left)
    return left.renamed(names_left), right.renamed(names_right)


def _agree(
    asking: Signatures, answering: Signatures, asked: dict[Feature, Feature], answers: dict[Feature, Feature]
) -> None:
    """Add one name for each figure of ``asking`` and the more exact one that answers to it."""
    forms = asking.asked.keys() & answering.loose.keys()
    if not forms:
        return
    here, there = asking.features, answering.features
    for form in sorted(forms):
        looser, exacter = asking.asked[form], answering.loose[form]
        if exacter in here or looser in there:
            continue
        rounded = form[0] in _ROUNDED
        name = ("near", *looser[1:]) if rounded else looser
        asked[looser] = answers[exacter] = name


def figure_feature(figure: Figure) -> Feature | None:
    """What two equal figures share; ``None`` for a vague number or one too common to tell anything.

    Equal are also 1.5 years and 18 months, 200 basis points and 2 percentage points, two fifths and 40 percent.
    """
    if figure.value is None:
        if figure.modifier == "vague" or (figure.low is None and figure.high is None):
            return None
        return "figure", figure.kind, figure.currency or "", f"{figure.low}..{figure.high}"
    return _feature(figure.kind, figure.value, figure.currency or "", figure.unit or "")


@lru_cache(_KNOWN)
def _feature(kind: str, text: str, currency: str, given: str) -> Feature | None:
    """What equal figures of a value share. Of all figures many are equal, and each is asked for more than once."""
    if kind == "date":
        return "figure", "date", "", text
    value, unit = Decimal(text), currency
    if kind == "duration":
        value, unit = _duration(value, given)
    elif kind == "percent" and given == "basis-point":
        unit = given
    elif kind == "ratio" and 0 < value < 1:
        kind, value = "percent", round(value * 100, 2)
    elif kind == "count" and given in _measures():
        unit = given
    if kind == "multiple" and value >= 2:
        return "few", kind, "", _plain(value)
    small = value == value.to_integral_value() and abs(value) < SMALL
    if small and kind in ("count", "rank", "multiple", "ratio"):
        # With what it counts, a small number still tells a little: three times, five people.
        return ("few", kind, given, _plain(value)) if given else None
    return "few" if small and kind != "money" else "figure", kind, unit, _plain(value)


def _loose(feature: Feature) -> Iterable[Feature]:
    """Under what a looser statement of the same figure would look for it."""
    _, kind, unit, text = feature
    if kind == "date":
        parts = text.split("-")
        if len(parts) == 3 and parts[0]:
            yield "date", f"--{parts[1]}-{parts[2]}"
            yield "date", "-".join(parts[:2])
        return
    if feature[0] == "few" or ".." in text:
        return
    value = Decimal(text)
    digits = _digits(value)
    for places in range(1, min(digits, _LONG)):
        step = Decimal(1).scaleb(value.adjusted() - places + 1)
        for bound, rounding in _ROUNDED.items():
            cut = (value / step).to_integral_value(rounding) * step
            if abs(cut - value) <= _SLACK * abs(value):
                yield bound, kind, unit, _plain(cut)
    if unit == "basis-point":
        yield "points", _plain(value / 100)
    if kind == "money" and digits >= _LONG:
        yield "bare", text
    if unit in _scales():
        yield "scale", _scales()[unit], text


def _asked(feature: Feature, figure: Figure) -> Iterable[Feature]:
    """What this figure would be met as elsewhere, where it is stated more exactly."""
    tag, kind, unit, text = feature
    if kind == "date":
        yield "date", text
    elif kind == "percent" and figure.unit == "percentage-point":
        yield "points", text
    elif tag == "figure" and ".." not in text:
        bound = _BOUNDS.get(figure.modifier)
        if bound:
            yield bound, kind, unit, text
        if kind == "count" and not figure.unit and _digits(Decimal(text)) >= _LONG:
            yield "bare", text
        if kind == "count" and figure.unit:
            yield "scale", figure.unit, text


def _duration(value: Decimal, unit: str) -> tuple[Decimal, str]:
    if unit in _MONTHS:
        return value * _MONTHS[unit], "month"
    seconds = _seconds().get(unit)
    return (value * seconds, "second") if seconds else (value, unit)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


@cache
def _measures() -> frozenset[str]:
    return frozenset(languages.table("units")["cldr"])


@cache
def _seconds() -> Mapping[str, Decimal]:
    rows = languages.table("units")["seconds"]
    return {unit: Decimal(length) for unit, length in rows.items() if isinstance(length, int)}


@cache
def _scales() -> Mapping[str, str]:
    """Units that are often named without their scale, and how: 30 degrees."""
    divided = (unit.partition(" ") for unit in _measures())
    return {head + " " + scale: head for head, _, scale in divided if scale and not scale.startswith("per ")}
