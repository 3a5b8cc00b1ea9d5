"""The finder of parts of countries: by forms that are no country's and no city's, and no word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import rules_of, writing_of
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.cities import SHORTEST, cities, is_native, is_word
from build_tools.annotate.suggest.subdivisions import subdivisions
from build_tools.annotate.suggest.territories import territories
from build_tools.model import Alias, Authority, Entity


@cache
def finder() -> NameFinder:
    """Finds parts of countries, by their ISO 3166-2 codes."""
    taken = {fold_name(form) for form in _elsewhere()}
    entities = {}
    for code, part in subdivisions().items():
        forms = [
            Alias(form, tag)
            for tag, listed in part.forms.items()
            if all(_tells(fold_name(form), tag) for form in listed)
            for form in listed
            if fold_name(form) not in taken
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
    for city in cities().values():
        yield from (form for listed in city.forms.values() for form in listed)


def _tells(folded: str, tag: str) -> bool:
    """Whether a form is long enough, in the script of its language, and neither a word of it nor made of words."""
    script = script_of(folded)
    if script != writing_of(tag) or len(folded) < SHORTEST[script] or is_word(folded):
        return False
    return not all(is_word(word) or is_native(word, tag) for word in folded.split(" "))
