"""What stands around an English form that is a word as well, as the names of what is weighed.

Names have a capital everywhere and no article; so where the form has one that its place does not explain, that speaks
for the name. At the head of a sentence and in headlines its neighbours speak: the class and the form of the words on either
side, whether a verb agrees, what is a company's or a club's, and what the text has elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.names.latin import words
from build_tools.annotate.names.latin.looks import AUXILIARIES, capital, shouted_line, title_case
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.senses import of_place

_MARKS = {",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "\n": ".", "": ".", "-": "-", "\u2010": "-"}  # fmt: skip
_DASHES = "–—"
_QUOTES = "\"“”'‘’"
_ARTICLES = {"the": "the", "a": "a", "an": "a"}
_POSSESSIVES = frozenset(["its", "his", "her", "their", "our", "my", "your"])
_SINGULAR = frozenset(["has", "is", "was", "does"])
_PLURAL = frozenset(["have", "are", "were", "do"])
_CONJUNCTIONS = frozenset(["and", "or", "but", "nor", "&"])
_PREPOSITIONS = frozenset(["of", "in", "on", "at", "by", "to", "from", "with", "without", "about", "for", "under", "over", "between", "against", "among", "during", "into", "than", "like", "as", "after", "before", "since", "until", "via", "per", "through", "up", "off", "out", "around", "near"])  # fmt: skip


def evidence(hit: Hit) -> Iterator[str]:
    """The names of all that speaks for the one or the other; each stands in ``en/senses.tsv`` with its weight."""
    yield "always"
    where = _where(hit)
    yield from _of_form(hit, where)
    yield from _of_neighbours(hit, where)
    yield from _of_hints(hit, where)
    yield from _of_text(hit)


def _where(hit: Hit) -> str:
    """What explains the capital of the form, if anything."""
    if hit.surface.isupper() and shouted_line(hit):
        return "shouted"
    if title_case(hit):
        return "headline"
    return "head" if hit.page.opens_sentence(hit.start) else "inside"


def _of_form(hit: Hit, where: str) -> Iterator[str]:
    rules, name = hit.rules, hit.form.name
    yield f"{where}"
    yield f"type {hit.form.type}"
    yield f"{where}, {hit.form.type}"
    classes = rules.classes_of.get(name, "")
    yield f"form {classes[:1]}"
    yield from (f"form may be {one}" for one in classes[1:])
    if name in rules.things:
        yield "thing"
    if not rules.is_word(name):
        yield "no word"
    for ending in ("s", "ing", "ed"):
        if name.endswith(ending) and classes:
            yield f"form ends {ending}"
    if name in hit.page.small_words:
        yield "written small"
    if name in rules.calendar:
        yield "calendar"


def _of_neighbours(hit: Hit, where: str) -> Iterator[str]:
    text = hit.page.view.text
    owns = text[hit.end : hit.end + 2] in ("'s", "’s")
    if owns:
        yield "owns"
    left, right = _left(hit), "owns" if owns else _right(hit)
    yield f"left {left}"
    yield f"right {right}"
    yield f"{where}, left {left}"
    if where != "inside":
        yield f"explained, right {right}"
        second = (*hit.right.words, "", "")[1]
        kind = _class(second, hit.rules) if second else "."
        yield f"second {kind}"
        yield f"right {right}, second {kind}"
        yield f"form {hit.rules.classes_of.get(hit.form.name, '')[:1]}, right {right}"
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if before and after and before in _QUOTES and after in _QUOTES:
        yield "quoted"


def _left(hit: Hit) -> str:
    text = hit.page.view.text
    before = hit.before
    if not before:
        mark = text[hit.start - 1 : hit.start]
        mark = text[hit.start - 2 : hit.start - 1] if mark == " " else mark
        return (
            "dash"
            if mark in _DASHES and mark
            else "quote"
            if mark and mark in _QUOTES
            else _MARKS.get(mark, "mark")
        )
    start = text.rfind(before, 0, hit.start)
    if capital(hit, start) and before not in hit.rules.function_words and not hit.page.opens_sentence(start):
        return (
            "title"
            if before in hit.rules.titles
            else "known name"
            if hit.start - 1 in hit.page.edges
            else "capital"
        )
    return _class(before, hit.rules)


def _right(hit: Hit) -> str:
    text = hit.page.view.text
    if not hit.after:
        mark = text[hit.end : hit.end + 1]
        mark = text[hit.end + 1 : hit.end + 2] if mark == " " else mark
        return (
            "dash"
            if mark in _DASHES and mark
            else "quote"
            if mark and mark in _QUOTES
            else _MARKS.get(mark, "mark")
        )
    if hit.end + 1 in hit.page.outsets:
        return "known name"
    if capital(hit, hit.end + 1) and hit.after not in hit.rules.function_words:
        return "capital"
    return _class(hit.after, hit.rules)


def _class(word: str, rules: NameRules) -> str:
    """What a word beside the form is, by the lists and by its usual class and form."""
    if word in _ARTICLES:
        return _ARTICLES[word]
    if word in _POSSESSIVES:
        return "possessive"
    if word in AUXILIARIES:
        return (
            "singular auxiliary"
            if word in _SINGULAR
            else "plural auxiliary"
            if word in _PLURAL
            else "auxiliary"
        )
    if word in _CONJUNCTIONS:
        return "conjunction"
    if word in _PREPOSITIONS:
        return "preposition"
    if word in rules.subordinators:
        return "subordinator"
    if word[:1].isdigit():
        return "digits"
    if word in rules.function_words and word not in ("said", "says"):
        return "function word"
    kind = rules.classes_of.get(word, "")[:1]
    if word in rules.owned_by_names:
        return f"owned {kind}"
    if kind == "v":
        return (
            "past verb"
            if word.endswith("ed")
            else "gerund"
            if word.endswith("ing")
            else "present verb"
            if word.endswith("s")
            else "verb"
        )
    if kind == "n":
        return "plural" if word.endswith("s") and word[:-1] in rules.classes_of else "noun"
    return {"a": "adjective", "r": "adverb"}.get(kind, "unknown")


def _of_hints(hit: Hit, where: str) -> Iterator[str]:
    """What is said by the lists of the language, and by how the clause is built."""
    rules, page = hit.rules, hit.page
    start, end = page.sentence(hit.start)
    if page.has_any(rules.name_cues, start, hit.start) or page.has_any(rules.name_cues, hit.end, end):
        yield "cue in sentence"
    entry = rules.ordinary_index.get(hit.form.name) or rules.classed(rules.things.get(hit.form.name, ""))
    if hit.following(entry.after):
        yield "word after"
    if page.has_any(entry.near | entry.after, start, end):
        yield "word in sentence"
    if hit.following(rules.word_heads):
        yield "word head"
    yield from (f"{name}" for name, holds in words.SHAPES.items() if where != "inside" and holds(hit))


def _of_text(hit: Hit) -> Iterator[str]:
    yield from of_place(hit)
    text, name = hit.page.view.text, hit.form.name
    for at in hit.page.occurrences(name):
        if at == hit.start or not capital(hit, at):
            continue
        if text[at + len(name) : at + len(name) + 2] in ("'s", "’s"):
            yield "owns elsewhere"
            break
    if any(
        at != hit.start
        and capital(hit, at)
        and not hit.page.opens_sentence(at)
        and text[at - 4 : at] != "the "
        for at in hit.page.occurrences(name)
    ):
        yield "capital elsewhere"
