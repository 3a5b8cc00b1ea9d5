"""The letters of a line in the order in which they are read, where some of them are read from right to left.

What is on paper is the visual order; it is turned back as the bidirectional algorithm (UAX 9) laid it out: a line that is
read from right to left is turned around, and the words and numbers in it that are read from left to right once more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

Letter = tuple[str, float, float]
"""The character, its left and its right edge."""
Cluster = tuple[str, float, float]
"""What is read together, with its left and right edge."""

_OPEN, _CLOSE = "([{«‹“", ")]}»›”"
_OTHER = {**dict(zip(_OPEN, _CLOSE, strict=True)), **dict(zip(_CLOSE, _OPEN, strict=True))}
_WIDE_SPACE, _SPACE, _NO_SPACE, _NO_SPACE_AT_SIGNS = 0.3, 0.22, 0.1, 0.2
"""In sizes of type: a gap of the first is a space even where PDFium sees none; a wider gap than the second is a space, a
narrower one than the third is none; nor is one beside a ligature or a marked letter, where PDFium often supplies a space."""
_SET_LEFTWARDS = re.compile(r"\A[.,:;!?](?=[^\W\d])|\w\s+[.)]\d+(?:\.\d+)*\Z")
"""Latin letters that were set in a line from right to left: the stop stands at the left, or before a number at the right."""
_STOP_BEFORE = re.compile(r"\s[.)\]]")
_IN_NUMBERS = frozenset(("", ".", ",", "/", "-", ":", "\u066b", "\u066c"))
_ALEFS = frozenset("\u0622\u0623\u0625\u0627")
_ALIKE = 0.03
"""Points by which widths and edges may differ that are one."""
_MOST = 4
"""Letters and marks of one sign."""
_NARROW = 0.28
_WIDTHS = {0.68: "سشصض", 0.5: "حجخعغطظكمو", 0.42: "درزذفقهةء"}
"""Widths of letters inside words, in sizes of type, as in most faces; the others are narrow."""
_NUMBER = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")


def share(chars: Sequence[str]) -> float:
    """How many of the letters are read from right to left, 0 to 1."""
    letters = [char for char in chars if char.isalpha()]
    return sum(map(_is_rtl, letters)) / len(letters) if letters else 0.0


def text_of(letters: Sequence[Letter], size: float, *, leftwards: bool, mixed: bool) -> str:
    """The text of a line in type of a size. ``leftwards``: the page around it is read from right to left; ``mixed``: some
    of it is."""
    text = "".join(char for char, *_ in letters)
    if not any(map(_is_rtl, text)) and not (mixed and _SET_LEFTWARDS.search(text.strip())):
        return text
    visual = _from_left(letters, size)
    base = (
        leftwards
        or not any(map(_is_rtl, text))
        or next((_is_rtl(char) for char in text if char.isalpha()), False)
    )
    return _brackets(_logical(visual, leftwards=base))


def first_word(letters: Sequence[Letter], size: float, *, leftwards: bool) -> float:
    """The width of the word with which a line begins; of Chinese, of a character and the marks that go with it.

    A line without a letter from right to left begins at its left, whatever page it stands on.
    """
    if leftwards and share([char for char, *_ in letters]):
        return _rightmost_word([letter for letter in letters if not letter[0].isspace()], size)
    word = next(
        (
            list(group)
            for space, group in groupby(letters, key=lambda letter: letter[0].isspace())
            if not space
        ),
        [],
    )
    if any(unicodedata.east_asian_width(char) in "WF" for char, *_ in word[:2]):
        found = re.match(r"[（「『《“‘(]*\w[，。、；：！？）」』》”’)]*", "".join(char for char, *_ in word))
        word = word[: found.end()] if found else word[:1]
    return max((right for _, _, right in word), default=0.0) - min((left for _, left, _ in word), default=0.0)


def _rightmost_word(letters: Sequence[Letter], size: float) -> float:
    """The width of what stands at the right without a gap."""
    ordered = sorted(letters, key=lambda letter: -letter[2])
    if not ordered:
        return 0.0
    left = ordered[0][1]
    for _, start, end in ordered[1:]:
        if left - end > _SPACE * size:
            break
        left = min(left, start)
    return ordered[0][2] - left


def _is_rtl(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("R", "AL")


def _from_left(letters: Sequence[Letter], size: float) -> list[str]:
    """Letters as they stand, from left to right, each with its marks; a space between words.

    Which letters are one word is told by the spaces in the order of drawing, those among them that PDFium supplied, and
    put right by the gaps between the letters.
    """
    groups = [
        _placed(list(group), size)
        for space, group in groupby(letters, key=lambda letter: letter[0].isspace())
        if not space
    ]
    words = [word for group in groups for word in _parted(group, _WIDE_SPACE * size)]
    words.sort(key=lambda word: sum(left + right for _, left, right in word) / len(word))
    visual = [text for text, _, _ in words[0]] if words else []
    for before, word in pairwise(words):
        signs = len(word[0][0]) > 1 or len(before[-1][0]) > 1
        least = _NO_SPACE_AT_SIGNS if signs else _NO_SPACE
        if not -_SPACE * size < word[0][1] - before[-1][2] < least * size:
            visual.append(" ")
        visual.extend(text for text, _, _ in word)
    return visual


def _parted(clusters: Sequence[Cluster], least: float) -> list[list[Cluster]]:
    """The parts of a word between which there is a gap."""
    parts = [[cluster] for cluster in clusters[:1]]
    for before, cluster in pairwise(clusters):
        if cluster[1] - before[2] > least:
            parts.append([])
        parts[-1].append(cluster)
    return parts


def _placed(letters: Sequence[Letter], size: float) -> list[Cluster]:
    """The letters of a word from left to right, each with its marks; several letters of one sign are together."""
    clusters: list[Cluster] = []
    marks: list[Letter] = []
    for char, left, right in _whole_signs(letters, size):
        if len(char) == 1 and unicodedata.category(char) == "Mn":
            marks.append((char, left, right))
        elif clusters and clusters[-1][1:] == (left, right) and right > left:
            clusters[-1] = (_one_sign(clusters[-1][0], char), left, right)
        else:
            clusters.append((char, left, right))
    for char, left, right in marks:
        _put_on(clusters, char, (left + right) / 2)
    return sorted(clusters, key=lambda cluster: cluster[1] + cluster[2])


def _whole_signs(letters: Sequence[Letter], size: float) -> Iterator[Letter]:
    """The letters, those as one that one sign with a mark stands for. PDFium shares out the width of a narrow sign among them,
    in parts of one size, from the left of the sign on; how wide it is, is not told."""
    run: list[Letter] = []
    for letter in letters:
        if run and not _shares(run, letter):
            yield from _sign(run, size)
            run = []
        run.append(letter)
    yield from _sign(run, size)


def _shares(run: Sequence[Letter], letter: Letter) -> bool:
    """Whether a letter may have a part of the width of the sign that the letters of ``run`` have parts of."""
    _, left, right = run[0]
    width = right - left
    alike = width > 0 and abs(letter[2] - letter[1] - width) < _ALIKE
    return alike and abs(letter[1] - left) < _MOST * width and _is_arabic(letter[0]) and _is_arabic(run[0][0])


def _sign(run: Sequence[Letter], size: float) -> Iterator[Letter]:
    marks = [char for char, *_ in run if _is_mark(char)]
    left, right = min(left for _, left, _ in run), max(right for *_, right in run)
    shared = abs(right - left - sum(end - start for _, start, end in run)) < _ALIKE * len(run)
    if not marks or len(marks) == len(run) or not shared:
        yield from run
        return
    # Lam is before alef, and marks are behind their letters, wherever their parts are.
    letters = sorted((char for char, *_ in run if not _is_mark(char)), key=lambda char: char in _ALEFS)
    yield "".join([*letters, *marks]), left, max(right, left + size * sum(map(_width, letters)))


def _width(letter: str) -> float:
    """Of a letter inside a word, in sizes of type."""
    return next((width for width, letters in _WIDTHS.items() if letter in letters), _NARROW)


def _is_arabic(char: str) -> bool:
    return _is_rtl(char) or _is_mark(char)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _put_on(clusters: list[Cluster], mark: str, middle: float) -> None:
    """Write a mark behind the letter that it stands over or under."""
    nearest = min(
        range(len(clusters)),
        key=lambda number: abs((clusters[number][1] + clusters[number][2]) / 2 - middle),
        default=None,
    )
    if nearest is not None:
        text, left, right = clusters[nearest]
        clusters[nearest] = (text + mark, left, right)


def _one_sign(before: str, char: str) -> str:
    """Letters that one sign stands for; of lam and alef, lam is always the first."""
    if char == "\u0644" and before in _ALEFS:
        return char + before
    return before + char


def _logical(visual: Sequence[str], *, leftwards: bool) -> str:
    if leftwards:
        runs = reversed(_ltr_runs(visual))
        return "".join("".join(run if ltr else reversed(run)) for ltr, run in runs)
    return "".join("".join(reversed(run) if rtl else run) for rtl, run in _rtl_runs(visual))


def _ltr_runs(visual: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Stretches that are read from left to right, and the others, as they stand; signs between two parts of one belong
    to it."""
    kinds = [_kind(cluster) for cluster in visual]
    strong = [at for at, kind in enumerate(kinds) if kind != "-"]
    inside = [kind in "LN" for kind in kinds]
    for one, other in pairwise(strong):
        if "R" not in (kinds[one], kinds[other]) and _belong(
            kinds[one] + kinds[other], "".join(visual[one + 1 : other])
        ):
            inside[one + 1 : other] = [True] * (other - one - 1)
    return _stretches(visual, inside)


