"""Loaded YAML → a checked model, every fault with its line and a remedy in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from build_tools.problems import Problem
from build_tools.strict_yaml import Loaded

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], loaded: Loaded) -> tuple[Model | None, tuple[Problem, ...]]:
    """The model, or ``None`` and what is wrong: one problem for each fault."""
    try:
        return model.model_validate(loaded.data), ()
    except ValidationError as error:
        found = {_problem(model, loaded, detail) for detail in error.errors(include_url=False)}
        return None, tuple(sorted(found))


def sound_part(model: type[Model], loaded: Loaded) -> tuple[Model, Loaded] | None:
    """What is left of a file without the parts that have faults, to be checked further; ``None`` where nothing is.

    An item of a list goes as a whole; else the key with the fault, or what lacks one.
    """
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(loaded.data), loaded
        except ValidationError as error:
            wrong = {_faulty(loaded, detail) for detail in error.errors(include_url=False)}
        if () in wrong:
            return None
        # From the end, so that the places before stay where they are; of two, one inside the other, the outer.
        for where in sorted(wrong, key=_order, reverse=True):
            if not any(where != other and where[: len(other)] == other for other in wrong):
                loaded = loaded.without(where)
    return None


_ROUNDS = 20


def _order(where: tuple[str | int, ...]) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, step) if isinstance(step, int) else (1, step) for step in where)


def _faulty(loaded: Loaded, detail: Any) -> tuple[str | int, ...]:
    where = tuple(_steps(loaded.data, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        return where
    items = [number for number, step in enumerate(where) if isinstance(step, int)]
    if items:
        return where[: items[-1] + 1]
    return where[:-1] if detail["type"] == "missing" else where


def _is_empty(data: Any, where: Sequence[str | int]) -> bool:
    """Whether a key is there, with nothing behind it."""
    for step in where[:-1]:
        data = data[step]
    return isinstance(data, dict) and where[-1] in data


def _meaning(model: type[BaseModel], where: Sequence[str | int]) -> str:
    """What may stand in a key of the model itself, where its description says so."""
    field = model.model_fields.get(str(where[-1])) if where else None
    return (field.description or "") if field is not None and len(where) == 1 else ""


def _problem(model: type[BaseModel], loaded: Loaded, detail: Any) -> Problem:
    where = _steps(loaded.data, detail["loc"])
    line = loaded.line(where)
    name = _name(where)
    kind = detail["type"]
    context = detail.get("ctx", {})
    given = detail["input"]
    if kind == "extra_forbidden":
        key = str(where[-1]) if where else ""
        known = _keys_at(model, where[:-1])
        close = get_close_matches(key, known, 1)
        hint = (
            f"Did you mean {close[0]}?"
            if close
            else f"Known keys: {', '.join(known)}"
            if known
            else "Remove it"
        )
        return Problem(loaded.path, line, "unknown-key", f"There is no key {name}", hint)
    if kind == "missing":
        may = _meaning(model, where)
        if _is_empty(loaded.data, where):
            hint = f"Fill it: {may}" if may else "Fill it"
            return Problem(loaded.path, line, "missing-key", f"The key {name} is empty", hint)
        hint = f"Add it: {may}" if may else "Add it"
        return Problem(loaded.path, line, "missing-key", f"The key {name} is missing", hint)
    if kind == "value_error":
        reason = str(context.get("error", "")) or detail["msg"]
        return Problem(
            loaded.path,
            line,
            "bad-value",
            f"{name}: {reason}" if name else reason[:1].upper() + reason[1:],
            "Correct it",
        )
    if kind == "literal_error":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        close = get_close_matches(str(given), expected.split(", "), 1)
        hint = f"Did you mean {close[0]}?" if close else f"One of: {expected}"
        return Problem(loaded.path, line, "bad-value", f"{name}: {_shown(given)} is not known here", hint)
    if kind in _EXPECTED:
        return Problem(loaded.path, line, "bad-value", f"{name or 'The file'}: {_shown(given)} is not {_EXPECTED[kind]}", f"Write {_EXPECTED[kind]}")  # fmt: skip
    return Problem(
        loaded.path,
        line,
        "bad-value",
        f"{name or 'The file'}: {_shown(given)}: {detail['msg']}",
        "Correct it",
    )


_EXPECTED = {
    "string_type": "a text",
    "string_too_short": "a text with something in it",
    "dict_type": "a mapping (key: value)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
    "list_type": "a list",
    "too_short": "long enough: at least one is needed",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "a whole number from 1 up",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


def _steps(data: Any, location: Sequence[str | int]) -> list[str | int]:
    """The part of pydantic's location that leads through the data; names of union members do not."""
    steps: list[str | int] = []
    for index, step in enumerate(location):
        if step in (data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()):
            data = data[step]
        elif index == len(location) - 1 and isinstance(data, dict) and step != "[key]":
            pass  # a missing key
        else:
            continue
        steps.append(step)
    return steps


def _name(steps: Sequence[str | int]) -> str:
    """``aliases.zh[2].form``, items counted from 1."""
    name = ""
    for step in steps:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def _shown(value: object) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:59] + "…")
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else repr(value)


def _keys_at(model: type[BaseModel], where: Sequence[str | int]) -> list[str]:
    """The keys that the model at this place has; none where the place is no model."""
    current: Any = model
    for step in where:
        current = _model_in(current.model_fields[step].annotation) if step in getattr(current, "model_fields", {}) else current  # fmt: skip
        if current is None:
            return []
    return list(current.model_fields)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None
