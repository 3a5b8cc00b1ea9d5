"""Whether each rule, row and key of the figure reader earns its place: without it some vector is read otherwise.

``python -m tests.mutants.rules [--language TAG]`` drops every rule of the literal lists, every row of ``labels.yml`` and
every key of ``figures.yml``, one at a time, and prints those without which all vectors are read as before.
"""

from __future__ import annotations

import argparse
import copy
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from build_tools import languages
from build_tools.annotate.figures import arabic, chinese, english, read_figures
from tests.figures.test_any_sequence import words
from tests.figures.test_vectors import VECTORS, shown, vectors

MODULES = {"ar": arabic, "en": english, "zh": chinese}


QUICKER = (("dates", "date_words"),)
"""Keys that only spare looking: what they tell of is read the same without them."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A rule (``list`` and its name), or a place in a table (``file`` and the keys that lead there)."""

    language: str
    where: str
    path: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language} {self.where}: {'.'.join(self.path)}"


def parts(language: str) -> list[Part]:
    """Everything that can be dropped of a language, sorted."""
    rules = [Part(language, name, (rule,)) for name, rules in _lists(language) for rule in rules]
    rows = [Part(language, "labels.yml", (row["name"],)) for row in _rows(language)]
    paths = _keys(languages.section(language, "figures"))
    keys = [Part(language, "figures.yml", path) for path in paths if path not in QUICKER]
    return sorted([*rules, *rows, *keys])


def _lists(language: str) -> Iterator[tuple[str, list[str]]]:
    for name, rules in _rules(language):
        yield name, [rule.__name__ for rule in rules]


