"""Persons with initials between their names that the authority file does not give: ``Donald J. Trump``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.initials import GROUP
from build_tools.annotate.names.page import Hit, Page
from build_tools.annotate.names.scripts import HAN_CLASS

_INITIALS = re.compile(r"[a-z](?<=[\w'’-] .)(?:\. ?| )(?:[a-z](?:\. ?| ))*(?=(?P<last>[^\W\d_][\w'’-]+))")
_FIRST = re.compile(r"(?<![\w'’.-])[^\W\d_][\w'’-]+(?= $)")
_REACH = 40
"""Characters that a first name has at most."""


def with_initials(page: Page, forms_of: Callable[[str], tuple[Form, ...]]) -> Iterator[Hit]:
    """A hit for each listed name of a person that stands with initials which the authority file does not give."""
    yield from _dotted(page, forms_of)
    yield from _abbreviated(page, forms_of)
    view = page.view
    for match in _INITIALS.finditer(view.text):
        if not _capitals(view.surface(*match.span())):
            continue
        first = _FIRST.search(view.text, max(0, match.start() - _REACH), match.start())
        if first is None:
            continue
        for form in forms_of(f"{first[0]} {match['last']}"):
            if form.type != "person" or GROUP.search(form.written.lower()):
                continue
            start, end = first.start(), match.end("last")
            if view.surface(start, start + 1).isupper() and view.surface(*match.span("last"))[0].isupper():
                made = replace(form, origin="variant")
                yield Hit(start, end, "", made, page, page.rules("Latn"), view.surface(start, end))


_GIVEN = re.compile(r"(?<![\w'’.&-])(?P<initials>(?:[a-z]\. ?){1,3})(?P<last>[^\W\d_][\w'’-]{2,})")


def _abbreviated(page: Page, forms_of: Callable[[str], tuple[Form, ...]]) -> Iterator[Hit]:
    """``A. R. Volkov`` of *Anton R. Volkov*, where the text names him in full, too; not ``B. Volkov``."""
    view = page.view
    for match in _GIVEN.finditer(view.text):
        if not _capitals(view.surface(*match.span("initials"))):
            continue
        last = match["last"].removesuffix("'s").removesuffix("’s")
        initials = [char for char in match["initials"] if char.isalpha()]
        for form in forms_of(last):
            if form.origin == "short" and form.type == "person" and _fits(initials, form.written):
                start, end = match.start(), match.start("last") + len(last)
                made = replace(form, key=view.text[start:end])
                yield Hit(start, end, "", made, page, page.rules("Latn"), view.surface(start, end))


def _fits(initials: list[str], written: str) -> bool:
    """Whether initials open the given names of a name, in order, the first one first."""
    *given, _ = (word.lower() for word in written.split())
    at = 0
    for letter in initials:
        found = next((n for n in range(at, len(given)) if given[n].startswith(letter)), None)
        if found is None or (at == 0 and found):
            return False
        at = found + 1
    return True


_DOTTED = re.compile(rf"[·‧•・][a-z]\.?[·‧•・](?P<last>{HAN_CLASS}+)")
_HEAD = re.compile(rf"{HAN_CLASS}+$")


def _dotted(page: Page, forms_of: Callable[[str], tuple[Form, ...]]) -> Iterator[Hit]:
    """``唐纳德·J·特朗普``: the listed name may be the head of the run of characters that follows."""
    view = page.view
    for match in _DOTTED.finditer(view.text):
        first = _HEAD.search(view.text, max(0, match.start() - _REACH), match.start())
        last = match.start("last")
        for end in range(match.end("last"), last, -1):
            forms = forms_of(f"{first[0]}·{view.text[last:end]}") if first else ()
            for form in forms:
                if first and form.type == "person":
                    start, made = first.start(), replace(form, origin="variant")
                    yield Hit(start, end, "", made, page, page.rules("Hans"), view.surface(start, end))
            if forms:
                break


def _capitals(initials: str) -> bool:
    return all(letter.isupper() for letter in initials if letter.isalpha())
