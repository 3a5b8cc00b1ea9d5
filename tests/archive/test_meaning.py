"""What paragraphs mean pairs the versions of one report, and never by itself two different stories."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from build_tools.archive.evidence import kinds, meaning
from build_tools.archive.evidence.kind import Floats, Material
from build_tools.archive.passages import material, passages
from build_tools.archive.places import figure_uses
from build_tools.meaning import Vectors, told
from build_tools.model import AnnotatedDocument, Passage, Record
from tests.archive.build import annotated, figure

SAYS = 24


class Senses:
    """An encoder that knows what a sentence means by its last word, and a little of how it is put."""

    version = "senses-1"
    size = 256

    def encode(self, sentences: Sequence[str]) -> Vectors:
        return np.array([self._vector(one) for one in sentences], np.int8).reshape(-1, self.size)

    def _vector(self, sentence: str) -> list[int]:
        sense = random.Random(sentence.rstrip(".").split()[-1])
        own = random.Random(sentence)
        return [round(15 * sense.gauss() + 5 * own.gauss()) for _ in range(self.size)]


def report(name: str, senses: Sequence[int], *, story: str | None = None) -> AnnotatedDocument:
    """A report whose paragraphs mean what the numbers say, in words of its own."""
    return annotated(
        name, "\n".join(f"{name} tells of sense{n}." for n in senses), record=Record(story=story)
    )


def linked(*documents: AnnotatedDocument, by_meaning: bool = True) -> tuple[Passage, ...]:
    figures = {one.document.id: figure_uses(one) for one in documents}
    return passages(documents, figures, meaning=told(documents, Senses()) if by_meaning else None)


def pairs(found: Sequence[Passage]) -> set[tuple[int, int]]:
    return {(one.left.paragraph, one.right.paragraph) for one in found}


OTHERS = [report(f"other{n}", range(100 * n, 100 * n + SAYS)) for n in (1, 2, 3)]


def test_versions_of_one_report_are_paired_without_any_name() -> None:
    kept = [n for n in range(SAYS) if n % 5]
    found = linked(report("ours", range(SAYS)), report("theirs", kept), *OTHERS)
    assert pairs(found) == {(n + 1, place + 1) for place, n in enumerate(kept)}
    assert all("meaning" in one.kinds for one in found)
    assert linked(report("ours", range(SAYS)), report("theirs", kept), *OTHERS, by_meaning=False) == ()


def test_versions_that_tell_it_in_another_order_are_paired_too() -> None:
    turned = [*range(12, SAYS), *range(12)]
    random.Random(4).shuffle(turned)
    found = linked(report("ours", range(SAYS)), report("theirs", turned), *OTHERS)
    assert pairs(found) == {(n + 1, place + 1) for place, n in enumerate(turned)}


def test_what_is_said_every_day_with_other_figures_is_another_report() -> None:
    def day(name: str, figures: Sequence[int]) -> AnnotatedDocument:
        lines = [f"{name} closed at {n} points of sense{place}." for place, n in enumerate(figures)]
        return annotated(
            name,
            "\n".join(lines),
            figures=tuple(figure(f"{n} points", str(n), kind="count", unit="point") for n in figures),
        )

    monday, tuesday = day("ours", range(411, 423)), day("theirs", range(511, 523))
    again = day("theirs", range(411, 423))
    assert not any("meaning" in one.kinds for one in linked(monday, tuesday, *OTHERS))
    assert sum("meaning" in one.kinds for one in linked(monday, again, *OTHERS)) == 12


def by_meaning(*documents: AnnotatedDocument) -> set[tuple[int, int]]:
    """Paragraphs of ours and of theirs that are paired by meaning."""
    return pairs(
        [
            one
            for one in linked(*documents, *OTHERS)
            if (one.left.document, one.right.document) == ("ours", "theirs") and "meaning" in one.kinds
        ]
    )


def test_versions_of_a_third_are_versions_of_one_another() -> None:
    left, right = range(14), [*range(10, 14), *range(700, 708)]
    whole = report("whole", [*left, *range(700, 708)])
    assert by_meaning(report("ours", left), report("theirs", right)) == set()
    assert {(11, 1), (12, 2), (13, 3), (14, 4)} <= by_meaning(
        report("ours", left), report("theirs", right), whole
    )
    apart = report("ours", left, story="a"), report("theirs", right, story="b")
    assert by_meaning(*apart, whole) == set()


def test_a_passage_says_which_of_several_sentences_are_near() -> None:
    def text(name: str, rows: Sequence[Sequence[int]]) -> AnnotatedDocument:
        lines = (" ".join(f"{name} tells of sense{n}." for n in row) for row in rows)
        return annotated(name, "\n".join(lines), record=Record(story="s"))

    one, other = text("Ours", [[1, 2], [3], [4]]), text("Theirs", [[2], [3], [900, 901, 4]])
    found = linked(one, other, *OTHERS)
    assert {(p.left.paragraph, p.right.paragraph): p.sentences for p in found if "meaning" in p.kinds} == {
        (1, 1): (2, 1),
        (2, 2): None,
        (3, 3): (1, 3),
    }


def test_what_is_much_alike_in_half_of_two_reports_is_one_report() -> None:
    half = report("theirs", [*range(8), *range(500, 508)])
    assert pairs(linked(report("ours", range(14)), half, *OTHERS)) == {(n, n) for n in range(1, 9)}
    quarter = report("theirs", [*range(4), *range(500, 512)])
    assert linked(report("ours", range(14)), quarter, *OTHERS) == ()


def test_a_declared_story_is_paired_by_what_little_it_shares() -> None:
    one, other = report("ours", range(SAYS), story="s"), report("theirs", [500, 3, 501, 502, 503], story="s")
    assert pairs(linked(one, other, *OTHERS)) == {(4, 2)}


def test_meaning_alone_connects_no_two_stories() -> None:
    shared = report("theirs", [1, 2, 3, *range(600, 600 + SAYS)])
    assert linked(report("ours", range(SAYS)), shared, *OTHERS) == ()


def test_two_sentences_are_no_version() -> None:
    assert linked(report("ours", [1, 2]), report("theirs", [1, 2]), *OTHERS) == ()


def test_what_is_nearest_to_one_another_brings_documents_together() -> None:
    documents = [report("ours", range(SAYS)), report("theirs", [3, 4, 5, 700, 701]), *OTHERS]
    figures = {one.document.id: figure_uses(one) for one in documents}
    known = kinds(material(documents, figures, meaning=told(documents, Senses())))
    (meaning,) = (kind for kind in known if kind.name == "meaning")
    assert meaning.together() == {("ours", "theirs"): 3}
    nothing = meaning.between("ours", "other1")
    assert not {pair for pair, nats in nothing.known.items() if nats > 3}
    assert not nothing.telling


def brought_together(*documents: AnnotatedDocument) -> dict[tuple[str, str], int]:
    said = told(documents, Senses())
    return dict(meaning.Meaning(Material({a.document.id: a for a in documents}, {}, meaning=said)).together())


def test_sentences_are_compared_a_few_at_a_time_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [report("here", range(SAYS)), report("there", range(SAYS)), *OTHERS]
    whole = brought_together(*documents)
    assert whole["here", "there"] > SAYS / 2
    monkeypatch.setattr(meaning, "BLOCK", 5)
    assert brought_together(*documents) == whole


def test_no_group_of_sentences_is_great_however_much_alike_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    best = meaning._best

    def seen(rows: Floats, *others: Any) -> Any:
        sizes.append(len(rows))
        return best(rows, *others)

    monkeypatch.setattr(meaning, "_best", seen)
    monkeypatch.setattr(meaning, "TOGETHER", 10)
    brought_together(*(report(f"day{n}", [1] * 40) for n in range(4)))
    assert sizes
    assert max(sizes) <= 20
