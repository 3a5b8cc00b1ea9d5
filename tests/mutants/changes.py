"""One-line changes of a module: an operator, a constant, a condition."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: (" in ", " not in "),
    ast.NotIn: (" not in ", " in "),
    ast.Is: (" is ", " is not "),
    ast.IsNot: (" is not ", " is "),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.FloorDiv: ("//", "*"),
    ast.Div: ("/", "*"),
}


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """``before`` at ``column`` (code points, 0-based) of ``line`` (1-based) becomes ``after``."""

    line: int
    column: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        lines = source.splitlines(keepends=True)
        line = lines[self.line - 1]
        end = self.column + len(self.before)
        assert line[self.column : end] == self.before
        lines[self.line - 1] = f"{line[: self.column]}{self.after}{line[end:]}"
        return "".join(lines)


def changes(source: str) -> list[Change]:
    """Every change that can be tried on ``source``, sorted; ``is_program`` tells of each whether it leaves a program."""
    lines = source.splitlines()
    return sorted({change for node in _running(ast.parse(source)) for change in _of(node, lines)})


def is_program(source: str) -> bool:
    """Whether it can be compiled."""
    try:
        compile(source, "", "exec")
    except SyntaxError:
        return False
    return True


def _running(tree: ast.AST) -> Iterator[ast.AST]:
    """Nodes that do something: no annotations, no texts that document, and not what is said of a class: that it is frozen,
    say, which the type checker holds everybody to."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "type_params"):
            continue
        if field == "decorator_list" and isinstance(tree, ast.ClassDef):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_inert(child):
                yield child
                yield from _running(child)


def _is_inert(node: ast.AST) -> bool:
    """Docstrings, ``assert``, ``raise`` (what an error says), and what is only there for the type checker."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.Assert | ast.Raise)


def _of(node: ast.AST, lines: list[str]) -> Iterator[Change]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield from _between(left, right, *_COMPARISONS[type(op)], lines)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC and not _is_text(
            left, right
        ):
            yield from _between(left, right, *_ARITHMETIC[type(op)], lines)
        case ast.BoolOp(op=op, values=values):
            words = (" and ", " or ") if isinstance(op, ast.And) else (" or ", " and ")
            for left, right in pairwise(values):
                yield from _between(left, right, *words, lines)
            yield from (
                change for value in values[1:] for change in _dropped(value, isinstance(op, ast.And), lines)
            )
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from _replaced(node, _source(operand, lines), lines)
        case ast.Constant(value=bool() as value):
            yield from _replaced(node, str(not value), lines)
        case ast.Constant(value=int() | float() as number):
            yield from _replaced(node, str(number + 1), lines)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield from _dropped(test, not isinstance(node, ast.If), lines)


def _is_text(*nodes: ast.expr) -> bool:
    return any(isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)) for node in nodes)  # fmt: skip


def _dropped(condition: ast.expr, holds: bool, lines: list[str]) -> Iterator[Change]:
    yield from _replaced(condition, str(holds), lines)


def _replaced(node: ast.AST, after: str | None, lines: list[str]) -> Iterator[Change]:
    before = _source(node, lines)
    if before and after and before != after:
        yield Change(*_start(node, lines), before, after)


def _between(left: ast.expr, right: ast.expr, before: str, after: str, lines: list[str]) -> Iterator[Change]:
    """The operator between two operands that stand on one line."""
    if left.end_lineno != right.lineno:
        return
    line, start = _end(left, lines)
    _, end = _start(right, lines)
    at = lines[line - 1].find(before, start, end + 1)
    if at >= 0:
        yield Change(line, at, before, after)


def _source(node: ast.AST, lines: list[str]) -> str | None:
    """The text of a node on one line; none where it takes more."""
    (line, start), (last, end) = _start(node, lines), _end(node, lines)
    return lines[line - 1][start:end] if line == last else None


def _start(node: ast.AST, lines: list[str]) -> tuple[int, int]:
    line, offset = getattr(node, "lineno"), getattr(node, "col_offset")  # noqa: B009
    return line, _code_points(lines[line - 1], offset)


def _end(node: ast.AST, lines: list[str]) -> tuple[int, int]:
    line, offset = getattr(node, "end_lineno"), getattr(node, "end_col_offset")  # noqa: B009
    return line, _code_points(lines[line - 1], offset)


def _code_points(line: str, offset: int) -> int:
    """The syntax tree counts bytes of UTF-8."""
    return len(line.encode()[:offset].decode())
