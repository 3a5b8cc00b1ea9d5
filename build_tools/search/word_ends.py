"""Words by their ends: who types ``dance`` or ``seek`` may mean a name that ends so.

Any word has many ends, most of them other words; that of a name is looked for, and of a word whose own capitals say of
what it is made (``HarborLink``). The index has each of these backwards, ``<knilrobrah``, so that an end is a
beginning; no document has such a term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.folding import fold_text
from build_tools.model import AnnotatedDocument
from build_tools.search.aliases import Name
from build_tools.search.tokens import kind_of

MARK = "<"
"""Opens these terms; no word has it."""
LEAST = 5
"""Letters of a word that has an end which is shorter than itself and still says something."""

_MADE_OF_PARTS = re.compile(r"\b[A-Za-z]*[a-z][A-Z][A-Za-z]*")


def made_of_parts(annotated: AnnotatedDocument) -> Iterator[str]:
    """Words of a text and its translations with capitals inside."""
    for text in (annotated.document.text, *(one.translation.text for one in annotated.translations)):
        yield from (fold_text(found) for found in _MADE_OF_PARTS.findall(text))


def word_ends(inside: Iterable[str], names: Iterable[Name]) -> Iterator[str]:
    """The terms of all words of names, and of words with capitals ``inside``."""
    words = {*inside, *(part for name in names for part in name.parts)}
    for word in sorted(words):
        if len(word) >= LEAST and word.isascii() and word.isalpha() and kind_of(word) == "W":
            yield MARK + word[::-1]
