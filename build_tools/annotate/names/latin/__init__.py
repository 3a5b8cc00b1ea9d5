"""Names in Latin script: what capitals, hyphens and neighbours say of a form."""

from __future__ import annotations

from build_tools.annotate.names.clubs import city_of_players, city_that_plays
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.latin import articles, longer, persons, weighing, words, written
from build_tools.annotate.names.neighbours import another_countrys, is_tongue, ordinary, tongue
from build_tools.annotate.names.page import Rule, is_short_form, is_word_too
from build_tools.annotate.names.rules import NameRules


def _one_word(form: Form, _: NameRules) -> bool:
    return " " not in form.name


def _is_word(form: Form, rules: NameRules) -> bool:
    """Whether a form is known to be a word as well; who gives an alias conditions has weighed that."""
    return form.alias is None and rules.is_word(form.name)


def _thing_word(form: Form, rules: NameRules) -> bool:
    return form.type != "person" and _is_word(form, rules)


def _surname(form: Form, _: NameRules) -> bool:
    return form.type == "person" and " " not in form.name


def _word_of_no_person(form: Form, _: NameRules) -> bool:
    return form.type != "person" and " " not in form.name


def _may_be_word(form: Form, rules: NameRules) -> bool:
    return form.alias is None and (rules.is_word(form.name) or _word_of_no_person(form, rules))


def _acronym(form: Form, _: NameRules) -> bool:
    written = form.written
    return 1 < len(written) < 8 and written.isalpha() and written.isupper() and form.origin == "listed"


RULES: tuple[Rule, ...] = (
    Rule(written.address),
    Rule(written.capitals),
    Rule(tongue, is_tongue),
    Rule(written.lone_letter, lambda form, _: len(form.name) == 1),
    Rule(words.indefinite, _thing_word),
    Rule(words.describes_plural, lambda form, rules: _surname(form, rules) and rules.is_word(form.name)),
    Rule(words.month_or_day, lambda form, rules: form.name in rules.calendar),
    Rule(ordinary, is_word_too),
    Rule(longer.longer_in_capitals),
    Rule(longer.longer_name, lambda form, rules: _one_word(form, rules) and _thing_word(form, rules)),
    Rule(written.currency),
    Rule(longer.inside_longer, lambda form, _: form.type != "person" and form.alias is None),
    Rule(city_of_players, lambda form, _: form.type == "place"),
    Rule(city_that_plays, lambda form, _: form.type == "place"),
    Rule(longer.compound, _word_of_no_person),
    Rule(another_countrys, is_short_form),
    Rule(persons.junior, lambda form, _: form.type == "person"),
    Rule(persons.foreign_surname, _surname),
    Rule(persons.given_name, _word_of_no_person),
    Rule(written.bare_head, lambda form, _: form.origin == "part"),
    Rule(persons.somebodys, lambda form, _: form.type == "place" and " " not in form.name),
    Rule(
        articles.with_article, lambda form, _: form.type not in ("person", "place") and " " not in form.name
    ),
    Rule(words.defined_otherwise, _acronym),
    Rule(weighing.weighed, _may_be_word),
)
