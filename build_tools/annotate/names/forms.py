"""The spellings under which every entity of an authority file is sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal

from build_tools import languages
from build_tools.annotate.names.initials import dotted, spellings, without_middle
from build_tools.annotate.names.rules import NameRules, rules_for, rules_of
from build_tools.annotate.names.scripts import script_of
from build_tools.folding import fold_text
from build_tools.model import Alias, Authority, Entity
from build_tools.read.listed import is_conditional, listed_forms

Origin = Literal["listed", "variant", "part", "local", "inferred", "short", "letter", "longer"]
"""How a form is known: as listed; with another spelling of its parts; without its leading words; by a definition in
the text; as the surname of a person whom a title or a related entity tells; as a short form of an entity that the text names in full; as one of a pair of letters; not as a name but as
a longer one that hides names."""

_VARIANTS = 12
"""At most so many spellings of one form."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of one entity; ``written`` is how the authority file writes what it comes from."""

    entity: str
    type: str
    language: str
    key: str
    """Folded, single spaces."""
    written: str
    script: str
    shift: int = 0
    """Characters at the head of ``key`` that belong to the text around the name."""
    alias: Alias | None = None
    """The alias with its conditions, when it has any."""
    origin: Origin = "listed"
    name: str = ""
    """The folded name in full, where ``key`` has its article elided."""
    general: bool = False
    """Whether its entity is a general term, which is meant where the word stands."""

    def __post_init__(self) -> None:
        if not self.name:
            object.__setattr__(self, "name", self.key)

    @property
    def rule(self) -> str:
        """What ``Mention.rule`` says: language and form as listed, and how it was met when not as listed."""
        how = "" if self.origin == "listed" else f" ({self.origin})"
        return f"{self.language}:{self.written}{how}"


def fold_name(name: str) -> str:
    """A name as it stands in the searched view."""
    return " ".join(fold_text(name).split())


def is_general(entity: Entity) -> bool:
    """Whether the entity is a language or a currency, or writes a name without capitals that could have some: ``bread``."""
    if entity.type in ("language", "currency"):
        return True
    cased = [name for name in entity.names.values() if name.lower() != name.upper()]
    return any(name == name.lower() for name in cased)


def all_forms(authority: Authority) -> Iterator[Form]:
    """Every form of every entity that is not merged into another; forms of a merged one name its successor."""
    for entity in authority.entities.values():
        target = _successor(entity, authority.entities)
        if target is None:
            continue
        seen: set[str] = set()
        ways: set[tuple[str, str]] = set()
        listed = list(_listed(entity))
        for language, written, alias in listed:
            for form in _spelled(target, language, written, alias):
                # «01.AI» and «01.ai» both listed: small letters are welcome, as are آبل and أبل.
                way = (form.key, written)
                if alias is not None or way not in ways:
                    ways.add(way)
                    seen.add(form.key)
                    yield form
        for language, written, _ in listed:
            for form in _shortened(target, language, written):
                if form.key not in seen:
                    seen.add(form.key)
                    yield form


def longer_names() -> Iterator[Form]:
    """The well-known longer names of every language, which belong to no entity."""
    for tag in languages.tags():
        for name in sorted(rules_of(tag).longer):
            key = fold_name(name)
            yield Form("", "", tag, key, name, script_of(key), origin="longer")


def _successor(entity: Entity, entities: Mapping[str, Entity]) -> Entity | None:
    met = {entity.id}
    while entity.merged_into:
        following = entities.get(entity.merged_into)
        if following is None or following.id in met:
            return None
        met.add(following.id)
        entity = following
    return entity


def _listed(entity: Entity) -> Iterator[tuple[str, str, Alias | None]]:
    for alias in listed_forms(entity):
        yield alias.language, alias.form, alias if is_conditional(alias) else None


