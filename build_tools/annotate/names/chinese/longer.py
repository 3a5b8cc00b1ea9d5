"""Chinese forms inside a longer name: places and institutions called after them, letters in pairs, foreign persons."""

from __future__ import annotations

from bisect import bisect_left

from build_tools.annotate.names.chinese_words import at_border, is_common
from build_tools.annotate.names.neighbours import noun_beside
from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.scripts import HAN, KINDS

_NOUN = 4
"""Characters of the longest noun that names an institution."""


def somebodys(hit: Hit) -> Judgement | None:
    """``伦敦`` after ``杰克·伦敦``: a place that is somebody's surname in the text, but for what leads to places."""
    senses = hit.page.other_senses.get(hit.form.name)
    if not senses or min(senses) >= hit.start:
        return None
    text = hit.page.view.text
    if any(text[at - 1 : at] in _DOTS for at in senses) and not text.endswith(_LEADS, 0, hit.start):
        return Judgement.TORN
    return None


_LEADS = (*"在到去赴往从抵回于离", "到过", "去过")


def kinds_of_place(hit: Hit) -> Judgement | None:
    """``阿里地区``, ``三星鄉``, ``中国银行``: a noun after the form; one character only where no word begins with it."""
    beside = noun_beside(hit)
    if beside is None:
        return None
    borders = hit.page.word_borders(hit.start)
    longer = hit.page.view.text[hit.end : hit.end + len(beside.word) + 1]
    if beside.start == hit.end and len(longer) > len(beside.word) > 1 and is_common(longer):
        # 台灣銀行家: the noun is the head of another word.
        return None
    if borders is not None and len(beside.word) == 1 and at_border(borders, hit.end):
        word_end = borders[bisect_left(borders, hit.end + 1)]
        if word_end != hit.end + 1 and hit.page.view.text[hit.end : word_end] not in beside.cue.words:
            return None
    if beside.cue.allows:
        # A place of that name, 三星鄉: what follows may speak of it.
        hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def institution(hit: Hit) -> Judgement | None:
    """``中国信托银行``, ``台湾师范大学``: a place at the head of the name of something called after it."""
    text, rules = hit.page.view.text, hit.rules
    for cue in rules.reaching:
        if cue.only and hit.form.type not in cue.only:
            continue
        high = hit.end
        while high < len(text) and high - hit.end < cue.reach + _NOUN and KINDS[text[high]] is HAN:
            high += 1
        for start in range(hit.end, min(high, hit.end + cue.reach + 1)):
            if text[start] in rules.function_words:
                break
            noun = next(
                (text[start:end] for end in range(start + 2, high + 1) if text[start:end] in cue.words), ""
            )
            if noun:
                return None if hit.page.entity_has(hit.form.entity, noun) else Judgement.WORD
    return None


def company_of_place(hit: Hit) -> Judgement | None:
    """``云南白药涨停``, ``上海海港主场``, ``曼彻斯特城取胜``: a place and a noun that together do what only companies and clubs do."""
    page, rules, text = hit.page, hit.rules, hit.page.view.text
    for end in range(hit.end + 1, min(len(text), hit.end + _NOUN) + 1):
        if (
            KINDS[text[end - 1]] is not HAN
            or text[end - 1] in rules.function_words
            or end - 1 in page.outsets
        ):
            return None
        noun = text[hit.end : end]
        club = noun in rules.club_names
        if noun in rules.kinds and not club:
            return None
        if (club or len(noun) > 1) and page.around.right(end).longest_of(rules.deeds):
            return Judgement.WORD
    return None


def in_title(hit: Hit) -> Judgement | None:
    """``《华盛顿观察家报》``: the head of what a newspaper is called, inside its marks."""
    text, start = hit.page.view.text, hit.start
    close = text.find("》", hit.end, hit.end + _TITLE)
    if text[start - 1 : start] != "《" or close < 0 or close == hit.end:
        return None
    paper = text[close - 1] in _PAPERS and not hit.page.entity_has(hit.form.entity, text[start:close])
    return Judgement.WORD if paper else None


_TITLE = 10
"""Characters of a title that are looked at."""
_PAPERS = frozenset("报刊志")


def letters_in_pairs(hit: Hit) -> Judgement | None:
    """``中美``: one letter means a country only beside another such letter, and in no word of other letters."""
    text, letters = hit.page.view.text, hit.rules.letters
    start, end = hit.start, hit.end
    while start and text[start - 1] in letters:
        start -= 1
    while end < len(text) and text[end] in letters:
        end += 1
    if len(set(text[start:end])) < 2:
        return Judgement.WORD
    if not _related(hit, start, end):
        return Judgement.WORD
    borders = hit.page.word_borders(hit.start)
    if borders is None:
        return Judgement.NAME
    word_start = borders[bisect_left(borders, hit.start + 1) - 1]
    word_end = borders[bisect_left(borders, hit.end)]
    rest = text[max(word_start, end) : word_end]
    return Judgement.NAME if word_start >= start and (not rest or rest in hit.rules.kinds) else Judgement.WORD


def _related(hit: Hit, start: int, end: int) -> bool:
    """Whether a word of relations follows a run of letters, maybe after one word, or ``对`` and the like lead to it."""
    text, rules = hit.page.view.text, hit.rules
    if text[start - 1 : start].isdigit() or text[start - 1 : start] in _NO_PAIR_AFTER:
        return False
    tail = text[end : end + _REACH_OF_LETTERS]
    return any(
        tail.startswith(word, at)
        for at in range(len(tail))
        for word in rules.relations
        if len(word) > 1 or not at
    )


_NO_PAIR_AFTER = tuple("月年日号届场赛举程")
"""After these 中, 日, 以 are words."""
_REACH_OF_LETTERS = 4


def dotted(hit: Hit) -> Judgement | None:
    """``穆罕默德·阿里``: a part of somebody's foreign name."""
    text = hit.page.view.text
    before = text[hit.start - 1] if hit.start else ""
    after = text[hit.end] if hit.end < len(text) else ""
    if before == _JUNIOR and not _DOTS_SET.isdisjoint(hit.form.name):
        return Judgement.WORD  # 小约翰·亚当斯
    if before not in _DOTS and after not in _DOTS:
        return None
    if (before in _DOTS and hit.start < 2) or (after in _DOTS and hit.end + 1 >= len(text)):
        return None
    if hit.form.type != "person":
        hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


_DOTS = ("·", "‧", "•", "・")
_DOTS_SET = frozenset(_DOTS)
_JUNIOR = "小"
