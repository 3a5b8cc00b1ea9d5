"""``archive suggest``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from build_tools import accepting, intake
from build_tools.annotate import Annotator
from build_tools.annotate import suggest as proposing
from build_tools.annotate.suggest import MeasureProposal, Proposal
from build_tools.annotate.suggest.models import model_finder
from build_tools.cli.output import answer
from build_tools.cli.report import complain, exit_code, tell
from build_tools.cli.stories import suggest_stories
from build_tools.folding import fold_text
from build_tools.model import AnnotatedDocument, Seeds
from build_tools.problems import DataError
from build_tools.read import read_seeds
from build_tools.read.measures import FILE as MEASURES
from build_tools.read.proposals import FILE as PROPOSALS
from build_tools.read.proposals import read_proposals


@click.command()
@click.option("--seeds", metavar="DIR", default="seeds", show_default=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of texts and entities.")  # fmt: skip
@click.option("--limit", metavar="N", default=50, show_default=True, type=click.IntRange(1, 10_000), help="Proposals at most.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How they are printed; json is one object a line.")  # fmt: skip
@click.option("--write", is_flag=True, help=f"Add them to DIR/{PROPOSALS} (measures: DIR/{MEASURES}), to be accepted, corrected or rejected there; with --stories, put the documents into them.")  # fmt: skip
@click.option("--measures", is_flag=True, help="Propose comparisons instead: equal or close values of one entity in several documents.")  # fmt: skip
@click.option("--stories", is_flag=True, help="Propose stories instead: documents without one that tell the same report; --accept ID puts those of a proposal into it.")  # fmt: skip
@click.option("--accept", "accepted", metavar="ID", multiple=True, help=f"Make an entity of the proposal ID of DIR/{PROPOSALS}, in DIR/entities; with alias_of: ID, further names of that one.")  # fmt: skip
@click.option("--all-known", is_flag=True, help="Make entities of all places, languages and currencies in the texts that CLDR or GeoNames knows or the texts call such, and of such proposals.")  # fmt: skip
@click.option("--reject", "rejected", metavar="ID", multiple=True, help="Keep the proposal ID from being proposed again.")  # fmt: skip
@click.option("--model", "models", metavar="NAME", multiple=True, help="A further source of names that is installed: spacy:MODEL, stanza:LANGUAGE or gliner:MODEL.")  # fmt: skip
def suggest(
    seeds: Path,
    limit: int,
    style: str,
    write: bool,
    measures: bool,
    stories: bool,
    accepted: tuple[str, ...],
    all_known: bool,
    rejected: tuple[str, ...],
    models: tuple[str, ...],
) -> None:
    """Propose names that the texts hold and the authority file lacks, the likeliest first.

    Each with how often it occurs, why it looks like a name, and where it stands.

    \b
    Examples:
        archive suggest --limit 20
        archive suggest --write
        archive suggest --all-known
        archive suggest --stories
    """
    found, problems = read_seeds(seeds)
    errors = [problem for problem in problems if problem.severity == "error"]
    annotator = Annotator(found.authority)
    annotated = [annotator.annotate(document)[0] for document in found.documents]
    decides = bool(accepted or all_known or rejected)
    writes = (write or decides) and not errors
    try:
        # What was proposed before is read, and what is new added to it, by one at a time.
        with intake.one_writer(seeds, "archive suggest", tell=tell) if writes else nullcontext():
            if stories:
                accepts = () if errors else accepted
                suggest_stories(found, annotated, limit, style, write=writes, accepted=accepts)
            elif decides and not errors:
                _decide(found, annotated, accepted, all_known, rejected)
            elif measures:
                _measures(found, annotated, limit, style, writes)
            else:
                _names(found, annotated, limit, style, writes, models)
    except DataError as error:
        errors.extend(error.problems)
    complain(errors)
    sys.exit(exit_code(errors))


def _names(
    seeds: Seeds,
    annotated: Sequence[AnnotatedDocument],
    limit: int,
    style: str,
    write: bool,
    models: Sequence[str],
) -> None:
    finders = [model_finder(name) for name in models]
    pending = read_proposals(seeds.root).open
    every = proposing.suggest(annotated, seeds.authority, finders)
    proposals = [one for one in every if not _forms(one) & pending][:limit]
    if not write:
        _print(proposals, style)
        return
    path = seeds.root / PROPOSALS
    if proposals:
        head = "" if path.exists() else proposing.NAMES_HEAD
        intake.append(path, head + proposing.proposals_as_yaml(proposals, seeds.authority.entities))
    click.echo(f"{path}: {len(proposals)} new proposals")


def _decide(
    seeds: Seeds,
    annotated: Sequence[AnnotatedDocument],
    accepted: Sequence[str],
    all_known: bool,
    rejected: Sequence[str],
) -> None:
    if all_known:
        path = seeds.root / PROPOSALS
        pending = read_proposals(seeds.root).open
        every = proposing.suggest(annotated, seeds.authority)
        known = [one for one in every if one.known and not _forms(one) & pending]
        if known:
            head = "" if path.exists() else proposing.NAMES_HEAD
            intake.append(path, head + proposing.proposals_as_yaml(known, seeds.authority.entities))
    if rejected:
        click.echo(f"{accepting.reject(seeds.root, rejected)} proposals rejected")
    if accepted or all_known:
        done = accepting.accept(seeds.root, seeds.authority, accepted, all_known=all_known)
        files = ", ".join(str(path) for path in done.files if path.name != PROPOSALS) or "no file"
        further = f", further names of {len(set(done.aliases))}" if done.aliases else ""
        click.echo(f"{files}: {len(done.entities)} new entities{further}")


def _forms(proposal: Proposal) -> set[str]:
    forms = (proposal.form, *proposal.names.values())
    return {" ".join(fold_text(form).split()) for form in forms}


def _measures(
    seeds: Seeds, annotated: Sequence[AnnotatedDocument], limit: int, style: str, write: bool
) -> None:
    path = seeds.root / MEASURES
    there = path.read_text("utf-8") if path.exists() else ""
    every = proposing.suggest_measures(annotated, seeds.measures)
    # A comment that was written before is still there to be accepted.
    proposals = [one for one in every if _first_line(one) not in there][:limit]
    if not write:
        _print(proposals, style)
        return
    if proposals:
        intake.append(path, proposing.measures_as_yaml(proposals))
    click.echo(f"{path}: {len(proposals)} new proposals")


def _first_line(measure: MeasureProposal) -> str:
    """The first statement as it would be written, which no other proposal has."""
    lines = proposing.measures_as_yaml([measure]).splitlines()
    return next(line for line in lines if "- {document:" in line)


def _print(proposals: Sequence[Proposal] | Sequence[MeasureProposal], style: str) -> None:
    for one in proposals:
        if style == "json":
            answer(json.dumps(asdict(one), ensure_ascii=False))
        elif isinstance(one, Proposal):
            answer("\n".join(_name(one)))
        else:
            answer("\n".join(_measure(one)))


def _name(proposal: Proposal) -> list[str]:
    """A proposal for people: one line on it, one line a place."""
    head = [proposal.form, proposal.language, proposal.type or "?", proposing.evidence(proposal)]
    if proposal.near:
        head.append(f"close to {proposal.near}")
    head.extend(f"{language}: {', '.join(forms)}" for language, forms in proposal.others.items())
    places = [
        f"    {context.document}#p{context.paragraph}  {context.snippet}" for context in proposal.contexts
    ]
    return ["\t".join(head), *places]


def _measure(proposal: MeasureProposal) -> list[str]:
    of = " ".join(part for part in (proposal.kind, proposal.currency, proposal.unit) if part)
    head = f"{proposal.subject}\t{of}\t{'equal' if proposal.equal else 'close'} values"
    places = [f"    {s.document}#p{s.paragraph}  {s.quote}  {s.snippet}" for s in proposal.statements]
    return [head, *places]
