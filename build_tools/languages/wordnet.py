"""Makes ``en/classes``: ``python -m build_tools.languages.wordnet FOLDER``, that of Debian's ``wordnet-base``.

Of every word of ``en/words`` the classes that WordNet has for it or for what it is a form of, the most frequent first in
the texts whose senses WordNet counts. Prints the table; the output replaces ``languages/en/classes.tsv``.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools import languages

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_TYPES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
"""Its numbers of classes; satellites are adjectives."""
_ENDINGS = {
    "n": (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("ied", "y")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("ier", "y"), ("iest", "y")),
    "r": (),
}  # fmt: skip
"""The endings that its own look-up takes off, and what it puts there (``morphy``); the doubled consonant apart."""

_HEAD = """\
# English word -> its classes, the most frequent first: n noun, v verb, a adjective, r adverb. From WordNet 3.0 (Debian's
# wordnet-base 3.0-37), for the words of en/words. Made by: python -m build_tools.languages.wordnet /usr/share/wordnet
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute
# this software and database and its documentation for any purpose and without fee or royalty is hereby granted, provided
# that you agree to comply with the following copyright notice and statements, including the disclaimer, and that the same
# appear on all copies. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES, EXPRESS OR IMPLIED. The name of Princeton University may not be used in advertising or publicity."""


def _lemmas(folder: Path, kind: str) -> frozenset[str]:
    lines = (folder / f"index.{_FILES[kind]}").read_text("utf-8").splitlines()
    return frozenset(line.partition(" ")[0] for line in lines if not line.startswith(" "))


def _irregular(folder: Path, kind: str) -> dict[str, list[str]]:
    lines = (folder / f"{_FILES[kind]}.exc").read_text("utf-8").splitlines()
    return {form: lemmas for form, *lemmas in map(str.split, lines)}


def _counts(folder: Path) -> Counter[tuple[str, str]]:
    """How often a lemma of a class is met, all senses together."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, _, count = line.split(" ")
        lemma, _, sense = key.partition("%")
        counts[lemma, _TYPES[sense[0]]] += int(count)
    return counts


def _forms(word: str, kind: str, irregular: Mapping[str, list[str]]) -> Iterator[str]:
    yield word
    yield from irregular.get(word, ())
    for ending, instead in _ENDINGS[kind]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)] + instead
            yield stem
            if ending in ("ed", "ing", "er", "est") and not instead and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


def table(folder: Path) -> Iterator[str]:
    counts = _counts(folder)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for kind in _FILES:
        lemmas, irregular = _lemmas(folder, kind), _irregular(folder, kind)
        for (word,) in languages.columns("en/words"):
            met = [counts[one, kind] for one in _forms(word, kind, irregular) if one in lemmas]
            if met:
                found[word][kind] = max(met)
    for word, classes in sorted(found.items()):
        yield f"{word}\t{''.join(sorted(classes, key=lambda kind: -classes[kind]))}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    print(_HEAD)
    for line in table(Path(sys.argv[1])):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
