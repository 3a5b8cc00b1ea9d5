"""Moves proposals that a person accepts into ``seeds/entities/``; what is rejected stays, and is not proposed again.

Texts of files are changed only where something is taken out or put in: order, comments and layout of everything else
stay as they are.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from build_tools import writing
from build_tools.model import Authority
from build_tools.problems import DataError, Problem
from build_tools.read.proposals import FILE

_OWN = ("decision", "seen", "alias_of", "known")


@dataclass(slots=True)
class Decided:
    """What was done: ids that became entities, ids of known entities that got names, and the files written."""

    entities: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    """A proposal with its lines in the file, 0-based and half-open."""

    data: Any
    start: int
    end: int

    @property
    def id(self) -> str:
        return str(self.data.get("id") or self.data.get("alias_of") or "")


def accept(seeds: Path, authority: Authority, ids: Sequence[str], *, all_known: bool) -> Decided:
    """Accept open proposals by id, or all of which a source knows; for the one writer in ``seeds``.

    Names of a proposal with ``alias_of`` become aliases of that entity, in its file. Raises ``DataError``, and then has
    changed nothing, when an id is not proposed or there already, or a proposal has no type.
    """
    path = seeds / FILE
    text = _text(path)
    items = [item for item in _items(path, text) if item.data.get("decision", "open") == "open"]
    wanted = set(ids)
    chosen = [item for item in items if item.id in wanted or (all_known and item.data.get("known"))]
    problems = [*_unknown(path, wanted - {item.id for item in chosen}), *_faults(path, chosen, authority)]
    if problems:
        raise DataError(problems)
    done = Decided()
    files: dict[Path, str] = {}
    for item in chosen:
        further = bool(item.data.get("alias_of"))
        (done.aliases if further else done.entities).append(item.id)
        target = _file_of(authority, item) if further else _home(seeds, authority, str(item.data["type"]))
        if target != path:
            before = files[target] if target in files else _text(target)
            files[target] = (_with_aliases if further else _inserted)(target, before, item)
    lines = text.splitlines(keepends=True)
    for item in sorted(chosen, key=lambda one: -one.start):
        if item.data.get("alias_of") and _file_of(authority, item) == path:
            # Its entity has been accepted where it stands.
            lines[item.start : item.end] = _decided(lines[item.start : item.end])
        else:
            del lines[item.start : item.end]
    if chosen:
        files[path] = "".join(lines)
    done.files = list(files)
    _write(files)
    return done


def reject(seeds: Path, ids: Sequence[str]) -> int:
    """Mark open proposals as rejected, which keeps them from being proposed again; how many. Raises ``DataError``."""
    path = seeds / FILE
    text = _text(path)
    chosen = [i for i in _items(path, text) if i.id in set(ids) and i.data.get("decision", "open") == "open"]
    problems = list(_unknown(path, set(ids) - {item.id for item in chosen}))
    if problems:
        raise DataError(problems)
    lines = text.splitlines(keepends=True)
    for item in chosen:
        lines[item.start : item.end] = _decided(lines[item.start : item.end], "reject")
    _write({path: "".join(lines)})
    return len(chosen)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _items(path: Path, text: str) -> list[_Item]:
    try:
        data: Any = YAML().load(text)
    except YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1) + 1
        raise DataError([Problem(str(path), line, "yaml", "The file is no YAML", "Correct it; archive check tells more")]) from None  # fmt: skip
    if not isinstance(data, list):
        return []
    place: Any = data.lc  # type: ignore[attr-defined]
    starts = [place.item(at)[0] for at in range(len(data))]
    ends = [*starts[1:], len(text.splitlines())]
    return [_Item(*each) for each in zip(data, starts, ends, strict=True)]


def _unknown(path: Path, ids: Iterable[str]) -> Iterable[Problem]:
    for name in sorted(ids):
        yield Problem(str(path), 0, "no-such-proposal", f"No open proposal has the id {name}", "Give ids of proposals on which nothing is decided; archive suggest --write makes proposals")  # fmt: skip


def _faults(path: Path, chosen: Sequence[_Item], authority: Authority) -> Iterable[Problem]:
    met: set[str] = set()
    for item in chosen:
        line = item.start + 1
        if item.data.get("alias_of"):
            if item.id not in authority.entities:
                yield Problem(str(path), line, "unknown-entity", f"There is no entity {item.id}", "Correct alias_of")  # fmt: skip
            continue
        if item.id in authority.entities or item.id in met:
            yield Problem(str(path), line, "duplicate-id", f"There is an entity {item.id} already", "Change the id, or write alias_of: in place of id: where it is the same")  # fmt: skip
        if not item.data.get("type"):
            yield Problem(str(path), line, "missing-key", f"The proposal {item.id} has no type", "Write one, as type: person")  # fmt: skip
        met.add(item.id)


def _home(seeds: Path, authority: Authority, kind: str) -> Path:
    """The file that holds most entities of a type; else one called after the type: ``people.yml``."""
    counts: dict[Path, int] = {}
    for entity in authority.entities.values():
        if entity.type == kind and entity.path is not None:
            counts[Path(entity.path)] = counts.get(Path(entity.path), 0) + 1
    folder = seeds / "entities"
    if counts:
        return max(sorted(counts), key=lambda path: counts[path])
    listed = authority.types.get(kind)
    plural = listed.plural.get("en", "") if listed else ""
    return folder / f"{plural if plural.isascii() and plural.isalpha() else kind}.yml"


def _file_of(authority: Authority, item: _Item) -> Path:
    """The file of the entity whose further names a proposal has."""
    return Path(authority.entities[item.id].path or "")


def _with_aliases(path: Path, text: str, item: _Item) -> str:
    """The file with the proposal's names among the aliases of their entity; of its lines only those of ``aliases`` change."""
    entity = next((one for one in _items(path, text) if str(one.data.get("id")) == item.id), None)
    lines = text.splitlines(keepends=True)
    if entity is None:
        return text
    data = entity.data
    flow = data.fa.flow_style()
    key = "aliases" if "aliases" in data else list(data)[-1]
    start = entity.start if flow else data.lc.key(key)[0]
    end = min([at for at, _ in map(data.lc.key, data) if at > start], default=entity.end)
    while end > start + 1 and lines[end - 1].lstrip()[:1] in ("", "#"):
        end -= 1  # what stands before the next key or entity stays there
    if key != "aliases" and not flow:
        start = end
        lines[start - 1] = lines[start - 1].rstrip("\n") + "\n"
    yaml = _round_trip("".join(lines[start:end]))
    here: Any = yaml.load(textwrap.dedent("".join(lines[start:end]))) or CommentedMap()
    _add_forms(here[0] if flow else here, item)
    out = io.StringIO()
    yaml.dump(here, out)
    margin = " " * (data.lc.col if not flow else 0)
    return "".join([*lines[:start], textwrap.indent(out.getvalue(), margin), *lines[end:]])


