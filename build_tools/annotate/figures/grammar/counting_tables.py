"""The tables that tell of what: percent, times, lengths of time, nouns, money."""

from __future__ import annotations

from build_tools.annotate.figures.grammar.table import Forms, Table


class Times(Table):
    """When "three times" multiplies; else it is how often."""

    words: Forms = ()
    """Words for times."""
    before: Forms = ()
    """A word that follows and compares."""
    comparative: Forms = ()
    """Endings of such a word."""
    after: Forms = ()
    """A word right before that compares."""
    near: Forms = ()
    """A word shortly before that tells of growth."""


class FixedNeeds(Table):
    """Words for a multiple that are also another noun."""

    words: Forms = ()
    """The words."""
    before: Forms = ()
    """They multiply before these."""
    after: Forms = ()
    """At the end of a clause they multiply after these."""


class Multiples(Table):
    """How many times as much."""

    times: Times = Times()
    """When "times" multiplies."""
    suffix: Forms = ()
    """After a number."""
    fixed: dict[str, Forms] = {}
    """Words that say the number too: doubled."""
    figurative: Forms = ()
    """What is only said to double: the pain, the efforts."""
    fixed_needs: FixedNeeds = FixedNeeds()
    """Words for a multiple that are also another noun."""
    verbs: dict[int, Forms] = {}
    """Verbs for a multiple in the infinitive: to double."""
    verbs_after: Forms = ()
    """They multiply after these."""
    verbs_not_before: Forms = ()
    """And not before these: double down."""
    grown: Forms = ()
    """Verbs after which once as much again is twice as much: 扩大一倍."""


class Magnitudes(Table):
    """Words for an unknown number of tens, hundreds or thousands of years."""

    words: dict[int, Forms] = {}
    """The words, by the years of one."""
    after: Forms = ()
    """A word before that makes them a length."""
    before: Forms = ()
    """What follows and makes them a length."""
    not_before: Forms = ()
    """What follows and makes them none all the same."""
    of: Forms = ()
    """What follows and makes them a length, where nothing before speaks of contracts: عقودا من الإهمال."""


class DurationExtra(Table):
    """Lengths of time without a number."""

    magnitudes: Magnitudes = Magnitudes()
    """For decades."""
    of_cue: Forms = ()
    """After "of" these leave it a length: within a month of being held."""
    cue_after: Forms = ()
    """Words for a length after it: a year ago."""

    joiners: Forms = ()
    """Between the parts of a length of time in several units."""
    whole: Forms = ()
    """Words for a whole one: all day."""
    singular: Forms = ()
    """One of these after a cue is one: لمدة عام."""
    adjectives: Forms = ()
    """Between a number and its unit of time: nine straight days."""
    cue: Forms = ()
    """Words for a length before it: for a year."""
    compact: dict[str, Forms] = {}
    """Letters of units that may follow one another without a blank: 1h30m."""


class TopicClassifier(Table):
    """A classifier that counts one thing only in a text that speaks of it."""

    form: str
    """The classifier."""
    unit: str
    """What it counts there."""
    cues: Forms
    """Words that say that the text speaks of it."""


class Cues(Table):
    """What stands before or after."""

    before: Forms = ()
    """Before it."""
    after: Forms = ()
    """After it."""


