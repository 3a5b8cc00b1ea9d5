"""Every text of ``vectors/*.yml``: names stand in ⟦brackets⟧ with the entity that is to be found, and nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.annotate.names import NameFinder
from build_tools.model import Alias, Authority, Entity, Paragraph, Relation

VECTORS = Path(__file__).parent / "vectors"
MARKED = Path(__file__).parent / "marked"
"""Whole reports that are read as well as ``test_marked`` says, not every one quite."""
_MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]+)⟧")

Span = tuple[int, int, str]


def make_authority(records: Sequence[Mapping[str, Any]]) -> Authority:
    """An authority file from records in the documented form."""
    entities = {}
    for record in records:
        aliases = [
            Alias(
                form=item if isinstance(item, str) else item["form"],
                language=language,
                case="fold" if isinstance(item, str) else item.get("case", "fold"),
                needs=() if isinstance(item, str) else tuple(item.get("needs", ())),
                unless=() if isinstance(item, str) else tuple(item.get("unless", ())),
                scope="document" if isinstance(item, str) else item.get("scope", "document"),
            )
            for language, items in record.get("aliases", {}).items()
            for item in items
        ]
        relations = [
            Relation(kind, target) for row in record.get("relations", ()) for kind, target in row.items()
        ]
        entities[record["id"]] = Entity(
            id=record["id"],
            type=record["type"],
            names=record["names"],
            aliases=tuple(aliases),
            relations=tuple(relations),
            merged_into=record.get("merged_into"),
        )
    return Authority(entities)


@cache
def common_finder() -> NameFinder:
    return NameFinder(make_authority(yaml.safe_load((VECTORS / "authority.yml").read_text("utf-8"))))


@cache
def finder_of(records: str) -> NameFinder:
    """A finder for records of a vector file, given as JSON."""
    return NameFinder(make_authority(json.loads(records)))


def finder_for(block: Mapping[str, Any]) -> NameFinder:
    """The finder for a block's own records, or for those that all blocks share."""
    return finder_of(json.dumps(block["entities"])) if "entities" in block else common_finder()


def read_marked(marked: str) -> tuple[str, list[Span]]:
    """The plain text and the marked spans; ``?`` as entity means undecided."""
    plain, spans, position = "", [], 0
    for match in _MARKED.finditer(marked):
        plain += marked[position : match.start()]
        spans.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        position = match.end()
    return plain + marked[position:], spans


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*", text))


def vectors(path: Path) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Of each text in a file: where it stands, its block, and the text with its marks; ``- gap: TEXT`` is an open one."""
    for block in yaml.safe_load(path.read_text("utf-8")):
        for number, text in enumerate(block["texts"], 1):
            place = f"{path.name}: {block['rule']} {number}"
            yield (place, block, text) if isinstance(text, str) else (place, {**block, **text}, text["gap"])


# A file at a time: what pytest does for a case takes longer than the finding.
@pytest.mark.parametrize(
    "path",
    [path for path in sorted(VECTORS.glob("*.yml")) if path.name != "authority.yml"],
    ids=lambda path: path.stem,
)
def test_names_are_found_where_marked_and_nowhere_else(path: Path) -> None:
    faults = []
    for place, block, marked in vectors(path):
        found, expected = found_in(block, marked)
        if (found == expected) == ("gap" in block):
            faults.append(
                f"{place}\n  found: {found}\n  "
                + ("no gap any more" if "gap" in block else f"want:  {expected}")
            )
    assert not faults, "\n".join(["", *faults])


def found_in(block: Mapping[str, Any], marked: str) -> tuple[str, str]:
    """A text with the names that are found in it, and with those that are to be found."""
    finder = finder_for(block)
    text, expected = read_marked(marked)
    mentions, undecided = finder.find(text, block["language"], paragraphs_of(text))
    assert all(text[m.start : m.end] == m.surface for m in mentions)
    found = [(m.start, m.end, m.entity) for m in mentions]
    found += [
        (u.start, u.end, "?") for u in undecided if any((u.start, u.end, "?") == span for span in expected)
    ]
    return show(text, sorted(found)), show(text, expected)


def show(text: str, spans: Sequence[Span]) -> str:
    """The text with its spans marked, for readable failures."""
    out, position = "", 0
    for start, end, entity in spans:
        out += f"{text[position:start]}⟦{text[start:end]}|{entity}⟧"
        position = end
    return out + text[position:]
