"""Passages of two versions of one report, by all that there is, and without a register: tests/passages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
import yaml

from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.meaning import Meaning, installed, told
from build_tools.model import AnnotatedDocument, Archive, Seeds
from build_tools.read import read_seeds
from tests.floors.measure import ALIGNMENTS, aligned

VERSIONS = (
    "airline",
    "blackout",
    "dam",
    "quake",
    "rates",
    "school",
    "score",
    "subway",
    "telescope",
    "transfer",
    "vote",
)
"""Each archive holds a report in two languages or by two papers."""


@cache
def said(name: str) -> tuple[Seeds, Meaning]:
    """What lies in the archive's folder, and what its documents say: the same whatever names are known."""
    encoder = installed()
    assert encoder is not None
    seeds, _ = read_seeds(ALIGNMENTS / name)
    return seeds, told([AnnotatedDocument(document) for document in seeds.documents], encoder)


def archive(name: str, *, register: bool, declared: bool = True) -> Archive:
    seeds, meaning = said(name)
    if not declared:
        apart = (replace(one, record=replace(one.record, story=None)) for one in seeds.documents)
        seeds = replace(seeds, documents=tuple(apart))
    if not register:
        seeds = replace(seeds, authority=replace(seeds.authority, entities={}))
    annotator = Annotator(seeds.authority)
    return gather(seeds, [annotator.annotate(document)[0] for document in seeds.documents], meaning)


@pytest.mark.parametrize("register", [True, False])
@pytest.mark.parametrize("name", VERSIONS)
def test_paragraphs_that_tell_the_same_are_paired(name: str, register: bool) -> None:
    gold = yaml.safe_load((ALIGNMENTS / f"gold-{name}.yml").read_text("utf-8"))
    hits, missed, wrong = aligned(gold, archive(name, register=register).passages)
    assert hits / (hits + wrong) >= 0.95
    assert hits / (hits + missed) >= (0.85 if register else 0.65)


@pytest.mark.parametrize("name", ["school", "subway"])
def test_versions_in_another_order_are_known_where_meaning_and_figures_agree(name: str) -> None:
    assert archive(name, register=False, declared=False).passages == archive(name, register=False).passages
