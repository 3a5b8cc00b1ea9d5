"""What the rules say of themselves: the sentence and the example behind a figure, and behind a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from build_tools import languages
from build_tools.annotate.figures import arabic, chinese, english
from build_tools.annotate.figures.refused.hidden_rows import rows

_LANGUAGES = {"ar": arabic, "en": english, "zh": chinese}


@cache
def readings() -> Mapping[str, Mapping[str, str]]:
    """Part of a figure's rule → its sentence (``says``), and an example by language."""
    return languages.table("readings")


def parts(rule: str) -> Iterator[str]:
    """The parts of a figure's rule, without what they name: ``digits-scale+currency:USD`` → two."""
    for part in rule.split("+"):
        yield part.strip().partition(":")[0]


def row_of(part: str) -> str | None:
    """The row of ``readings`` for a part: its own, or one that ends in a star; ``None`` where none is about it."""
    return next((row for row in readings() if row_matches(row, part)), None)


def why_read(rule: str) -> str:
    """What the parts of a figure's rule say, with an example each; the editor's part says nothing, an unknown one its name."""
    return "; ".join(_said(part) for part in parts(rule) if part != "editor")


def _said(part: str) -> str:
    row = row_of(part)
    return f"{readings()[row]['says']}, as in “{_example(row)}”" if row else part


def why_refused(reason: str, tag: str) -> str:
    """What the rule of a refusal says, with its examples; ``tag``: the language of the text."""
    for row in rows(tag).rows:
        if row.name == reason:
            return f"{row.why}, as in “{row.yes[0]}”"
    return refusals(tag).get(reason, "")


@cache
def refusals(tag: str) -> dict[str, str]:
    """Name of a rule of a language that refuses numbers → the first sentence of what it says of itself."""
    module = _LANGUAGES[tag]
    rules = (*module.HIDDEN, *module.EARLY, *module.REFUSED.digits, *module.REFUSED.words)
    return {
        rule.__name__: (rule.__doc__ or "").split("\n\n")[0].replace("\n", " ").strip(" .") for rule in rules
    }


def names() -> list[str]:
    """Every rule that can be asked about."""
    refused = {
        name for tag in languages.tags() for name in (*refusals(tag), *(row.name for row in rows(tag).rows))
    }
    return sorted({*readings(), *refused})


def about(name: str) -> Iterator[str]:
    """Lines that say what a rule does, with its examples: what it reads, or in each language what it refuses."""
    row = next((row for row in (name, *names()) if row in readings() and row_matches(row, name)), None)
    if row:
        yield f"{name}: {readings()[row]['says']}"
        yield from (f"  {key}: {text}" for key, text in readings()[row].items() if key != "says")
    for tag in languages.tags():
        if name in refusals(tag):
            yield f"{name} ({tag}): no figure. {refusals(tag)[name]}"
        for label in rows(tag).rows:
            if label.name == name:
                yield f"{name} ({tag}): no figure, {label.why}"
                yield from (f"  hides a number: {text}" for text in label.yes)
                yield from (f"  hides none: {text}" for text in label.no)


def row_matches(row: str, name: str) -> bool:
    """Whether a row of ``readings`` is about a part of that name."""
    return row == name or (row.endswith("*") and name.startswith(row[:-1]) and name not in readings())


def _example(row: str) -> str:
    return next(text for key, text in readings()[row].items() if key != "says")
