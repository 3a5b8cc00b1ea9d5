"""Latin names: every run of them in Arabic or Chinese text, capitals inside sentences in Latin text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from build_tools.annotate.names.rules import rules_of as suggest_names
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import SuggestRules, suggest_rules
from build_tools.annotate.suggest.text import Text
from build_tools.folding import fold_text

_TOKEN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:[.&’'-][A-Za-z0-9\u00c0-\u024f]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_PARTICLES = frozenset(["of", "and", "for", "the", "de", "la", "del", "bin", "al", "von", "van"])
_LONGEST = 6
_SENTENCE = re.compile(r"(?:^|[.!?:\n]|\s[“\"«(])\s*$")

Token = tuple[int, int]


def sightings(text: Text) -> Iterator[Sighting]:
    """Runs of words that a capital, a digit among letters or a dot marks as names."""
    rules = suggest_rules("en")
    source = text.document.text
    odd = _odd_lines(source) if text.script == "Latn" else []
    for run in _runs(source):
        line = bisect_right(odd, (run[0][0], len(source))) - 1
        if line >= 0 and run[0][0] < odd[line][1]:
            continue
        run = _trimmed(source, run, rules, at_start=text.script == "Latn" and _opens(source, run[0][0]))
        if not run:
            continue
        start, end = run[0][0], run[-1][1]
        if text.is_taken(start, end):
            continue
        reason = "latin" if text.script != "Latn" else "capitals"
        kind = _kind_beside(text, start, end)
        yield Sighting(start, end, reason, kind)
        if len(run) > 1:
            yield Sighting(start, end, "latin-several", kind)
        if kind:
            yield Sighting(start, end, "cue", kind)


def _odd_lines(source: str) -> list[tuple[int, int]]:
    """Ranges of the lines whose capitals say nothing: capitals throughout, a title, a table."""
    return [line.span() for line in _LINES.finditer(source) if _odd(line.group())]


def _odd(line: str) -> bool:
    tokens = _TOKEN.findall(line)
    words = [token for token in tokens if token[0].isalpha()]
    if 2 * len(words) < len(tokens) + 1 and len(tokens) >= _LINE:
        return True
    long = [word for word in words if len(word) > 3]
    if len(long) < _LINE:
        return False
    if sum(map(str.isupper, words)) >= _MOST * len(words):
        return True
    ended = line.rstrip("\"'”’) ").endswith((".", "!", "?"))
    return not ended and sum(word[0].isupper() for word in long) >= _MOST * len(long)


_LINES = re.compile(r"[^\n]+")
_LINE = 4
"""Words from which a line is looked at."""
_MOST = 0.8


def _runs(source: str) -> Iterator[list[Token]]:
    """Sequences of tokens one space apart that belong to one name; a possessive ends a run."""
    run: list[Token] = []
    for match in _TOKEN.finditer(source):
        start, token = match.start(), match.group()
        near = run and source[run[-1][1] : start] in (" ", "\u00a0")
        if token == "and" and not any(source[a:b] in ("of", "for") for a, b in run):
            # «NATO and EU» are two, «Bureau of Industry and Security» is one.
            near = False
        wanted = _is_proper(token) or (near and (token in _PARTICLES or token.replace(".", "").isdigit()))
        if run and (not near or not wanted or len(run) >= _LONGEST):
            yield run
            run = []
        if wanted:
            cut = _POSSESSIVE.sub("", token)
            run.append((start, start + len(cut)))
            if cut != token:
                yield run
                run = []
    if run:
        yield run


def _is_proper(token: str) -> bool:
    if any(map(str.isupper, token)):
        return True
    letters = any(map(str.isalpha, token))
    return (
        letters
        and ("." in token or any(map(str.isdigit, token)))
        and not token[0].isalpha()
        and len(token) > 3
    )


def _trimmed(source: str, run: list[Token], rules: SuggestRules, *, at_start: bool) -> list[Token]:
    """Without particles and general words at either end; a lone word that opens a sentence says nothing."""

    def word(token: Token) -> str:
        return fold_text(source[token[0] : token[1]])

    calendar = suggest_names("en").calendar
    while run and (word(run[-1]) in _PARTICLES or word(run[-1]) in rules.common):
        if (
            len(run) > 1
            and word(run[-1]) in calendar
            and word(run[-1]) not in ("monday",)
            and _surname(source, run)
        ):
            break  # «Theresa May»
        run = run[:-1]
    titles = suggest_names("en").titles | rules.before.get("person", frozenset()) | {"prime", "vice"}
    while run and (
        word(run[0]) in _PARTICLES
        or word(run[0]) in rules.common
        or (len(run) > 1 and word(run[0]) in titles)
    ):
        run = run[1:]
        at_start = False
    if len(run) == 1:
        token = source[run[0][0] : run[0][1]]
        if at_start or len(token) < 2 or not any(map(str.isalpha, token)):
            return []
    return run


def _surname(source: str, run: list[Token]) -> bool:
    """Whether the word before the last one is a given name, and the last one no date: ``Theresa May``, ``Monday May 3``."""
    before = fold_text(source[run[-2][0] : run[-2][1]])
    after = source[run[-1][1] : run[-1][1] + 2].strip()
    names = suggest_names("en")
    return not after[:1].isdigit() and before not in names.calendar | names.words | names.titles


def _opens(source: str, offset: int) -> bool:
    return bool(_SENTENCE.search(source[max(0, offset - 6) : offset]) or offset == 0)


def _kind_beside(text: Text, start: int, end: int) -> str:
    """The entity type that the words beside a range of the source speak for."""
    source = text.document.text
    before = [fold_text(word) for word in re.findall(r"[^\W_]+", source[max(0, start - 30) : start])[-1:]]
    after = [fold_text(word) for word in re.findall(r"[^\W_]+", source[end : end + 30])[:1]]
    if before and source[start - 1 : start] in (" ", "\u00a0"):
        kind = text.rules.type_of(text.rules.before, before[0])
        if kind:
            return kind
    if after:
        whole = text.rules.type_of(text.rules.after, after[0])
        if whole:
            return whole
        return (
            next(
                (k for k, words in text.rules.after.items() if any(after[0].startswith(w) for w in words)), ""
            )
            if text.script == "Hans"
            else ""
        )
    return ""
