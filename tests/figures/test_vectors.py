"""Every vector in ``vectors/<language>/<topic>.tsv``: a text, a tab, and the figures that must be read from it.

A figure is written ``surface = kind value [currency or unit] [modifier]``, several joined by `` ; ``; ``-`` stands
for none at all. The value of a range is ``low..high``, of a vague amount ``?``; a unit of two words is joined by
``_``. A line that starts with ``! `` names a known gap: it must fail. Lines that start with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.annotate.figures import read_figures
from build_tools.model import Figure

_ROOT = Path(__file__).parent / "vectors"


def _cases() -> Iterator[object]:
    for path in sorted(_ROOT.glob("*/*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            gap = line.startswith("! ")
            text, _, expected = line.removeprefix("! ").partition("\t")
            marks = [pytest.mark.xfail(strict=True, reason="known gap")] if gap else []
            name = f"{path.parent.name}/{path.name}:{number}"
            yield pytest.param(path.parent.name, text, expected, id=name, marks=marks)


def shown(figure: Figure) -> str:
    """The figure in the notation of the vectors."""
    value = figure.value or (
        f"{figure.low}..{figure.high}" if figure.low and figure.modifier != "vague" else "?"
    )
    parts = [figure.kind, value, figure.currency or (figure.unit or "").replace(" ", "_")]
    if figure.modifier not in ("exact", "vague"):
        parts.append(figure.modifier)
    return f"{figure.surface} = {' '.join(part for part in parts if part)}"


@pytest.mark.parametrize(("language", "text", "expected"), list(_cases()))
def test_vector(language: str, text: str, expected: str) -> None:
    text = text.replace("\\n", "\n")
    figures = read_figures(text, language)
    assert all(figure.surface == text[figure.start : figure.end] for figure in figures)
    assert " ; ".join(map(shown, figures)).replace("\n", "\\n") == (expected if expected != "-" else "")
