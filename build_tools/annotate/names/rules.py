"""The data by which names are told from words, per language: ``languages/<tag>/names.yml``, checked and folded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from pydantic import field_validator

from build_tools import languages
from build_tools.annotate.names.entries import NOTHING, Affixes, Cue, Data, Ordinary, ThingClass, folded_words
from build_tools.folding import fold_text

_CONSONANT = "[بتثجحخدذرزسشصضطظعغفقكلمنهوي]"


class NameRules(Data):
    """One language's ``names.yml``. Every word is folded; the keys are the same in every language."""

    shortest: int
    """Letters that an alias should have at least; shorter ones are warned of."""
    proclitics: frozenset[str]
    """Letter sequences that may be glued before a name."""
    article: str
    """The article that is glued to nouns, or empty."""
    elided_article: str
    """How ``article`` is written after the proclitic that swallows its first letter, or empty."""
    article_types: frozenset[str]
    """Entity types whose foreign names people write with the article."""
    whole_words: frozenset[str]
    """Words whose first letters only look like a proclitic."""
    leading: frozenset[str]
    """Words at the head of a listed form that the text may leave out."""
    adjective_endings: frozenset[str]
    """Endings of relational adjectives, which as single definite words are read as such after a definite noun."""
    adjectives: frozenset[str]
    """Relational adjectives (without article) that are also names."""
    spellings: tuple[tuple[str, ...], ...]
    """Spellings of one word or letter group inside names, each of which may stand for the others."""
    surnames: frozenset[str]
    """Surnames that stand before the given name and, with a title behind, for the person."""
    strangers: tuple[str, ...]
    """What stands before a surname with a title where somebody is meant whom the text does not name in full."""
    offices: tuple[str, ...]
    """Endings of the names of authorities that every country has: after another country's name, that one's."""
    titles: frozenset[str]
    """Words that stand before (or after) a person's name and are no part of it."""
    given_names: frozenset[str]
    """Frequent given names: before a bare surname they make it another person's."""
    compound_before: frozenset[str]
    compound_after: frozenset[str]
    """Words that make one name together with the word beside them."""
    joined: frozenset[str]
    """First parts of names that are written with and without a space after them."""
    suffixed: frozenset[str]
    """Last parts of names that are written with and without a space before them."""
    kinds: frozenset[str]
    """Nouns that say beside a name what it is and are no part of it."""
    heads: frozenset[str]
    """Nouns at the head of names of several words whose last one is a relational adjective."""
    before_verbs: frozenset[str]
    """Particles that only verbs follow: what stands after one is no name."""
    function_words: frozenset[str]
    """Words that no name consists of: conjunctions, prepositions, pronouns."""
    verbs: frozenset[str]
    """Words that follow a name and show that it is one: said, announced."""
    name_cues: frozenset[str]
    """Words in a sentence that speak for the name where a form is a word as well."""
    dictionary: str
    """Table of the language's words: in small letters, or without the article; empty where a segmenter has them."""
    lexicon: str
    """Table of the language's words with their classes, or empty."""
    affixes: Mapping[str, Affixes]
    """Class of words → what may be glued to them."""
    thing_table: str
    """Table of nouns with the class of things that each belongs to, or empty."""
    senses: str
    """Table of what speaks for a name and for a word, with what each weighs, or empty."""
    meanings: str
    """Table of what words mean, or empty."""
    word_classes: str
    """Table of words with their classes, the most frequent first, or empty."""
    classes: tuple[ThingClass, ...]
    """What stands beside words of those classes."""
    measures: frozenset[str]
    """Words of measure and number that go with nouns and not with names: before them in Chinese, after in Arabic."""
    name_measures: frozenset[str]
    """Measure words of companies, clubs and machines, which by way of these count names: ``一部小米``."""
    amounts: frozenset[str]
    """What is said of how many there are, directly after a noun: ``不少``, ``成群``."""
    dealings: frozenset[str]
    """What is done at a company, directly after its name: ``到全家买便当``."""
    word_heads: frozenset[str]
    """Nouns that common words describe and names do not: ``热火程度``, ``民生工程``."""
    possessions: frozenset[str]
    """Plurals that are companies' and clubs', directly after their names: ``Apple suppliers``."""
    degrees: frozenset[str]
    """Negations and adverbs of degree."""
    counted: frozenset[str]
    """What follows a number and its noun: ``级`` in ``三星级``."""
    deeds: frozenset[str]
    """What only companies and clubs do or have: directly after a place and a noun, the two are a company's name."""
    subordinators: frozenset[str]
    """Conjunctions that open a clause after a comma."""
    calendar: frozenset[str]
    """Days and months, where they have capitals."""
    dating: frozenset[str]
    """What leads to a month that may be a name as well: ``في``, ``مطلع``."""
    demonstratives: frozenset[str]
    """Words that stand before a noun and not before a name."""
    governors: frozenset[str]
    """Nouns and verbs before a bare noun that is no name: ``اتفاقية مبادلة``, ``إعادة إعمار``."""
    followers: frozenset[str]
    """What follows a word in its own grammar, and no name: ``了``, ``性``."""
    native: tuple[str, ...]
    """Folded patterns of the language's own nouns, as opposed to foreign names; ``C`` is any consonant."""
    ordinary: tuple[Ordinary, ...]
    written: frozenset[str]
    """Words, as written, that are never a name when the name is written otherwise."""
    cues: tuple[Cue, ...]
    longer: frozenset[str]
    """Well-known longer names and words with a name in them."""
    nationalities: frozenset[str]
    """Words for a country that official names begin or end with and texts leave out."""
    foreign: frozenset[str]
    """Other countries, regions and ``各国``: before a short form they make it somebody else's."""
    short_forms: Mapping[str, tuple[str, ...]]
    """Short form → parts of full names: valid where an entity of such a name is named."""
    plays: frozenset[str]
    """What teams do, beside their names."""
    matches: frozenset[str]
    """Words of matches and their tables."""
    letter_groups: tuple[tuple[str, ...], ...]
    """Names of one Latin letter that are written in several ways."""
    letter_names: frozenset[str]
    """Names of the Latin letters, by which the language spells acronyms and initials."""
    letters: Mapping[str, str]
    """One-character names used in pairs → full name."""
    relations: frozenset[str]
    """What stands beside a pair of such letters: relations, talks, trade."""
    directions: frozenset[str]
    """Adjectives that make another place of a place: ``أمريكا الجنوبية``."""
    clubs: frozenset[str]
    """Nouns two words before a city, with the club's own name between: ``فريق أتلتيكو مدريد``."""
    club_names: frozenset[str]
    """What clubs have in their names after a city's: ``مانشستر سيتي``; in Chinese, where what only clubs do follows."""
    club_heads: frozenset[str]
    """What clubs have in their names before a city's: ``أتلتيكو مدريد``."""
    divisions: frozenset[str]
    """Nouns before parts of a country, which a country of that name is not: ``ولاية جورجيا``."""
    players: frozenset[str]
    """What plays for a club: after a city, in Arabic before it, the city is the club."""
    complements: frozenset[str]
    """What narrows an institution to one thing: ``الاتحاد الأوروبي لكرة القدم``."""
    modals: frozenset[str]
    """What follows a modal verb at the head of a sentence, where the verb is a name as well: ``May I``."""
    tongue_before: frozenset[str]
    """Directly before the name of a language that is an adjective as well."""
    tongue_after: frozenset[str]
    """Directly after such a name."""
    callings: frozenset[str]
    """What persons and places are, directly before their names: ``拳王``, ``古都``."""
    adjectival: tuple[str, ...]
    """Such patterns of adjectives."""
    feminine: tuple[str, ...]
    """Such patterns of feminine nouns and of plurals, which take feminine verbs."""
    concepts: frozenset[str]
    """Nouns before common nouns, of measure, of words and of ideas, that nothing named has before it."""
    relatives: frozenset[str]
    """Relative pronouns that follow definite nouns, and names, only."""
    predicates: frozenset[str]
    """What is said of a definite noun at once, and seldom of a name: ``غير`` in ``الخبر غير صحيح``."""
    place_leads: frozenset[str]
    """Prepositions that lead to places."""
    member_links: frozenset[str]
    """What stands between somebody's title and the name of those whom he is one of."""
    citing: frozenset[str]
    """What leads to the name of who is cited: ``بحسب``."""
    against: frozenset[str]
    """What stands between a name and its opponent or partner."""
    introducing: tuple[str, ...]
    """Patterns between a name and its short form; ``{short}`` stands for the short form."""

    _fold = field_validator(
        "proclitics", "whole_words", "leading", "adjective_endings", "adjectives", "surnames", "titles", "given_names",
        "compound_before", "compound_after", "joined", "suffixed", "kinds", "heads", "before_verbs", "function_words", "verbs", "subordinators", "calendar", "demonstratives", "governors", "followers", "measures", "name_measures", "amounts", "dealings", "word_heads", "degrees", "possessions", "counted", "deeds", "relations", "directions", "clubs", "club_names", "club_heads", "divisions", "plays", "matches", "players", "complements", "modals", "concepts", "tongue_before", "tongue_after", "callings", "letter_names", "relatives", "predicates", "place_leads", "member_links", "citing", "against", "name_cues", "longer", "nationalities", "foreign",
        mode="before",
    )(folded_words)  # fmt: skip

    @field_validator("short_forms", mode="before")
    @classmethod
    def _fold_short_forms(cls, forms: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
        return {fold_text(key): tuple(map(fold_text, names)) for key, names in forms.items()}

    @field_validator("introducing", mode="before")
    @classmethod
    def _fold_patterns(cls, patterns: list[str]) -> tuple[str, ...]:
        return tuple(map(fold_text, patterns))

    @field_validator("letters", mode="before")
    @classmethod
    def _fold_pairs(cls, pairs: Mapping[str, str]) -> dict[str, str]:
        return {fold_text(key): fold_text(value) for key, value in pairs.items()}

    @field_validator("spellings", "letter_groups", mode="before")
    @classmethod
    def _fold_spellings(cls, groups: list[list[str]]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(dict.fromkeys(map(fold_text, group))) for group in groups)

    @cached_property
    def ordinary_index(self) -> Mapping[str, Ordinary]:
        """Folded form → its entry, for forms that are words as well."""
        index: dict[str, Ordinary] = {}
        for entry in self.ordinary:
            for word in entry.words:
                index[word] = index[word].joined(entry) if word in index else entry
        return index

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of ``dictionary``."""
        if not self.dictionary:
            return frozenset()
        words = (row[0] for row in languages.columns(self.dictionary))
        # Small ASCII letters are folded already.
        return frozenset(word if word.isascii() and word.islower() else fold_text(word) for word in words)

    @cached_property
    def things(self) -> Mapping[str, str]:
        """Folded noun → its class, by ``thing_table``."""
        if not self.thing_table:
            return {}
        return {fold_text(row[0]): row[1] for row in languages.columns(self.thing_table)}

    @cached_property
    def classes_of(self) -> Mapping[str, str]:
        """Word → its classes, the most frequent first: ``n``, ``v``, ``a``, ``r``; by ``word_classes``."""
        return {row[0]: row[1] for row in languages.columns(self.word_classes)} if self.word_classes else {}

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Evidence → what it weighs for the name, below zero for the word; by ``senses``."""
        return {row[0]: float(row[1]) for row in languages.columns(self.senses)} if self.senses else {}

    @cached_property
    def heads_of_things(self) -> Mapping[str, str]:
        """Last character of a Chinese noun → the class, where all nouns of the table that end so are of one."""
        return {head: named[0] for head, named in self._by_head.items() if len(set(named)) == 1}

    @cached_property
    def common_heads(self) -> frozenset[str]:
        """The last characters of several nouns of the table."""
        return frozenset(head for head, named in self._by_head.items() if len(named) > 1)

    @cached_property
    def _by_head(self) -> Mapping[str, list[str]]:
        classes: dict[str, list[str]] = {}
        for noun, thing in self.things.items():
            classes.setdefault(noun[-1], []).append(thing)
        return classes

    @cached_property
    def _classed(self) -> Mapping[str, Ordinary]:
        found: dict[str, Ordinary] = {}
        for entry in self.classes:
            for thing in entry.of:
                found[thing] = entry.joined(found[thing]) if thing in found else entry
        return found

    def joint(self, *lists: str) -> frozenset[str]:
        """The words of several lists, by the names of their keys; put together once."""
        found = self._joint.get(lists)
        if found is None:
            found = self._joint[lists] = frozenset().union(*(getattr(self, name) for name in lists))
        return found

    @cached_property
    def _joint(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    @cached_property
    def akin(self) -> dict[tuple[str, str], bool]:
        """Pairs of words, and whether they are of one class: worked out once, as they are asked for."""
        return {}

    def classed(self, thing: str) -> Ordinary:
        """What stands beside words of a class; nothing for a class that has no entry."""
        return self._classed.get(thing, NOTHING)

    def is_word(self, form: str) -> bool:
        """Whether a folded form is known to be a word as well."""
        return form in self.ordinary_index or form in self.words

    @cached_property
    def native_pattern(self) -> re.Pattern[str] | None:
        """One pattern for all ``native`` ones; ``None`` where there are none."""
        return _shapes(self.native)

    @cached_property
    def adjectival_pattern(self) -> re.Pattern[str] | None:
        """One pattern for all ``adjectival`` ones; ``None`` where there are none."""
        return _shapes(self.adjectival)

    @cached_property
    def feminine_pattern(self) -> re.Pattern[str] | None:
        """One pattern for all ``feminine`` ones; ``None`` where there are none."""
        return _shapes(self.feminine)

    @cached_property
    def beside_names(self) -> frozenset[str]:
        """Capitalised words that stand beside a name and are no part of it."""
        return self.verbs | self.titles | self.calendar | self.function_words | self.nationalities

    @cached_property
    def owned_by_names(self) -> frozenset[str]:
        """The same in a language with plurals: what names do, and what and who is theirs."""
        return self.verbs | self.name_cues | self.possessions

    @cached_property
    def owned(self) -> frozenset[str]:
        """What a name has directly after it: what it does, what it is, what belongs to it and who serves it."""
        return self.verbs | self.kinds | self.name_cues | self.titles

    @cached_property
    def measure_ends(self) -> frozenset[str]:
        """The last characters of ``measures``."""
        return frozenset(word[-1] for word in self.measures)

    @cached_property
    def amount_heads(self) -> frozenset[str]:
        """The first characters of ``amounts``."""
        return frozenset(word[0] for word in self.amounts)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The titles, for what ends with one."""
        return tuple(self.titles)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """What persons are, in titles and of no note, for what ends with one."""
        return (*self.titles, *(word for word in self.strangers if len(word) > 1))

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The nouns beside which a place may stand."""
        return frozenset(word for cue in self.cues if "place" in cue.allows for word in cue.words)

    @cached_property
    def reaching(self) -> tuple[Cue, ...]:
        """The cues that need not touch the name."""
        return tuple(cue for cue in self.cues if cue.reach)

    @cached_property
    def cue_index(self) -> Mapping[str, Mapping[str, tuple[Cue, ...]]]:
        """Side → folded noun → the cues that have it."""
        index: dict[str, dict[str, tuple[Cue, ...]]] = {"before": {}, "after": {}}
        for cue in self.cues:
            for word in cue.words:
                index[cue.side][word] = (*index[cue.side].get(word, ()), cue)
        return index


def _shapes(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns).replace("C", _CONSONANT)) if patterns else None


@cache
def rules_of(tag: str) -> NameRules:
    """The rules of one language that has data."""
    return NameRules.model_validate(dict(languages.section(tag, "names")))


@cache
def rules_for(script: str, language: str) -> NameRules:
    """The rules for forms of a script in a text of a language: that language's if it is written in that script."""
    if _primary(language) in languages.tags() and writing_of(language) == script:
        return rules_of(_primary(language))
    return rules_of(next((tag for tag in languages.tags() if writing_of(tag) == script), "en"))


@cache
def writing_of(language: str) -> str:
    """ISO 15924 code of the script a language's data is written in; Latin for a language without data."""
    data: Mapping[str, Any] = languages.section(_primary(language), "language")
    return str(data.get("script", "Latn"))


def _primary(language: str) -> str:
    return language.split("-")[0]
