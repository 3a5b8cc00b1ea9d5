"""Templates compiled for many short pieces: an archive's pages are made of millions of them.

Jinja's own code asks of each call whether the callee wants the context, and of each value twice whether it is to be
escaped. Here a call is a call, and a value goes through one function; what comes out is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from build_tools.render.wording.escape import as_markup, escaped

_CALL = "context.call("
_CONTEXT_ONLY = (", _loop_vars=_loop_vars", ", _block_vars=_block_vars")
"""Arguments that ``context.call`` takes for itself."""


def shown(value: Any) -> str:
    """A value of an expression as it stands in the page: ``None`` as nothing, markup as it is, the rest escaped."""
    kind = value.__class__
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return escaped(value)
    return "" if value is None else markupsafe.escape(value)


class QuickMacro(Macro):
    """A macro that is mostly called with plain arguments in their order."""

    def __call__(self, *args: Any, **kwargs: Any) -> Markup:
        lacking = self._argument_count - len(args)
        if kwargs or lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return as_markup(super().__call__(*args, **kwargs))
        return as_markup(self._func(*args, *[missing] * lacking))


class Compiler(CodeGenerator):
    """Writes the Python code of a template. For environments that escape everything, by ``shown``."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        whole = self._written(
            lambda: super(Compiler, self).visit_Call(node, frame, forward_caller=forward_caller)
        )
        begins = _CALL + self._written(lambda: self.visit(node.node, frame))
        arguments = whole[len(begins) : -1]
        for one in _CONTEXT_ONLY:
            arguments = arguments.replace(one, "")
        if whole.startswith(begins) and "_vars" not in arguments:
            whole = f"{begins.removeprefix(_CALL)}({arguments.removeprefix(', ')})"
        self.write(whole)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # As in Python: what templates are given are objects, and of a mapping its entries are asked for in brackets.
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        made = self._written(lambda: super(Compiler, self).macro_def(macro_ref, frame))
        self.write(made.replace("Macro(", "environment.macro(", 1))

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.shown(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")

    def _written(self, work: Callable[[], object]) -> str:
        """What ``work`` writes, instead of writing it."""
        self.write("")  # line ends that are due
        stream, self.stream = self.stream, StringIO()
        try:
            work()
            return self.stream.getvalue()
        finally:
            self.stream = stream


class Alike(Template):
    """A template that is given no names beside those of its environment, so that what it offers others is made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class Templates(Environment):
    """An environment of such templates."""

    template_class = Alike
    code_generator_class = Compiler
    shown = staticmethod(shown)
    macro = QuickMacro
