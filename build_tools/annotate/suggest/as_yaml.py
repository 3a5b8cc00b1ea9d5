"""Proposals as YAML to accept, correct or reject, in the documented forms.

A name is an item of ``seeds/proposals.yml`` on which nothing is decided; a measure is a comment in
``seeds/measures.yml`` until somebody takes the comment signs away.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import count

from build_tools.annotate.suggest.measures import MeasureProposal
from build_tools.annotate.suggest.proposal import Proposal

NAMES_HEAD = """\
# Proposed names. Correct id, type and names, then write decision: accept, or decision: reject; an open one changes
# nothing. With alias_of the names are further names of that entity. A rejected name is not proposed again.
"""
"""What stands at the beginning of ``seeds/proposals.yml``."""

_MEASURES_HEAD = (
    "Proposed measures. To accept one, remove the '# ' before its lines, give it names and dates,",
    "and leave out statements of anything else.",
)


def proposals_as_yaml(proposals: Iterable[Proposal], taken: Container[str] = ()) -> str:
    """Items for ``seeds/proposals.yml``; empty when there are no proposals. ``taken`` are ids that others have."""
    given: set[str] = set()
    lines: list[str] = []
    for proposal in proposals:
        plain = _slug(dict(proposal.names) or {proposal.language: proposal.form})
        numbered = (plain if n == 1 else f"{plain}-{n}" for n in count(1))
        unique = next(name for name in numbered if name not in taken and name not in given)
        given.add(unique)
        lines += _entity(proposal, unique)
    return "".join(f"{line}\n" for line in lines)


def evidence(proposal: Proposal) -> str:
    """How often and why, in one line: ``5 times in 2 documents: latin 4, cue 1 (company)``."""
    reasons = ", ".join(
        f"{reason.code} {reason.count}" + (f" ({'; '.join(reason.details)})" if any(reason.details) else "")
        for reason in proposal.reasons
    )
    times = "once" if proposal.count == 1 else f"{proposal.count} times"
    documents = "1 document" if len(proposal.documents) == 1 else f"{len(proposal.documents)} documents"
    return f"{times} in {documents}: {reasons}"


def measures_as_yaml(proposals: Iterable[MeasureProposal]) -> str:
    """A block for ``seeds/measures.yml``; empty when there are no proposals."""
    records = [_measure(proposal) for proposal in proposals]
    if not records:
        return ""
    lines = [*(f"## {line}" for line in _MEASURES_HEAD)]
    for record in records:
        lines.append("")
        lines += record
    return "\n".join(lines) + "\n"


def _entity(proposal: Proposal, name: str) -> Iterator[str]:
    names = dict(proposal.names) or {proposal.language: proposal.form}
    aliases: dict[str, list[str | dict[str, str]]] = {}
    for language, forms in proposal.others.items():
        rest = list(forms)
        if language not in names:
            names[language] = rest.pop(0)
        if rest:
            aliases[language] = [_as_written(form) for form in rest]
    yield "- decision: open"
    if proposal.near:
        yield f"  alias_of: {_flow(proposal.near)}"
    else:
        yield f"  id: {_flow(name)}"
        yield f"  type: {proposal.type}".rstrip()
    if proposal.known:
        yield f"  known: {_flow(proposal.known)}"
    yield f"  names: {_flow(names)}"
    if aliases:
        yield f"  aliases: {_flow(aliases)}"
    if proposal.identifiers:
        yield f"  identifiers: {_flow(dict(proposal.identifiers))}"
    if proposal.description:
        yield f"  description: {_flow(dict(proposal.description))}"
    yield f"  seen: {_flow(evidence(proposal))}"
    for context in proposal.contexts:
        yield f"  # {context.document} p{context.paragraph}: {_one_line(context.snippet)}".rstrip()


def _as_written(form: str) -> str | dict[str, str]:
    """An alias; one that ends with a point in its capitals only, since ``miss.`` ends many a sentence."""
    return {"form": form, "case": "exact"} if form.endswith(".") and form.count(".") == 1 else form


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


def _flow(value: object) -> str:
    """A value in YAML's flow style, which JSON is a part of, but for characters that end a line in YAML alone."""
    quoted = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda match: f"\\u{ord(match[0]):04x}", quoted)


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
