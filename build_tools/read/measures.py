"""``seeds/measures.yml`` → the curated comparisons, and the questions that set several of them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.model import Authority, Measure, Question, Statement
from build_tools.problems import DataError, Problem
from build_tools.read.files import read_yaml
from build_tools.read.schema.measures import MeasureModel, QuestionModel
from build_tools.read.validate import Model, sound_part, validate
from build_tools.strict_yaml import Loaded

FILE = "measures.yml"


@dataclass(frozen=True, slots=True)
class Curated:
    measures: tuple[Measure, ...] = ()
    """By id."""
    questions: tuple[Question, ...] = ()
    """In the order of the file."""


def read_measures(root: Path) -> tuple[Curated, tuple[Problem, ...]]:
    """Read ``root/measures.yml``; nothing where there is no such file. What has faults is left out and reported.

    An entry with ``measures`` is a question, any other one a measure.
    """
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return Curated(), ()
    try:
        loaded = read_yaml(path, root)
    except DataError as error:
        return Curated(), error.problems
    if loaded.data is None:
        return Curated(), ()
    if not isinstance(loaded.data, list):
        return Curated(), (Problem(str(path), loaded.line(), "bad-value", "The file is no list", "Write a list of measures (- id: …)"),)  # fmt: skip
    measures: dict[str, Measure] = {}
    questions: dict[str, Question] = {}
    problems: list[Problem] = []
    for _, item in loaded.items():
        if isinstance(item.data, dict) and "measures" in item.data:
            question = _checked(QuestionModel, item, problems)
            if question and _is_first(question[0].id, questions, path, item, problems):
                questions[question[0].id] = _question(question[0], path, item)
            continue
        measure = _checked(MeasureModel, item, problems)
        if measure and _is_first(measure[0].id, measures, path, item, problems):
            measures[measure[0].id] = _measure(measure[0], path, measure[1])
    problems.extend(_unfit(questions.values(), measures))
    found = Curated(tuple(measures[key] for key in sorted(measures)), tuple(questions.values()))
    return found, tuple(sorted(problems))


def _checked(model: type[Model], item: Loaded, problems: list[Problem]) -> tuple[Model, Loaded] | None:
    """The entry, or what is sound in it; its faults are added to ``problems``."""
    found, wrong = validate(model, item)
    problems.extend(wrong)
    return sound_part(model, item) if found is None else (found, item)


def _is_first(
    key: str, known: Mapping[str, Measure | Question], path: Path, item: Loaded, problems: list[Problem]
) -> bool:
    if key not in known:
        return True
    what = "measure" if isinstance(known[key], Measure) else "question"
    problems.append(Problem(str(path), item.line(), f"duplicate-{what}", f"The {what} {key} is already in line {known[key].line}", "Join the two, or give one another id"))  # fmt: skip
    return False


def _unfit(questions: Iterable[Question], measures: Mapping[str, Measure]) -> Iterator[Problem]:
    """Questions whose measures do not exist, or have no scale in common."""
    for question in questions:
        path = str(question.path or "")
        for key in question.measures:
            if key not in measures:
                yield Problem(path, question.line, "unknown-measure", f"{question.id}: there is no measure {key!r}", "Add the measure or correct the id")  # fmt: skip
        known = [measures[key] for key in question.measures if key in measures]
        for what in ("kind", "currency", "unit", "period"):
            values = sorted({value for measure in known if (value := getattr(measure, what))})
            if len(values) > 1:
                yield Problem(path, question.line, "no-common-scale", f"{question.id}: its measures differ in {what}: {', '.join(values)}", "Put measures of one kind, currency, unit and period side by side; nothing is converted")  # fmt: skip
        if len(set(question.measures)) < len(question.measures):
            yield Problem(path, question.line, "bad-value", f"{question.id}: a measure is named twice", "Name each once")  # fmt: skip


def check_measures(measures: tuple[Measure, ...], authority: Authority) -> tuple[Problem, ...]:
    """Subjects that do not exist. Whether the quotes stand in their documents is checked when all are annotated."""
    return tuple(
        Problem(
            str(measure.path or ""),
            measure.line,
            "unknown-entity",
            f"{measure.id}: the subject {measure.subject!r} does not exist",
            "Add the entity or correct the id",
        )
        for measure in measures
        if measure.subject not in authority.entities
    )


def _measure(model: MeasureModel, path: Path, loaded: Loaded) -> Measure:
    return Measure(
        id=model.id,
        subject=model.subject,
        names=model.names,
        kind=model.kind,
        unit=model.unit,
        currency=model.currency,
        period=model.period,
        statements=tuple(
            Statement(
                document=item.document,
                quote=item.quote,
                nth=item.nth,
                as_of=item.as_of,
                basis=item.basis,
                line=loaded.line(("statements", index)),
            )
            for index, item in enumerate(model.statements)
        ),
        path=path,
        line=loaded.line(),
    )


def _question(model: QuestionModel, path: Path, loaded: Loaded) -> Question:
    return Question(model.id, model.names, tuple(model.measures), path, loaded.line())
