"""The rules of Arabic, in the order in which they are asked."""

from __future__ import annotations

from build_tools.annotate.figures.counted.homes import name_currencies, name_minors
from build_tools.annotate.figures.counted.occasions import tell_times
from build_tools.annotate.figures.counted.proportions import read_proportion
from build_tools.annotate.figures.dates import year_spans, years
from build_tools.annotate.figures.dates.calendar import written_date
from build_tools.annotate.figures.dates.date_rule import DateRules
from build_tools.annotate.figures.dates.listed_days import listed_day
from build_tools.annotate.figures.dates.periods import read_named_period
from build_tools.annotate.figures.dates.written_dates import hijri_date
from build_tools.annotate.figures.dates.years_in_words import year_in_words
from build_tools.annotate.figures.numerals.connectors import connector_with_proclitics, opens
from build_tools.annotate.figures.openers import Openers, places_of_words, rules_of_any_word
from build_tools.annotate.figures.refused import (
    hidden,
    hidden_titles,
    labels,
    leading_names,
    names,
    results,
    sections,
    words,
)
from build_tools.annotate.figures.refused.hidden import HiddenRule
from build_tools.annotate.figures.refused.seen import Refusals, RefusedRule
from build_tools.annotate.figures.together.bounds import BoundRule, bound_after, bound_before, bound_from_afar
from build_tools.annotate.figures.together.changes import lend_to_changes
from build_tools.annotate.figures.together.compound import add_parts
from build_tools.annotate.figures.together.elided import lend_nouns, name_ages
from build_tools.annotate.figures.together.joins import add_halves, below_zero, between_one_and, one_to_two
from build_tools.annotate.figures.together.model_sizes import name_model_sizes
from build_tools.annotate.figures.together.opposed_bounds import merge_bounds
from build_tools.annotate.figures.together.pairs import (
    change_and_its_end,
    changed_by,
    code,
    falls,
    far_apart,
    fitted,
    not_elided,
    up_to_a_day,
    year_to_amount,
)
from build_tools.annotate.figures.together.ranges import RangeRules
from build_tools.annotate.figures.together.restated import link_equivalents
from build_tools.annotate.figures.together.same_money import same_money
from build_tools.annotate.figures.together.shared_measure import share_ages, share_measures
from build_tools.annotate.figures.together.stage import Stage
from build_tools.annotate.figures.together.sums import add_minor
from build_tools.annotate.figures.together.worded_scores import drop_worded_scores

OPENERS = Openers(places=places_of_words, rules=rules_of_any_word)
"""Where figures begin, and which rules are asked there."""

DATES = DateRules(
    digits=(
        years.second_century,
        hijri_date,
        year_spans.era_span,
        years.era_year,
        year_spans.reign,
        written_date,
        listed_day,
        years.noun_year,
        year_spans.year_span,
        years.old_year,
        read_proportion,
    ),
    words=(written_date, year_in_words, years.century_in_words, read_named_period),
)
"""Dates, and what else is read even where digits are hidden, each as it may begin at a place."""

HIDDEN: tuple[HiddenRule, ...] = (
    hidden.markup,
    hidden.web_address,
    hidden.coordinates,
    hidden.mail_or_tag,
    hidden.telephone,
    hidden.zone_offset,
    hidden.host,
    hidden.code,
    hidden.list_marker,
    sections.section_sign,
    sections.section_head,
    hidden.citation,
    hidden.won_by,
    hidden.sets_of_a_match,
    hidden.sides_of_a_result,
    hidden.result_of_a_match,
    hidden_titles.title,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = (labels.label, labels.numbered_head, labels.type_head)
"""Asked of a bare number before a second one may make it a range."""

REFUSED = Refusals(
    digits=(
        words.per_so_many,
        names.alone_in_quotes,
        words.time_of_day,
        words.magnitude,
        leading_names.latin_name_leads_in,
        leading_names.letter_leads_in,
        names.letters_cling,
        names.capital_after_hyphen,
        names.latin_letter_after,
        results.bare_number_is_year,
        results.leading_zero_anywhere,
        results.score,
        results.malformed,
        names.ends_a_quoted_name,
        results.stoppage_time,
    ),
    words=(
        labels.label,
        names.fixed_phrase,
        words.authored,
        words.one_of_them,
        words.fraction_of_doubt,
        words.side_of_a_result,
        words.ambiguous_word,
    ),
)
"""What makes a number none, or something else than it seems: of one in digits and of one in words."""

BOUNDS: tuple[BoundRule, ...] = (bound_before, bound_from_afar, bound_after)
"""What bounds a figure; all are asked."""

RANGES = RangeRules(
    connector=connector_with_proclitics,
    opens=opens,
    fitted=fitted,
    not_one=(up_to_a_day, change_and_its_end, year_to_amount, not_elided, falls, far_apart, changed_by, code),
)
"""How two numbers become one figure, and what keeps them apart."""

TOGETHER: tuple[Stage, ...] = (
    below_zero,
    drop_worded_scores,
    one_to_two,
    between_one_and,
    add_halves,
    tell_times,
    merge_bounds,
    name_ages,
    share_ages,
    add_minor,
    add_parts,
    name_currencies,
    name_minors,
    name_model_sizes,
    same_money,
    share_measures,
    lend_to_changes,
    lend_nouns,
    link_equivalents,
)
"""What the figures of a paragraph come to together; all are asked."""
