"""``archive explain``."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from build_tools.annotate.figures import has_data, read_refused, told
from build_tools.cli.output import answer, standard_output
from build_tools.cli.report import complain, exit_code
from build_tools.cli.texts import annotated, language_option, seeds_option
from build_tools.model import AnnotatedDocument, Figure
from build_tools.problems import Problem


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--rule", metavar="NAME", help="Say what a rule for figures says, with its examples, and read no text."
)
@seeds_option
@language_option
def explain(files: tuple[str, ...], rule: str | None, seeds: Path | None, language: str | None) -> None:
    """Show each name and figure with its value and the rule behind it.

    One line each, tabs between: file:line:column, what it is, the words of the text, what they are taken for, the
    rule, and for figures what it says. Numbers that are no figures, with the rule that refused them, forms that are
    left undecided and annotations that an editor rejected are shown too.

    \b
    Examples:
        archive explain seeds/*.txt
        archive explain --rule digits-scale
    """
    if bool(files) == bool(rule):
        raise click.UsageError("Give texts, or --rule NAME")
    if rule:
        _explain_rule(rule)
        return
    problems: list[Problem] = []
    with standard_output() as write:
        for document in annotated(files, seeds, language, problems):
            for line in explanation(document):
                write(line + "\n")
    complain(problems)
    sys.exit(exit_code(problems))


def explanation(annotated: AnnotatedDocument) -> Iterator[str]:
    """One line a span, in the order of the text."""
    text = annotated.document.text
    lines = [0, *(offset + 1 for offset, char in enumerate(text) if char == "\n")]
    rows: list[tuple[int, int, str, str, str, str]] = []
    rows.extend((m.start, m.end, "name", f"{m.entity} ({m.type})", m.rule, "") for m in annotated.mentions)
    rows.extend((f.start, f.end, f.kind, _value(f), f.rule, told.why_read(f.rule)) for f in annotated.figures)
    rows.extend(
        (u.start, u.end, "undecided", " or ".join(u.candidates), u.reason, "") for u in annotated.undecided
    )
    rows.extend((start, end, "rejected", "nothing", f"editor, line {said.line} of the record", "") for said, start, end in annotated.rejected)  # fmt: skip
    rows.extend(_refused(annotated))
    for start, end, kind, value, rule, why in sorted(rows):
        line = bisect_right(lines, start)
        place = f"{annotated.document.path}:{line}:{start - lines[line - 1] + 1}"
        words = " ".join(text[start:end].split())
        yield "\t".join((place, kind, words, value, f"[{rule}]", *filter(None, [why])))


def _refused(annotated: AnnotatedDocument) -> Iterator[tuple[int, int, str, str, str, str]]:
    document, tag = annotated.document, annotated.document.language.split("-")[0]
    if not has_data(tag):
        return
    published = document.record.source.published
    for start, end, rule in read_refused(
        document.text, document.language, annotated.mentions, published=published
    ):
        yield start, end, "no figure", "nothing", rule, told.why_refused(rule, tag)


def _explain_rule(name: str) -> None:
    """Print what a rule says, in each language that has it."""
    lines = list(told.about(name))
    if not lines:
        close = get_close_matches(name, told.names(), 3)
        hint = (
            f"Did you mean {' or '.join(close)}?"
            if close
            else "archive explain FILE names the rules of a text"
        )
        raise click.UsageError(f"There is no rule {name!r}. {hint}")
    for line in lines:
        answer(line)


def _value(figure: Figure) -> str:
    parts: list[str] = []
    if figure.modifier != "exact":
        parts.append(figure.modifier)
    if figure.value is not None:
        parts.append(figure.value)
    elif figure.low is not None or figure.high is not None:
        parts.append(f"{figure.low or '…'} to {figure.high or '…'}")
    parts.extend(part for part in (figure.currency, figure.unit) if part)
    if figure.corrected is not None:
        parts.append(f"(corrected: {figure.corrected})")
    if figure.assumed:
        parts.append(f"({figure.assumed} assumed)")
    if figure.suspect:
        parts.append(f"(suspect: {figure.suspect})")
    if figure.equivalent_of is not None:
        parts.append(f"(restates the figure at {figure.equivalent_of})")
    return " ".join(parts)
