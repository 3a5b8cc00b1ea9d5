"""The rules of Chinese, in the order in which they are asked."""

from __future__ import annotations

from build_tools.annotate.figures.counted.han_growth import double
from build_tools.annotate.figures.counted.homes import name_currencies
from build_tools.annotate.figures.counted.proportions import read_proportion
from build_tools.annotate.figures.dates import han_dates, han_years, year_spans
from build_tools.annotate.figures.dates.calendar import written_date
from build_tools.annotate.figures.dates.date_rule import DateRules
from build_tools.annotate.figures.dates.periods import year_and_part
from build_tools.annotate.figures.numerals.connectors import connector_of_han, opens
from build_tools.annotate.figures.openers import Openers, places_of_han, rules_of_han
from build_tools.annotate.figures.refused import (
    han,
    hidden,
    hidden_rows,
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
from build_tools.annotate.figures.together.bounds import BoundRule
from build_tools.annotate.figures.together.changes import lend_measures
from build_tools.annotate.figures.together.compound import add_parts
from build_tools.annotate.figures.together.han_bounds import compared, han_bound_after, han_bound_before
from build_tools.annotate.figures.together.implied_money import imply_money
from build_tools.annotate.figures.together.model_sizes import name_model_sizes
from build_tools.annotate.figures.together.opposed_bounds import merge_bounds
from build_tools.annotate.figures.together.pairs import (
    change_and_its_end,
    changed,
    code,
    falls,
    far_apart,
    fitted_han,
    moved_by,
    year_to_amount,
)
from build_tools.annotate.figures.together.ranges import RangeRules
from build_tools.annotate.figures.together.restated import link_equivalents
from build_tools.annotate.figures.together.shared_measure import share_measures, share_sides
from build_tools.annotate.figures.together.stage import Stage
from build_tools.annotate.figures.together.sums import add_minor

OPENERS = Openers(places=places_of_han, rules=rules_of_han)
"""Where figures begin, and which rules are asked there."""

DATES = DateRules(
    digits=(
        han_years.han_centuries,
        han_years.han_decades,
        han_years.han_century,
        han_years.han_decade,
        han_years.early_span,
        year_and_part,
        written_date,
        han_dates.han_later_day,
        han_years.early_year,
        han_years.bracketed_year,
        year_spans.year_span,
        read_proportion,
    ),
    words=(
        han_years.han_centuries,
        han_years.han_decades,
        han_years.han_century,
        han_years.han_decade,
        written_date,
        han_dates.han_later_day,
    ),
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
    hidden_titles.title_in_marks,
    hidden_titles.title,
    hidden.sides_of_a_result,
    hidden_rows.named_stretches,
    hidden_rows.numbered_in_a_row,
)
"""Stretches in which no figure begins."""

EARLY: tuple[RefusedRule, ...] = (labels.label, labels.number_to_call)
"""Asked of a bare number before a second one may make it a range."""

REFUSED = Refusals(
    digits=(
        words.per_so_many,
        names.alone_in_quotes,
        leading_names.latin_name_leads_in_to_han,
        names.type_name,
        names.letters_cling,
        names.capital_after_hyphen,
        names.han_phrase,
        results.bare_number_is_year,
        results.score,
        results.malformed,
        results.stoppage_time,
        names.long_code,
        names.number_in_a_name,
        han.zero_before_digits,
        han.part_of_a_date,
    ),
    words=(
        words.per_so_many,
        labels.label,
        names.han_phrase,
        han.formal_numeral,
        han.nearly_half,
        han.over_half,
        han.part_of_a_date,
        han.one_of_a_row,
        han.article,
        names.given_name,
        han.bare_scale,
        han.unit_says_so,
        han.part_of_a_whole,
        han.single_character,
        han.row_of_digits,
        han.round_word,
    ),
)
"""What makes a number none, or something else than it seems: of one in digits and of one in words."""

BOUNDS: tuple[BoundRule, ...] = (han_bound_before, han_bound_after, compared)
"""What bounds a figure; all are asked."""

RANGES = RangeRules(
    connector=connector_of_han,
    opens=opens,
    fitted=fitted_han,
    not_one=(change_and_its_end, year_to_amount, falls, far_apart, changed, moved_by, code),
)
"""How two numbers become one figure, and what keeps them apart."""

TOGETHER: tuple[Stage, ...] = (
    double,
    merge_bounds,
    add_minor,
    add_parts,
    name_model_sizes,
    lend_measures,
    share_measures,
    share_sides,
    imply_money,
    name_currencies,
    link_equivalents,
)
"""What the figures of a paragraph come to together; all are asked."""
