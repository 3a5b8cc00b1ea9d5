"""Chinese names: a segmenter's tags, unknown words that recur, enumerations, cue words, endings of institutions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rjieba

from build_tools.annotate.names.scripts import HAN, KINDS
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.text import Text

_TYPES = {"nr": "person", "nrt": "", "nrfg": "person", "ns": "place", "nt": "organization", "nz": ""}
"""Tags of proper names in the segmenter's dictionary → entity type."""
_NOUNS = frozenset(
    ["n", "vn", "nz", "nr", "ns", "nt", "nrt", "j", "an", "l", "i", "nrfg", "g", "s", "b", "ng", "eng", "a"]
)
_STOPS = frozenset(["、", "和", "与", "及", "以及", "或"])
_LONGEST = 8
_PARTS = 4
_COHESION = 0.55
_RECURS = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as the segmenter cuts it, with its tag and view offsets."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def han(self) -> bool:
        return KINDS[self.text[0]] is HAN


def pieces_of(text: Text) -> list[Piece]:
    """The words of the folded view."""
    made: list[Piece] = []
    at = 0
    for word, tag in rjieba.tag(text.view.text, hmm=True):
        made.append(Piece(word, tag, at, at + len(word)))
        at += len(word)
    return made


def sightings(text: Text) -> Iterator[Sighting]:
    if text.script != "Hans":
        return
    pieces = pieces_of(text)
    common = text.rules.common
    for at, piece in enumerate(pieces):
        if not piece.han:
            continue
        strange = piece.text in common or piece.text in text.names.foreign
        if piece.tag in _TYPES and len(piece.text) > 1 and not strange:
            yield text.sighting(piece.start, piece.end, "tag", _TYPES[piece.tag], piece.tag)
        if _is_unknown(piece) and piece.text not in common and _has_no_grammar(text, piece):
            yield text.sighting(piece.start, piece.end, "unknown")
        yield from _beside_cue(text, pieces, at)
        yield from _between_cues(text, pieces, at)
        yield from _with_ending(text, pieces, at)
        yield from _listed(text, pieces, at)
    yield from _recurring(text, pieces)


def _beside_cue(text: Text, pieces: Sequence[Piece], at: int) -> Iterator[Sighting]:
    """``教授王若琳``, ``根据早报报道``: a short word between or beside cue words."""
    piece, rules = pieces[at], text.rules
    if not _nameable(text, piece):
        return
    before = pieces[at - 1].text if at else ""
    after = pieces[at + 1].text if at + 1 < len(pieces) else ""
    before_kind, after_kind = rules.type_of(rules.before, before), rules.type_of(rules.after, after)
    if before_kind and before_kind == after_kind:
        yield text.sighting(piece.start, piece.end, "title", before_kind, f"{before}…{after}")
    elif before_kind and piece.tag != "n":
        yield text.sighting(piece.start, piece.end, "cue", before_kind, before)
    elif after_kind and (piece.tag in _TYPES or piece.tag == "j"):
        yield text.sighting(piece.start, piece.end, "cue", after_kind, after)
    if after in rules.speech and piece.tag in ("nr", "nrt", "nrfg"):
        yield text.sighting(piece.start, piece.end, "speech", "person", after)


def _is_unknown(piece: Piece) -> bool:
    """Whether the segmenter guessed a word that its dictionary lacks."""
    return 2 <= len(piece.text) <= 4 and piece.tag not in ("m", "t") and not rjieba.has_word(piece.text)


def _has_no_grammar(text: Text, piece: Piece) -> bool:
    """Whether a guessed word holds none of the words of grammar, and stands in no dictionary as it is written."""
    start, end = text.view.source(piece.start, piece.end)
    written = text.document.text[start:end]
    return not rjieba.has_word(written) and not any(char in text.names.function_words for char in piece.text)


def _between_cues(text: Text, pieces: Sequence[Piece], at: int) -> Iterator[Sighting]:
    """``公司蓝鲸引擎负责人``: several nouns between a word before names and a word after them."""
    rules = text.rules
    kind = rules.type_of(rules.before, pieces[at].text)
    run: list[Piece] = []
    for piece in pieces[at + 1 : at + 1 + _PARTS]:
        if not piece.han or rules.type_of(rules.before, piece.text) or rules.type_of(rules.after, piece.text):
            break
        run.append(piece)
    after = at + 1 + len(run)
    closed = after < len(pieces) and pieces[after].han
    if kind and len(run) > 1 and closed and all(piece.tag in _NOUNS for piece in run):
        yield text.sighting(run[0].start, run[-1].end, "cue", kind, pieces[at].text)


