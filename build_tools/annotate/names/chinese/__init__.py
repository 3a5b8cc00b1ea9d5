"""Names in Chinese script: a segmenter's dictionary tells whether a form crosses the borders of words."""

from __future__ import annotations

from build_tools.annotate.names.chinese import longer
from build_tools.annotate.names.chinese.weighing import weighed
from build_tools.annotate.names.chinese_words import borders_of_words
from build_tools.annotate.names.clubs import city_of_club, city_of_players, city_that_plays
from build_tools.annotate.names.neighbours import another_countrys, ordinary
from build_tools.annotate.names.page import Rule, is_short_form, is_word_too

_LONGEST_WORD = 4
"""Characters of the longest form that is weighed."""

RULES: tuple[Rule, ...] = (
    Rule(longer.dotted),
    Rule(longer.somebodys, lambda form, _: form.type == "place"),
    Rule(longer.letters_in_pairs, lambda form, _: form.origin == "letter"),
    Rule(ordinary, is_word_too),
    Rule(another_countrys, is_short_form),
    Rule(longer.in_title, lambda form, _: form.type == "place"),
    Rule(city_of_players, lambda form, _: form.type == "place"),
    Rule(city_that_plays, lambda form, _: form.type == "place"),
    Rule(city_of_club, lambda form, _: form.type == "place"),
    Rule(longer.kinds_of_place),
    Rule(longer.institution),
    Rule(longer.company_of_place, lambda form, _: form.type == "place"),
    Rule(borders_of_words),
    Rule(
        weighed,
        lambda form, _: form.alias is None and not form.general and 1 < len(form.name) <= _LONGEST_WORD,
    ),
)
