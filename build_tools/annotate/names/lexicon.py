"""Whether a word is one of its language: by a dictionary and the affixes that its nouns and verbs take."""

from __future__ import annotations

from functools import cache, lru_cache

from build_tools import languages
from build_tools.annotate.names.entries import Affixes
from build_tools.annotate.names.rules import rules_of

_STEM = 3
"""Letters that a word has at least without its affixes."""


class Lexicon:
    """``class_of(word)`` for one language."""

    def __init__(self, tag: str) -> None:
        rules = rules_of(tag)
        self._affixes: dict[str, Affixes] = dict(rules.affixes)
        table = languages.columns(rules.lexicon) if rules.lexicon else ()
        self._classes = {row[0]: row[1] for row in table}
        self.class_of = lru_cache(maxsize=65536)(self._class_of)
        """The class that the dictionary gives a folded word: ``n``, ``p`` (proper noun), ``v`` or ``s``; empty where it
        lacks the word, with all affixes taken off."""

    def __bool__(self) -> bool:
        return bool(self._classes)

    def listed(self, word: str) -> str:
        """The class of a folded word that the dictionary has as it stands."""
        return self._classes.get(word, "")[:1]

    def classes(self, word: str) -> str:
        """All classes of a folded word that the dictionary has as it stands: ``nv``."""
        return self._classes.get(word, "")

    def _class_of(self, word: str) -> str:
        found = self._classes.get(word)
        if found:
            return found[0]
        for kind in ("s", "p", "n", "v"):
            if kind in self._affixes and self._stands(word, kind, self._affixes[kind]):
                return kind
        return ""

    def _stands(self, word: str, kind: str, affixes: Affixes) -> bool:
        for before in affixes.before:
            if not word.startswith(before):
                continue
            rest = word[len(before) :]
            for after in affixes.after:
                if not rest.endswith(after):
                    continue
                stem = rest[: len(rest) - len(after)]
                full = stem + affixes.ending if after else stem
                if len(full) >= _STEM and kind in self._classes.get(full, ""):
                    return True
                least = _STEM - 1 if before.endswith(affixes.definite) or not after else _STEM
                if len(stem) >= least and kind in self._classes.get(stem, ""):
                    return True
        return False


@cache
def lexicon(tag: str) -> Lexicon:
    """The dictionary of one language; false where the language has none."""
    return Lexicon(tag)
