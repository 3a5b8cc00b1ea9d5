"""Who speaks is not what is told.

"Ada Quill, a spokeswoman for the Lantern Works in Delft" introduces one voice. Two reports in which she speaks of
different things share her name, that of the works, the town, her title and the words of their subject: all of it one
thing, and no statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from build_tools.annotate.names.scripts import HAN_CLASS
from build_tools.archive.places import paragraph_at
from build_tools.archive.signatures import Feature
from build_tools.model import AnnotatedDocument, Figure, Mention

Voice = tuple[Feature, ...]
"""Somebody, and those for whom or where he speaks."""
Voices = Mapping[int, Sequence[Voice]]
"""Paragraph, from 0 → who is introduced in it."""

NEAR = 5
"""Most words between two names of one introduction: ", the chief executive of"; two Chinese characters are a word."""
FAR = 100
"""Characters beyond which no words are counted."""
MOST = 5
"""Most names of one introduction: more are a list."""
WHO, WHERE = "person", frozenset({"organization", "publication", "place"})

_WORD = re.compile(rf"{HAN_CLASS}{{1,2}}|(?:(?!{HAN_CLASS})[^\W_])+")
_STOP = re.compile(r"[.!?؟。！？;؛；:：\n](?!\w)|[\"“”«»「」]")
"""What ends a sentence, or begins or ends what somebody said."""


def voices(annotated: AnnotatedDocument) -> Voices:
    """Everybody who is introduced in the paragraphs of a document."""
    document = annotated.document
    found: dict[int, list[Voice]] = defaultdict(list)
    for names in introductions(document.text, annotated.mentions, annotated.figures):
        ordered = sorted(names, key=lambda mention: mention.type != WHO)
        voice = tuple(dict.fromkeys(("entity", mention.entity) for mention in ordered))
        found[paragraph_at(document.paragraphs, names[0].start) - 1].append(voice)
    return found


def both_name(voice: Voice, shared: Collection[Feature]) -> bool:
    """Whether two paragraphs that share these names both say who it is: somebody, and for whom or where he speaks."""
    return voice[0] in shared and any(name in shared for name in voice[1:])


def introductions(
    text: str, mentions: Iterable[Mention], figures: Iterable[Figure] = ()
) -> Iterator[Sequence[Mention]]:
    """Names that stand together to say who somebody is: one person, and organizations and places close by.

    ``mentions`` and ``figures`` in the order of the text. Each mention stands in one introduction at most; a second person begins
    another one.
    """
    counted = [figure.start for figure in figures]
    chain: list[Mention] = []
    for mention in mentions:
        if not chain or not _goes_on(text, chain, mention, counted):
            yield from _whole(chain)
            chain = []
        if mention.type == WHO or mention.type in WHERE:
            chain.append(mention)
    yield from _whole(chain)


def _whole(chain: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    if len(chain) > 1 and any(mention.type == WHO for mention in chain):
        yield tuple(chain)


def _goes_on(text: str, chain: Sequence[Mention], mention: Mention, counted: Sequence[int]) -> bool:
    """Whether a mention still belongs to the person of the chain before it."""
    first, last = chain[-1].end, mention.start
    second = mention.type == WHO and any(one.type == WHO for one in chain)
    if last - first > FAR:
        return False
    between = text[first:last]
    return (
        len(chain) < MOST
        and not second
        and (mention.type == WHO or mention.type in WHERE)
        and _STOP.search(between) is None
        and len(_WORD.findall(between)) <= NEAR
        and bisect_left(counted, first) == bisect_left(counted, last)
    )
