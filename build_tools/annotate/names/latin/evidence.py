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
    everywhere = where in ("headline", "shouted")
    left, right = _left(hit, everywhere), "owns" if owns else _right(hit, everywhere)
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


def _left(hit: Hit, everywhere: bool) -> str:
    """What stands before; ``everywhere``: every word of the line has a capital."""
    text, before, rules = hit.page.view.text, hit.before, hit.rules
    if not before:
        mark = text[hit.start - 1 : hit.start]
        return _mark(text[hit.start - 2 : hit.start - 1] if mark == " " else mark)
    if hit.start - 1 in hit.page.edges:
        return "known name"
    start = text.rfind(before, 0, hit.start)
    explained = everywhere or hit.page.opens_sentence(start) or before in rules.function_words
    if not explained and capital(hit, start):
        return "title" if before in rules.titles else "capital"
    return _class(before, rules)


def _right(hit: Hit, everywhere: bool) -> str:
    """What stands after."""
    text = hit.page.view.text
    if not hit.after:
        mark = text[hit.end : hit.end + 1]
        return _mark(text[hit.end + 1 : hit.end + 2] if mark == " " else mark)
    if hit.end + 1 in hit.page.outsets:
        return "known name"
    explained = everywhere or hit.after in hit.rules.function_words
    if not explained and capital(hit, hit.end + 1):
        return "capital"
    return _class(hit.after, hit.rules)


def _mark(mark: str) -> str:
    if mark and mark in _DASHES:
        return "dash"
    return "quote" if mark and mark in _QUOTES else _MARKS.get(mark, "mark")


_FORMS = (
    ("the", frozenset(["the"])),
    ("a", frozenset(["a", "an"])),
    ("possessive", _POSSESSIVES),
    ("singular auxiliary", _SINGULAR),
    ("plural auxiliary", _PLURAL),
    ("auxiliary", AUXILIARIES),
    ("conjunction", _CONJUNCTIONS),
    ("preposition", _PREPOSITIONS),
)


def _class(word: str, rules: NameRules) -> str:
    """What a word beside the form is, by the lists and by its usual class and form."""
    for name, words_of_it in _FORMS:
        if word in words_of_it:
            return name
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
        return next((name for ending, name in _VERBS if word.endswith(ending)), "verb")
    if kind == "n":
        return "plural" if word.endswith("s") and word[:-1] in rules.classes_of else "noun"
    if is_unknown_plural(word, rules):
        return "plural"
    return {"a": "adjective", "r": "adverb"}.get(kind, "unknown")


def is_unknown_plural(word: str, rules: NameRules) -> bool:
    """``middens``: what the dictionary lacks, as it seems in the plural."""
    return word.isalpha() and word.endswith("s") and not any(word[:-cut] in rules.words for cut in (1, 2))


_VERBS = (("ed", "past verb"), ("ing", "gerund"), ("s", "present verb"))


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
