"""Finds every mention of the entities of an authority file in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from build_tools.annotate.names import arabic, chinese, latin
from build_tools.annotate.names.chinese_words import Segmenter
from build_tools.annotate.names.forms import Form, all_forms, fold_name, longer_names
from build_tools.annotate.names.index import Index, Place
from build_tools.annotate.names.inferred import Bearers, infer_related, infer_titled
from build_tools.annotate.names.local import introduced
from build_tools.annotate.names.middle_initials import with_initials
from build_tools.annotate.names.page import Hit, Judgement, Page, Rule
from build_tools.annotate.names.resolve import Found, Knowledge, resolve
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.surnames import with_titles
from build_tools.annotate.names.view import View, make_view
from build_tools.model import Authority, Mention, Paragraph, Undecided

_RULES: dict[str, tuple[Rule, ...]] = {"Latn": latin.RULES, "Arab": arabic.RULES, "Hans": chinese.RULES}
"""Script of a form → the rules its hits are put to, in this order, until one has something to say."""


_OPENING = frozenset('"«“「『‹')
_CLOSING = frozenset('"»”」』›')


class NameFinder:
    """Built once for an authority file; ``find`` takes time linear in the text."""

    def __init__(self, authority: Authority, *, segmenter: bool = True) -> None:
        """``segmenter``: whether the evidence of a Chinese segmenter's dictionary is used."""
        self._authority = authority
        forms = tuple(all_forms(authority))
        self._index = Index([*forms, *longer_names()])
        self._bearers = Bearers(forms)
        self._segmenter = (
            Segmenter(form.key for form in forms if form.script == "Hans") if segmenter else None
        )
        self._asked: dict[tuple[str, str, str, bool, int], tuple[Rule, ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._related: dict[str, set[str]] = defaultdict(set)
        for entity in authority.entities.values():
            for relation in entity.relations:
                self._related[entity.id].add(relation.object)
                self._related[relation.object].add(entity.id)

    def find(
        self, text: str, language: str, paragraphs: Sequence[Paragraph] = ()
    ) -> tuple[tuple[Mention, ...], tuple[Undecided, ...]]:
        """Mentions and undecided places, each sorted by ``start``; offsets are code points of ``text``.

        ``language`` is a BCP 47 tag; names of every language are sought in every text.
        """
        view = make_view(text, paragraphs)
        page = Page(
            view,
            language,
            segment=self._segmenter.borders if self._segmenter else None,
            names_of=self.names_of,
            words_of=self._words_of,
        )
        hits = [*self._hits(page, self._index), *with_initials(page, self._index.forms_of)]
        hits = infer_titled(hits, self._bearers)
        found = resolve(page, hits, self._knowledge)
        local = tuple(introduced(page, found))
        if local:
            hits += self._hits(page, Index(local))
            found = resolve(page, hits, self._knowledge)
        inferred = self._related and infer_related(hits, found, self._bearers, self._knowledge.related)
        if inferred:
            hits = inferred
            found = resolve(page, hits, self._knowledge)
        named = {one.hit.form.entity for one in found if one.hit is not None}
        titled = list(with_titles(page, found, self._bearers.surnames(page.rules("Hans"), named)))
        if titled:
            found = resolve(page, [*hits, *titled], self._knowledge)
        mentions = tuple(_mention(view, one) for one in found if one.hit is not None)
        undecided = tuple(_undecided(view, one) for one in found if one.hit is None)
        return mentions, undecided

    def names_of(self, entity: str) -> tuple[str, ...]:
        """The folded names and aliases of an entity."""
        names = self._names.get(entity)
        if names is None:
            record = self._authority.entities.get(entity)
            listed = [*record.names.values(), *(alias.form for alias in record.aliases)] if record else []
            names = self._names[entity] = tuple(dict.fromkeys(map(fold_name, listed)))
        return names

    def _words_of(self, entity: str) -> frozenset[str]:
        words = self._words.get(entity)
        if words is None:
            every = (word for name in self.names_of(entity) for word in name.split(" "))
            words = self._words[entity] = frozenset(word for word in every if len(word) > 2)
        return words

    @property
    def _knowledge(self) -> Knowledge:
        return Knowledge(
            known=self._authority.entities.__contains__,
            related=lambda entity: frozenset(self._related.get(entity, ())),
        )

    def _hits(self, page: Page, index: Index) -> list[Hit]:
        places = list(index.places(page.view, page.language))
        page.edges |= {place.end for place in places}
        page.outsets |= {place.start for place in places}
        page.places += [(place.start, place.end, place.forms) for place in places]
        text = page.view.text
        for place in places:
            outset = place.start - len(place.proclitic)
            if outset and text[outset - 1] in _OPENING and text[place.end : place.end + 1] in _CLOSING:
                page.quoted.add(place.forms[0].name)
        # A short form means nothing where no other form of its entity stands.
        possible = {form.entity for place in places for form in place.forms if form.origin != "short"}
        hits = [
            hit
            for place in places
            if not _is_lone_letter(page, place)
            for hit in self._judged(page, place, possible)
        ]
        for hit in hits:
            if hit.form.name in page.other_senses and hit.judgement is not Judgement.WORD:
                # What was read before the other sense was met.
                hit.judgement = self._judge(hit)
        return [hit for hit in hits if hit.judgement is not Judgement.WORD]

    def _judged(self, page: Page, place: Place, possible: Container[str]) -> Iterator[Hit]:
        forms = [
            form
            for form in place.forms
            if form.origin != "short" or form.entity in possible or self._bearers.sole(form)
        ]
        if not forms:
            return
        surface = page.view.surface(place.start, place.end)
        left = page.around.left(place.start - len(place.proclitic))
        right = page.around.right(place.end)
        for form in forms:
            rules = page.rules(form.script)
            hit = Hit(
                place.start, place.end, place.proclitic, form, page, rules, surface, _left=left, _right=right
            )
            judgement = self._judge(hit)
            if judgement is not Judgement.WORD:
                hit.judgement = judgement
                yield hit

    def _judge(self, hit: Hit) -> Judgement:
        form = hit.form
        exact = form.alias is not None and form.alias.case == "exact"
        if exact and _spaced(hit.surface) != _spaced(form.written):
            return Judgement.WORD
        if form.origin == "longer":
            return Judgement.NAME
        for rule in self._rules_of(form, hit.rules):
            judgement = rule.ask(hit)
            if judgement is Judgement.WORD and rule.of_words:
                hit.page.other_senses.setdefault(form.name, set()).add(hit.start)
            if judgement is not None:
                return judgement
        return Judgement.NAME

    def _rules_of(self, form: Form, rules: NameRules) -> tuple[Rule, ...]:
        """The rules that can say something of a form, wherever it stands."""
        key = (form.name, form.type, form.origin, form.alias is None, id(rules))
        asked = self._asked.get(key)
        if asked is None:
            asked = self._asked[key] = tuple(
                [rule for rule in _RULES[form.script] if rule.of is None or rule.of(form, rules)]
            )
        return asked


def _is_lone_letter(page: Page, place: Place) -> bool:
    """Whether all that a place may be is one of a pair of letters, and no other such letter is beside it."""
    if place.end - place.start > 1 or any(form.origin != "letter" for form in place.forms):
        return False
    text, letters = page.view.text, page.rules(place.forms[0].script).letters
    return (
        text[place.start - 1 : place.start] not in letters and text[place.end : place.end + 1] not in letters
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _mention(view: View, found: Found) -> Mention:
    assert found.hit is not None
    start, end = view.source(found.start, found.end)
    form: Form = found.hit.form
    return Mention(start, end, view.origin[start:end], form.entity, form.type, form.rule)


def _undecided(view: View, found: Found) -> Undecided:
    start, end = view.source(found.start, found.end)
    return Undecided(start, end, view.origin[start:end], found.rivals, found.reason)
