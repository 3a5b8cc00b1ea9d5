"""The rules of English, in the order in which they are asked."""

from __future__ import annotations

from build_tools.annotate.figures.counted.homes import name_currencies, name_minors
from build_tools.annotate.figures.counted.occasions import tell_times
from build_tools.annotate.figures.counted.old_sterling import read_old_sterling
from build_tools.annotate.figures.counted.proportions import read_proportion
from build_tools.annotate.figures.dates import year_spans, years
from build_tools.annotate.figures.dates.calendar import written_date
from build_tools.annotate.figures.dates.date_rule import DateRules
from build_tools.annotate.figures.dates.listed_days import day_of_same_month, listed_day
from build_tools.annotate.figures.dates.periods import read_named_period, year_and_part
from build_tools.annotate.figures.numerals.connectors import connector_of_words, opens
from build_tools.annotate.figures.openers import Openers, places_of_words, rules_of_known_words
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
from build_tools.annotate.figures.together.bounds import BoundRule, bound_after, bound_before, estimated
from build_tools.annotate.figures.together.changes import lend_to_changes
from build_tools.annotate.figures.together.compound import add_parts
from build_tools.annotate.figures.together.elided import drop_rates, lend_nouns, lend_times, name_ages
from build_tools.annotate.figures.together.model_sizes import name_model_sizes
from build_tools.annotate.figures.together.opposed_bounds import merge_bounds
from build_tools.annotate.figures.together.pairs import (
    change_and_its_end,
    changed,
    code,
    falls,
    far_apart,
    fitted,
    moved_to,
    up_to_a_day,
    year_to_amount,
)
from build_tools.annotate.figures.together.ranges import RangeRules
from build_tools.annotate.figures.together.restated import link_equivalents
from build_tools.annotate.figures.together.same_money import same_money
from build_tools.annotate.figures.together.shared_measure import share_ages, share_measures, share_sides
from build_tools.annotate.figures.together.stage import Stage
from build_tools.annotate.figures.together.sums import add_minor
from build_tools.annotate.figures.together.worded_scores import drop_worded_scores

OPENERS = Openers(places=places_of_words, rules=rules_of_known_words)
"""Where figures begin, and which rules are asked there."""

DATES = DateRules(
    digits=(
        year_spans.era_span,
        years.era_year,
        year_spans.reign,
        years.noun_year,
        year_spans.year_span,
        years.decade,
        years.short_decade,
        years.century,
        written_date,
        listed_day,
        day_of_same_month,
        year_and_part,
        years.old_year,
        read_named_period,
        read_proportion,
        read_old_sterling,
    ),
    words=(years.century, years.decade_in_words, written_date, read_named_period),
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
    hidden.spaced_score,
    hidden.won_by,
    hidden.sets_of_a_match,
    hidden.street_address,
    hidden.number_to_text,
    hidden.wickets,
    hidden_titles.title,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = ()
"""Asked of a bare number before a second one may make it a range."""

REFUSED = Refusals(
    digits=(
        words.per_so_many,
        names.alone_in_quotes,
        words.time_of_day,
        words.placing,
        words.magnitude,
        leading_names.name_leads_in,
        names.letters_cling,
        names.capital_after_hyphen,
        labels.lettered_head,
        labels.year_in_a_name,
        labels.label,
        names.fixed_phrase,
        results.year_of_noun,
        results.bare_number_is_year,
        results.leading_zero,
        results.score,
        results.malformed,
        results.stoppage_time,
        names.plural_of_a_name,
        names.tens_in_the_plural,
    ),
    words=(
        words.time_of_day,
        words.placing,
        labels.label,
        names.fixed_phrase,
        names.named_by_capital,
        words.nothing_hyphened,
        words.digits_of_a_sum,
        words.doubtful_part,
        words.half_of_what,
        words.in_a_name,
        words.side_of_a_result,
        words.ambiguous_word,
    ),
)
"""What makes a number none, or something else than it seems: of one in digits and of one in words."""

BOUNDS: tuple[BoundRule, ...] = (bound_before, estimated, bound_after)
"""What bounds a figure; all are asked."""

RANGES = RangeRules(
    connector=connector_of_words,
    opens=opens,
    fitted=fitted,
    not_one=(up_to_a_day, change_and_its_end, year_to_amount, falls, far_apart, changed, moved_to, code),
)
"""How two numbers become one figure, and what keeps them apart."""

TOGETHER: tuple[Stage, ...] = (
    drop_worded_scores,
    tell_times,
    merge_bounds,
    name_ages,
    share_ages,
    drop_rates,
    add_minor,
    add_parts,
    name_currencies,
    name_minors,
    name_model_sizes,
    same_money,
    share_measures,
    share_sides,
    lend_to_changes,
    lend_times,
    lend_nouns,
    link_equivalents,
)
"""What the figures of a paragraph come to together; all are asked."""