class Counting(Table):
    """What else decides what a number counts."""

    case_units: dict[str, str] = {}
    """Units whose sign differs from others in case only; right after digits."""
    spaced_units: dict[str, str] = {}
    """The same after a blank, where no money stands before and no noun after: 300 K."""
    bracketed: bool = False
    """A number may stand in brackets before its noun; else one in brackets is a marker."""
    indefinite_duals: Forms = ()
    """Nouns whose dual looks like a plural of persons where it bears the article: المصدرين."""
    dual_subjects: Forms = ()
    """Duals that look like a plural, but as the subject right behind a verb of the masculine: يتبادل البلدان."""
    noun_link: Forms = ()
    """Between a part and its unit: half of a mile."""
    measure_link: Forms = ()
    """Those of them after which a measure is the unit of the part and not what it is a part of."""
    owned_duals: Forms = ()
    """Nouns for kin, whose dual may bear a pronoun: طفليه."""
    after_degrees: str = ""
    """What may follow degrees and is nothing that is counted."""
    after_money: str = ""
    """What may follow one 块 of money."""
    decimals_after: str = ""
    """Measures whose decimals stand behind them: 一米七五."""
    cutting: str = ""
    """Verbs before so many cuts with a knife: 刺了三刀."""
    tenth_after: Forms = ()
    """After these 成 is a tenth whatever follows: 其中七成为学生."""
    dual_before_of: Forms = ()
    """Nouns whose dual is one only before "of", since it looks like another word else: طنين من القمح."""
    no_dual: Forms = ()
    """Nouns whose dual looks like another word."""
    one_after: Forms = ()
    """One, after its noun."""
    one_unlike: Forms = ()
    """Units of which "one" after the noun says "the same"."""
    vague_after: Forms = ()
    """Several, after its noun."""
    classifiers: Forms = ()
    """Words that count any noun: 个."""
    classifiers_by_topic: dict[str, TopicClassifier] = {}
    """Classifiers that count one thing only in a text with one of the cues."""
    plain_classifiers: Forms = ()
    """Classifiers whose noun belongs into the span."""
    counted_by: dict[str, Forms | None] = {}
    """What a classifier may count at a distance; nothing said: anything."""
    single_nouns: str = ""
    """Nouns of one character that may follow a classifier."""
    longer_words: dict[str, str] = {}
    """Classifiers and units that before these characters begin another word."""
    implied_units: dict[str, Forms] = {}
    """Words before a bare scaled number that say what it counts: 月活."""
    not_tenth_before: str = ""
    """Before these 成 is no tenth: 成为."""
    not_half_before: str = ""
    """Before these 半 after a unit is no half: 三年半导体."""
    calendar: str = ""
    """After a bare number these make it a part of a date or a name."""
    day_cues: Cues = Cues()
    """Where 日 is a length and no date."""
    quarter_cues: Forms = ()
    """Where 三季 is three quarters and not the third."""
    half_units: dict[str, str] = {}
    """Units of time that may follow 个半."""
    halved_measures: Forms = ()
    """Measures of which a half may be said after the unit: 两公斤半."""
    round_measures: Forms = ()
    """Measures of which a scale alone is a number even inside a sentence: 一套百平米房子."""
    seldom_round: Forms = ()
    """Units that a scale alone does not count, but after a bound: 百度 is no temperature, 近百度 is."""
    pieces: Forms = ()
    """What 块 counts, which is money else."""
    degree_cues: Forms = ()
    """Where 度 is a degree and not a time of doing something."""
    area_cues: Forms = ()
    """Where 呎 is a square foot."""
    rate_cues: Forms = ()
    """Where rates of interest are spoken of."""
    lot_cues: Forms = ()
    """Where 口 is a contract on an exchange and not a mouth or a well."""
    show_cues: Forms = ()
    """Where 场 is a show and no match."""
    sentence_cues: Forms = ()
    """Words of a court before its years and months: 判1年2月."""
    open_units: dict[str, str] = {}
    """Units whose surroundings say what they are, by the rule that settles them."""
    hour_cues: Forms = ()
    """Before so many 时 these make them a length."""
    power_cues: Forms = ()
    """Near 度 these make it a kilowatt-hour."""
    result_signs: Forms = ()
    """Wins and losses, beside which 平 are draws."""
    half_within: str = ""
    """A half between a number and its unit: 一个半月."""
    halved_rates: str = ""
    """Signs of rates after which a half may stand: 厘半."""
    those: str = ""
    """A classifier that is none behind digits: 超过28者."""
    discount_sign: str = ""
    """The sign of what a price is reduced to."""
    discounts: dict[str, int] = {}
    """Fixed words for a part of the price, with the percent that is left."""
    not_discount_before: Forms = ()
    """Before these 折 is no discount."""


