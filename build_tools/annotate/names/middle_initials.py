"""Persons with initials between their names that the authority file does not give: ``Donald J. Trump``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.initials import GROUP
from build_tools.annotate.names.page import Hit, Page

_INITIALS = re.compile(r"[a-z](?<=[\w'’-] .)(?:\. ?| )(?:[a-z](?:\. ?| ))*(?=(?P<last>[^\W\d_][\w'’-]+))")
_FIRST = re.compile(r"(?<![\w'’.-])[^\W\d_][\w'’-]+(?= $)")
_REACH = 40
"""Characters that a first name has at most."""


def with_initials(page: Page, forms_of: Callable[[str], tuple[Form, ...]]) -> Iterator[Hit]:
    """A hit for each listed name of a person that stands with initials which the authority file does not give."""
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


def _capitals(initials: str) -> bool:
    return all(letter.isupper() for letter in initials if letter.isalpha())
