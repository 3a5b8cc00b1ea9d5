"""What several statements of one measure say together."""

from dataclasses import replace

import pytest

from build_tools.archive import gather
from build_tools.archive.compare import bounds
from build_tools.model import Measure, Record, Statement
from build_tools.problems import DataError
from tests.archive.build import annotated, figure, seeds


def compare(*statements, currency="USD", stories=()):
    """Comparison of one measure: each statement is (figure, as-of date)."""
    documents, rows = [], []
    for number, (stated, as_of) in enumerate(statements):
        name = f"d{number}"
        story = stories[number] if stories else None
        documents.append(
            annotated(name, f"It is {stated.surface} now.", figures=(stated,), record=Record(story=story))
        )
        rows.append(Statement(name, stated.surface, None, as_of, {}))
    measure = Measure("m", "acme", {"en": "Worth"}, "money", None, currency, None, tuple(rows))
    [comparison] = gather(seeds("acme", measures=(measure,)), documents).comparisons
    return comparison.verdict, [reason for reason, _ in comparison.reasons]


def usd(surface, value, **rest):
    return figure(surface, value, currency="USD", **rest)


def test_equal_values_agree():
    assert compare((usd("$5bn", "5000000000"), None), (usd("5 billion dollars", "5000000000"), None)) == (
        "agree",
        ["same-value"],
    )


def test_a_rounded_value_agrees_with_the_finer_one():
    assert compare((usd("$5.5bn", "5500000000"), None), (usd("$5.46bn", "5460000000"), None))[0] == "agree"


def test_more_than_agrees_with_what_lies_above():
    more = usd("$5bn", "5000000000", modifier="more-than")
    assert compare((more, "2024"), (usd("$7bn", "7000000000"), "2024"))[0] == "agree"


def test_different_values_of_one_date_conflict():
    assert compare((usd("$5bn", "5000000000"), "2024"), (usd("$7bn", "7000000000"), "2024-05")) == (
        "conflict",
        ["differ"],
    )


def test_different_values_of_different_dates_differ_by_date():
    assert compare((usd("$5bn", "5000000000"), "2023"), (usd("$7bn", "7000000000"), "2024")) == (
        "differ-by-date",
        ["other-date"],
    )


def test_different_values_without_a_date_cannot_be_compared():
    assert compare((usd("$5bn", "5000000000"), None), (usd("$7bn", "7000000000"), "2024")) == (
        "not-comparable",
        ["date-unknown"],
    )


def test_a_vague_amount_never_conflicts():
    vague = usd("billions of dollars", None, modifier="vague")
    assert compare((vague, "2024"), (usd("$7bn", "7000000000"), "2024")) == ("not-comparable", ["vague"])


def test_two_currencies_are_never_converted():
    yuan = figure("40bn yuan", "40000000000", currency="CNY")
    assert compare((yuan, None), (usd("$5.5bn", "5500000000"), None)) == (
        "not-comparable",
        ["other-currency"],
    )


@pytest.mark.parametrize(("yuan_value", "rate"), [("40000000000", "8"), ("4" + "0" * 50, "8" + "0" * 40)])
def test_a_source_that_converts_states_a_rate(yuan_value, rate):
    text = "A budget of 40bn yuan ($5bn)."
    yuan = figure("40bn yuan", yuan_value, currency="CNY")
    dollars = figure("$5bn", "5000000000", currency="USD", equivalent_of=text.index("40bn"))
    document = annotated("d", text, figures=(yuan, dollars))
    rows = (Statement("d", "40bn yuan", None, None, {}), Statement("d", "$5bn", None, None, {}))
    measure = Measure("m", "acme", {}, "money", None, None, None, rows)
    [comparison] = gather(seeds("acme", measures=(measure,)), [document]).comparisons
    assert comparison.verdict == "single", "one text is one voice"
    assert comparison.reasons == (
        ("converted-inside", {}),
        ("implied-rate", {"rate": rate, "currency": "CNY", "per": "USD"}),
    )


