"""Chinese surnames with a title, 黄先生, 欧阳总经理: the person of that surname whom the text has named in full before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from build_tools.annotate.names.chinese_words import guessed_words, tag_of
from build_tools.annotate.names.forms import Form, Origin
from build_tools.annotate.names.page import Hit, Page
from build_tools.annotate.names.resolve import Found
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.scripts import HAN_CLASS

_DOT = re.compile("[·‧•・]")
_SHORT = 2
"""Characters of foreign surnames that stand for their bearer only beside a title."""
_LONGEST = 4
"""Characters of the longest full name that a Chinese surname begins."""


def with_titles(
    page: Page, found: Iterable[Found], bearers: Mapping[str, Form] | None = None
) -> Iterator[Hit]:
    """A hit for every surname before a title that can mean one person only; the title stays outside.

    ``bearers``: surname → a person whom the text does not name in full and who is known to be meant.
    """
    rules = page.rules("Hans")
    named: dict[str, dict[str, int]] = defaultdict(dict)
    forms: dict[str, Form] = {}
    starts: set[int] = set()
    for surname, bearer in (bearers or {}).items():
        named[surname][bearer.entity] = -1
        forms[bearer.entity] = bearer
    for one in found:
        form = one.hit.form if one.hit else None
        if form is None or form.type != "person" or form.script != "Hans" or form.origin == "local":
            continue
        starts.add(one.start)
        surname = surname_of(form.name, rules)
        if surname:
            named[surname].setdefault(form.entity, one.start)
            forms.setdefault(form.entity, form)
    if not named:
        return
    text = page.view.text
    surnames = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
    titles = "|".join(sorted(map(re.escape, rules.titles), key=len, reverse=True))
    others = _others(text, surnames, titles, starts)
    for match in re.finditer(f"(?P<surname>{surnames})副?(?:{titles})", text):
        start, surname = match.start(), match["surname"]
        before = text[start - 1 : start]
        if start in starts or (before in rules.surnames and before not in rules.function_words):
            # 高林先生
            continue
        if text.endswith(rules.strangers, 0, start) or _word_ends(before, surname, rules):
            # 主持人黄小姐, 森林部长
            continue
        meant = [entity for entity, first in named[surname].items() if first < start]
        if len(meant) == 1 and bisect_left(others[surname], start) == 0:
            inferred = named[surname][meant[0]] < 0
            if inferred and not _is_told(text, surname, titles, rules):
                continue
            origin: Origin = "inferred" if inferred else "local"
            yield _hit(page, rules, forms[meant[0]], start, surname, origin)


def _is_told(text: str, surname: str, titles: str, rules: NameRules) -> bool:
    """Whether a surname with a title is enough: no name of many, nobody whom the text introduces or names otherwise."""
    stranger = any(
        text.endswith(rules.strangers, 0, match.start())
        for match in re.finditer(f"{surname}副?(?:{titles})", text)
    )
    return surname not in _COMMONEST and not stranger and not _has_namesake(text, surname, rules)


_COMMONEST = frozenset("王李张刘陈")
"""Surnames that one in twenty-five bears or more (Ministry of Public Security, report on names of 2020): too many to be told."""


def _has_namesake(text: str, surname: str, rules: NameRules) -> bool:
    """Whether a text has a full name of somebody that begins with a surname: ``黄志强``."""
    words = guessed_words(text)
    for word, following in pairwise([*words, ""]):
        given = word.removeprefix(surname) or following
        if (
            word.startswith(surname)
            and 0 < len(given) <= _GIVEN
            and not given.startswith(tuple(rules.titles))
        ):
            whole = surname + given
            if (tag_of(whole)[:2] or "nr") == "nr" and (
                whole == word or tag_of(given)[:2] in ("", "nr", "ns", "nz")
            ):
                return True
    return False


_GIVEN = 2
"""Characters of a Chinese given name."""


def _word_ends(before: str, surname: str, rules: NameRules) -> bool:
    """Whether the surname is the end of a word, 森林部长; not after what leads to a name, 律师称许先生."""
    leads = before in rules.verbs or before in rules.function_words
    return bool(before) and not leads and bool(tag_of(before + surname))


def surname_of(name: str, rules: NameRules) -> str:
    """The surname that opens a Chinese full name, or ends a foreign one in two characters; empty where none is known."""
    *given, last = _DOT.split(name)
    if given:
        return last if len(last) == _SHORT else ""
    if not 2 <= len(name) <= _LONGEST:
        return ""
    return next((name[:size] for size in (2, 1) if len(name) > size and name[:size] in rules.surnames), "")


def _others(text: str, surnames: str, titles: str, starts: set[int]) -> dict[str, list[int]]:
    """Where somebody else of the surname is named after a title: 记者林小明."""
    places: dict[str, list[int]] = defaultdict(list)
    for match in re.finditer(
        f"(?:{titles})(?P<surname>{surnames})(?!副?(?:{titles})){HAN_CLASS}{{1,2}}", text
    ):
        if match.start("surname") not in starts:
            places[match["surname"]].append(match.start("surname"))
    return places


def _hit(page: Page, rules: NameRules, form: Form, start: int, surname: str, origin: Origin) -> Hit:
    end = start + len(surname)
    short = Form(
        form.entity, "person", form.language, surname, form.written, "Hans", origin=origin, name=surname
    )
    return Hit(start, end, "", short, page, rules, page.view.surface(start, end))
