"""What is proposed: names that the authority file lacks, each with its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place of a text that may be a name, and why."""

    start: int
    end: int
    """Offsets into the document's text."""
    reason: str
    """A key of ``WEIGHTS``."""
    type: str = ""
    """Entity type that the reason speaks for, or empty."""
    detail: str = ""
    """What the reason rests on: the cue word, the other spelling."""


@dataclass(frozen=True, slots=True)
class Context:
    """A place where a proposed name stands. ``paragraph`` is 1-based; ``snippet`` is one line around it."""

    document: str
    paragraph: int
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name is proposed: a key of ``WEIGHTS``, how often, and what it rests on (at most three examples)."""

    code: str
    count: int
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name to accept, correct or reject; the best proposals come first."""

    form: str
    """As the texts write it most often."""
    language: str
    """Language tag under which the form would be listed."""
    type: str
    """A guess, or empty."""
    count: int
    documents: tuple[str, ...]
    score: float
    reasons: tuple[Reason, ...]
    contexts: tuple[Context, ...]
    """The first few, one paragraph each."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language → forms that the texts set equal to this one: in brackets, or by sound in another script."""
    known: str = ""
    """The source that knows this thing, as CLDR or GeoNames; empty where none does."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Language → name, by that source; then ``others`` are further forms that the texts have."""
    description: Mapping[str, str] = field(default_factory=dict)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    near: str = ""
    """Id of a known entity with a name of nearly this spelling: probably an alias of it."""


WEIGHTS: Mapping[str, float] = {
    "territory": 4.0,
    "city": 4.0,
    "subdivision": 4.0,
    "said": 3.0,
    "adjective": 0.5,
    "language": 0.5,
    "currency": 0.5,
    "listed-with": 2.0,
    "latin": 2.5,
    "latin-several": 2.0,
    "capitals": 2.0,
    "title": 3.0,
    "cue": 2.0,
    "ending": 2.0,
    "quotation": 1.5,
    "bracket": 2.5,
    "tag": 2.5,
    "speech": 1.5,
    "place": 1.0,
    "foreign": 1.5,
    "unknown": 1.5,
    "dotted": 3.0,
    "proper": 2.0,
    "institution": 2.0,
    "short": 2.0,
    "repeated": 1.5,
    "given": 2.5,
    "sound": 2.5,
    "near": 2.0,
    "model": 3.0,
}
"""What each reason counts. ``territory``: a country or region of CLDR; ``city``: a city of GeoNames; ``said``: the text itself says
that it is a place; ``adjective``,
``language``, ``currency``: an adjective of a country, a language or a currency of CLDR, which few archives list first; ``listed-with``: in an enumeration of names;
``latin``: Latin script in a text of another; ``latin-several``: several such words; ``capitals``: capitals inside a
sentence; ``title``, ``cue``: such a word beside it; ``ending``: ends like names of institutions; ``bracket``: set equal
to another name; ``tag``: a segmenter's name tag; ``speech``: beside a verb of saying; ``place``: after a word of place;
``given``: after a given name, or joined by ibn; ``foreign``: letters that native words lack; ``unknown``: a word that the dictionary lacks; ``dotted``: parts of a foreign name with dots between;
``proper``: a proper noun of
the dictionary; ``institution``: a noun such as party or council with the words that define it; ``short``: the head of a
longer name, standing alone; ``repeated``: unknown words that recur together; ``sound``: sounds like a
name in another script; ``near``: nearly a known name; ``model``: found by an installed model."""
