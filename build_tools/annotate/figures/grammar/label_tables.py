"""The tables that tell numbers from labels, ranks and names."""

from __future__ import annotations

from build_tools.annotate.figures.grammar.table import Forms, Table


class Names(Table):
    """Words that make a number part of a name, a label or a result."""

    numbered_heads: Forms = ()
    """Heads of names that end in a number: حقل غرب القرنة 2."""
    type_heads: Forms = ()
    """Before one word and two or three digits these make a type: طائرة بوينغ 737."""
    dated_heads: Forms = ()
    """Before a date these make it a name: مدينة 6 أكتوبر."""
    lettered_heads: Forms = ()
    """Before digits with a letter these tell where, not how many: stand 4B."""
    title_heads: Forms = ()
    """Before a name in quotation marks: what stands in them is a title, numbers too."""
    verbs_end: Forms = ()
    """What verbs of the past end with that a name seldom has."""
    verbs_begin: Forms = ()
    """Letters that a verb begins with, which ends no name; that of the masculine first."""
    halves: Forms = ()
    """Words for a half that also are half of a match or of a place."""
    halves_join: Forms = ()
    """What may follow such a word with a hyphen when a half is meant."""
    no_half_after: Forms = ()
    """Before such a word these tell which one."""
    dated_designators: Forms = ()
    """Designators after which a year is the year of a name: the Act 2017."""
    titles_capitalised: bool = False
    """A title is written with capitals, so that small letters make none."""
    sure_designators: Forms = ()
    """Designators that outweigh a noun after a small number: phase 3 trials."""
    designators: Forms = ()
    """Words before a number that make it a label: Section 232."""
    label_exempt: Forms = ()
    """Words in capitals that are no name before a number."""
    phrases: Forms = ()
    """Fixed phrases whose numbers count nothing."""
    weekly: Forms = ()
    """Before so many of a classifier: each week."""
    no_phrases: Forms = ()
    """Beginnings like those of a phrase that are none: the first half an hour."""
    score_cues: Forms = ()
    """Words that tell of a match."""
    cricket_cues: Forms = ()
    """Words that tell of cricket."""
    score_links: Forms = ()
    """Between the two sides of a result in words."""
    score_pair_before: Forms = ()
    """After two numbers that "and" links these make them holes of golf: fell 2 and 1 to him."""
    score_words: Forms = ()
    """Words of a result."""
    clock_before: Forms = ()
    """Before a time of day."""
    verbs_of_one: Forms = ()
    """Verbs in the singular: Voyager 1 is."""
    no_names: Forms = ()
    """Words at the start of a sentence that are no name before a number."""
    address_after: Forms = ()
    """Before a number these make what follows an address: at 14 High Street."""
    given: Forms = ()
    """What may open a given name: 张万年."""
    label_any: Forms = ()
    """Designators that no noun after the number outweighs: 第."""
    """Last characters of what joins the numbers of a row; nothing said: any."""
    surnames: str = ""
    """First characters of names before which 百, 千 or 万 is a given name."""


class OrdinalHeads(Table):
    """A definite singular before a number says which one, not how many."""

    one: Forms = ()
    """Things of which there is one: with these the number says which."""
    anniversary: Forms = ()
    """With these the number is one of years."""
    label: Forms = ()
    """With these it says so even without the article on the number."""
    none: Forms = ()
    """With these it is no figure."""
    aged: Forms = ()
    """Before these an ordinal is an age: في العاشرة من عمره."""
    not_before: Forms = ()
    """Before these an ordinal is none either."""
    age: Forms = ()
    """After these an ordinal is an age: في سن الثامنة."""


class Ranks(Table):
    """Ordinals and what makes them a rank."""

    ordinals: dict[int, Forms] = {}
    """Words for ordinals."""
    ones: Forms = ()
    """First in compounds: الحادي والعشرون."""
    heads: OrdinalHeads = OrdinalHeads()
    """Nouns before their number."""
    after: Forms = ()
    """Superlatives after an ordinal."""
    before: Forms = ()
    """Words for ranking before it."""
    copulas: Forms = ()
    """An ordinal after these is a place where no noun follows it: was third."""
    nouns: Forms = ()
    """Words for a rank somewhere before it in its clause."""
    word_tails: dict[str, str] = {}
    """Characters with which a word for ranking is the end of another word."""
    adverbial: str = ""
    """The ending of an ordinal that is an adverb: رابعا."""
    told_where: Forms = ()
    """After an ordinal these say among whom one is placed: second in the Arab world."""
    adverbs: Forms = ()
    """Endings of an adverb that says where one has a rank: عالميا."""
    placed: Forms = ()
    """Verbs after which an indefinite ordinal may be a place: حلت ثالثة."""
    placed_in: Forms = ()
    """What may follow such a place."""
    past_hundred: Forms = ()
    """After an ordinal these add a hundred."""
    moves: str = ""
    """What may follow a rank told in such a clause."""
    not_before: Forms = ()
    """Before these a classifier after 第 is none."""


class Lemma(Table):
    """How nouns of an alphabet are built and told apart from other words."""

    part_of: Forms = ()
    """Words between a part and its whole: 170 out of 329."""
    leads_on: Forms = ()
    """Words that go on with the sentence after a number whose noun is left unsaid."""
    groups: Forms = ()
    """Nouns for groups of persons that "seven of 19" may speak of."""
    not_bound: Forms = ()
    """Words after a hyphen that are no counted noun: 200-strong."""
    not_counted: Forms = ()
    """Words after a hyphen with which a number tells no amount: six-figure."""
    stop: Forms = ()
    """Words that are no noun."""
    same: Forms = ()
    """Nouns whose plural looks like the singular."""
    only_s: Forms = ()
    """Nouns that lose only their s."""
    endings: dict[str, str] = {}
    """Plural endings after a stem's ending."""
    not_plural: Forms = ()
    """Endings in s that are no plural."""
    plurals_in_is: Forms = ()
    """Plurals that end like words that are none: Israelis, taxis."""