def _add_forms(entity: Any, item: _Item) -> None:
    """Puts the names of a proposal among an entity's aliases, each form once."""
    if not entity.get("aliases"):
        entity["aliases"] = CommentedMap()
        entity["aliases"].fa.set_flow_style()
    for tag, forms in _further(item).items():
        if tag not in entity["aliases"]:
            entity["aliases"][tag] = CommentedSeq()
            entity["aliases"][tag].fa.set_flow_style()
        listed = entity["aliases"][tag]
        met = {str(one["form"] if isinstance(one, dict) else one) for one in listed}
        listed.extend(form for form in forms if form not in met)


def _further(item: _Item) -> dict[str, list[Any]]:
    """Language → forms of a proposal, its names first."""
    forms: dict[str, list[Any]] = {str(tag): [str(name)] for tag, name in item.data["names"].items()}
    for tag, listed in (item.data.get("aliases") or {}).items():
        forms.setdefault(str(tag), []).extend(map(_plain, listed))
    return forms


_DEEPER = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*\n\1 +- ", re.MULTILINE)
"""A list that stands further to the right than its key."""


def _round_trip(text: str) -> YAML:
    """Writes YAML as it is written in the text, with its comments and quotation marks."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1000
    if _DEEPER.search(text):
        yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _inserted(path: Path, text: str, item: _Item) -> str:
    """The file with the entity: in its place where the ids are in order, else at the end."""
    items = _items(path, text)
    ids = [one.id for one in items]
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    at = len(lines)
    if len(ids) > 1 and ids == sorted(ids):
        following = next((one for one in items if one.id > item.id), None)
        if following is not None:
            at = following.start
            while at and lines[at - 1].startswith("#"):
                at -= 1  # what is said of the next entity stays with it
    apart = len(items) > 1 and not all(map(str.strip, lines[items[0].start : items[-1].start]))
    made = _entity(item)
    if apart and at == len(lines):
        made = "\n" + made
    elif apart:
        made += "\n"
    return "".join([*lines[:at], made, *lines[at:]])


def _entity(item: _Item) -> str:
    """The proposal as an entity, with the source of what is known of it."""
    data = item.data
    known = data.get("known")
    kept = {key: _plain(value) for key, value in data.items() if key not in _OWN}
    yaml = YAML()
    yaml.default_flow_style = None
    yaml.allow_unicode = True
    yaml.width = 1000
    out = io.StringIO()
    yaml.dump([kept], out)
    head, _, rest = out.getvalue().partition("\n")
    return f"{head}  # {known}\n{rest}" if known else out.getvalue()


def _plain(value: Any) -> Any:
    """Without the file's layout: mappings and lists as Python's."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else str(value)


def _decided(lines: list[str], decision: str = "accept") -> list[str]:
    """The lines of a proposal with the decision."""
    said: Callable[[str], bool] = lambda line: line.lstrip("- ").startswith("decision:")  # noqa: E731
    if any(map(said, lines)):
        return [
            line.replace("decision: open", f"decision: {decision}") if said(line) else line for line in lines
        ]
    return [lines[0].replace("- ", f"- decision: {decision}\n  ", 1), *lines[1:]]


def _write(files: dict[Path, str]) -> None:
    """The entities first: what is then still proposed as well is told as a duplicate, and nothing is lost."""
    for path, text in files.items():
        try:
            writing.write(path, text.encode())
        except OSError as error:
            raise DataError([Problem(str(error.filename or path), 0, "unwritable", f"The file cannot be written: {error.strerror}", "Check the folder, its permissions and the space on its disk")]) from None  # fmt: skip