def _spelled(entity: Entity, language: str, written: str, alias: Alias | None) -> Iterator[Form]:
    key = fold_name(written)
    if not key:
        return
    script = script_of(key)
    rules = rules_for(script, language)
    general = is_general(entity)

    def form(spelling: str, origin: Origin, shift: int = 0, name: str = "") -> Form:
        return Form(
            entity.id, entity.type, language, spelling, written, script, shift, alias, origin, name, general
        )

    forms: list[tuple[str, Origin]] = [(key, "listed")]
    if alias is None or alias.case == "fold":
        forms += [(variant, "variant") for variant in _variants(key, rules, script)]
        bare = without_middle(key) if entity.type == "person" and script == "Latn" else ""
        if bare:
            forms.append((bare, "variant"))
        joined = _DOT.sub("", key) if entity.type == "person" and script == "Hans" else key
        parts = min(map(len, _DOT.split(key)))
        if joined != key and len(joined) >= _UNDOTTED and parts > 1 and joined.isalpha():
            forms.append((joined, "variant"))
        head, _, rest = key.partition(" ")
        if script == "Latn" and rest and written[: len(head)].isupper():
            forms += [(spelled, "variant") for spelled in dotted(head, rest)]
        if rest and head in rules.leading:
            forms.append((rest, "part"))
    for spelling, origin in forms:
        yield form(spelling, origin)
        if rules.elided_article and spelling.startswith(rules.article):
            # The proclitic swallows the article's first letter: what is left of the article opens the name.
            bare = spelling[len(rules.article) :]
            shift = len(rules.elided_article) - len(rules.article) + 1
            yield form(rules.elided_article + bare, origin, shift, spelling)


def _shortened(entity: Entity, language: str, written: str) -> Iterator[Form]:
    """Forms that mean the entity in a text that names it in full: surnames, names without their country."""
    key = fold_name(written)
    script = script_of(key)
    rules = rules_for(script, language)
    words = key.split(" ")

    def form(spelling: str, origin: Origin) -> Form:
        return Form(entity.id, entity.type, language, spelling, written, script, 0, None, origin)

    if entity.type == "person":
        if script != "Hans" and len(words) > _LONG_NAME:
            # «Lula da Silva» of «Luiz Inácio Lula da Silva»
            tails = [words[at:] for at in range(1, len(words) - 1)]
            yield from (
                form(spelled, "short")
                for tail in tails
                if tail[0] not in rules.compound_before and not tail[0].endswith(".")
                for spelled in _spaced(" ".join(tail), rules)
            )
        compound = len(words) > 1 and words[-2] in rules.compound_before
        if compound and (words[-2] not in rules.given_names or words[-1] in rules.compound_after):
            # «Mohammed bin Salman» is not called Salman, nor صلاح الدين only الدين; but نور حسن is called حسن.
            return
        last = _DOT.split(key)[-1] if script == "Hans" else words[-1]
        if last != key and len(last) >= _SURNAME:
            yield form(last, "short")
        return
    for short, endings in rules.short_forms.items():
        if short != key and any(_contains(key, ending) for ending in endings):
            yield form(short, "short")
    for letter, name in rules.letters.items():
        if name == key:
            yield form(letter, "letter")
    if entity.type == "place":
        return
    rest = _without_country(key, words, rules)
    if rest:
        yield form(rest, "short")


_DOT = re.compile("[·‧•・]")
_UNDOTTED = 4
"""Characters of the shortest foreign name in Chinese that is sought without its dots as well: ``安东沃尔科夫``."""
_LONG_NAME = 2
"""Words of a person's name above which its tail is sought as well."""
_SURNAME = 3
"""Letters (Chinese: characters) of the shortest surname that is sought alone without being listed."""


def _contains(key: str, part: str) -> bool:
    return f" {part} " in f" {key} " or (script_of(part) == "Hans" and part in key)


def _without_country(key: str, words: list[str], rules: NameRules) -> str:
    """``وزارة الري المصرية`` → ``وزارة الري``; ``美国商务部`` → ``商务部``; empty where nothing can be left out."""
    if rules.article:
        *head, last = words
        stem = last.removeprefix(rules.article)
        return " ".join(head) if len(head) > 1 and stem != last and stem in rules.nationalities else ""
    for nationality in rules.nationalities:
        bare = key.removeprefix(nationality).strip()
        if bare == key or len(bare) < 3:
            continue
        if script_of(bare) == "Hans" or (key[len(nationality)] == " " and " " in bare):
            return bare
    return ""


