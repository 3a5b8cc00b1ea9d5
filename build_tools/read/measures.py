"""``seeds/measures.yml`` → the curated comparisons."""

from __future__ import annotations

from pathlib import Path

from build_tools.model import Authority, Measure, Statement
from build_tools.problems import DataError, Problem
from build_tools.read.files import read_yaml
from build_tools.read.schema import MeasureModel
from build_tools.read.validate import sound_part, validate
from build_tools.strict_yaml import Loaded

FILE = "measures.yml"


def read_measures(root: Path) -> tuple[tuple[Measure, ...], tuple[Problem, ...]]:
    """Read ``root/measures.yml``; none where there is no such file. Measures with faults are left out and reported."""
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return (), ()
    try:
        loaded = read_yaml(path, root)
    except DataError as error:
        return (), error.problems
    if loaded.data is None:
        return (), ()
    if not isinstance(loaded.data, list):
        return (), (Problem(str(path), loaded.line(), "bad-value", "The file is no list", "Write a list of measures (- id: …)"),)  # fmt: skip
    measures: dict[str, Measure] = {}
    problems: list[Problem] = []
    for _, item in loaded.items():
        model, wrong = validate(MeasureModel, item)
        problems.extend(wrong)
        if model is None:
            part = sound_part(MeasureModel, item)
            if part is None:
                continue
            model, item = part
        if model.id in measures:
            problems.append(Problem(str(path), item.line(), "duplicate-measure", f"The measure {model.id} is already in line {measures[model.id].line}", "Join the two, or give one another id"))  # fmt: skip
            continue
        measures[model.id] = _measure(model, path, item)
    return tuple(measures[key] for key in sorted(measures)), tuple(sorted(problems))


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
