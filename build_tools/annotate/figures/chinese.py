"""The rules of Chinese, in the order in which they are asked."""

from __future__ import annotations

from build_tools.annotate.figures.refused import han, hidden, hidden_rows, labels, names, results
from build_tools.annotate.figures.refused.hidden import HiddenRule
from build_tools.annotate.figures.refused.seen import RefusedRule

HIDDEN: tuple[HiddenRule, ...] = (
    hidden.web_address,
    hidden.mail_or_tag,
    hidden.telephone,
    hidden.version,
    hidden.host,
    hidden.code,
    hidden_rows.named_stretches,
    hidden_rows.numbered_in_a_row,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = (labels.label, labels.number_to_call)
"""Asked of a bare number before a second one may make it a range."""

REFUSED: tuple[RefusedRule, ...] = (
    names.latin_name_leads_in_to_han,
    names.type_name,
    names.letters_cling,
    names.capital_after_hyphen,
    labels.label,
    labels.number_to_call,
    names.han_phrase,
    results.bare_number_is_year,
    results.score,
    results.malformed,
    results.stoppage_time,
    names.long_code,
    han.nearly_half,
    han.over_half,
    han.zero_before_digits,
    han.part_of_a_date,
    han.digits,
    han.one_of_a_row,
    han.article,
    names.given_name,
    han.bare_scale,
    han.unit_says_so,
    han.part_of_a_whole,
    han.single_character,
    han.vague,
    han.row_of_digits,
    han.round_word,
)
