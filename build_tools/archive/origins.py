"""Which documents speak with one voice: versions of one story, reprints, and reports of one publisher."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.archive.retelling import FEWEST, VERSIONS
from build_tools.model import AnnotatedDocument, Passage

STORY, PUBLISHER = "story:", "publisher:"


def origins(documents: Sequence[AnnotatedDocument], passages: Iterable[Passage] = ()) -> dict[str, str]:
    """Document → the origin that it shares with every document of the same voice.

    An origin is ``story:ID`` or ``publisher:ID`` where that alone joins the documents, else the first document's id.
    Of one voice are documents of one story, of one publisher, those that say that they reprint or pass on another's
    report and that other's own, and those that ``passages`` show to be versions of one report.
    """
    voices = {a.document.id: a.document.id for a in documents}

    def first(document: str) -> str:
        while voices[document] != document:
            document = voices[document]
        return document

    def join(group: Sequence[str]) -> None:
        for document in group[1:]:
            one, other = sorted((first(group[0]), first(document)))
            voices[other] = one

    shared: dict[str, list[str]] = defaultdict(list)
    for annotated in documents:
        for key in _keys(annotated):
            shared[key].append(annotated.document.id)
    for group in shared.values():
        join(group)
    for pair in _versions(documents, passages):
        join(pair)
    groups: dict[str, set[str]] = defaultdict(set)
    for document in voices:
        groups[first(document)].add(document)
    named = {
        first(group[0]): key
        for key, group in sorted(shared.items(), reverse=True)
        if groups[first(group[0])] == set(group) and len(group) > 1
    }
    return {document: named.get(first(document), first(document)) for document in voices}


def voices(documents: Sequence[AnnotatedDocument]) -> Mapping[str, frozenset[str]]:
    """Document → what it can share with others of its origin: ``story:ID``, ``publisher:ID`` of each that it goes back to."""
    return {a.document.id: frozenset(_keys(a)) for a in documents}


def _keys(annotated: AnnotatedDocument) -> Iterator[str]:
    record = annotated.document.record
    if record.story:
        yield STORY + record.story
    for publisher in dict.fromkeys(
        (record.source.publisher, record.source.reprinted_from, *record.source.credits)
    ):
        if publisher:
            yield PUBLISHER + publisher


def _versions(
    documents: Sequence[AnnotatedDocument], passages: Iterable[Passage]
) -> Iterator[tuple[str, str]]:
    """Pairs of documents of which each tells so much of the other that they must be versions of one report."""
    length = {a.document.id: sum(not p.boilerplate for p in a.document.paragraphs) for a in documents}
    told: dict[tuple[str, str], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for passage in passages:
        here, there = told[passage.left.document, passage.right.document]
        here.add(passage.left.paragraph)
        there.add(passage.right.paragraph)
    for pair, both in told.items():
        shares = [len(said) / length[document] for document, said in zip(pair, both, strict=True)]
        if min(map(len, both)) >= FEWEST and min(shares) >= VERSIONS:
            yield pair
