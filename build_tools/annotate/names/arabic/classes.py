"""What Arabic words beside a form are, by the dictionary: nouns, verbs, with a conjunction or without."""

from __future__ import annotations

from build_tools.annotate.names.lexicon import Lexicon, lexicon
from build_tools.annotate.names.rules import NameRules

_TAG = "ar"


def dictionary() -> Lexicon:
    return lexicon(_TAG)


def is_noun(word: str, rules: NameRules) -> bool:
    return dictionary().class_of(word.removeprefix(rules.article)) == "n"


def is_verb(word: str, rules: NameRules) -> bool:
    """Whether a word is a verb; one that opens a clause after a conjunction is, if it can be: ``ورحب``."""
    plain = bare(word)
    if plain in rules.function_words:
        return False
    opens = plain != word and "v" in dictionary().classes(plain)
    return opens or plain in rules.verbs or dictionary().class_of(plain) == "v"


def is_plain_noun(word: str, rules: NameRules) -> bool:
    """Whether a word before the form is a noun that says nothing of names."""
    plain = bare(word)
    if not plain or plain in rules.joint("function_words", "place_words", "titles", "kinds", "verbs"):
        return False
    stem = plain.removeprefix(rules.article)
    return plain not in rules.name_cues and "n" in (*dictionary().classes(stem), dictionary().class_of(stem))


def bare(word: str) -> str:
    """A word without the conjunction that it probably bears."""
    return word[1:] if word[:1] in ("و", "ف") and dictionary().classes(word[1:]) else word