def test_versions_of_one_story_confirm_nothing():
    same = (usd("$5bn", "5000000000"), None), (usd("5 billion dollars", "5000000000"), None)
    assert compare(*same, stories=("s", "s")) == ("single", ["one-origin"])


def test_a_document_does_not_confirm_itself():
    text = "First 5 billion dollars, then $5bn."
    figures = (usd("5 billion dollars", "5000000000"), usd("$5bn", "5000000000"))
    rows = tuple(Statement("d", f.surface, None, None, {}) for f in figures)
    measure = Measure("m", "acme", {}, "money", None, "USD", None, rows)
    [comparison] = gather(
        seeds("acme", measures=(measure,)), [annotated("d", text, figures=figures)]
    ).comparisons
    assert (comparison.verdict, comparison.reasons) == ("single", (("one-document", {}),))


def test_an_editors_value_is_the_one_compared():
    wrong = usd("$5000bn", "5000000000000", corrected="5000000000", literal=usd("$5000bn", "5000000000000"))
    assert compare((wrong, None), (usd("$5bn", "5000000000"), None))[0] == "agree"


@pytest.mark.parametrize(
    ("quote", "nth", "code"),
    [("$6bn", None, "quote-not-found"), ("$5bn", 3, "quote-not-found"), ("$5bn", None, "quote-ambiguous")],
)
def test_a_statement_must_quote_its_source(quote, nth, code):
    document = annotated("d", "First $5bn.\nThen $5bn.", figures=(usd("$5bn", "5000000000"),))
    measure = Measure("m", "acme", {}, "money", None, "USD", None, (Statement("d", quote, nth, None, {}, 7),))
    with pytest.raises(DataError) as failure:
        gather(seeds("acme", measures=(measure,)), [document])
    [problem] = failure.value.problems
    assert (problem.code, problem.line) == (code, 7)


def test_a_figure_that_only_touches_the_quote_is_not_stated_in_it():
    document = annotated("d", "共400亿元。", figures=(figure("400亿元", "40000000000", currency="CNY"),))
    for quote, found in (("共", False), ("。", False), ("共4", True), ("元。", True)):
        measure = Measure(
            "m", "acme", {}, "money", None, "CNY", None, (Statement("d", quote, None, None, {}, 7),)
        )
        if found:
            assert len(gather(seeds("acme", measures=(measure,)), [document]).comparisons) == 1
            continue
        with pytest.raises(DataError, match="no figure of kind money"):
            gather(seeds("acme", measures=(measure,)), [document])


def test_a_quote_may_be_written_on_one_line_where_the_text_is_wrapped():
    document = annotated(
        "d", "It paid 5\nbillion dollars.", figures=(usd("5\nbillion dollars", "5000000000"),)
    )
    rows = (Statement("d", "paid 5 billion dollars", None, None, {}),)
    measure = Measure("m", "acme", {}, "money", None, "USD", None, rows)
    [comparison] = gather(seeds("acme", measures=(measure,)), [document]).comparisons
    assert comparison.statements[0].use.figure.value == "5000000000"


def test_bounds_of_an_exact_figure_are_what_rounds_to_it():
    low, high = bounds(usd("$5.5bn", "5500000000"))
    assert (int(low), int(high)) == (5450000000, 5550000000)
    assert bounds(replace(usd("x", None), low="1", high="2")) == (1, 2)


@pytest.mark.parametrize("modifier", ["about", "nearly"])
@pytest.mark.parametrize(
    ("value", "verdict"),
    [("109000", "agree"), ("111000", "conflict"), ("91000", "agree"), ("89000", "conflict")],
)
def test_about_and_nearly_are_a_tenth_more_or_less(modifier, value, verdict):
    about = (usd("$100,000", "100000", modifier=modifier), "2024")
    assert compare(about, (usd(f"${value}", value), "2024"))[0] == verdict


def test_a_figure_of_another_kind_is_no_statement_of_the_measure():
    stated = (usd("$5bn", "5000000000"), "2024")
    with pytest.raises(DataError) as caught:
        compare(stated, (figure("5 billion", "5000000000", kind="count"), "2024"))
    assert [problem.code for problem in caught.value.problems] == ["no-figure"]
