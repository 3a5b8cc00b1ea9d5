"""``seeds/proposals.yml``: names that were proposed, and what an editor has decided on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.folding import fold_text
from build_tools.model import Alias
from build_tools.problems import DataError, Problem
from build_tools.read.files import read_yaml
from build_tools.read.schema.authority import AliasModel, EntityModel, ProposalModel
from build_tools.read.validate import validate
from build_tools.strict_yaml import Loaded

FILE = "proposals.yml"
_OWN = ("decision", "seen", "alias_of", "known")
"""Keys that a proposal has and an entity has not."""


@dataclass(slots=True)
class Decided:
    """What the file says, sorted by decision."""

    accepted: list[tuple[EntityModel, Path, Loaded]] = field(default_factory=list)
    aliases: list[tuple[str, tuple[Alias, ...], Path, int]] = field(default_factory=list)
    """Entity id, further forms of it, file and line."""
    rejected: frozenset[str] = frozenset()
    """Folded names."""
    open: frozenset[str] = frozenset()
    """Folded names on which nothing is decided yet."""
    problems: list[Problem] = field(default_factory=list)


def read_proposals(root: Path) -> Decided:
    """Read ``root/proposals.yml``; nothing where there is no such file. Faulty proposals are reported."""
    path = root / FILE
    decided = Decided()
    if not path.exists() and not path.is_symlink():
        return decided
    try:
        loaded = read_yaml(path, root)
    except DataError as error:
        decided.problems.extend(error.problems)
        return decided
    if not isinstance(loaded.data, list):
        if loaded.data is not None:
            decided.problems.append(Problem(str(path), loaded.line(), "bad-value", "The file is no list", "Write a list of proposals (- decision: open)"))  # fmt: skip
        return decided
    names: dict[str, set[str]] = {"open": set(), "reject": set(), "accept": set()}
    for _, item in loaded.items():
        model, problems = validate(ProposalModel, item)
        decided.problems.extend(problems)
        if model is None:
            continue
        forms = (*model.names.values(), *(alias.form for alias in aliases_of(model.aliases, item)))
        names[model.decision].update(" ".join(fold_text(form).split()) for form in forms)
        if model.decision == "accept":
            _accept(model, item, path, decided)
    decided.rejected = frozenset(names["reject"])
    decided.open = frozenset(names["open"])
    return decided


def aliases_of(given: Mapping[str, Sequence[AliasModel]], loaded: Loaded) -> tuple[Alias, ...]:
    """Aliases per language → aliases that know their language and, from the entry that they stand in, their line."""
    return tuple(
        Alias(
            form=alias.form,
            language=language,
            case=alias.case,
            needs=tuple(alias.needs),
            unless=tuple(alias.unless),
            scope=alias.scope,
            line=loaded.line(("aliases", language, index)),
        )
        for language, forms in given.items()
        for index, alias in enumerate(forms)
    )


def _accept(model: ProposalModel, item: Loaded, path: Path, decided: Decided) -> None:
    if model.alias_of is not None:
        names = tuple(Alias(form, tag, line=item.line(("names", tag))) for tag, form in model.names.items())
        forms = tuple(replace(alias, path=path) for alias in (*names, *aliases_of(model.aliases, item)))
        decided.aliases.append((model.alias_of, forms, path, item.line(("alias_of",))))
        return
    entity = Loaded(
        item.path, {key: value for key, value in item.data.items() if key not in _OWN}, item.lines
    )
    accepted, problems = validate(EntityModel, entity)
    decided.problems.extend(problems)
    if accepted is not None:
        decided.accepted.append((accepted, path, entity))
