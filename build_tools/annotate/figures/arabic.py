"""The rules of Arabic, in the order in which they are asked."""

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
    hidden.result_of_a_match,
    hidden.title,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = (labels.label, labels.numbered_head)
"""Asked of a bare number before a second one may make it a range."""

REFUSED: tuple[RefusedRule, ...] = (
    names.latin_name_leads_in,
    names.letters_cling,
    names.capital_after_hyphen,
    names.latin_letter_after,
    labels.label,
    labels.numbered_head,
    names.fixed_phrase,
    results.bare_number_is_year,
    results.first_of_two_years,
    results.leading_zero_anywhere,
    results.score,
    results.malformed,
    names.ends_a_quoted_name,
    results.stoppage_time,
    names.named_by_capital,
    words.nothing_hyphened,
    words.fraction_of_doubt,
    words.in_a_name,
    words.side_of_a_result,
    words.ambiguous_word,
)