def _with_ending(text: Text, pieces: Sequence[Piece], at: int) -> Iterator[Sighting]:
    """``南方农业研究院``, ``节水法案``: nouns up to one that names of institutions end in."""
    piece, rules = pieces[at], text.rules
    kind = next(
        (
            kind
            for kind, endings in rules.endings.items()
            if any(piece.text.endswith(ending) for ending in endings)
        ),
        "",
    )
    if not kind or (piece.text in rules.common and not _qualified(pieces, at)):
        return
    first = at
    while first and at - first < _PARTS and _joins(text, pieces[first - 1], last=first == at):
        first -= 1
    if pieces[at].end - pieces[first].start >= 3 and first < at:
        yield text.sighting(pieces[first].start, piece.end, "ending", kind, piece.text)


def _qualified(pieces: Sequence[Piece], at: int) -> bool:
    return at > 0 and (pieces[at - 1].tag in _TYPES or pieces[at - 1].tag in ("v", "vn"))


def _joins(text: Text, piece: Piece, *, last: bool) -> bool:
    """Whether a word can stand before the noun that ends a name; a verb only right before it: ``节水法案``."""
    if not piece.han or piece.text in text.names.function_words or piece.text in text.names.verbs:
        return False
    if text.rules.type_of(text.rules.before, piece.text):
        return False
    return piece.tag in _NOUNS or _is_unknown(piece) or (last and piece.tag == "v" and len(piece.text) > 1)


def _listed(text: Text, pieces: Sequence[Piece], at: int) -> Iterator[Sighting]:
    """``抖音、火山和飞书``: a short noun in an enumeration of which another member is a name."""
    piece = pieces[at]
    if not _nameable(text, piece):
        return
    for step in (-1, 1):
        joint, other = at + step, at + 2 * step
        if not (0 <= joint < len(pieces) and 0 <= other < len(pieces)) or pieces[joint].text not in _STOPS:
            continue
        if pieces[joint].text == "、" or pieces[other].tag in ("eng", *_TYPES):
            yield text.sighting(piece.start, piece.end, "listed-with", "", pieces[other].text)


def _nameable(text: Text, piece: Piece) -> bool:
    if (
        not piece.han
        or len(piece.text) < 2
        or piece.text in text.rules.common
        or piece.text in text.names.foreign
    ):
        return False
    return piece.tag in _NOUNS and piece.text not in text.names.function_words


def _recurring(text: Text, pieces: Sequence[Piece]) -> Iterator[Sighting]:
    """Two to four neighbouring words that mostly occur together: one name that the dictionary lacks."""
    single = Counter(piece.text for piece in pieces)
    grams: dict[str, list[tuple[int, int]]] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for at in range(len(pieces)):
        for size in range(2, _PARTS + 1):
            run = pieces[at : at + size]
            if len(run) < size or not _can_join(text, run):
                break
            name = "".join(piece.text for piece in run)
            grams.setdefault(name, []).append((run[0].start, run[-1].end))
            parts[name] = tuple(piece.text for piece in run)
    covered: set[str] = set()
    for name in sorted(grams, key=len, reverse=True):
        places = grams[name]
        if len(places) < _RECURS or len(name) > _LONGEST:
            continue
        commonest = max(single[part] for part in parts[name])
        if len(places) / commonest < _COHESION or name in covered:
            continue
        # What stands nowhere but inside this longer name is none of its own.
        inner = {name[i:j] for i in range(len(name)) for j in range(i + 2, len(name) + 1)}
        covered |= {part for part in inner if len(grams.get(part, ())) <= len(places)}
        for start, end in places:
            yield text.sighting(start, end, "repeated", "", str(len(places)))


def _can_join(text: Text, run: Sequence[Piece]) -> bool:
    for piece in run:
        word = piece.text
        if not (piece.han or piece.tag == "eng") or piece.tag in (
            "x",
            "m",
            "d",
            "p",
            "c",
            "u",
            "uj",
            "ul",
            "r",
            "f",
            "t",
            "q",
            "y",
        ):
            return False
        if word in text.names.function_words or word in text.names.verbs:
            return False
    return run[0].han