def _belong(kinds: str, between: str) -> bool:
    """Whether two parts beside one another are read together, from left to right. Two numbers are only where the signs of
    one number stand between them; a number at the right of a word, whose full stop stands before it, comes first."""
    if kinds == "NN":
        return between in _IN_NUMBERS
    return kinds != "LN" or not _STOP_BEFORE.search(between)


def _rtl_runs(visual: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Likewise, stretches that are read from right to left, numbers in them excepted."""
    kinds = [_kind(cluster) for cluster in visual]
    inside = [kind == "R" for kind in kinds]
    strong = [at for at, kind in enumerate(kinds) if kind != "-"]
    for one, other in pairwise(strong):
        if kinds[one] == kinds[other] == "R":
            inside[one + 1 : other] = [True] * (other - one - 1)
    return _stretches(visual, inside)


def _stretches(visual: Sequence[str], inside: Sequence[bool]) -> list[tuple[bool, list[str]]]:
    pairs = zip(inside, visual, strict=True)
    return [
        (key, [cluster for _, cluster in group]) for key, group in groupby(pairs, key=lambda pair: pair[0])
    ]


def _kind(cluster: str) -> str:
    char = cluster[0]
    if _is_rtl(char):
        return "R"
    if char in _NUMBER:
        return "N"
    return "L" if char.isalpha() else "-"


def _brackets(text: str) -> str:
    """Brackets as they are read: a sign that is mirrored on paper may come either way. One opens where a word begins behind
    it and none ends before it."""
    chars = list(text)
    for at, char in enumerate(chars):
        if char not in _OTHER:
            continue
        before = chars[at - 1] if at else " "
        after = chars[at + 1] if at + 1 < len(chars) else " "
        begins = (before.isspace() or before in _OPEN) and not after.isspace()
        ends = not before.isspace() and (after.isspace() or not after.isalnum())
        if begins != ends and (char in _OPEN) != begins:
            chars[at] = _OTHER[char]
    return "".join(chars)
