"""Numbers that are part of a name or label: H100, Section 232, the Magnificent Seven, 百度."""

from __future__ import annotations

import re

from build_tools.annotate.figures.draft import Draft, bare_year
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View, word_before

_ROW = re.compile(r" ?\d{1,5}(?: ?و ?|، ?| ?- ?)$")
_LATIN_ROW = re.compile(r" ?(?<![\d,.])\d{1,4}(?:,(?: and| or)?| and| or| to| ?[-–])$")
_ROW_ENDS = {True: ("-",), False: (",", "d", "o", "r", "-", "–")}
"""Last characters of what joins the numbers of a row, by whether the joining word is written on the next one."""
_NAME_WORDS = 3
"""Words that may stand between the head of a name and its number, the last of them with the article."""
_CAPITAL_BEFORE = re.compile(r"[a-z,;][’']? $")
"""What may stand before such a capital: no end of a sentence, no quotation mark and no colon."""
_LOWER = re.compile(r"(?<![^\W_])[a-z]{5,}")
"""A word that a headline would write with a capital."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_SERIES = re.compile(r"[A-Za-z] \d{1,2} $")
_CALLS = re.compile(r"(?:电话|专线|热线|致电|拨打)[^。；;]{0,8}\d[\d-]{2,14}[或、及和/ ]$")
"""A number to call before another one."""
_LATIN_BEFORE = re.compile(r"(?:^|[^A-Za-z\d])([A-Za-z][A-Za-z0-9.+-]{0,30}) ?[- ]$")


def inside_name(view: View, draft: Draft, g: Grammar) -> bool:
    """H100, GPT-4, Zen 4, Ascend 910B: letters lead over into the digits and nothing says what is counted."""
    text, start = view.text, draft.number_start
    if draft.start < start and draft.kind == "money":
        return False
    free = draft.start < start and text[max(0, start - 2) : start] == " -"
    if not g.positional and free and not text[draft.number_end - 1].isalpha():
        # A minus stands free of the word before it: "lows of -3".
        return False
    if (
        g.positional
        and draft.kind == "percent"
        and text[draft.number_end : draft.number_end + 1] in ("%", "％")
    ):
        # 占GDP3.32%
        return False
    before = text[start - 1 : start]
    if g.positional and draft.kind == "money" and draft.suffixed and text[draft.end - 1] >= "\u2e80":
        # 人均GDP3万8,748美元
        return False
    if before and before.isascii() and (before.isalpha() or before == "_"):
        return True
    if before == "." and start > 1 and text[start - 2].isalnum():
        return True
    if before not in (" ", "-"):
        return False
    if (
        g.positional
        and text[draft.number_end - 1].isascii()
        and _SERIES.search(text, max(0, start - 24), start)
    ):
        # Core Ultra 9 285K
        return text[draft.number_end - 1].isalpha()
    match = _LATIN_BEFORE.search(text, max(0, start - 34), start)
    if match is None:
        return False
    word = match[1]
    glued = text[start - 1] == "-"
    last = text[draft.number_end - 1 : draft.number_end]
    letter_scale = last.isascii() and last.isalpha() and draft.scale != 1
    if glued:
        return not draft.suffixed or draft.noun or letter_scale
    if letter_scale and g.tag != "en" and not draft.suffixed:
        return True
    if _INNER_CAPITAL.search(word) and draft.table == "word":
        # "CloudMatrix 384 links": the number of a name before a verb.
        return True
    if draft.suffixed or draft.scale != 1 or draft.kind not in ("count", "ratio"):
        return False
    if g.tag != "en":
        return not bare_year(draft)
    lowered = word.lower()
    if lowered in g.prefixes.forms:
        return False
    if (
        lowered in g.data.names.label_exempt
        or g.modifiers_before.before(view.flat, start - 1)
        or bare_year(draft)
    ):
        return False
    return (
        (
            word[0].isupper()
            and match.start(1) > 0
            and view.text[match.start(1) - 2 : match.start(1) - 1] not in '.!?\u201d"\n'
        )
        or any(char.isdecimal() for char in word)
        or _INNER_CAPITAL.search(word) is not None
    )


def designated(view: View, draft: Draft, g: Grammar) -> bool:
    """Section 232, القرار 2231, 第5: the number is a label. What is counted outweighs it."""
    flat = view.flat
    left = draft.start
    while left and flat[left - 1] == " ":
        left -= 1
    if not g.positional and draft.digits and left < draft.start and left > 1 and flat[left - 1] == ":":
        # "Call: 1800", "للاستفسار: 920000000"
        left -= 1
    if (g.glued and not g.positional) or flat[left - 1 : left] in _ROW_ENDS[g.glued]:
        # "المادتين 5 و6", "Articles 5, 6 and 7": the label is meant for every number of the row.
        for _ in range(4):
            row = (_ROW if g.glued else _LATIN_ROW).search(flat, max(0, left - 12), left)
            if row is None:
                break
            left = row.start()
    if g.positional and flat[left - 1 : left] == ":":
        # 电话:119
        left -= 1
    found = g.designators.before(flat, left)
    if (
        found is None
        and draft.digits
        and not draft.suffixed
        and draft.scale == 1
        and g.data.names.numbered_heads
    ):
        return _numbered(flat, draft, g)
    if found is None and g.positional and draft.digits and not draft.suffixed:
        return _CALLS.search(flat, max(0, draft.start - 44), draft.start) is not None
    if found is None:
        return False
    if not g.positional and draft.form == "fraction" and not draft.digits:
        # "an area one-third the size"
        return False
    word = flat[found[1] : left]
    sure = word in g.data.names.sure_designators and draft.value in range(1, 10)
    labelled = draft.table == "word" and (sure or view.text[found[1]].isupper())
    if draft.suffixed and not labelled and not (g.positional and flat[found[1] : left] == "第"):
        return False
    return "," not in flat[draft.number_start : draft.number_end]


def names_place(flat: str, date: Draft, g: Grammar) -> bool:
    """مدينة 6 أكتوبر, شارع 26 يوليو: a day after the word for what is named after it."""
    heads = g.data.names.dated_heads
    if not heads or not isinstance(date.value, str) or not date.value.startswith("--"):
        return False
    head = word_before(flat, date.start)
    return head in heads or (head[:1] in g.proclitics and head[1:] in heads)


def _numbered(flat: str, draft: Draft, g: Grammar) -> bool:
    """حقل غرب القرنة 2: a small number that ends the name of one of several such things."""
    if draft.number_end - draft.number_start > 2 or draft.bound_start >= 0:
        return False
    word = word_before(flat, draft.start)
    if not word.startswith(g.definite) or g.modifiers_before.before(flat, draft.start - 1):
        return False
    heads = g.data.names.numbered_heads
    at = draft.start
    for _ in range(_NAME_WORDS):
        at -= len(word) + 1
        word = word_before(flat, at)
        if not word:
            return False
        if word in heads or (word[0] in g.proclitics and word[1:] in heads):
            return True
    return False


def in_phrase(flat: str, start: int, number_end: int, end: int, g: Grammar) -> bool:
    """Whether a fixed phrase covers the number's first character: 百度, 一些, نصف النهائي, one another."""
    if g.positional:
        for begin in range(max(0, start - 4), start + 1):
            if flat[begin : begin + 2] not in g.phrase_heads:
                continue
            found = g.phrases.at(flat, begin)
            if (
                found
                and begin <= start < found[1]
                and (begin < start or found[1] >= end or found[1] - begin > 2 or end - start == 1)
            ):
                return True
        return False
    found = g.phrases.at(flat, start)
    if found and found[1] >= number_end:
        return True
    before = word_before(flat, start)
    if before:
        found = g.phrases.at(flat, start - 1 - len(before))
        return bool(found and found[1] > start)
    return False


def named_by_capital(view: View, draft: Draft) -> bool:
    """The Magnificent Seven, Group of Twenty, in Seven Samurai: a capital inside a sentence makes a number word part of a name; not in a headline."""
    text, start = view.text, draft.number_start
    if draft.start < start or not text[start].isupper() or " " in text[start : draft.number_end].strip():
        return False
    if draft.kind not in ("count", "ratio") or (draft.suffixed and not draft.noun):
        return False
    if not _CAPITAL_BEFORE.search(text, max(0, start - 24), start):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", start) + 1 or len(text) + 1) - 1]
    return _LOWER.search(line) is not None
