"""The entries that the data of names consist of: words with what stands beside them, cues, affixes."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from build_tools.folding import fold_text


def folded_words(words: object) -> object:
    """A list of words as a set of folded ones; anything else as it is, for the schema to judge."""
    if not isinstance(words, list):
        return words
    strange = [word for word in words if not isinstance(word, str)]
    if strange:
        # YAML reads a bare ``no`` or ``on`` as a truth value.
        raise ValueError(f"not a word, put it in quotes: {strange}")
    return frozenset(map(fold_text, words))


class Data(BaseModel):
    """Refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ordinary(Data):
    """Words that are names as well: what beside them says that they are the word."""

    words: frozenset[str]
    before: frozenset[str] = frozenset()
    """Directly before the form."""
    after: frozenset[str] = frozenset()
    """Directly after the form."""
    near: frozenset[str] = frozenset()
    """In the same sentence, where nothing there speaks for a name."""
    means: frozenset[str] = frozenset()
    """Entity types that those words speak for: a river is as much a name as the company called after it."""

    _fold = field_validator("words", "before", "after", "near", mode="before")(folded_words)

    def joined(self, other: Ordinary) -> Ordinary:
        """Both entries in one, for a word that stands in both."""
        return Ordinary(
            words=self.words | other.words,
            before=self.before | other.before,
            after=self.after | other.after,
            near=self.near | other.near,
            means=self.means | other.means,
        )


NOTHING = Ordinary(words=frozenset())


class ThingClass(Ordinary):
    """What is beside words for things of some classes: food is eaten, and made into porridge."""

    words: frozenset[str] = frozenset()
    of: frozenset[str]
    """Classes of ``things``."""


class Cue(Data):
    """Nouns that say of what kind the name beside them is."""

    words: frozenset[str]
    side: Literal["before", "after"] = "before"
    """On which side of the name."""
    allows: frozenset[str] = frozenset()
    """Entity types that may stand beside them, as may any entity one of whose forms has the noun in it."""
    small: bool = False
    """Whether they need no capital where the language has some: ``the Nile basin``."""
    reach: int = 0
    """In Chinese: characters that may stand between the name and the noun: ``中国信托银行``."""
    only: frozenset[str] = frozenset()
    """Entity types that these nouns say something of; none: all."""

    _fold = field_validator("words", mode="before")(folded_words)


class Affixes(Data):
    """What may be glued to words of one class; an empty one among them: the bare word."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    ending: str = ""
    """An ending that the word loses before what is glued on: ``دراسته`` of ``دراسة``."""
    definite: str = "\0"
    """Article, before which a shorter word will do."""

    @field_validator("before", "after", mode="before")
    @classmethod
    def _fold(cls, affixes: object) -> object:
        return tuple(map(fold_text, affixes)) if isinstance(affixes, list) else affixes
