"""The tables of figures: what they hold is checked when they are loaded, and every key says what it is for."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from build_tools import languages
from build_tools.annotate.figures.grammar.schema import Figures, TableError, checked, tables

TAGS = [tag for tag in languages.tags() if languages.section(tag, "figures")]


def _raw(tag: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(yaml.safe_dump(dict(languages.section(tag, "figures"))))
    return loaded


@pytest.mark.parametrize("tag", TAGS)
def test_an_unknown_key_is_refused_with_file_and_key(tag: str) -> None:
    raw = _raw(tag)
    raw["numerals"]["joinerz"] = ["&"]
    with pytest.raises(TableError, match=rf"languages/{tag}/figures\.yml: numerals\.joinerz: unknown key"):
        checked(raw, f"languages/{tag}/figures.yml")


def test_every_fault_is_named() -> None:
    raw = _raw("en")
    raw["money"]["families"] = ["pound"]
    raw["lemma"]["stop"].append(False)
    with pytest.raises(TableError, match=r"money\.families: .*lemma\.stop\.\d+: "):
        checked(raw, "figures.yml")


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_stands_there_to_be_empty(tag: str) -> None:
    said_by_absence = {"numerals.letters_yield", "counting.counted_by"}
    empty = [path for path, value in _leaves(_raw(tag), "") if value in ([], {}, "", None)]
    assert [path for path in empty if path.rpartition(".")[0] not in said_by_absence] == []


def _leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}".lstrip("."))
    elif not isinstance(value, list) or not value:
        yield path, value


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for inner in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from _models(inner)


def test_every_key_has_a_sentence() -> None:
    silent = [
        f"{model.__name__}.{name}"
        for model in _models(Figures)
        for name in model.model_fields
        if name not in _described(model)
    ]
    assert silent == []


def _described(model: type[BaseModel]) -> set[str]:
    """The keys after which a docstring stands."""
    found: set[str] = set()
    for cls in model.__mro__:
        if cls in (BaseModel, object) or not issubclass(cls, BaseModel):
            continue
        (tree,) = ast.parse(dedent(inspect.getsource(cls))).body
        assert isinstance(tree, ast.ClassDef)
        found |= {
            key.target.id
            for key, after in pairwise(tree.body)
            if isinstance(key, ast.AnnAssign)
            and isinstance(key.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        }
    return found


@pytest.mark.parametrize("tag", TAGS)
def test_forms_stand_in_the_spelling_that_texts_are_compared_in(tag: str) -> None:
    assert tables(tag).numerals.strategy in ("additive", "positional")
    assert all(form == form.lower() for forms in tables(tag).percent.values() for form in forms)
