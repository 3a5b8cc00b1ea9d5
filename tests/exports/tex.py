"""A reader of TeX with the letters of LaTeX itself that it lacks, or takes for another."""

from __future__ import annotations

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

_LETTERS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
_CONTEXT = get_default_latex_context_db()
_CONTEXT.add_context_category(
    "letters", macros=[MacroTextSpec(name, char) for name, char in _LETTERS.items()], prepend=True
)

DECODER = LatexNodes2Text(latex_context=_CONTEXT, keep_comments=True, strict_latex_spaces=True)
