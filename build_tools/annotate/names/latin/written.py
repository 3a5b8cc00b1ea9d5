"""What capitals and the signs around a form say of it."""

from __future__ import annotations

import re

from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.scripts import KINDS, WORD

_ADDRESS = re.compile(r"://|^www\.|@\w+\.|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$)")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_SHORT = 3
"""Letters up to which a form in capitals is an abbreviation that must stand in capitals."""


def address(hit: Hit) -> Judgement | None:
    """A form inside an address (``openai.com``, ``@meta.com``) is none."""
    text = hit.page.view.text
    before = text[hit.start - 1] if hit.start else " "
    after = text[hit.end] if hit.end < len(text) else " "
    if before not in "./@_-:" and after not in "./@_-:":
        return None
    start = max(text.rfind(" ", 0, hit.start), text.rfind("\n", 0, hit.start)) + 1
    end = _end_of_token(text, hit.end)
    if before == "." and hit.start > 1 and KINDS[text[hit.start - 2]] is WORD and hit.surface[:1].islower():
        return Judgement.WORD
    if before == "." and hit.start > 1 and text[hit.start - 2].isdigit():
        return Judgement.WORD
    token = text[start:end].strip("\"'“”‘’()[]<>.,;:!?")
    if token == hit.surface:
        # The name is all of it, as where one with a full stop ends a sentence.
        return None
    if _ADDRESS.search(token) and not any(map(str.isupper, hit.page.view.surface(hit.start, hit.end))):
        return Judgement.WORD
    return Judgement.WORD if "://" in token or "@" in token else None


def _end_of_token(text: str, offset: int) -> int:
    ends = [at for at in (text.find(" ", offset), text.find("\n", offset)) if at >= 0]
    return min(ends, default=len(text))


def capitals(hit: Hit) -> Judgement | None:
    """A name written with capitals is not met in small letters, nor an abbreviation in a word's spelling.

    One word of letters and digits is no word of the language however it is written.
    """
    written, surface = hit.form.written, hit.surface
    if surface == written or written.islower():
        return None
    if not any(map(str.isupper, written)):
        return None
    if len(written) > _SHORT and " " not in written and any(map(str.isdigit, written)):
        return None
    letters = len(written) if written.isalpha() else _SHORT + 1
    if not any(map(str.isupper, surface)):
        strange = hit.page.is_latin or letters <= _SHORT + 1 or hit.rules.is_word(hit.form.name)
        return Judgement.WORD if strange else None
    if written.isupper() and not surface.isupper():
        short = letters <= _SHORT or hit.rules.is_word(hit.form.name)
        return Judgement.WORD if short else None
    words = _WORD.findall(surface)
    if len(words) > 1 and hit.page.is_latin and _loose(words, _WORD.findall(written), hit):
        return Judgement.WORD
    return None


def _loose(words: list[str], listed: list[str], hit: Hit) -> bool:
    """Whether a name of several words stands with a small letter where the listed one has a capital."""
    # From the end, where what is left out of a name is at its head.
    pairs = zip(reversed(words), reversed(listed), strict=False)
    small = [word for word, model in pairs if word[:1].islower() and model[:1].isupper()]
    return bool(small) and any(word not in hit.rules.leading for word in small)


def bare_head(hit: Hit) -> Judgement | None:
    """A form without the article it is listed with: only with a capital that its place does not explain."""
    if not hit.surface[:1].isupper() or hit.page.opens_sentence(hit.start):
        if hit.surface[:1].isupper() and hit.rules.is_word(hit.form.name):
            return None  # its neighbours decide
        return Judgement.UNSURE if hit.surface[:1].isupper() else Judgement.WORD
    return None


def lone_letter(hit: Hit) -> Judgement | None:
    """``X-rays``: a letter that is a name is none at the head of a compound."""
    text = hit.page.view.text
    compound = text[hit.end : hit.end + 1] in ("-", "\u2010")
    return Judgement.WORD if compound else None


def currency(hit: Hit) -> Judgement | None:
    """``US$24 billion``: a sign of a currency directly after the form, and a number."""
    text = hit.page.view.text
    amount = text[hit.end : hit.end + 1] in _CURRENCIES and text[hit.end + 1 : hit.end + 2].isdigit()
    return Judgement.WORD if amount else None


_CURRENCIES = ("$", "€", "£", "¥")
