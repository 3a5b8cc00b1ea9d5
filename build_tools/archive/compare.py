"""The same measure in several sources: which statements agree, differ, or cannot be compared.

Nothing is converted here. A currency is only set against another where a source does so itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import combinations
from typing import Literal

from build_tools.archive import dates
from build_tools.archive.origins import STORY
from build_tools.archive.places import figure_uses
from build_tools.model import (
    AnnotatedDocument,
    Comparison,
    Figure,
    FigureUse,
    Measure,
    MeasuredStatement,
    Reason,
    Reasons,
    Statement,
    Verdict,
)
from build_tools.problems import Problem
from build_tools.read import quotes

_Finding = Literal["agree", "differ-by-date", "conflict", "not-comparable", "converted"]
_Found = tuple[_Finding, Reason, Mapping[str, str]]

ABOUT = Decimal("0.1")
"""How far from its value a figure that says "about" or "nearly" may lie."""


@dataclass(frozen=True, slots=True)
class Located:
    statement: Statement
    use: FigureUse


def located(
    measures: Iterable[Measure], annotated: Sequence[AnnotatedDocument]
) -> tuple[dict[str, tuple[Located, ...]], tuple[Problem, ...]]:
    """Measure id → its statements with the figure at each quote, and what could not be found."""
    documents = {a.document.id: a for a in annotated}
    found: dict[str, tuple[Located, ...]] = {}
    problems: list[Problem] = []
    for measure in measures:
        rows: list[Located] = []
        for statement in measure.statements:
            row = _locate(measure, statement, documents)
            if isinstance(row, Problem):
                problems.append(row)
            else:
                rows.append(row)
        found[measure.id] = tuple(rows)
    return found, tuple(problems)


def comparisons(
    measures: Iterable[Measure],
    statements: Mapping[str, Sequence[Located]],
    figures: Mapping[str, Sequence[FigureUse]],
    origins: Mapping[str, str],
    voices: Mapping[str, frozenset[str]],
) -> tuple[Comparison, ...]:
    """One comparison a measure, from the statements whose figures may be published (``figures``).

    ``origins`` and ``voices`` of every document are those of ``archive.origins``.
    """
    public = {key: {(use.figure.start, use.figure.end) for use in uses} for key, uses in figures.items()}
    result: list[Comparison] = []
    for measure in measures:
        rows = tuple(
            MeasuredStatement(row.statement, row.use, origins[row.use.place.document])
            for row in statements[measure.id]
            if (row.use.figure.start, row.use.figure.end) in public.get(row.use.place.document, ())
        )
        if rows:
            shared = frozenset.intersection(*(voices[row.use.place.document] for row in rows))
            result.append(Comparison(measure, rows, *verdict(rows, shared)))
    return tuple(result)


def across_sources(comparison: Comparison) -> bool:
    """Whether at least two origins state the measure."""
    return len({statement.origin for statement in comparison.statements}) > 1


def verdict(rows: Sequence[MeasuredStatement], shared: frozenset[str]) -> tuple[Verdict, Reasons]:
    """What the statements say together, and why. ``shared``: what all their documents have of one origin.

    Only statements of different origins are set against each other: versions of one source, or several reports of one
    publisher, may contradict, but never confirm each other. Conflict outweighs every other finding; then come
    different dates, then agreement.
    """
    within: list[_Found] = []
    across: list[_Found] = []
    for a, b in combinations(rows, 2):
        (within if a.origin == b.origin else across).append(_pair(a, b))
    inner = _reasons(within, "conflict")
    if not across:
        return _one_voice(rows, within, shared)
    verdicts: tuple[Literal["conflict", "differ-by-date", "agree"], ...] = (
        "conflict",
        "differ-by-date",
        "agree",
    )
    for kind in verdicts:
        reasons = _reasons(across, kind)
        if reasons:
            return kind, (*reasons, *((("versions-differ", {}),) if inner else ()))
    return "not-comparable", _reasons(across, "not-comparable")


def _one_voice(
    rows: Sequence[MeasuredStatement], pairs: Sequence[_Found], shared: frozenset[str]
) -> tuple[Verdict, Reasons]:
    """What statements of one origin are: first what makes them one, then what was found among them."""
    documents = {row.use.place.document for row in rows}
    rates = _reasons(pairs, "converted")
    if len(rows) == 1:
        what: tuple[Reason, Mapping[str, str]] = ("one-statement", {})
    elif len(documents) > 1:
        count = str(len(documents))
        if any(key.startswith(STORY) for key in shared):
            what = "one-origin", {"versions": count}
        elif shared:
            what = "one-publisher", {"reports": count}
        else:
            what = "one-voice", {"reports": count}
    else:
        what = ("converted-inside" if rates else "one-document", {})
    if _reasons(pairs, "conflict"):
        return "versions-differ", (what, ("versions-differ", {}))
    return "single", (what, *_reasons(pairs, "differ-by-date"), *rates)


def _reasons(pairs: Iterable[_Found], kind: _Finding) -> Reasons:
    return _distinct((reason, values) for found, reason, values in pairs if found == kind)


def _distinct(reasons: Iterable[tuple[Reason, Mapping[str, str]]]) -> Reasons:
    kept: list[tuple[Reason, Mapping[str, str]]] = []
    for reason in reasons:
        if reason not in kept:
            kept.append(reason)
    return tuple(kept)


def _pair(a: MeasuredStatement, b: MeasuredStatement) -> _Found:
    """Verdict, reason and the reason's values for two statements; both are of the measure's kind (``_locate``)."""
    left, right = a.use.figure, b.use.figure
    if left.currency != right.currency:
        rate = _implied_rate(a.use, b.use)
        if rate:
            return "converted", "implied-rate", rate
        return (
            "not-comparable",
            "other-currency",
            {"left": left.currency or "", "right": right.currency or ""},
        )
    if left.unit and right.unit and left.unit != right.unit:
        return "not-comparable", "other-unit", {"left": left.unit, "right": right.unit}
    if left.kind == "date":
        same = _value(left) == _value(right) or dates.overlap(_value(left), _value(right))
        return ("agree", "same-value", {}) if same else ("conflict", "differ", {})
    bounds_left, bounds_right = bounds(left), bounds(right)
    if bounds_left is None or bounds_right is None:
        return "not-comparable", "vague", {}
    if _value(left) is not None and _value(left) == _value(right):
        return "agree", "same-value", {}
    if bounds_left[0] <= bounds_right[1] and bounds_right[0] <= bounds_left[1]:
        return "agree", "overlapping", {}
    same_date = dates.overlap(a.statement.as_of, b.statement.as_of)
    if same_date is None:
        return "not-comparable", "date-unknown", {}
    return ("conflict", "differ", {}) if same_date else ("differ-by-date", "other-date", {})


def bounds(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The values that a figure leaves possible; ``None`` for a vague one.

    An exact figure stands for what rounds to it, at its own number of significant digits but at least two.
    """
    if figure.modifier == "vague":
        return None
    if figure.low is not None or figure.high is not None:
        low = Decimal(figure.low) if figure.low is not None else Decimal("-Infinity")
        high = Decimal(figure.high) if figure.high is not None else Decimal("Infinity")
        return low, high
    text = _value(figure)
    if text is None:
        return None
    value = Decimal(text)
    if figure.modifier in ("more-than", "at-least"):
        return value, Decimal("Infinity")
    if figure.modifier in ("less-than", "at-most"):
        return Decimal("-Infinity"), value
    if figure.modifier in ("about", "nearly"):
        slack = abs(value) * ABOUT
    else:
        digits = max(2, len(value.normalize().as_tuple().digits))
        slack = Decimal(5).scaleb(value.adjusted() - digits) if value else Decimal(0)
    return value - slack, value + slack


