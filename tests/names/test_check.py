"""What an editor is told of the authority file in the light of words and texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from build_tools.annotate import Annotator
from build_tools.annotate.attested import check_attested
from build_tools.annotate.ordinary import check_ordinary
from build_tools.model import Seeds
from build_tools.read import document_from_text
from tests.names.test_vectors import make_authority


def organization(names: Any, aliases: Any = None) -> dict[str, Any]:
    return {"id": "acme", "type": "organization", "names": names, "aliases": aliases or {}}


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (organization({"en": "Said"}), "'Said'"),
        (organization({"en": "Reading"}, {"en": ["Reading Group", "Nature"]}), "'Reading', 'Nature'"),
        (organization({"en": "Acme"}, {"en": ["water"]}), "'water'"),
        (organization({"ar": "الأخبار"}, {"ar": ["أكمي", "النهار", "سوق"]}), "'الأخبار', 'النهار', 'سوق'"),
        (organization({"zh": "小米"}, {"zh": ["目标", "蘋果", "小米集团"]}), "'小米', '目标', '蘋果'"),
        (organization({"en": "Reading"}, {"en": [{"form": "Reading", "case": "exact"}]}), None),
        (organization({"zh": "小米"}, {"zh": [{"form": "小米", "needs": ["手机"]}]}), None),
        (organization({"en": "Acme", "ar": "أكمي", "zh": "顶点科技"}), None),
        ({"id": "cn", "type": "place", "names": {"en": "China", "ar": "الصين", "zh": "中国"}}, None),
        ({"id": "dc", "type": "technology", "names": {"en": "server", "ar": "خادم", "zh": "目标"}}, None),
    ],
)  # fmt: skip
def test_ordinary_words_are_told_unless_a_condition_binds_them(record: Any, words: str | None) -> None:
    told = [problem.message for problem in check_ordinary(make_authority([record]))]
    assert told == ([f"acme: ordinary words too: {words}"] if words else [])


def checked(records: Sequence[Any], *texts: str) -> list[tuple[str, str]]:
    authority = make_authority(records)
    documents = [document_from_text(f"d{n}", text) for n, text in enumerate(texts)]
    annotated = [Annotator(authority).annotate(document)[0] for document in documents]
    problems = check_attested(Seeds(Path(), tuple(documents), authority), annotated)
    return [(problem.code, problem.message) for problem in problems]


def test_what_no_text_has_is_told() -> None:
    records = [
        organization({"en": "Acme Works"}, {"en": ["Acme Ltd", {"form": "AW", "needs": ["acm", "elsewhere"]}]}),
        {"id": "gone", "type": "person", "names": {"en": "Nobody Here"}},
    ]  # fmt: skip
    assert checked(records, "Acme Works said that AW grew.") == [
        ("unattested-alias", "acme: in no text occurs 'Acme Ltd', 'AW'"),
        ("never-named", "gone is named in no text"),
        ("unmet-condition", "acme: the alias 'AW' needs 'acm' or 'elsewhere', which is no entity and stands in no text"),
    ]  # fmt: skip


def test_a_name_of_two_is_an_open_question_and_neither_counts_as_never_named() -> None:
    records = [
        {"id": "bank", "type": "organization", "names": {"en": "Quorum"}},
        {"id": "ship", "type": "product", "names": {"en": "Quorum"}},
    ]
    assert checked(records, "Later the Quorum sailed.") == [
        ("undecided", "'Quorum' could be bank or ship: several-entities")
    ]


def test_a_relation_without_a_document_is_told() -> None:
    records = [
        {"id": "mill", "type": "organization", "names": {"en": "Quorum Mill"}, "relations": [{"part_of": "works"}]},
        {"id": "works", "type": "organization", "names": {"en": "Quorum Works"}},
    ]  # fmt: skip
    assert checked(records, "The Quorum Mill is part of Quorum Works.") == [
        ("unstated-relation", "mill: no document is named that states part_of works")
    ]