def _rules(language: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The literal lists of a language, by name."""
    for name, value in vars(MODULES[language]).items():
        if name.isupper() and isinstance(value, tuple):
            yield name, value
        elif name.isupper() and is_dataclass(value):
            for field in fields(value):
                rules = getattr(value, field.name)
                if isinstance(rules, tuple):
                    yield f"{name}.{field.name}", rules


def _rows(language: str) -> list[dict[str, Any]]:
    return list(languages.section(language, "labels").get("rows", ()))


def _keys(table: Mapping[Any, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Keys with words below them: the last ones that hold lists or texts, or that all texts of a mapping hang on."""
    for key, value in table.items():
        here = (*path, str(key))
        if (
            isinstance(value, Mapping)
            and any(isinstance(item, Mapping) for item in value.values())
            and len(here) < 3
        ) or (isinstance(value, Mapping) and len(here) < 2):
            yield from _keys(value, here)
        elif value not in ("", [], {}, None):
            yield here


@contextmanager
def without(part: Part) -> Iterator[None]:
    """The figure reader without a part, and whole again afterwards."""
    undo = _dropped(part)
    try:
        yield
    finally:
        undo()
        if part.where.endswith(".yml"):
            forget()


def _dropped(part: Part) -> Any:
    if part.where.endswith(".yml"):
        forget()
        table: Any = languages.section(part.language, part.where.removesuffix(".yml"))
        whole = copy.deepcopy(dict(table))
        if part.where == "labels.yml":
            table["rows"] = [row for row in table["rows"] if row["name"] != part.path[0]]
        else:
            _empty(table, part.path)
        return lambda: (table.clear(), table.update(whole))
    module = MODULES[part.language]
    name, _, field = part.where.partition(".")
    before = getattr(module, name)
    rules = getattr(before, field) if field else before
    left = tuple(rule for rule in rules if rule.__name__ != part.path[0])
    setattr(module, name, replace(before, **{field: left}) if field else left)
    return lambda: setattr(module, name, before)


def _empty(table: Any, path: tuple[str, ...]) -> None:
    for key in path[:-1]:
        table = table[_real(table, key)]
    last = _real(table, path[-1])
    del table[last]


def _real(table: Mapping[Any, Any], key: str) -> Any:
    return next(known for known in table if str(known) == key)


def forget() -> None:
    """Empty every cache of what was made of the tables; the tables themselves are changed in place and put back."""
    for name, module in list(sys.modules.items()):
        if name.startswith("build_tools.annotate.figures"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


DICTIONARIES = ("nouns", "durations", "money.families")
"""Tables that are lists of words with what each means: a number before the word is vector enough."""


@cache
def texts(language: str) -> tuple[tuple[str, str], ...]:
    """Language tag and text of every vector of a language, those of its other scripts too; sentences of its rows; dictionary words."""
    rows = ((language, text) for row in _rows(language) for text in row["yes"])
    return (*_vectors(language), *rows, *((language, f"7 {word}") for word in _dictionary(language)))


def _dictionary(language: str) -> list[str]:
    """The words of the dictionaries, as they are before anything is dropped."""
    table: Any = languages.section(language, "figures")
    found: set[str] = set()
    for name in DICTIONARIES:
        here = table
        for key in name.split("."):
            here = here.get(key, {})
        found.update(forms(here))
    return sorted(found)


def forms(table: Any) -> set[str]:
    """Every form of a table whose nouns are listed as ``singular plural …; …``, "_" for a blank."""
    listed = (form for text in words(table) for noun in text.split(";") for form in noun.split())
    return {form.replace("_", " ") for form in listed}


def _vectors(language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (path.parent.name, text)
        for path in sorted(VECTORS.glob("*/*.tsv"))
        if path.parent.name.split("-")[0] == language
        for _, _, text, _ in vectors(path)
    )


def told(text: str, tag: str) -> str:
    """All that is read of a text: its figures, what they restate and what is assumed of them."""
    return " ; ".join(
        f"{shown(one)} {one.equivalent_of} {one.assumed}"
        for one in read_figures(text, tag, published=PUBLISHED)
    )


PUBLISHED = "2024"
"""The year that "this year" is."""


@cache
def whole(language: str) -> Mapping[tuple[str, str], str]:
    """What is read of each text with nothing dropped."""
    forget()
    return {(tag, text): told(text, tag) for tag, text in texts(language)}


def needed(part: Part) -> bool:
    """Whether some vector is read otherwise without it, or cannot be read at all."""
    before = whole(part.language)
    asked = sorted(before, key=_far_from(part))
    with without(part):
        try:
            return any(told(text, tag) != before[tag, text] for tag, text in asked)
        except Exception:
            return True


def _far_from(part: Part) -> Callable[[tuple[str, str]], bool]:
    """Whether a text holds no word of a part, as a key to sort by."""
    if not part.where.endswith(".yml"):
        rule = next(
            rule
            for name, rules in _rules(part.language)
            for rule in rules
            if (name, rule.__name__) == (part.where, part.path[0])
        )
        known = {
            word for word in (rule.__doc__ or "").replace(",", " ").replace(":", " ").split() if len(word) > 1
        }
    else:
        table: Any = languages.section(part.language, part.where.removesuffix(".yml"))
        if part.where == "labels.yml":
            known = next(set(row["yes"]) for row in table["rows"] if row["name"] == part.path[0])
        else:
            for key in part.path:
                table = table[_real(table, key)]
            known = forms(table) | set(words(table))
    return lambda one: not any(word in one[1] for word in known)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.mutants.rules")
    options.add_argument("--language", choices=sorted(MODULES), action="append")
    options.add_argument("--only", metavar="FILE", help="a list that this program printed before")
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    given = options.parse_args()
    idle = 0
    seen = Path(given.only).read_text("utf-8") if given.only else ""
    for language in given.language or sorted(MODULES):
        every = [part for part in parts(language) if not given.only or str(part) in seen]
        with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
            for part, noticed in zip(every, pool.imap(needed, every, chunksize=4), strict=True):
                if not noticed:
                    idle += 1
                    print(f"changes nothing: {part}", flush=True)
        print(f"{language}: {len(every)} rules, rows and keys", flush=True)
    print(f"{idle} change nothing")
    return int(idle > 0)


if __name__ == "__main__":
    sys.exit(main())
