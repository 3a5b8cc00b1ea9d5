"""The tables of what stands around figures: bounds, ranges, dates, names, ranks, and how nouns are built."""

from __future__ import annotations

from build_tools.annotate.figures.grammar.table import Forms, Table
from build_tools.model import Modifier


class Periods(Table):
    """When "over" a length of time is "during"."""

    words: Forms = ()
    """The words that mean either."""
    units: Forms = ()
    """Of these it is always "during"."""
    lasting_after: Forms = ()
    """After these it is "more than"."""
    lasting_before: Forms = ()
    """Before these it is "more than"."""


class Comparison(Table):
    """A comparison whose adjective stands after the number: 比三十大."""

    mark: str = ""
    """What stands before the number."""
    more: Forms = ()
    """Adjectives for more."""
    less: Forms = ()
    """Adjectives for less."""


class FarLinked(Table):
    """Verbs that bound what a preposition leads to."""

    links: Forms = ()
    """The prepositions."""
    less: Forms = ()
    """Verbs for less."""
    more: Forms = ()
    """Verbs for more."""


class Far(Table):
    """A verb that bounds its object from afar, with its subject between."""

    about: Forms = ()
    """Verbs for about."""
    more: Forms = ()
    """Verbs for more."""
    linked: FarLinked = FarLinked()
    """Verbs whose object a preposition leads to: يقل عدد سكانه عن 900."""
    denied: Forms = ()
    """Words that turn them round."""
    subjects: Forms = ()
    """Nouns that can be the subject."""
    never: Forms = ()
    """Words that end the search."""


class DateBounds(Table):
    """What binds a date that follows."""

    at_most: Forms = ()
    """No later than."""
    at_least: Forms = ()
    """No earlier than."""
    about: Forms = ()
    """Around."""
    between: Forms = ()
    """Words that may stand between the two."""


class Recent(Table):
    """When 近 says "the last" and not "nearly"."""

    words: Forms = ()
    """The words that mean either."""
    units: Forms = ()
    """Before so many of these it is "the last"."""
    since: Forms = ()
    """After a length of time these make it "the last": 近十年来."""
    heading: Forms = ()
    """So many of these, alone at the head of a sentence, are "the last" too: 近两年,她很少出门."""
    lasting_after: Forms = ()
    """After these it is "nearly"."""


class Modifiers(Table):
    """What bounds a figure."""

    before: dict[Modifier, Forms]
    """Before the figure."""
    after: dict[Modifier, Forms]
    """After the figure."""
    periods: Periods = Periods()
    """When "over" is "during"."""
    unbound_lead: str = ""
    """Letters that are written on such a word and undo it: لتصل إلى, so that it reaches."""
    adds: Forms = ()
    """No bound where a number follows: plus."""
    comparison: Comparison = Comparison()
    """A comparison whose adjective stands after the number."""
    dates: DateBounds = DateBounds()
    """What binds a date."""
    verbs_of: dict[str, Forms] = {}
    """Verbs that such a word belongs to: handed over."""
    far: Far = Far()
    """Verbs that bound from afar."""
    than: Forms = ()
    """After a bound these make it a comparison."""
    denials: Forms = ()
    """A few words before "more than" these turn it round: did not pay more than £5."""
    undenied: Forms = ()
    """Words that undo such a denial."""
    denied_by: Forms = ()
    """Right before "more than" these turn it round: 不得超过."""
    compares: Forms = ()
    """With a measure right before them these compare with the figure after them: 4% above the 77 GW forecast."""
    skip: Forms = ()
    """Words that may stand between a bound and its figure."""
    word_tails: dict[str, str] = {}
    """Modifiers that after these characters are the end of a longer word: 近 in 最近."""
    not_more_before: str = ""
    """Before these 多 and 余 are no "more": 多少."""
    not_bound_before: dict[str, str] = {}
    """Before these characters a bound begins another word: 许多."""
    attributive: Forms = ()
    """Between a modifier and its figure, or after a figure, these make the modifier another's: 最高的27分."""
    superlative: Forms = ()
    """Characters that begin a highest or lowest."""
    before_scale_only: Forms = ()
    """Modifiers that bind only a number that begins with a scale: 上百人."""
    inside_more: Forms = ()
    """More, inside the span: 两公斤多."""
    unbound_units: dict[str, Forms] = {}
    """Modifiers that after these units are a classifier: 三起."""
    carriers: str = ""
    """Words that carry a modifier over to the figure behind them: 约占全台8.9%."""
    records: Forms = ()
    """Before a highest or lowest these make it a record and no bound: 单日最高2313万."""
    recent: Recent = Recent()
    """When 近 says "the last"."""
    bounded_verbs: Forms = ()
    """Verbs between a bound and its number: 最多容纳560人."""
    part_bounds: str = ""
    """Bounds after a part of a whole only: 三分之一强."""
    part_bounds_end: str = ""
    """Last characters of bounds that may stand before the whole of which a part is told: 不到总库容的五分之一."""
    part_not_of: Forms = ()
    """Between such a bound and the part these say that something else is bounded."""


class Rows(Table):
    """What joins the numbers of a row that share one measure."""

    mark: Forms = ()
    """Between two of them."""
    last: Forms = ()
    """Before the last one, alone or after such a mark."""
    sides: Forms = ()
    """Between the sides of what is measured: 225 by 160 mm."""


