"""Both paragraphs say it in like words, where both documents can be read in one language.

A language counts that each document is written in or translated into. The words are cut into overlapping groups of
letters, which are equal in most forms of one word and need no knowledge of a language: McNamee and Mayfield,
*Character N-Gram Tokenization for European Language Text Retrieval* (Information Retrieval 7, 2004).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from build_tools.archive.evidence.kind import Found, Material, Pair
from build_tools.archive.evidence.speakers import both_name
from build_tools.folding import fold
from build_tools.model import AnnotatedDocument, EvidenceKind, Figure, Mention

LETTERS = 4
"""Length of a group in scripts that write words apart; shorter words are taken whole."""
CHARACTERS = 2
"""Length of a group in Chinese and Japanese."""
NOISE = 0.14
"""Cosine that paragraphs about one subject reach without telling the same."""
SAME = 0.36
"""Cosine from which two paragraphs are taken to be versions of one text."""
TELLING = 6.0
"""What the same wording tells between documents that nothing else connects, in nats."""

_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_HAN_RUN = re.compile(f"[{_HAN}]")

SHORT = 5.0
"""Added to the length of a paragraph, in nats, so that two of a few words are not alike by one of them."""

Groups = frozenset[str]


class Wording:
    name: EvidenceKind = "wording"

    def __init__(self, material: Material) -> None:
        self._documents = material.documents
        self._names = {key: [row.entities for row in one.rows] for key, one in material.signed.items()}
        self._voices = material.voices
        self._read: dict[tuple[str, str], list[Groups]] = {}

    def together(self) -> Counter[tuple[str, str]]:
        """Nothing: words only weigh what names and figures have brought together."""
        return Counter()

    def between(self, left: str, right: str) -> Found:
        languages = _languages(self._documents[left]) & _languages(self._documents[right])
        cosines: dict[Pair, float] = defaultdict(float)
        told: tuple[set[int], set[int]] = set(), set()
        for language in sorted(languages):
            rows = self._groups(left, language), self._groups(right, language)
            for side, paragraphs in zip(told, rows, strict=True):
                side.update(n for n, row in enumerate(paragraphs) if row)
            for pair, cosine in _cosines(*rows):
                cosines[pair] += cosine / len(languages)
        alike = {
            pair: min(1.0, (cosine - NOISE) / (SAME - NOISE))
            for pair, cosine in cosines.items()
            if cosine > NOISE
        }
        left_size, right_size = (len(self._documents[key].document.paragraphs) for key in (left, right))
        # As much as a name that stands in one paragraph of each document.
        weight = math.log(1 + (left_size + right_size) / 2) ** 2
        # A few words in common are soon found between any two reports of one subject: a title, "said on Tuesday".
        telling = {
            pair: TELLING * share**2
            for pair, share in alike.items()
            if not self._one_voice(left, right, *pair)
        }
        return Found(
            [weight if n in told[0] else 0.0 for n in range(left_size)],
            [weight if n in told[1] else 0.0 for n in range(right_size)],
            {pair: weight * share for pair, share in alike.items()},
            {pair: TELLING * share for pair, share in alike.items()},
            telling,
        )

    def _one_voice(self, left: str, right: str, i: int, j: int) -> bool:
        """Whether both paragraphs introduce the same speaker, who has a title and a subject whatever he says."""
        here, there = self._voices[left].get(i, ()), self._voices[right].get(j, ())
        if not here and not there:
            return False
        shared = self._names[left][i] & self._names[right][j]
        return any(both_name(voice, shared) for voice in (*here, *there))

    def _groups(self, document: str, language: str) -> list[Groups]:
        key = document, language
        if key not in self._read:
            self._read[key] = [groups(text) for text in _texts(self._documents[document], language)]
        return self._read[key]


def groups(text: str) -> Groups:
    """The groups of letters of a text, each once."""
    found: set[str] = set()
    for run in _RUN.findall(fold(text).text):
        length = CHARACTERS if _HAN_RUN.match(run) else LETTERS
        found.update(run[at : at + length] for at in range(max(1, len(run) - length + 1)))
    return frozenset(found)


def _cosines(left: Sequence[Groups], right: Sequence[Groups]) -> Iterator[tuple[Pair, float]]:
    """Cosine of each pair of paragraphs that share anything, each group weighted by its rarity in the two documents."""
    paragraphs = len(left) + len(right)
    counts = Counter(group for row in (*left, *right) for group in row)
    weights = {group: math.log(paragraphs / count) for group, count in counts.items()}
    here, there = ([SHORT + sum(map(weights.__getitem__, row)) for row in rows] for rows in (left, right))
    others = [(j, other) for j, other in enumerate(right) if other]
    for i, one in enumerate(left):
        for j, other in others if one else ():
            shared = sum(map(weights.__getitem__, one & other))
            if shared:
                yield (i, j), shared / math.sqrt(here[i] * there[j])


def _languages(annotated: AnnotatedDocument) -> set[str]:
    document = annotated.document
    return {document.language, *(translation.language for translation in document.translations)}


def _texts(annotated: AnnotatedDocument, language: str) -> Iterator[str]:
    """The paragraphs of a document in one of its languages, without names and figures, which weigh for themselves.

    Boilerplate is empty.
    """
    document = annotated.document
    text, paragraphs = document.text, document.paragraphs
    marks: Sequence[Mention | Figure] = [*annotated.mentions, *annotated.figures]
    if document.language != language:
        found = next(t for t in annotated.translations if t.translation.language == language)
        text, paragraphs = found.translation.text, found.translation.paragraphs
        marks = [*found.mentions, *found.figures]
    marks = sorted(marks, key=lambda mark: mark.start)
    for paragraph, source in zip(paragraphs, document.paragraphs, strict=False):
        if source.boilerplate:
            yield ""
            continue
        left, at = [], paragraph.start
        for mark in marks[bisect_left(marks, at, key=lambda m: m.start) :]:
            if mark.start >= paragraph.end:
                break
            left.append(text[at : mark.start])
            at = max(at, mark.end)
        yield " ".join([*left, text[at : paragraph.end]])
