"""Sentences by meaning: vectors that lie near one another where sentences say alike, in whatever language.

They order and pair, and state nothing: what is shown is always the words of a source. Everything works without them.
"""

from __future__ import annotations

from build_tools.meaning.asking import asking, edition, questions
from build_tools.meaning.encoder import Directions, Encoder, Vectors, directions, without
from build_tools.meaning.groups import grouped
from build_tools.meaning.halves import halved
from build_tools.meaning.sentences import sentences
from build_tools.meaning.threads import one_thread
from build_tools.meaning.told import Meaning, Told, sentences_of, told
from build_tools.meaning.universal import installed

__all__ = [
    "Directions",
    "Encoder",
    "Meaning",
    "Told",
    "Vectors",
    "asking",
    "directions",
    "edition",
    "grouped",
    "halved",
    "installed",
    "one_thread",
    "questions",
    "sentences",
    "sentences_of",
    "told",
    "without",
]
