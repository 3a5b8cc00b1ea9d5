"""Persons of whom a text gives the surname only: by a title beside it, or by an entity of theirs that the text names.

Only a surname that one entity of the authority file bears, and no other name is; and not where the text gives the
surname to somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.resolve import Found
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.surnames import surname_of


class Bearers:
    """Which single words, and which Chinese surnames, name one entity only."""

    def __init__(self, forms: Iterable[Form]) -> None:
        forms = tuple(forms)
        self._persons = [form for form in forms if form.type == "person" and form.script == "Hans"]
        self._by_surname: dict[str, dict[str, Form]] | None = None
        bearers: dict[str, set[str]] = defaultdict(set)
        for form in forms:
            if " " not in form.key or form.origin == "short":
                bearers[form.key].add(form.entity)
        self._sole = {key: next(iter(named)) for key, named in bearers.items() if len(named) == 1}

    def surnames(self, rules: NameRules, named: Container[str]) -> dict[str, Form]:
        """Chinese surname → the one person who bears it, for those whom a text does not name otherwise."""
        return {
            surname: form
            for surname, bearers in self._surnames(rules).items()
            for form in bearers.values()
            if len(bearers) == 1 and form.entity not in named
        }

    def _surnames(self, rules: NameRules) -> dict[str, dict[str, Form]]:
        if self._by_surname is None:
            self._by_surname = defaultdict(dict)
            for form in self._persons:
                surname = surname_of(form.name, rules)
                if surname:
                    self._by_surname[surname].setdefault(form.entity, form)
        return self._by_surname

    def sole(self, form: Form) -> bool:
        """Whether a form is the short form of a person, and of nobody and nothing else."""
        return form.origin == "short" and form.type == "person" and self._sole.get(form.key) == form.entity


def infer_titled(hits: Sequence[Hit], bearers: Bearers) -> list[Hit]:
    """The hits; those of a surname with a title are inferred where no other form could name its bearer."""
    named = {hit.form.entity for hit in hits if hit.form.origin != "short"}
    return [_inferred(hit) if _only(hit, named, bearers) and titled(hit) else hit for hit in hits]


def infer_related(
    hits: Sequence[Hit],
    found: Sequence[Found],
    bearers: Bearers,
    related: Callable[[str], frozenset[str]],
) -> list[Hit] | None:
    """The hits; those of a bare surname are inferred where the text names an entity related to its bearer.

    ``None`` where there are none such.
    """
    named = {one.hit.form.entity for one in found if one.hit is not None}
    inferred = {
        hit.form.entity
        for hit in hits
        if _only(hit, named, bearers)
        and not hit.rules.is_word(hit.form.name)
        and related(hit.form.entity) & named
    }
    if not inferred:
        return None
    return [
        _inferred(hit) if hit.form.entity in inferred and _only(hit, named, bearers) else hit for hit in hits
    ]


def _only(hit: Hit, named: Container[str], bearers: Bearers) -> bool:
    """Whether a hit is a surname of one person only, in this text as well, and its bearer not named otherwise."""
    return (
        bearers.sole(hit.form)
        and hit.form.entity not in named
        and hit.judgement is Judgement.NAME
        and hit.form.name not in hit.page.other_senses
    )


def _inferred(hit: Hit) -> Hit:
    return replace(hit, form=replace(hit.form, origin="inferred"))


def titled(hit: Hit) -> bool:
    """Whether a title stands directly before a surname, or in Chinese beside it."""
    titles = hit.rules.titles
    before = hit.preceding(titles)
    if hit.form.script == "Hans":
        return bool(before or hit.following(titles))
    if not before or hit.proclitic or not hit.page.is_latin:
        return bool(before) and not hit.proclitic
    # «President Okafor», «striker Okafor», but not «in general Stone».
    start = hit.page.view.text.rfind(before, 0, hit.start)
    return hit.page.view.surface(start, start + 1).isupper() or not hit.rules.is_word(hit.form.name)
