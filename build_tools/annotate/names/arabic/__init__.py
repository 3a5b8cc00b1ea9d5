"""Names in Arabic script: marks and letters that folding hides, adjectives, nouns, longer names."""

from __future__ import annotations

from build_tools.annotate.names.arabic import adjectives, longer, months, nouns, weighing, written
from build_tools.annotate.names.arabic.looks import is_native, relational
from build_tools.annotate.names.clubs import city_of_club, city_of_players
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.neighbours import cue_nouns, is_tongue, ordinary, tongue
from build_tools.annotate.names.page import Rule, is_word_too
from build_tools.annotate.names.rules import NameRules


def _plain(form: Form) -> bool:
    """One word, to which no alias gives conditions."""
    return " " not in form.name and form.alias is None


def _definite(form: Form, rules: NameRules) -> bool:
    return " " not in form.name and form.name.startswith(rules.article)


def _feminine_relation(form: Form, rules: NameRules) -> bool:
    name = form.name
    indefinite = " " not in name and not name.startswith(rules.article)
    return indefinite and relational(name, rules) and name.endswith("ه")


def _native_noun(form: Form, rules: NameRules) -> bool:
    bare = _plain(form) and form.type != "place" and not form.name.startswith(rules.article)
    return bare and is_native(form.name, rules)


def _follower(form: Form, rules: NameRules) -> bool:
    known = form.name in rules.followers or form.name.removesuffix("ا") in rules.followers
    return form.alias is None and known


def _place_word(form: Form, rules: NameRules) -> bool:
    word = form.name in rules.ordinary_index and not form.name.startswith(rules.article)
    return form.type == "place" and word


def _describable(form: Form, rules: NameRules) -> bool:
    return _plain(form) and (form.name.startswith(rules.article) or is_native(form.name, rules))


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
    Rule(ordinary, is_word_too, of_words=True),
    Rule(cue_nouns),
    Rule(nouns.demonstrated, _definite, of_words=True),
    Rule(nouns.verb, lambda form, _: " " not in form.name),
    Rule(adjectives.adjective, _definite),
    Rule(adjectives.indefinite_adjective, _feminine_relation),
    Rule(
        adjectives.another_countrys,
        lambda form, rules: form.origin == "short" or form.name in rules.short_forms,
    ),
    Rule(longer.longer_place, lambda form, _: form.type in ("place", "organization")),
    Rule(longer.club_of_place, lambda form, _: form.type == "place" and " " not in form.name),
    Rule(longer.division, lambda form, _: form.type == "place"),
    Rule(months.month, lambda form, _: form.name in months.months()),
    Rule(city_of_players, lambda form, _: form.type == "place"),
    Rule(city_of_club, lambda form, _: form.type == "place"),
    Rule(longer.compound, _person_or_one_word),
    Rule(longer.namesake, _called_like_a_person),
    Rule(longer.stranger, lambda form, rules: form.type == "place" and form.name in rules.given_names),
    Rule(nouns.common_noun, _native_noun, of_words=True),
    Rule(adjectives.plain_adjective, _follower, of_words=True),
    Rule(nouns.place_of_noun, _place_word),
    Rule(adjectives.described, _describable, of_words=True),
    Rule(nouns.elsewhere_quoted, lambda form, _: form.type not in ("person", "place")),
    Rule(weighing.weighed, weighing.is_noun_too),
)
