"""Which documents speak with one voice, and what statements of one voice may not be said to do."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from build_tools.archive import gather
from build_tools.archive.compare import ABOUT
from build_tools.archive.origins import origins
from build_tools.model import Measure, Paragraph, Passage, Place, Record, Source, Statement
from tests.archive.build import annotated, figure, seeds


def document(name, text="One.", *, story=None, figures=(), **source):
    return annotated(name, text, figures=figures, record=Record(story=story, source=Source(**source)))


def voices(*documents, passages=()):
    return origins(documents, passages)


def test_documents_that_nothing_joins_are_origins_of_their_own():
    assert voices(document("a", publisher="tide"), document("b"), document("c")) == {
        "a": "a",
        "b": "b",
        "c": "c",
    }


@pytest.mark.parametrize(
    ("one", "other", "origin"),
    [
        ({"story": "s"}, {"story": "s"}, "story:s"),
        ({"publisher": "tide"}, {"publisher": "tide"}, "publisher:tide"),
        ({"publisher": "tide"}, {"publisher": "moon", "reprinted_from": "tide"}, "publisher:tide"),
        ({"publisher": "tide"}, {"credits": ("reuters", "tide")}, "publisher:tide"),
        ({"credits": ("tide",)}, {"credits": ("tide",)}, "publisher:tide"),
    ],
)
def test_one_voice(one, other, origin):
    assert voices(document("a", **one), document("b", **other), document("c")) == {
        "a": origin,
        "b": origin,
        "c": "c",
    }


def test_two_publishers_are_two_voices():
    assert len(set(voices(document("a", publisher="tide"), document("b", publisher="moon")).values())) == 2


def test_what_is_joined_by_different_things_is_one_voice_all_the_same():
    a, b, c = (
        document("a", story="s"),
        document("b", story="s", publisher="tide"),
        document("c", publisher="tide"),
    )
    assert set(voices(a, b, c).values()) == {"a"}


def test_documents_that_passages_show_to_be_versions_are_one_voice():
    a, b, c = (document(name, "One.\nTwo.\nThree.\nFour.") for name in "abc")
    links = [Passage(Place("a", n), Place("b", n), 0.9, (), ()) for n in (1, 2, 3)]
    links += [Passage(Place("b", n), Place("c", n), 0.9, (), ()) for n in (1, 2)]
    assert voices(a, b, c, passages=links) == {"a": "a", "b": "a", "c": "c"}


def dollars(surface, value, **rest):
    return figure(surface, value, currency="USD", **rest)


def compare(*stated):
    """Verdict and reasons for statements: (record's source and story, figure, as-of date)."""
    documents, rows = [], []
    for number, (about, said, as_of) in enumerate(stated):
        documents.append(document(f"d{number}", f"It is {said.surface} now.", figures=(said,), **about))
        rows.append(Statement(f"d{number}", said.surface, None, as_of, {}))
    measure = Measure("m", "acme", {"en": "Worth"}, "money", None, "USD", None, tuple(rows))
    [comparison] = gather(seeds("acme", measures=(measure,)), documents).comparisons
    return comparison.verdict, [reason for reason, _ in comparison.reasons]


FIVE, SEVEN = dollars("$5bn", "5000000000"), dollars("$7bn", "7000000000")
TIDE, MOON = {"publisher": "tide"}, {"publisher": "moon"}


def test_sources_agree_only_where_two_origins_do():
    assert compare((TIDE, FIVE, "2024"), (MOON, FIVE, "2024")) == ("agree", ["same-value"])
    assert compare((TIDE, FIVE, "2024"), (TIDE, FIVE, "2024")) == ("single", ["one-publisher"])


def test_one_paper_that_speaks_of_two_dates_is_one_source():
    assert compare((TIDE, FIVE, "2023"), (TIDE, SEVEN, "2024")) == ("single", ["one-publisher", "other-date"])


def test_versions_that_contradict_each_other_are_said_to_be_versions():
    story = {"story": "s"}
    assert compare((story, FIVE, "2024"), (story, SEVEN, "2024")) == (
        "versions-differ",
        ["one-origin", "versions-differ"],
    )


def test_agreement_within_one_voice_does_not_outweigh_a_conflict_with_another():
    assert compare((TIDE, FIVE, "2024"), (TIDE, FIVE, "2024"), (MOON, SEVEN, "2024"))[0] == "conflict"


def test_two_voices_agree_even_where_versions_of_one_differ():
    vague = dollars("5 to 8bn dollars", None, low="5000000000", high="8000000000")
    found = compare((TIDE, FIVE, "2024"), (TIDE, SEVEN, "2024"), (MOON, vague, "2024"))
    assert found == ("agree", ["overlapping", "versions-differ"])


def near(value, modifier="about"):
    """Two sources: one says about 100, the other exactly so much."""
    hundred = dollars("$100", "100", modifier=modifier)
    return compare((TIDE, hundred, "2024"), (MOON, dollars(f"${value}", value), "2024"))[0]


def test_about_reaches_a_tenth_and_no_further():
    assert Decimal("0.1") == ABOUT
    assert (near("109"), near("91")) == ("agree", "agree")
    assert (near("111"), near("89")) == ("conflict", "conflict")


def test_exactly_reaches_as_far_as_its_digits():
    assert (near("100.4", "exact"), near("106", "exact")) == ("agree", "conflict")


def test_figures_of_different_kinds_are_never_set_against_each_other():
    five = figure("5 percent", "5", kind="percent")
    text = "It is 5 percent, or $5."
    stated = document("a", text, figures=(five, dollars("$5", "5")))
    other = document("b", "It is $5.", figures=(dollars("$5", "5"),))
    kinds = {}
    for kind, quote in (("percent", "5 percent"), ("money", "$5")):
        rows = (Statement("a", quote, None, None, {}), Statement("b", "$5", None, None, {}))
        measure = Measure("m", "acme", {}, kind, None, None, None, rows)
        try:
            [comparison] = gather(seeds("acme", measures=(measure,)), [stated, other]).comparisons
        except Exception as error:
            kinds[kind] = [problem.code for problem in error.problems]
        else:
            kinds[kind] = comparison.verdict
    assert kinds == {"percent": ["no-figure"], "money": "agree"}


@pytest.mark.parametrize(
    ("yuan", "dollar", "rate"),
    [("40000000000", "5500000000", "7.3"), ("10000000000", "2130000000", "4.7"), ("12345", "1111", "11.11")],
)
def test_an_implied_rate_is_no_more_exact_than_the_amounts(yuan, dollar, rate):
    text = "A budget of 40bn yuan ($5bn)."
    figures = (
        figure("40bn yuan", yuan, currency="CNY"),
        dollars("$5bn", dollar, equivalent_of=text.index("40bn")),
    )
    rows = (Statement("d", "40bn yuan", None, None, {}), Statement("d", "$5bn", None, None, {}))
    measure = Measure("m", "acme", {}, "money", None, None, None, rows)
    [comparison] = gather(
        seeds("acme", measures=(measure,)), [document("d", text, figures=figures)]
    ).comparisons
    assert [reason for reason, _ in comparison.reasons] == ["converted-inside", "implied-rate"]
    assert comparison.reasons[1][1]["rate"] == rate


def test_boilerplate_does_not_make_a_document_longer():
    a, b = (document(name, "One.\nTwo.\nThree.\nSign up.\nRead more.\nShare.\nMore.") for name in "ab")

    def marked(made):
        paragraphs = tuple(
            replace(p, boilerplate="notice") if n > 3 else Paragraph(p.start, p.end)
            for n, p in enumerate(made.document.paragraphs, 1)
        )
        return replace(made, document=replace(made.document, paragraphs=paragraphs))

    links = [Passage(Place("a", n), Place("b", n), 0.9, (), ()) for n in (1, 2, 3)]
    assert set(origins([marked(a), marked(b)], links).values()) == {"a"}


def test_what_makes_one_voice_is_what_all_of_its_documents_share():
    """A report, another version of it, and what its publisher said a month later: no story and no publisher in common."""
    story = {"story": "s"}
    chain = ((story, FIVE, "2024"), (story | TIDE, FIVE, "2024"), (TIDE, FIVE, "2024"))
    assert compare(*chain) == ("single", ["one-voice"])
    assert compare(*chain[:2]) == ("single", ["one-origin"])
    assert compare(*chain[1:]) == ("single", ["one-publisher"])
