"""Names in Arabic script: marks and letters that folding hides, adjectives, nouns, longer names."""

from __future__ import annotations

from build_tools.annotate.names.arabic import adjectives, longer, months, nouns, weighing, written
from build_tools.annotate.names.arabic.grammar import GRAMMAR
from build_tools.annotate.names.clubs import city_of_club, city_of_players, city_that_plays
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.neighbours import cue_nouns, is_tongue, tongue
from build_tools.annotate.names.page import Rule
from build_tools.annotate.names.rules import NameRules


def _person_or_one_word(form: Form, _: NameRules) -> bool:
    return form.type == "person" or " " not in form.name


def _called_like_a_person(form: Form, rules: NameRules) -> bool:
    return " " not in form.name and (form.type == "person" or form.name in rules.given_names)


RULES: tuple[Rule, ...] = (
    Rule(written.declined),
    Rule(written.written_otherwise),
    Rule(written.marks),
    Rule(tongue, is_tongue),
    Rule(weighing.glued_word, lambda form, _: " " not in form.name),
    Rule(cue_nouns),
    *GRAMMAR,
    Rule(
        adjectives.another_countrys,
        lambda form, rules: form.origin == "short" or form.name in rules.short_forms,
    ),
    Rule(longer.longer_place, lambda form, _: form.type in ("place", "organization")),
    Rule(longer.club_of_place, lambda form, _: form.type == "place" and " " not in form.name),
    Rule(longer.division, lambda form, _: form.type == "place"),
    Rule(months.month, lambda form, _: form.name in months.months()),
    Rule(city_of_players, lambda form, _: form.type == "place"),
    Rule(city_that_plays, lambda form, _: form.type == "place"),
    Rule(city_of_club, lambda form, _: form.type == "place"),
    Rule(longer.compound, _person_or_one_word),
    Rule(longer.namesake, _called_like_a_person),
    Rule(longer.stranger, lambda form, _: form.type == "place" and " " not in form.name),
    Rule(nouns.elsewhere_quoted, lambda form, _: form.type not in ("person", "place")),
    Rule(weighing.weighed, weighing.is_word_too),
)
