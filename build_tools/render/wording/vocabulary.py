"""The model's fixed terms as sentences or labels for readers. The catalogues are extracted from here, too."""

from __future__ import annotations

from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802 - the name that extractors of catalogues know
    """Marks a message that is looked up elsewhere."""
    return message


TERMS: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "money": N_("Money"),
        "percent": N_("Percentage"),
        "count": N_("Count"),
        "duration": N_("Duration"),
        "date": N_("Date"),
        "multiple": N_("Multiple"),
        "ratio": N_("Ratio"),
        "model-size": N_("Model size"),
        "rank": N_("Rank"),
        "discount": N_("Discount"),
    },
    "boilerplate": {
        "promotion": N_("Promotion, not part of the report"),
        "caption": N_("Caption, not part of the report"),
        "credit": N_("Credit, not part of the report"),
        "notice": N_("Notice, not part of the report"),
    },
    "rights": {
        "full": N_("Shown in full"),
        "excerpt": N_("Only an excerpt is shown"),
        "withheld": N_("The text is withheld"),
    },
    "assumed": {
        "currency": N_("The text does not name the country of the currency; this one is assumed."),
        "currency-of-text": N_(
            "The text does not name the country of the currency; it is taken for that of the country the text speaks of."
        ),
        "currency-of-record": N_(
            "The text does not name the country of the currency; it is taken for that of the text’s publisher or place."
        ),
        "currency-open": N_("The text does not say which country’s currency this is, and it is left open."),
    },
    "suspect": {
        "double_scale": N_(
            "The digits are grouped as thousands and the word “thousand” follows; one of the two may be a slip."
        ),
    },
    "verdict": {
        "agree": N_("The sources agree"),
        "differ-by-date": N_("The sources speak of different dates"),
        "conflict": N_("The sources contradict each other"),
        "not-comparable": N_("The statements cannot be compared"),
        "versions-differ": N_("Versions of one source contradict each other"),
        "single": N_("One source only"),
    },
    "reason": {
        "same-value": N_("The stated values are equal."),
        "overlapping": N_("The stated values are compatible, given how roughly they are put."),
        "differ": N_("The stated values exclude each other for the same date."),
        "other-date": N_("The values differ, and so do the dates that they are stated for."),
        "other-currency": N_("The amounts are in different currencies (%(left)s, %(right)s), and nothing is converted here."),
        "other-unit": N_("The numbers count different things: %(left)s and %(right)s."),
        "vague": N_("A statement names no definite value."),
        "date-unknown": N_("The values differ, and it is not known for which dates they are stated."),
        "implied-rate": N_("The source gives both amounts, which implies a rate of %(rate)s %(currency)s for one %(per)s."),
        "one-origin": N_("All statements stem from one story: its %(versions)s versions count as one source and confirm nothing independently."),
        "one-publisher": N_("All statements stem from %(reports)s reports that go back to one publisher: they count as one source and confirm nothing independently."),
        "one-voice": N_("All statements stem from %(reports)s reports that go back to one another: versions of a story, or what one publisher reported. They count as one source and confirm nothing independently."),
        "one-document": N_("All statements stand in one text, which counts as one source."),
        "converted-inside": N_("The text itself converts the amount."),
        "versions-differ": N_("Versions of one source state values that exclude each other for the same date."),
        "one-statement": N_("There is one statement only."),
    },
    "evidence": {
        "speech": N_("Both quote somebody."),
        "wording": N_("Both are worded alike."),
        "meaning": N_("Both are near in meaning, by a machine."),
    },
    "voice": {
        "one-origin": N_("One story, in several versions"),
        "one-publisher": N_("One publisher, in several reports"),
        "one-voice": N_("One origin, in several reports"),
        "one-document": N_("One text, which says it more than once"),
        "converted-inside": N_("One text, which converts the amount"),
        "one-statement": N_("One statement only"),
    },
    "date-modifier": {
        "at-most": N_("no later than %(amount)s"),
        "at-least": N_("no earlier than %(amount)s"),
    },
    "modifier": {
        "about": N_("about %(amount)s"),
        "more-than": N_("more than %(amount)s"),
        "less-than": N_("less than %(amount)s"),
        "at-least": N_("at least %(amount)s"),
        "at-most": N_("at most %(amount)s"),
        "nearly": N_("nearly %(amount)s"),
        "vague": N_("%(amount)s, vaguely put"),
    },
    "season": {
        "21": N_("spring %(year)s"),
        "22": N_("summer %(year)s"),
        "23": N_("autumn %(year)s"),
        "24": N_("winter %(year)s"),
        "40": N_("first half of %(year)s"),
        "41": N_("second half of %(year)s"),
    },
    "part-of-year": {
        "H1": N_("first half of the year"),
        "H2": N_("second half of the year"),
    },
    "period": {
        "day": N_("per day"),
        "week": N_("per week"),
        "month": N_("per month"),
        "quarter": N_("per quarter"),
        "year": N_("per year"),
    },
}  # fmt: skip
