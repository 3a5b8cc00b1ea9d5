"""The finder of parts of countries: by forms that are no country's and no word."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import rules_of, writing_of
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.cities import SHORTEST, cities, is_native, is_word
from build_tools.annotate.suggest.held import Held
from build_tools.annotate.suggest.subdivisions import subdivisions
from build_tools.annotate.suggest.territories import territories
from build_tools.model import Alias, Authority, Entity


def finder(held: Held) -> NameFinder:
    """Finds those that texts can hold: parts of countries, by their ISO 3166-2 codes; not the American states, which are among the cities."""
    taken = {fold_name(form) for form in _elsewhere()}
    states = {city.name for city in cities().values() if city.state}
    entities = {}
    for code, part in subdivisions().items():
        if part.names.get("en", "") in states and code.startswith("US-"):
            continue
        here = {tag: [form for form in listed if held.may_have(form)] for tag, listed in part.forms.items()}
        forms = [
            Alias(form, tag)
            for tag, listed in part.forms.items()
            if here[tag] and not any(is_word(fold_name(form)) for form in listed)
            for form in here[tag]
            if _can_be_found(fold_name(form), tag) and fold_name(form) not in taken
        ]
        taken.update(fold_name(alias.form) for alias in forms)
        if forms:
            entities[code] = Entity(code, "place", {forms[0].language: forms[0].form}, tuple(forms[1:]))
    return NameFinder(Authority(entities))


def _elsewhere() -> Iterator[str]:
    for entity in territories().entities.values():
        forms = (*entity.names.values(), *(alias.form for alias in entity.aliases))
        yield from forms
        # يونان is half of what the CLDR calls Greece in Arabic.
        yield from (form.removeprefix(rules_of("ar").article) for form in forms)


def _can_be_found(folded: str, tag: str) -> bool:
    return script_of(folded) == writing_of(tag) and len(folded) > 1


def is_strong(form: str) -> bool:
    """Whether a form is long enough, and not made of words of its language alone."""
    folded = fold_name(form)
    script = script_of(folded)
    tag = next((tag for tag in languages.tags() if writing_of(tag) == script), "")
    if len(folded) < SHORTEST.get(script, 0):
        return False
    return not all(is_word(word) or is_native(word, tag) for word in folded.split(" "))
