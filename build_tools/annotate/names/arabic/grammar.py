"""What the grammar around an Arabic form says of it: for a form that is weighed it is evidence, for any other the verdict."""

from __future__ import annotations

from build_tools.annotate.names.arabic import adjectives, nouns
from build_tools.annotate.names.arabic.looks import is_native, relational
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.neighbours import ordinary
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


def _one_word(form: Form, _: NameRules) -> bool:
    return " " not in form.name


GRAMMAR: tuple[Rule, ...] = (
    Rule(ordinary, is_word_too, of_words=True),
    Rule(nouns.demonstrated, _definite, of_words=True),
    Rule(nouns.verb, _one_word),
    Rule(adjectives.adjective, _definite),
    Rule(adjectives.indefinite_adjective, _feminine_relation),
    Rule(nouns.common_noun, _native_noun, of_words=True),
    Rule(adjectives.plain_adjective, _follower, of_words=True),
    Rule(nouns.place_of_noun, _place_word),
    Rule(adjectives.described, _describable, of_words=True),
)
