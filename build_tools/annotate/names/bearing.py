"""What of an authority file bears on one text: whatever else changes in it, the text is annotated as before.

A name is found only where its form stands, a name with a middle initial where the form's other words do, and a Chinese
surname with a title where the surname stands. So an entity bears on a text when all words of one of its forms occur in
it, or its surname does; beside these the entities that they are related to, and those that the record names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import ahocorasick

from build_tools.annotate.names.forms import Form, all_forms
from build_tools.annotate.names.rules import rules_for
from build_tools.annotate.names.surnames import surname_of
from build_tools.annotate.names.view import make_view
from build_tools.model import Alias, Authority, Document, Entity, Translation


class Bearing:
    """Built once for an authority file."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._forms: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self._automaton = ahocorasick.Automaton()
        for form in all_forms(authority):
            for words in _needed(form):
                self._forms[words[0]].append((frozenset(words), form.entity))
                for word in words:
                    self._automaton.add_word(word, word)
        if self._forms:
            self._automaton.make_automaton()
        self._tied: dict[str, set[str]] = defaultdict(set)
        for entity in authority.entities.values():
            for other in (
                *(relation.object for relation in entity.relations),
                *_successors(entity, authority),
            ):
                self._tied[entity.id].add(other)
                self._tied[other].add(entity.id)

    def on(self, document: Document) -> str:
        """The part of the authority file that bears on a document and its translations, in words that change with it."""
        if document.record.annotations:  # an editor may name any entity, and is told of those that are none
            return repr(self._authority)
        found = {entity for text in _texts(document) for entity in self._in(text)}
        source = document.record.source
        found |= {one for one in (source.publisher, source.reprinted_from, *source.credits) if one}
        found |= {other for one in found for other in self._tied.get(one, ())}
        entities = self._authority.entities
        return repr([_said(entities[one], self._tied.get(one, ()), entities) for one in sorted(found) if one in entities])  # fmt: skip

    def _in(self, text: str) -> Iterator[str]:
        if not self._forms:
            return
        present = {word for _, word in self._automaton.iter(text)}
        for word in present:
            for words, entity in self._forms.get(word, ()):
                if words <= present:
                    yield entity


def _successors(entity: Entity, authority: Authority) -> list[str]:
    """The ids that an entity was merged into, one after the other."""
    met: list[str] = []
    while entity.merged_into and entity.merged_into not in met:
        met.append(entity.merged_into)
        entity = authority.entities.get(entity.merged_into, entity)
    return met


def _needed(form: Form) -> Iterator[list[str]]:
    """The words that stand in a text in which a form is found."""
    yield form.key.split(" ")
    if form.type == "person" and form.script == "Hans":
        for language in ("zh", form.language):
            surname = surname_of(form.name, rules_for("Hans", language))
            if surname:
                yield [surname]


def _texts(document: Document) -> Iterator[str]:
    parts: tuple[Document | Translation, ...] = (document, *document.translations)
    for part in parts:
        yield make_view(part.text, part.paragraphs).text


def _said(entity: Entity, tied: Iterable[str], entities: Mapping[str, Entity]) -> tuple[object, ...]:
    """All of an entity that annotating asks for."""
    aliases = [_alias(alias, entities) for alias in entity.aliases]
    return entity.id, entity.type, sorted(entity.names.items()), aliases, entity.merged_into, sorted(tied)


def _alias(alias: Alias, entities: Mapping[str, Entity]) -> tuple[object, ...]:
    known = [one in entities for one in (*alias.needs, *alias.unless)]
    return alias.form, alias.language, alias.case, alias.needs, alias.unless, alias.scope, known
