"""The order of names in a reader's language, as far as a catalogue of names needs it.

English and other Latin names: letter by letter, whatever marks they bear, capitals or not, a leading article left aside.
Arabic: likewise, the article ال left aside. Chinese: by Pinyin, character by character with the tone (pypinyin's
tables; a person's surname in the reading that surnames have), Latin names sorted in among them. What is no letter and
no digit does not count. Names in another script than the language's own stand after all others, names that begin with
a digit before them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from build_tools import languages
from build_tools.folding import fold_text

_UNDECOMPOSED = str.maketrans({
    "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
})  # fmt: skip
"""Latin letters that Unicode does not take apart into a letter and its mark."""


def sort_key(name: str, language: str, *, person: bool = False) -> tuple[bool, str, str]:
    """Names compare by this in ``language``; the name itself decides between names that are otherwise equal.

    ``person``: whether it is the name of a person, whose first character in Chinese is a surname.
    """
    base = language.partition("-")[0]
    key = _counting(_letters(name, base, person))
    return (not _own(name, base), key, name)


def initial(name: str, language: str, *, person: bool = False) -> str:
    """The letter a name is filed under, a capital one in Latin script; ``#`` for all that begin with a digit."""
    key = sort_key(name, language, person=person)[1]
    return key[0].upper() if key[:1].isalpha() else "#"


def _letters(name: str, base: str, person: bool) -> str:
    folded, rules = fold_text(name), languages.section(base, "collation")
    if rules.get("phonetic") == "pinyin":
        return _pinyin(folded, person)
    glued = rules.get("glued_article", "")
    if glued and _has_article(name, glued):
        return folded.lstrip("\"'«“").removeprefix(glued)
    head, _, rest = folded.partition(" ")
    return rest if rest and head in rules.get("articles", ()) else folded


def _has_article(name: str, article: str) -> bool:
    """``الصين`` has one; ``ألمانيا`` and ``آلات`` only look so once folded."""
    letters = "".join(char for char in unicodedata.normalize("NFC", name) if char.isalpha())
    return letters.startswith(article) and len(letters) > len(article) + 1


def _counting(text: str) -> str:
    """Letters without their marks, digits, and single spaces between words."""
    apart = unicodedata.normalize("NFKD", text).translate(_UNDECOMPOSED)
    # An apostrophe joins, any other sign parts words.
    kept = (char if char.isalnum() or char.isspace() else " " for char in apart if char not in "'’ʼʻ" and not unicodedata.combining(char))  # fmt: skip
    return " ".join("".join(kept).split())


def _own(name: str, base: str) -> bool:
    first = next((char for char in name if char.isalpha()), "")
    scripts = languages.section(base, "collation").get("scripts", ["LATIN"])
    return not first or unicodedata.name(first, "").startswith(tuple(scripts))


@cache
def _pinyin(folded: str, person: bool) -> str:
    from pypinyin import Style, lazy_pinyin  # its tables are loaded by those who need them only

    read = lazy_pinyin(folded, style=Style.TONE3, neutral_tone_with_five=True)
    if person:
        surnames = languages.section("zh", "collation").get("surnames", {})
        for length in (2, 1):
            reading = surnames.get(folded[:length])
            if reading:
                return " ".join([reading, *read[length:]])
    return " ".join(read)
