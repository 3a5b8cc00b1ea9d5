"""What the texts can hold: of tens of thousands of known things only those are sought that can stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from build_tools import languages
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import rules_for
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text

_TOGETHER = 3
"""Letters that are looked at together; Chinese characters two."""
_PARTS = re.compile(r"[^\W\d_]+")


class Held:
    """The words in Latin script, and the runs of letters in other scripts, that stand in any of the texts."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._words: set[str] = set()
        self._runs: set[str] = set()
        for text in texts:
            view = text.view.text
            self._words.update(_PARTS.findall(view))
            for size in range(1, _TOGETHER + 1):
                self._runs.update(map("".join, zip(*(view[at:] for at in range(size)), strict=False)))

    def may_have(self, form: str) -> bool:
        """Whether any word of a form, but a noun of parts of countries, may stand in a text.

        All its letters do, as they follow one another. The first and the last letter of Arabic words are left out of
        it, with their article: what is glued to a word changes them.
        """
        script, words = _cores(form)
        return any(self._may_stand(word, script) for word in words)

    def _may_stand(self, word: str, script: str) -> bool:
        if script == "Latn":
            return word in self._words
        size = min(_TOGETHER - (script == "Hans"), len(word))
        return not word or all(word[at : at + size] in self._runs for at in range(len(word) - size + 1))


@cache
def _cores(form: str) -> tuple[str, tuple[str, ...]]:
    """The script of a form, and its words without what changes at their ends."""
    key = fold_name(form)
    script = script_of(key)
    every = _PARTS.findall(key)
    words = set(every) - _nouns() or set(every)
    if script == "Arab":
        article = rules_for("Arab", "ar").article
        words = {word.removeprefix(article)[1:-1] for word in words}
    return script, tuple(words)


@cache
def _nouns() -> frozenset[str]:
    rules = [suggest_rules(tag) for tag in languages.tags()]
    phrases = (noun for one in rules for noun in (*one.divisions_before, *one.divisions_after))
    return frozenset(word for phrase in phrases for word in phrase.split(" "))
