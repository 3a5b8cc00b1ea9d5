"""What quotation marks and brackets say: ``“豆角”``, ``世界粮食计划署(WFP)``, ``نورفيك (Norvik)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.text import Text
from build_tools.folding import fold_text

_QUOTED = re.compile(r"[“«「『\"](?P<in>[^“”«»「」『』\"\n.,،。，!?؟！？:：;؛]{2,40})[”»」』\"]")
_BRACKETED = re.compile(
    r"(?P<in>[^\s()（）،,。，“”]+(?: [^\s()（）،,。，“”]+){0,4}) ?[(（](?P<also>[^()（）\n]{2,40})[)）]"
)
_WORDS = {"Arab": 3, "Latn": 4, "Hans": 1}
_HAN = 8
_BESIDE = {"Arab": 3, "Latn": 5, "Hans": 1}


def sightings(text: Text) -> Iterator[Sighting]:
    """Short quotations, and what stands before and in brackets that hold a name in another script."""
    source = text.document.text
    for match in _QUOTED.finditer(source):
        start, end = match.span("in")
        if _short(text, match["in"]) and not text.is_taken(start, end):
            yield Sighting(start, end, "quotation")
    for first, second in equations(text):
        for start, end in (first, second):
            if not text.is_taken(start, end):
                yield Sighting(start, end, "bracket")


def equations(text: Text) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of source ranges, one before a bracket and one in it, that name the same in two scripts."""
    source = text.document.text
    for match in _BRACKETED.finditer(source):
        also = match["also"].strip()
        start = match.start("also") + len(match["also"]) - len(match["also"].lstrip())
        own = _tail(text, match.start("in"), match.end("in"), also)
        if own is not None and script_of(fold_text(also)) != script_of(fold_text(source[own[0] : own[1]])):
            yield own, (start, start + len(also))


def _short(text: Text, quoted: str) -> bool:
    words = fold_text(quoted).split()
    if script_of(fold_text(quoted)) == "Hans":
        return len(quoted) <= _HAN and not any(char in text.names.function_words for char in quoted)
    if len(words) > _WORDS.get(text.script, 3) or any(word in text.names.function_words for word in words):
        return False
    return text.script != "Latn" or quoted[:1].isupper()


def _tail(text: Text, start: int, end: int, also: str) -> tuple[int, int] | None:
    """The name before a bracket: as many of the last words as the one inside has, when that is in Latin script."""
    source = text.document.text
    if not re.match(r"^[A-Za-z][A-Za-z0-9 .&’'-]*$", also) or not any(map(str.isupper, also)):
        return None
    if text.script == "Hans":
        run = re.search(r"[\u4e00-\u9fff]{2,8}$", source[start:end])
        if run is None:
            return None
        inner = re.split(
            "[" + "".join(w for w in sorted(text.names.function_words) if len(w) == 1) + "]", run.group()
        )[-1]
        return (end - len(inner), end) if len(inner) >= 2 else None
    words = re.findall(r"\S+", source[start:end])
    several = len(also) if also.isupper() and len(also) < 6 else max(1, len(also.split()))
    wanted = words[-min(several, len(words), _BESIDE.get(text.script, 3)) :]
    if also.isupper() or len(also.split()) == 1:
        # One Latin word may answer to two: «NorthWind».
        humps = len(re.findall(r"[A-Z][a-z]+", also)) or len(wanted)
        wanted = words[-min(max(1, humps), len(words)) :]
    first = end - len(" ".join(wanted))
    return (first, end) if first >= start and source[first:end] == " ".join(wanted) else None
