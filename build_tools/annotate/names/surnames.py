"""Chinese surnames with a title, 黄先生, 欧阳总经理: the person of that surname whom the text has named in full before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.forms import Form, Origin
from build_tools.annotate.names.page import Hit, Page
from build_tools.annotate.names.resolve import Found
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.scripts import HAN_CLASS

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
            origin: Origin = "inferred" if named[surname][meant[0]] < 0 else "local"
            yield _hit(page, rules, forms[meant[0]], start, surname, origin)


def _word_ends(before: str, surname: str, rules: NameRules) -> bool:
    """Whether the surname is the end of a word, 森林部长; not after what leads to a name, 律师称许先生."""
    leads = before in rules.verbs or before in rules.function_words
    return bool(before) and not leads and bool(tag_of(before + surname))


def surname_of(name: str, rules: NameRules) -> str:
    """The surname that opens a Chinese full name; empty where the name has none that is known."""
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
