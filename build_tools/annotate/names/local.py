"""Short names that a text itself introduces: ``Bureau of Industry and Security, or BIS``; ``（以下简称“深交所”）``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.page import Page
from build_tools.annotate.names.resolve import Found
from build_tools.annotate.names.rules import NameRules, rules_for
from build_tools.annotate.names.scripts import ARABIC_CLASS, HAN_CLASS, script_of

_SHORT = rf"(?P<short>[a-z][a-z0-9&.-]{{1,9}}|{ARABIC_CLASS}{{3,12}}|{HAN_CLASS}{{2,6}})"
_ENDING = r"(?=[\s\"'”»」』)\],.،;:。]|$)"
_REACH = 60
"""Characters after a name within which its short form must be introduced."""
_BEFORE = re.compile(r"(?P<short>[a-z][a-z0-9&.-]{1,9}) ?[(\[] ?$")
_NO_ACRONYM = ("person", "place")
_FILLERS = frozenset(["a", "an", "and", "for", "in", "of", "on", "the", "to", "de", "la", "und", "der"])


@cache
def _introductions(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern.replace("{short}", _SHORT) + (_ENDING if pattern.endswith("{short}") else ""))
        for pattern in patterns
    )


def introduced(page: Page, found: Iterable[Found]) -> Iterator[Form]:
    """The short names that the text gives to entities it names, each once per entity."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        if one.hit is None or one.hit.form.type in _NO_ACRONYM:
            continue
        for start, end in _candidates(page, one.start, one.end):
            form = _as_form(page, one, start, end)
            if form is not None and (form.entity, form.key) not in seen:
                seen.add((form.entity, form.key))
                yield form


def _candidates(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = page.view.text
    _, high = page.view.bounds(start)
    high = min(high, end + _REACH)
    for tag in dict.fromkeys((script_of(text[start:end]), "Latn", page.script)):
        for pattern in _introductions(page.rules(tag).introducing):
            match = pattern.match(text, end, high)
            if match:
                yield match.span("short")
    low, _ = page.view.bounds(start)
    match = _BEFORE.search(text, max(low, start - 16), start)
    if match and text[end : end + 1] in (")", "]"):
        yield match.span("short")


def _as_form(page: Page, one: Found, start: int, end: int) -> Form | None:
    assert one.hit is not None
    text = page.view.text
    key = text[start:end].rstrip(".-&")
    surface = page.view.surface(start, start + len(key))
    script = script_of(key)
    names = page.names_of(one.hit.form.entity)
    if key in names or not _plausible(key, surface, script, names, rules_for(script, page.language)):
        return None
    form = one.hit.form
    return Form(form.entity, form.type, page.language, key, surface, script, origin="local")


def _plausible(key: str, surface: str, script: str, names: tuple[str, ...], rules: NameRules) -> bool:
    """Whether a string can be the short form of one of the names."""
    if key in rules.function_words:
        return False
    if script == "Latn":
        if not surface.isupper() or sum(map(str.isalpha, key)) < 2:
            return False
        latin = [name for name in names if script_of(name) == "Latn"]
        return not latin or any(_initials_match(key, name) for name in latin)
    own = [name for name in names if script_of(name) == script]
    if script == "Hans":
        return any(_subsequence(key, name) for name in own)
    return key not in rules.titles and any(" " in name for name in own)


def _initials_match(key: str, name: str) -> bool:
    """``bis`` of ``bureau of industry and security``: letters of the short form open the words, in order."""
    words = re.findall(r"[^\W_]+", name)
    letters = [char for char in key if char.isalnum()]
    full = [word for word in words if word not in _FILLERS]
    if len(full) < 2:
        return False
    for chosen in (full, words):
        initials = "".join(word[0] for word in chosen)
        if initials == "".join(letters) or (
            len(letters) > 1 and letters[0] == initials[0] and _subsequence("".join(letters), initials)
        ):
            return True
    return False


def _subsequence(short: str, name: str) -> bool:
    at = 0
    for char in short:
        at = name.find(char, at) + 1
        if not at:
            return False
    return len(short) < len(name)
