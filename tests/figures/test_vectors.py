"""Every vector in ``vectors/<language>/<topic>.tsv``. CONTRIBUTING.md has their notation, with examples, which are
read here too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.annotate.figures import read_figures
from build_tools.model import Figure

VECTORS = Path(__file__).parent / "vectors"
GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"


def vectors(path: Path) -> Iterator[tuple[int, bool, str, str]]:
    """Of each vector in a file: its line, whether it names a gap, the text, and the figures as written."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            text, _, expected = line.removeprefix("! ").partition("\t")
            yield (
                number,
                line.startswith("! "),
                text.replace("\\n", "\n"),
                "" if expected == "-" else expected,
            )


def shown(figure: Figure) -> str:
    """The figure in the notation of the vectors."""
    ends = f"{figure.low}..{figure.high}" if figure.low else ""
    value = figure.value or (f"?{ends}" if figure.modifier == "vague" else ends or "?")
    parts = [figure.kind, value, figure.currency or (figure.unit or "").replace(" ", "_")]
    if figure.modifier not in ("exact", "vague"):
        parts.append(figure.modifier)
    return f"{figure.surface} = {' '.join(part for part in (*parts, figure.suspect) if part)}"


# A file at a time: what pytest does for a case takes longer than the reading.
@pytest.mark.parametrize(
    "path", sorted(VECTORS.glob("*/*.tsv")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_vectors(path: Path) -> None:
    faults = []
    for number, gap, text, expected in vectors(path):
        figures = read_figures(text, path.parent.name)
        assert all(figure.surface == text[figure.start : figure.end] for figure in figures)
        read = " ; ".join(map(shown, figures)).replace("\n", "\\n")
        if (read == expected) == gap:
            faults.append(
                f"{path.name}:{number}: {text}\n  read: {read or '-'}\n  "
                + ("no gap any more" if gap else f"want: {expected or '-'}")
            )
    assert not faults, "\n".join(["", *faults])


EXAMPLE = re.compile(r"(?m)^(ar|en|zh)  (\S.*?)  +(\S.* = .*)$")


def test_the_examples_of_the_notation_are_read_so() -> None:
    section = GUIDE.read_text("utf-8").partition("## Vectors of figures")[2].partition("\n## ")[0]
    examples = EXAMPLE.findall(section)
    assert {language for language, _, _ in examples} == {"ar", "en", "zh"}
    for language, text, expected in examples:
        assert " ; ".join(map(shown, read_figures(text, language))) == expected
