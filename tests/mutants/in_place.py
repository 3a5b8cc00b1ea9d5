"""Changes to the figure reader, tried in the running program: ``python -m tests.mutants.in_place [--number 1000] [--seed 1]``.

What ``tests.mutants`` does with a process and the files of a whole room for each change takes two seconds each, and the
figure reader has twelve thousand places to change. Here the changed line is compiled and put into the functions that are
loaded, and only those vectors are read again that run through it: hundreds of changes a minute. ``--kind dropped`` draws
from conditions that are switched off alone, ``--only FOLDER`` from a folder or a file, once for each of several. Every change is tried in a process of its own,
so that nothing of it is left behind. With ``--tests`` those that no vector notices are tried on the other tests of figures, too,
which takes seconds each.
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import re
import signal
import sys
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import is_dataclass
from typing import Any

from tests.mutants.draw import FIGURES, ROOT, Mutant, drawn
from tests.mutants.rules import MODULES, forget, texts, told, whole

PACKAGE = "build_tools.annotate.figures"
SECONDS = 3
"""For one text; whoever needs more goes round in circles, which is noticed."""
OTHERS = (
    "tests/figures/test_reading.py", "tests/figures/test_told.py", "tests/figures/test_whose_money.py", "tests/figures/test_labels.py",
    "tests/figures/test_beside_names.py", "tests/figures/test_names_with_numbers.py", "tests/figures/test_tables.py",
    "tests/figures/test_building.py",
)  # fmt: skip
"""Tests of figures beside the vectors."""

Line = tuple[str, int]
Text = tuple[str, str, str]
"""Language, tag and text of a vector."""


class Run:
    """Which vectors run through which line of some files, and which of these lines run while tables are made."""

    def __init__(self, paths: Collection[str]) -> None:
        self._paths = paths
        self.texts: dict[Line, list[Text]] = defaultdict(list)
        self.of_tables: set[Line] = set()
        self._seen: set[Line] = set()
        self._depth = 0
        self._tables = {
            made.__wrapped__.__code__ for made in _caches() if made.cache_parameters()["maxsize"] is None
        }

    def all(self) -> None:
        for language in sorted(MODULES):
            whole(language)
            # Tables are made anew with the first text, whose lines are known then.
            forget()
            for tag, text in texts(language):
                self._seen.clear()
                self._depth = 0
                sys.settrace(self._call)
                told(text, tag)
                sys.settrace(None)
                for line in self._seen:
                    self.texts[line].append((language, tag, text))

    def _call(self, frame: types.FrameType, event: str, _: object) -> Callable[..., Any] | None:
        path = frame.f_code.co_filename
        if FIGURES not in path:
            return None
        table = frame.f_code in self._tables
        name = path[path.index(FIGURES) :]
        if not table and name not in self._paths:
            return None
        self._depth += table

        def trace(inner: types.FrameType, event: str, _: object) -> Callable[..., Any]:
            self._seen.add((name, inner.f_lineno))
            if self._depth:
                self.of_tables.add((name, inner.f_lineno))
            if event == "return":
                self._depth -= table
            return trace

        trace(frame, "line", None)
        return trace


def _caches() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith(PACKAGE):
            yield from (value for value in vars(module).values() if hasattr(value, "cache_clear"))


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield inner
            yield from _codes(inner)


def _functions(module: types.ModuleType) -> Iterator[types.FunctionType]:
    """The functions of a module, those of its classes too."""
    for value in vars(module).values():
        inside = (
            vars(value).values() if isinstance(value, type) and value.__module__ == module.__name__ else ()
        )
        for one in (value, *inside):
            for function in (
                getattr(one, "__wrapped__", one),
                getattr(one, "fget", None),
                getattr(one, "__func__", None),
                getattr(one, "func", None),
            ):
                if isinstance(function, types.FunctionType) and function.__module__ == module.__name__:
                    yield function


def change(mutant: Mutant) -> bool:
    """Put a change into the loaded program; ``False`` where it cannot be put in place."""
    name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    module = sys.modules[name]
    source = mutant.change.applied((ROOT / mutant.path).read_text("utf-8"))
    new = {code.co_qualname: code for code in _codes(compile(source, module.__file__ or "", "exec"))}
    changed = False
    for function in _functions(module):
        code = new.get(function.__code__.co_qualname)
        if code and code != function.__code__ and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code
            changed = True
    return changed or _outside(mutant, source, module)


def _outside(mutant: Mutant, source: str, module: types.ModuleType) -> bool:
    """A change outside the bodies of functions: what the statement makes replaces what it made."""
    statement = next(node for node in ast.parse(source).body if node.lineno <= mutant.change.line <= (node.end_lineno or 0) or any(d.lineno <= mutant.change.line < node.lineno for d in getattr(node, "decorator_list", ())))  # fmt: skip
    made = types.ModuleType(module.__name__)
    made.__file__ = module.__file__
    known = sys.modules[module.__name__]
    sys.modules[module.__name__] = made
    try:
        exec(compile(source, module.__file__ or "", "exec"), vars(made))
    finally:
        sys.modules[module.__name__] = known
    if isinstance(statement, ast.FunctionDef):
        old, new = (getattr(one, statement.name) for one in (module, made))
        old, new = (getattr(one, "__wrapped__", one) for one in (old, new))
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
        return True
    if isinstance(statement, ast.ClassDef):
        old, new = (getattr(module, statement.name), getattr(made, statement.name))
        if not is_dataclass(old):
            return False
        old.__init__ = new.__init__
        return True
    names = [
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    for name in names:
        before, after = getattr(module, name), getattr(made, name)
        for other in [one for known, one in sys.modules.items() if known.startswith(PACKAGE)]:
            if vars(other).get(name) is before:
                setattr(other, name, after)
    return bool(names)


class Endless(BaseException):
    """A text took too long."""


def _ring(*_: object) -> None:
    raise Endless


def noticed(mutant: Mutant, run: Run, *, tests: bool) -> str:
    """By what a change is noticed: ``vector``, ``test``, nothing; or that it cannot be tried here."""
    line = (mutant.path, mutant.change.line)
    asked = run.texts.get(line, [])
    # A statement of several lines is told by its first ones.
    inside = bool(asked) or line in run.of_tables
    if not inside:
        span = _statement(mutant)
        asked = [text for at in span for text in run.texts.get((mutant.path, at), ())]
    everything = [(language, tag, text) for language in MODULES for tag, text in texts(language)]
    tables = line in run.of_tables or not asked
    before = {language: whole(language) for language in MODULES}
    signal.signal(signal.SIGVTALRM, _ring)
    try:
        if not change(mutant):
            return "untried"
        if tables or mutant.path.startswith(f"{FIGURES}grammar/"):
            forget()
            asked = everything
        else:
            for made in _caches():
                if made.cache_parameters()["maxsize"] is not None:
                    made.cache_clear()
        if mutant.path.endswith("/view.py"):
            sys.modules[f"{PACKAGE}.view"]._TABLE.clear()
        for language, tag, text in asked:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            if told(text, tag) != before[language][tag, text]:
                return "vector"
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except (Exception, Endless):
        return "vector"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return "test" if tests and _by_tests() else ""


def _statement(mutant: Mutant) -> range:
    """The lines of the smallest statement that holds a change."""
    tree = ast.parse((ROOT / mutant.path).read_text("utf-8"))
    spans = [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= mutant.change.line <= (node.end_lineno or 0)
    ]
    return min(spans, key=len, default=range(0))


def _by_tests() -> bool:
    import pytest

    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silence, stream)
    signal.alarm(120)
    return (
        pytest.main(["-n", "0", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", *OTHERS]) != 0
    )


RUN: Run | None = None
TESTS = False


def _tried(mutant: Mutant) -> str:
    """``noticed`` in a process of its own."""
    assert RUN is not None
    reading, writing = os.pipe()
    if os.fork() == 0:
        said = "vector"
        try:
            said = noticed(mutant, RUN, tests=TESTS)
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        said = answer.read().decode()
    os.wait()
    return said


def kind_of(mutant: Mutant) -> str:
    """``dropped`` (a condition is switched off), ``constant``, ``comparison``, ``joint`` (and, or, not), ``arithmetic``."""
    before, after = mutant.change.before, mutant.change.after
    if re.fullmatch(r"[\d.]+", before):
        return "constant"
    if before in ("True", "False"):
        return "constant"
    if after in ("True", "False"):
        return "dropped"
    if before.strip() in ("+", "-", "*", "/", "//"):
        return "arithmetic"
    if before.strip() in ("and", "or") or before.startswith("not "):
        return "joint"
    return "comparison"


def main() -> int:
    global RUN, TESTS
    options = argparse.ArgumentParser(prog="python -m tests.mutants.in_place")
    options.add_argument("--number", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", action="append", metavar="FOLDER", help="may be given several times")
    options.add_argument("--kind")
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--tests", action="store_true")
    given = options.parse_args()
    TESTS = given.tests
    number = 10**6 if given.kind else given.number
    mutants = [one for only in given.only or [FIGURES] for one in drawn(number, given.seed, only)]
    if given.kind:
        mutants = [one for one in mutants if kind_of(one) == given.kind]
    RUN = Run({one.path for one in mutants})
    RUN.all()
    tally: Counter[tuple[str, str]] = Counter()
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        for mutant, by in zip(mutants, pool.imap(_tried, mutants, chunksize=4), strict=True):
            tally[kind_of(mutant), by] += 1
            if not by:
                print(f"not noticed: {mutant}\n    {mutant.line}", flush=True)
    caught = total = 0
    for kind in sorted({kind for kind, _ in tally}):
        tried = {by: count for (of, by), count in tally.items() if of == kind}
        untried, left = tried.pop("untried", 0), tried.get("", 0)
        total, caught = total + sum(tried.values()), caught + sum(tried.values()) - left
        print(
            f"{kind:12} {sum(tried.values()) - left} of {sum(tried.values())} caught ({tried.get('test', 0)} by other tests than vectors), {untried} cannot be tried here"
        )
    print(f"{caught} of {total} caught, {caught / max(total, 1):.1%}")
    return int(caught < 0.9 * total)


if __name__ == "__main__":
    sys.exit(main())