class OwnDollar(Table):
    """A country whose press writes its own dollar with a bare sign."""

    signs: Forms
    """Signs that mark that dollar where it is not meant by the bare sign."""
    words: Forms
    """What only its press says often."""


class Dollars(Table):
    """Whose dollar a bare sign is in a text that speaks of one country's own affairs."""

    own: dict[str, OwnDollar] = {}
    """By currency."""
    away: Forms = ()
    """Words that speak of the United States."""


class Money(Table):
    """Money whose name says no country, and parts of money."""

    nouns: dict[str, str] = {}
    """Money whose name says no country, with the currency it is taken for; singular, then plural."""
    names_follow: bool = False
    """A currency's name only follows its number; before one stand codes and symbols."""
    qualified: dict[str, Forms] = {}
    """With the country's adjective, which agrees with the noun: noun, plural, adjectives."""
    families: dict[str, dict[str, Forms]] = {}
    """The words of a text that say whose ريال or shilling a bare one is; the family is named by what it stands for else."""
    usual: Forms = ()
    """Families that mean one country's money where nothing says whose it is; of any other the currency stays open then."""
    bare_words: dict[str, Forms] = {}
    """The word of a family, by which it is sought."""
    dollars: Dollars = Dollars()
    """Whose dollar a bare sign is."""
    home: dict[str, Forms] = {}
    """Words that say where a text is at home, for the currency of a bare 元."""
    thousands: Forms = ()
    """A thousand of the money of the text, where no noun follows: twenty grand."""
    small_codes: Forms = ()
    """Codes that are read after a number in small letters, too."""
    units_default: str
    """The currency of a thousand whose text names no money."""
    minor: dict[str, Forms] = {}
    """Words for parts of money, by the rows of ``currencies.yml``."""
    minor_currency: str
    """The currency of a part that is one of several."""
    joiners: Forms = ()
    """Between a sum and its smaller part."""
    implied_before: Forms = ()
    """After these words a scaled number is money."""
    not_money_after: Forms = ()
    """Words before a scaled number that say it is no money, even in a sentence of money."""
    after: Forms = ()
    """Words after a scaled number that say it is money: 以438万沽出."""
    beneficiary: Forms = ()
    """Beginnings of a word for who is paid."""
    scale_signs: str = ""
    """Signs of scales that a sum is told in."""
    tenths: str = ""
    """Words for a tenth, after which hundredths may be bare: 六毛五."""
    before_fen: str = ""
    """Before so many 分 these make it money."""
    goes_on: str = ""
    """What may follow a bare sum of money and is no noun that it counts."""
    units_before_tenth: str = ""
    """Words for the unit after which tenths may be bare: 三块五."""
    bare_signs: str = ""
    """Words for money that leave the country open."""
    after_numbers: str = ""
    """Signs that end a number or a sum, to which a name of money behind it belongs."""
    weights: dict[str, str] = {}
    """Words for money that are a weight where something is weighed, with its unit."""
    sums: Forms = ()
    """After such a word these say that money is meant."""
    sum_leads: Forms = ()
    """Words that lead from one sum to another."""
    same_before: Forms = ()
    """Before these words, and at the end of a clause, a bare great number after money is money too."""


class ModelSize(Table):
    """The size of a model in parameters."""

    cues: Forms = ()
    """Words shortly before a great number that say so."""


class Ages(Table):
    """Ages of persons."""

    before: Forms = ()
    """Words before a bare number that make it the years of a life."""
    between: Forms = ()
    """Words that may stand between."""
    phrases: Forms = ()
    """Phrases before a bare number that make it an age: as young as."""
    owners: Forms = ()
    """Whose age a decade is: in her 40s."""
    parts: Forms = ()
    """Words for a part of such a decade: mid 40s."""
    after: Forms = ()
    """Words after a decade that make it an age."""
