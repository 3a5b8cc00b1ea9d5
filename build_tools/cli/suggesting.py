"""``archive suggest``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from build_tools import intake
from build_tools.annotate import Annotator
from build_tools.annotate.suggest import Proposal
from build_tools.annotate.suggest import suggest as propose
from build_tools.cli.report import complain, exit_code
from build_tools.folding import fold_text
from build_tools.problems import DataError
from build_tools.read import read_seeds
from build_tools.read.proposals import FILE, read_proposals

_HEAD = """\
# Proposed names. Correct id, type and names, then write decision: accept, or decision: reject; an open one changes
# nothing. With alias_of the names are further names of that entity. A rejected name is not proposed again.
"""


@click.command()
@click.option("--seeds", metavar="DIR", default="seeds", show_default=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of texts and entities.")  # fmt: skip
@click.option("--limit", metavar="N", default=50, show_default=True, type=click.IntRange(1, 10_000), help="Proposals at most.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How they are printed; json is one object a line.")  # fmt: skip
@click.option(
    "--write", is_flag=True, help=f"Add them to DIR/{FILE}, to be accepted, corrected or rejected there."
)
def suggest(seeds: Path, limit: int, style: str, write: bool) -> None:
    """Propose names that the texts hold and the authority file lacks, the likeliest first.

    Each with how often it occurs, why it looks like a name, and where it stands.

    \b
    Examples:
        archive suggest --limit 20
        archive suggest --write
    """
    found, problems = read_seeds(seeds)
    errors = [problem for problem in problems if problem.severity == "error"]
    annotator = Annotator(found.authority)
    annotated = [annotator.annotate(document)[0] for document in found.documents]
    pending = read_proposals(seeds).open
    proposals = [one for one in propose(annotated, found.authority) if _folded(one.form) not in pending][
        :limit
    ]
    if write and not errors:
        path = seeds / FILE
        if proposals:
            try:
                intake.append(path, ("" if path.exists() else _HEAD) + block(proposals))
            except DataError as error:
                errors.extend(error.problems)
        if not errors:
            click.echo(f"{path}: {len(proposals)} new proposals")
    else:
        for one in proposals:
            if style == "json":
                click.echo(json.dumps(asdict(one), ensure_ascii=False))
            else:
                click.echo("\n".join(shown(one)))
    complain(errors)
    sys.exit(exit_code(errors))


def shown(proposal: Proposal) -> list[str]:
    """A proposal for people: one line on it, one line a place."""
    head = [proposal.form, proposal.language, proposal.type or "?", evidence(proposal)]
    if proposal.near:
        head.append(f"close to {proposal.near}")
    head.extend(f"{language}: {', '.join(forms)}" for language, forms in proposal.others.items())
    places = [
        f"    {context.document}#p{context.paragraph}  {context.snippet}" for context in proposal.contexts
    ]
    return ["\t".join(head), *places]


def evidence(proposal: Proposal) -> str:
    """``5 times in 2 documents: latin 4, cue 1 (company)``."""
    reasons = ", ".join(
        f"{reason.code} {reason.count}" + (f" ({'; '.join(reason.details)})" if any(reason.details) else "")
        for reason in proposal.reasons
    )
    times = "once" if proposal.count == 1 else f"{proposal.count} times"
    documents = "1 document" if len(proposal.documents) == 1 else f"{len(proposal.documents)} documents"
    return f"{times} in {documents}: {reasons}"


def block(proposals: Iterable[Proposal]) -> str:
    """The proposals as items of a YAML list."""
    return "".join(_item(proposal) for proposal in proposals)


def _item(proposal: Proposal) -> str:
    names = {proposal.language: proposal.form}
    for language, forms in proposal.others.items():
        names.setdefault(language, forms[0])
    latin = next((name for name in names.values() if name.isascii()), "")
    entity_id = re.sub(r"[^a-z0-9]+", "-", latin.lower()).strip("-")
    rows = ["- decision: open"]
    rows.append(
        f"  alias_of: {proposal.near}"
        if proposal.near
        else f"  id: {_quoted(entity_id) if entity_id else ''}"
    )
    if not proposal.near:
        rows.append(f"  type: {proposal.type}")
    rows.append(f"  names: {{{', '.join(f'{tag}: {_quoted(name)}' for tag, name in names.items())}}}")
    rows.append(f"  seen: {_quoted(evidence(proposal))}")
    rows.extend(f"  # {context.document}#p{context.paragraph}: {_one_line(context.snippet)}" for context in proposal.contexts)  # fmt: skip
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _quoted(text: str) -> str:
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _folded(form: str) -> str:
    return " ".join(fold_text(form).split())