def _value(figure: Figure) -> str | None:
    return figure.value


def _implied_rate(a: FigureUse, b: FigureUse) -> dict[str, str] | None:
    """The exchange rate that one source states by giving both amounts."""
    if a.place.document != b.place.document:
        return None
    for base, restated in ((a, b), (b, a)):
        if restated.figure.equivalent_of == base.figure.start:
            left, right = _value(base.figure), _value(restated.figure)
            if left and right and Decimal(right):
                # However great: Decimal refuses to cut a number of more digits than it reckons with.
                with localcontext(prec=len(left) + len(right) + 8):
                    rate = _rounded(Decimal(left) / Decimal(right), _digits(left, right))
                return {
                    "rate": f"{rate:f}",
                    "currency": base.figure.currency or "",
                    "per": restated.figure.currency or "",
                }
    return None


def _locate(
    measure: Measure, statement: Statement, documents: Mapping[str, AnnotatedDocument]
) -> Located | Problem:
    def problem(code: str, message: str, hint: str) -> Problem:
        return Problem(str(measure.path or "seeds/measures.yml"), statement.line, code, message, hint)

    annotated = documents.get(statement.document)
    if annotated is None:
        return problem(
            "unknown-document",
            f"measure {measure.id}: there is no document {statement.document!r}",
            "Use the file name of a text in seeds/, without .txt",
        )
    text = annotated.document.text
    found = quotes.find(text, statement.quote)
    if not found:
        return problem(
            "quote-not-found",
            f"measure {measure.id}: {statement.document} does not hold “{statement.quote}”",
            quotes.remedy(text, statement.quote, f"Copy the quote from {annotated.document.path}"),
        )
    if (statement.nth or 1) > len(found):
        return problem(
            "quote-not-found",
            f"measure {measure.id}: {statement.document} holds “{statement.quote}” {len(found)} times only",
            "Correct nth",
        )
    if statement.nth is None and len(found) > 1:
        return problem(
            "quote-ambiguous",
            f"measure {measure.id}: “{statement.quote}” stands {len(found)} times in {statement.document}",
            "Say which one with nth: 1, 2, …",
        )
    at, end = found[(statement.nth or 1) - 1]
    uses = [u for u in figure_uses(annotated) if u.figure.start < end and at < u.figure.end]
    fitting = [u for u in uses if u.figure.kind == measure.kind and _fits(measure, u.figure)] or [
        u for u in uses if u.figure.kind == measure.kind
    ]
    if not fitting:
        return problem(
            "no-figure",
            f"measure {measure.id}: no figure of kind {measure.kind} is read in “{statement.quote}”",
            "Quote the whole figure, or add it with annotations: in the document's record",
        )
    return Located(statement, fitting[0])


def _digits(left: str, right: str) -> int:
    """Significant digits of the rougher of two numbers, at least two."""
    return max(2, min(len(Decimal(text).normalize().as_tuple().digits) for text in (left, right)))


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(number.adjusted() - digits + 1)).normalize()


def _fits(measure: Measure, figure: Figure) -> bool:
    return (measure.currency is None or figure.currency == measure.currency) and (
        measure.unit is None or figure.unit in (None, measure.unit)
    )
