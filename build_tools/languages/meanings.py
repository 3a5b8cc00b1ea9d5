"""Makes the tables of what words mean: ``python -m build_tools.languages.meanings TAG [SOURCE]``.

``zh DICT``: the content words of jieba's dictionary (``dict.txt`` of the package ``jieba``), by its frequencies; ``en`` and
``ar``: the words of this folder's ``en/words`` and ``ar/lexicon``. A word lies where the Universal Sentence Encoder puts it,
in the directions in which the words of the language differ most (principal components, each with a deviation of one).
Prints the table; the output replaces ``languages/TAG/meanings.tsv``. Needs the extra ``meaning``.
"""

from __future__ import annotations

import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from build_tools import languages
from build_tools.folding import fold_text
from build_tools.meaning import universal
from build_tools.meaning.encoder import directions

SIZE = 24
"""Numbers for a word."""
UNIT = 32
"""How a deviation of one is written."""
_FREQUENT = 20
"""Occurrences in jieba's corpus of the rarest word that is taken."""
_LONGEST = 4
"""Characters of the longest Chinese word."""
_PIECES = 4
"""Pieces, with both ends, of the rarest words that are taken of a list without frequencies: frequent words have few."""
_CONTENT = "nvaijlz"
"""First letters of jieba's tags of nouns, verbs, adjectives and idioms."""
_SPELLED = {"ه": "هة", "ي": "يى", "ا": "اأإآ"}
"""Letters at the end or the head of a folded Arabic word, and what they may have been."""


def chinese(dictionary: Path) -> Iterator[str]:
    for line in dictionary.read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        plain = tag[0] in _CONTENT and tag[:2] not in ("nt", "ns") and len(word) <= _LONGEST
        if int(count) >= _FREQUENT and plain and fold_text(word) == word:
            yield word


def english() -> Iterator[str]:
    return (row[0] for row in languages.columns("en/words") if row[0].isalpha())


def arabic() -> Iterator[str]:
    return (row[0] for row in languages.columns("ar/lexicon") if row[1] != "s" and len(row[0]) > 1)


def spellings(word: str) -> list[str]:
    """What a folded Arabic word may be when it is not folded."""
    heads = _SPELLED["ا"] if word[0] == "ا" else word[0]
    ends = _SPELLED.get(word[-1], word[-1]) if word[-1] != "ا" else word[-1]
    return [head + word[1:-1] + end for head, end in product(heads, ends)]


def _likeliest(word: str, cut: Any) -> str:
    """The spelling whose pieces are the most frequent ones."""
    return max(spellings(word), key=lambda one: sum(cut._scores[piece] for piece in cut.encode(one)[1:-1]))


def table(words: Iterable[str], tag: str) -> Iterator[str]:
    """A row for each word that is frequent: the word and, in base64, a signed byte for each number."""
    folder = universal.resources()
    if folder is None:
        raise SystemExit("meanings: the extra meaning is not installed: pip install '.[meaning]'")
    cut = universal.segmenter(folder)
    written = {word: _likeliest(word, cut) if tag == "ar" else word for word in sorted(set(words))}
    kept = [word for word, one in written.items() if tag == "zh" or len(cut.encode(one)) <= _PIECES]
    lying = directions(universal.encoder_of(folder).encode([written[word] for word in kept]))
    lying -= lying.mean(axis=0)
    _, axes = np.linalg.eigh(lying.T @ lying)
    lying = lying @ axes[:, ::-1][:, :SIZE]
    lying *= UNIT / lying.std(axis=0)
    for word, row in zip(kept, np.clip(np.rint(lying), -127, 127).astype(np.int8), strict=True):
        yield f"{word}\t{b64encode(row.tobytes()).decode()}"


_SOURCES = {
    "ar": "the nouns and verbs of ar/lexicon (Ayaspell)",
    "en": "en/words (SCOWL)",
    "zh": "the content words of jieba 0.42.1's dictionary (MIT), Sun Junyi",
}


def main() -> int:
    tag, *rest = sys.argv[1:] or [""]
    if tag not in _SOURCES or (tag == "zh") != bool(rest):
        print(__doc__)
        return 2
    words = chinese(Path(rest[0])) if tag == "zh" else english() if tag == "en" else arabic()
    print(
        f"# Word -> what it means: {SIZE} numbers, in base64 a signed byte each, {UNIT} for a deviation of one."
    )
    print(f"# Words: {_SOURCES[tag]}. Numbers: Universal Sentence Encoder multilingual v3 (Apache-2.0).")
    print(f"# Made by: python -m build_tools.languages.meanings {tag}{' DICT' * bool(rest)}")
    for line in table(words, tag):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