def _variants(key: str, rules: NameRules, script: str) -> Iterator[str]:
    """Other spellings: of words the language writes in several ways, and of the joint of letters and digits."""
    words = key.split(" ")
    # Adjectives among the spellings are no names by themselves.
    groups = (
        rules.spellings
        if len(words) > 1
        else [g for g in rules.spellings if key in g and key not in rules.adjectives]
    )
    parts = [tuple(_respelled(word, groups)) for word in words]
    made = (
        printed
        for choice in product(*parts)
        for spelled in _spaced(" ".join(choice), rules)
        for printed in (
            _printed(spelled)
            if script == "Latn"
            else spellings(spelled, rules.letter_names, rules.letter_groups)
        )
    )
    found = dict.fromkeys(_joined(_first(made, _VARIANTS), script))
    found.pop(key, None)
    yield from found


_APOSTROPHES = "'’ʼ‘"
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u2010](?=[^\W\d_]{2})")
_INITIALS = re.compile(r"(?:[a-z]\.){2,}$")


def _printed(key: str) -> Iterator[str]:
    """A Latin name with each of the signs that printers choose between: ``O’Brien``, ``Coca Cola``, ``U.S``."""
    yield key
    for sign in _APOSTROPHES:
        if sign in key:
            yield from (key.replace(sign, other) for other in _APOSTROPHES if other != sign)
    yield from islice(spellings(key), 1, None)
    if _HYPHEN.search(key):
        yield from (_HYPHEN.sub(other, key) for other in ("-", "\u2010", " "))
    if _INITIALS.match(key):
        yield key[:-1]


def _spaced(key: str, rules: NameRules) -> list[str]:
    """``عبد الله`` and ``عبدالله``, ``أبو ظبي`` and ``أبوظبي``; ``نصر الله`` and ``نصرالله``."""
    for word in rules.suffixed:
        if key.endswith(f" {word}") and not key.endswith(f"عبد {word}"):
            return [key, key.removesuffix(f" {word}") + word]
        if key.endswith(word) and f" {key}"[-len(word) - 1] != " " and not key.endswith(f"عبد{word}"):
            return [key, key.removesuffix(word) + f" {word}"]
    for word in rules.joined:
        if f" {key}".find(f" {word}") >= 0:
            apart = re.sub(rf"(?:^|(?<= )){word} ?(?=\w)", f"{word} ", key)
            return list(dict.fromkeys((key, apart, apart.replace(f"{word} ", word))))
    return [key]


def _first(items: Iterable[str], count: int) -> Iterator[str]:
    for item, _ in zip(items, range(count), strict=False):
        yield item


def _respelled(word: str, groups: Iterable[tuple[str, ...]]) -> list[str]:
    made = [word]
    for group in groups:
        for spelling in group:
            if spelling in word:
                made += [word.replace(spelling, other) for other in group if other != spelling]
                break
    return list(dict.fromkeys(made))


_JOINT = re.compile(r"(?<=[a-z]{2})([ \u2010-]?)(?=\d)")
_UNIT = re.compile(r"(?<=\d)(?=[a-z]\b)")


def _joined(keys: Iterable[str], script: str) -> Iterator[str]:
    """``gpt-4``, ``gpt 4``, ``gpt4``; ``ascend 910b``, ``ascend 910 b``: one name, spaced as the writer likes."""
    for key in keys:
        yield key
        if script != "Latn":
            continue
        joint = _JOINT.search(key)
        if joint is None:
            continue
        for between in ("-", "\u2010", " ", ""):
            spelled = key[: joint.start()] + between + key[joint.end() :]
            yield spelled
            if " " in key:
                yield _UNIT.sub(" ", spelled)