class Ranges(Table):
    """Two numbers that are one figure, and figures that say the same."""

    by: Forms = ()
    """Before a number: by how much something changes."""
    to: Forms = ()
    """Between the ends of a range."""
    glued_to: Forms = ()
    """The same, written on the number."""
    either: Forms = ()
    """Between two numbers of which one is meant."""
    pair: Forms = ()
    """Between the ends of a range after "between"."""
    between: Forms = ()
    """Before both ends."""
    start: Forms = ()
    """Before the first end."""
    bounds_inside: Forms = ()
    """Bounds that may stand before the second end of a range."""
    opposing: Forms = ()
    """Between two bounds of one range: more than 10 but less than 20."""
    rows: Rows = Rows()
    """Rows of numbers."""
    closing: Forms = ()
    """After the second end: 之间."""
    change: Forms = ()
    """Words of change: from A to B are then two figures."""
    moving: Forms = ()
    """Verbs of change right before by how much: 减少1.3万人至380万人."""
    equivalent: Forms = ()
    """Before a figure that restates the one before it."""


class PartsOfYear(Table):
    """Quarters and halves of a year."""

    names: dict[str, Forms] = {}
    """Words for them: Q, H."""
    last: Forms = ()
    """The last one."""
    links: Forms = ()
    """Between the part and its year, in this order, each once."""


class NthDay(Table):
    """Days told by their place in a month."""

    last: Forms = ()
    """The last one."""
    last_day: Forms = ()
    """The last day."""
    day: Forms = ()
    """The word for a day before a weekday."""
    weekdays: dict[int, Forms] = {}
    """Weekdays by number, Monday is 0."""
    month_links: Forms = ()
    """Between the day and its month."""
    day_links: Forms = ()
    """The same where no weekday is told: fourth of July."""
    number_links: Forms = ()
    """The same after a bare number."""


class Dates(Table):
    """Years, months, days."""

    decades: dict[int, Forms] = {}
    """Words for decades."""
    centuries: dict[int, Forms] = {}
    """Centuries after a decade, by their first year."""
    not_decade_before: Forms = ()
    """Before these such a word is an age or a temperature."""
    first_day: Forms = ()
    """Words for the first of a month."""
    roc_name: str = ""
    """The name of the Republican era, whose years may stand without it in a text that holds it."""
    year_bounds: Forms = ()
    """Modifiers that are also said of time."""
    day_nouns: Forms = ()
    """Words for days."""
    date_signs: str = ""
    """What may follow the first digits of a date."""
    date_words: str = ""
    """Signs of which a date that begins with none of the digits holds one; empty where it need not."""
    bracketed_after: Forms = ()
    """Before a year in brackets: 去(113)年."""
    not_roc: Forms = ()
    """After a year of two or three digits these make it a length."""
    round_lasting: Forms = ()
    """After a year of a round hundred these make it a length."""
    decade_mark: str = ""
    """After a year it makes a decade: 1980年代."""
    half_signs: str = ""
    """The first and the second half of a year."""
    moved_to: Forms = ()
    """Before what something moved to or by, after a verb for it: rose to 1101."""
    compared_over: Forms = ()
    """Bounds that after growth name the year with which it is compared: an increase over 2015."""
    amount_in: Forms = ()
    """Before the year in which something was so much: from 310 in 2005 to 214 people."""
    year_nouns: Forms = ()
    """Words for years."""
    months: dict[int, Forms] = {}
    """Names of months."""
    hijri_months: dict[int, Forms] = {}
    """Names of Islamic months."""
    hijri_marks: Forms = ()
    """Marks of an Islamic year."""
    era_marks: Forms = ()
    """Marks of our era."""
    before_christ: Forms = ()
    """Marks of years before our era."""
    old_year_after: Forms = ()
    """After these four bare digits are a year, of whatever age."""
    old_year_in: Forms = ()
    """After these too, where nothing follows that could be counted."""
    old_year_of: Forms = ()
    """After these too, where a name stands before: the Treaty of 1842."""
    lengths: Forms = ()
    """Words for lengths, near which a letter after a number is a unit and no mark of an era."""
    lasting_before: Forms = ()
    """Words before a number of years that make it a length of time."""
    lasting_after: Forms = ()
    """Words after a number of years that make it a length of time."""
    lasting_unless_between: Forms = ()
    """Those of them that do so after two years too, where 间 and 前 do not."""
    not_century_after: str = ""
    """After these a number of centuries is a length of time."""
    century_words: Forms = ()
    """Words for a century."""
    century_pairs: Forms = ()
    """Words for two centuries."""
    century_after: Forms = ()
    """Words before the first three centuries."""
    not_decade_near: Forms = ()
    """Words near which "in the 60s" is a temperature or a score."""
    decade_words: dict[str, int] = {}
    """Words for a decade, with its tens: eighties."""
    decade_after: Forms = ()
    """Words before a decade of the last century in short: the 60s."""
    parts_of_ten: Forms = ()
    """Before tens in the plural these say which of them: the low 30s."""
    day_first: bool = False
    """The day stands before the month where either may be meant."""
    eras: dict[str, int] = {}
    """Year before the first of an era, by its name."""
    relative: dict[str, int] = {}
    """Words for years near the year of publication."""
    period_letters: Forms = ()
    """Letters that open a part of a year: Q3."""
    not_year_before: Forms = ()
    """Nouns after a second number that is therefore no year."""
    year_adjective_owned: Forms = ()
    """Of these, the words that lead to one thing: the 1842 defeat."""
    year_adjective_after: Forms = ()
    """After these a year may be told of a noun: the 2016 elections."""
    year_month_link: Forms = ()
    """Between a month and its year."""
    day_month_link: Forms = ()
    """Between a day and its month."""
    day_suffix: Forms = ()
    """Words or endings after the number of a day."""
    parts_of_year: PartsOfYear = PartsOfYear()
    """Quarters and halves of a year."""
    nth_day: NthDay = NthDay()
    """Days told by their place in a month."""
