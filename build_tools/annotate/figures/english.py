"""The rules of English, in the order in which they are asked."""

from __future__ import annotations

from build_tools.annotate.figures.refused import hidden, labels, names, results, words
from build_tools.annotate.figures.refused.hidden import HiddenRule
from build_tools.annotate.figures.refused.seen import RefusedRule

HIDDEN: tuple[HiddenRule, ...] = (
    hidden.web_address,
    hidden.mail_or_tag,
    hidden.telephone,
    hidden.version,
    hidden.host,
    hidden.code,
    hidden.street_address,
    hidden.number_to_text,
    hidden.wickets,
    hidden.title,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = ()
"""Asked of a bare number before a second one may make it a range."""

REFUSED: tuple[RefusedRule, ...] = (
    names.name_leads_in,
    names.letters_cling,
    names.capital_after_hyphen,
    labels.lettered_head,
    labels.label,
    names.fixed_phrase,
    results.year_of_noun,
    results.bare_number_is_year,
    results.first_of_two_years,
    results.leading_zero,
    results.score,
    results.malformed,
    results.stoppage_time,
    names.plural_of_a_name,
    names.named_by_capital,
    words.nothing_hyphened,
    words.doubtful_part,
    words.fraction,
    words.in_a_name,
    words.side_of_a_result,
    words.ambiguous_word,
)
