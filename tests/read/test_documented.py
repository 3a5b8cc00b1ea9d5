"""Every key of every input file is described, and every command."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from build_tools import languages
from build_tools.cli import archive
from build_tools.read import identifiers
from build_tools.read.schema.authority import RelationModel
from build_tools.read.schema.strict import Strict

ROOT = Path(__file__).parents[2]
SECTION = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Input files")[2].partition("\n## ")[0]
MODELS = [model for model in Strict.__subclasses__() if model is not RelationModel]


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_described(model: type[Strict]) -> None:
    assert [key for key in model.model_fields if not re.search(rf"`[^`]*\b{key}\b[^`]*`", SECTION)] == []


def test_every_register_of_identifiers_is_named() -> None:
    assert [scheme for scheme in identifiers.SCHEMES if f"`{scheme}`" not in SECTION] == []


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = archive.list_commands(click.Context(archive))
    assert [name for name in commands if f"| `archive {name}" not in readme] == []


@pytest.mark.parametrize("name", ["types", "relations"])
def test_tables_say_everything_in_every_language(name: str) -> None:
    table = languages.table(name)[name]
    rows = table.values() if isinstance(table, dict) else table
    for row in rows:
        for key in ("sentence",) if name == "relations" else ("names", "plural"):
            assert set(row[key]) == set(languages.tags()), row
            assert all(row[key].values())


def test_sentences_of_relations_name_both_sides() -> None:
    for kind in languages.table("relations")["relations"].values():
        for sentence in kind["sentence"].values():
            assert sorted(re.findall(r"%\((\w+)\)s", sentence)) == ["object", "subject"], sentence
