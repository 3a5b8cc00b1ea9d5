"""Proposals as YAML to accept, correct or reject: in the documented form, every line a comment until it is accepted."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from build_tools.annotate.suggest.measures import MeasureProposal
from build_tools.annotate.suggest.proposal import Proposal

_HEAD = (
    "Proposed names. To accept one, remove the '# ' before its lines and correct what is wrong.",
    "To reject one for good, add the name to seeds/rejected.yml. Lines that remain comments change nothing.",
)
_MEASURES_HEAD = (
    "Proposed measures. To accept one, remove the '# ' before its lines, give it names and dates,",
    "and leave out statements of anything else.",
)


def proposals_as_yaml(proposals: Iterable[Proposal]) -> str:
    """A block for ``seeds/entities/*.yml``; empty when there are no proposals."""
    return _block(_HEAD, [_entity(proposal) for proposal in proposals])


def measures_as_yaml(proposals: Iterable[MeasureProposal]) -> str:
    """A block for ``seeds/measures.yml``; empty when there are no proposals."""
    return _block(_MEASURES_HEAD, [_measure(proposal) for proposal in proposals])


def _block(head: Sequence[str], records: Sequence[Iterable[str]]) -> str:
    if not records:
        return ""
    lines = [*(f"## {line}" for line in head)]
    for record in records:
        lines.append("")
        lines += record
    return "\n".join(lines) + "\n"


def _entity(proposal: Proposal) -> Iterator[str]:
    yield f"## {proposal.count} × in {', '.join(proposal.documents)}; " + "; ".join(
        reason.code + (f" ({', '.join(reason.details)})" if reason.details else "")
        for reason in proposal.reasons
    )
    for context in proposal.contexts:
        yield f"##   {context.document} p{context.paragraph}: {_one_line(context.snippet)}"
    if proposal.near:
        yield f"## Spelled nearly like {proposal.near}: probably an alias of it."
    names = {proposal.language: proposal.form}
    aliases: dict[str, list[str]] = {}
    for language, forms in proposal.others.items():
        rest = list(forms)
        if language not in names:
            names[language] = rest.pop(0)
        if rest:
            aliases[language] = rest
    yield f"# - id: {_slug(names)}"
    yield f"#   type: {proposal.type or 'organization'}" + ("" if proposal.type else "  # not known")
    yield f"#   names: {_flow(names)}"
    if aliases:
        yield f"#   aliases: {_flow(aliases)}"


def _measure(proposal: MeasureProposal) -> Iterator[str]:
    yield f"## {'equal' if proposal.equal else 'close'} values"
    values = " ".join(filter(None, (proposal.kind, proposal.currency, proposal.unit)))
    yield f"# - id: {_slug({'en': f'{proposal.subject} {values}'})}"
    yield f"#   subject: {proposal.subject}"
    yield "#   names: {en: null, ar: null, zh: null}"
    yield f"#   kind: {proposal.kind}"
    if proposal.currency:
        yield f"#   currency: {proposal.currency}"
    elif proposal.unit:
        yield f"#   unit: {proposal.unit}"
    yield "#   statements:"
    for statement in proposal.statements:
        quote = json.dumps(statement.quote, ensure_ascii=False)
        yield f"#     - {{document: {statement.document}, quote: {quote}, nth: {statement.nth}}}"
        yield f"##       p{statement.paragraph}: {_one_line(statement.snippet)}"


def _flow(mapping: object) -> str:
    """A mapping in YAML's flow style, which JSON is a part of."""
    return json.dumps(mapping, ensure_ascii=False)


def _one_line(text: str) -> str:
    """Without characters that YAML does not allow or that would end a comment."""
    return "".join(char if char.isprintable() else " " for char in text)


def _slug(names: dict[str, str]) -> str:
    """An id made of the Latin letters of a name; of its code points where it has none."""
    for name in (names.get("en", ""), *names.values()):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        if slug:
            return slug
    return (
        "name-" + "-".join(f"{ord(char):x}" for char in next(iter(names.values())) if not char.isspace())[:60]
    )
