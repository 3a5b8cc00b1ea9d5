"""Stretches of text whose digits are no figures: addresses, telephone numbers, versions, names, scores, times of day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from build_tools.annotate.figures.draft import Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View, word_before

# Every repetition is bounded or gives nothing back, so that a hostile line costs no more than its length. The pattern for stretches that
# begin with a digit starts with a plain ``\d``: the search then skips all other text at once.
_URL = re.compile(r"https?://[^\s]{1,2000}|www\.[^\s]{1,500}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|[#@]\w{1,60}", re.ASCII)
_HOST = re.compile(
    r"\.(?:com|org|net|ai|io|cn|tw|hk|uk|gov|edu|info|co|tv|me|app|dev|sa|ae|eg|qa|xyz|html|pdf|xlsx|docx|jpg|png)(?![\w-])",
    re.ASCII,
)
_HOST_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_LONGEST_HOST = 255
_PHONE = re.compile(r"\+\d{1,4}[ -]?\d[\d /-]{4,20}\d|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}", re.ASCII)
_OFFSET = re.compile(r"(?:utc|gmt) ?[+−±–-] ?\d{1,2}(?::\d\d)?(?!\d)")
_DIGITS = re.compile(
    r"""\d(?:
        (?P<stamp>\d{3}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?z?)
      | (?P<dotted>(?!\d{0,2}(?:\.\d{3}){2}(?![\d.]))\d{0,4}(?:\.\d{1,5}){2,4}(?:/\d{1,2})?(?!\d))
      | (?P<clock>\d?:\d\d(?::\d\d)?(?![\d:])(?:\ ?[ap]\.?m\.?(?!\w))?)
      | (?P<chain>\d{0,4}(?:-\d{1,5}){3,}+)
      | (?P<act>\d{1,3}/\d{1,4}/[a-z]{2,4}(?![\w/]))
      | (?P<hour>\d?(?:\.\d\d)?\ ?(?:a\.m\.|p\.m\.|am|pm)(?!\w))
      | (?P<zone>(?:\d{3}|\d?\.\d\d)\ ?(?:gmt|utc|[bcejp]st|[cemp][dst]t|a?[cew]st|cest|eest|hkt)(?!\w))
      | (?P<phone>\d{2,4}-\d{3,4}-\d{3,4}(?![\d-])|\d{2}\ \d{3}\ \d{4}(?![\d,.]|\ \d)|(?<=0)\d{1,3}-\d{6,8}(?!\d)
          |(?<=0)\d{1,4}(?:\ \d{2,4}){2,4}(?!\d)|\d{3}[-\ ]\d{8}[-\ ]\d{4})
      | (?P<code>\d{0,11}(?!e[-+]?\d{1,2}(?!\w))[a-z][\w-]{0,30})
    )""",
    re.ASCII | re.VERBOSE,
)
_NOT_AFTER = {
    "dotted": re.compile(r"[\d.]"), "clock": re.compile(r"[\d:]"), "hour": re.compile(r"[\d.]"),
    "zone": re.compile(r"[\d.,]"), "phone": re.compile(r"[\d.,-]"),
}  # fmt: skip
_CODE = re.compile(r"\d{1,12}(?!x10\^)[a-z]{1,20}\d", re.ASCII)
"""7x24h, but not 2x10^6."""
_NO_CODE_AFTER = re.compile(r"[\w.,]$")
_STREET_NAME = (
    r"[A-Za-z]?(?: [NSEW]\.?)?(?: [A-Z0-9][\w'’]{1,15}){1,3} "
    r"(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Terrace|Crescent|Close|Court|Place|Way|Row|Gardens|Grove|Mews|Square|Circle|Quay|Wharf)"
    r"(?![\w-])"
)
_STREET_LED = re.compile(_STREET_NAME)
_STREET = re.compile(_STREET_NAME + r"(?!\.?[ ][a-z]{2,}s\b)")
_STREET_NUMBER = re.compile(r"\d{1,5}(?=[A-Za-z]? [A-Z0-9])")
_TEXT_TO = re.compile(r"\b(?:text|sms|texting) \S{1,14} to (\d{4,6})\b")
_WICKETS = re.compile(r"(?<![\d,.$£€-])\d{1,3}(?: for |/)(?:\d{1,3}|[a-z]{2,5})(?![\w,.]?\d|\w|%)")
_MARKER = re.compile(r"(\d{1,2})( ?[.)、-]) ?")
_NEAR_MARKER = re.compile(r"\d ?[.)–-]")
"""What every marker in digits holds."""
_CITATION = re.compile(r"(?<=[\w.,;:!?)”\"»。，]) ?\[\d{1,3}(?: ?[,–،，-] ?\d{1,3}){0,9}\]")
_SPACED_SCORE = re.compile(r"(?<=[^\W\d_] )(\d{1,3} [-–] \d{1,3})(?= [A-Z]|[.,;:)]|$)")
_SETS = re.compile(
    r"(?<![a-z\d.,/–-])\d{1,2}[-–]\d{1,2}(?:[,،、]? ?\(?\d{1,2}[-–]\d{1,2}\)?){1,6}(?![a-z\d%–-]|[.,]\d)"
)
_PAIR = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_WON_BY = re.compile(r"(?<![A-Za-z\d&.,])\d{1,2} ?& ?\d{1,2}(?![A-Za-z\d&%]|[.,]\d)")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?: [^<>\n]{0,200})?/?>")
_COORDINATES = re.compile(
    r"\d{1,3}(?:\.\d{1,8})? ?° ?(?:\d{1,2}(?:\.\d{1,4})? ?['′](?: ?\d{1,2}(?:\.\d{1,4})? ?(?:[\"″”]|''))?(?: ?[nsew](?![a-z]))?|[nsew](?![a-z]))"
)
_LETTERS = re.compile(r"[^\W\d_]+")
ANY_DIGIT = re.compile(r"\d")


Span = tuple[int, int]
HiddenRule = Callable[[View, Grammar], Iterator[Refused]]


def blocked(view: View, g: Grammar, rules: tuple[HiddenRule, ...]) -> list[Refused]:
    """Stretches of the view in which no figure may begin, sorted."""
    asked = rules if ANY_DIGIT.search(view.flat) else _without_digits(rules)
    found = [told for rule in asked for told in rule(view, g)]
    return sorted(found, key=lambda told: (told.start, told.end))


@cache
def _without_digits(rules: tuple[HiddenRule, ...]) -> tuple[HiddenRule, ...]:
    """The rules that may hide words; the others need a digit."""
    return tuple(rule for rule in rules if rule not in _OF_DIGITS)


def hides(name: str, spans: Iterable[Span]) -> Iterator[Refused]:
    """The spans, with the name of the rule that hides them."""
    return (Refused(start, end, name) for start, end in spans)


def web_address(view: View, g: Grammar) -> Iterator[Refused]:
    """https://example.org/2024/5."""
    if "://" in view.flat or "www." in view.flat:
        yield from hides("web_address", (match.span() for match in _URL.finditer(view.flat)))


def markup(view: View, g: Grammar) -> Iterator[Refused]:
    """<seg id="1">, <br />: a tag that was left in a text."""
    if "<" in view.flat:
        yield from hides("markup", (match.span() for match in _TAG.finditer(view.flat)))


def coordinates(view: View, g: Grammar) -> Iterator[Refused]:
    """32° 34′ S, 48°51'24"N: where something lies."""
    if "°" in view.flat:
        yield from hides("coordinates", (match.span() for match in _COORDINATES.finditer(view.flat)))


def mail_or_tag(view: View, g: Grammar) -> Iterator[Refused]:
    """desk24@example.org, #2030."""
    if "@" in view.flat or "#" in view.flat:
        yield from hides("mail_or_tag", (match.span() for match in _MAIL.finditer(view.flat)))


def telephone(view: View, g: Grammar) -> Iterator[Refused]:
    """+44 20 7946 0000, (020) 7946-0000."""
    if "+" in view.flat or "(" in view.flat:
        yield from hides("telephone", (match.span() for match in _PHONE.finditer(view.flat)))


def zone_offset(view: View, g: Grammar) -> Iterator[Refused]:
    """UTC+1, GMT-05:30: how far a clock is from another."""
    if "utc" in view.flat or "gmt" in view.flat:
        yield from hides("zone_offset", (match.span() for match in _OFFSET.finditer(view.flat)))


def host(view: View, g: Grammar) -> Iterator[Refused]:
    """24hours.example.com."""
    yield from hides("host", _hosts(view.flat))


def code(view: View, g: Grammar) -> Iterator[Refused]:
    """2024-05-06T10:00Z, 3.5.1, 10:30, 555-123-4567, b2b: digits of times, numbers to call and names."""
    flat = view.flat
    found = _DIGITS.search(flat)
    while found:
        small = found.lastgroup == "zone" and not view.text[found.end() - 3 : found.end()].isupper()
        if not small and _begins(flat, found):
            yield Refused(found.start(), found.end(), str(found.lastgroup))
        found = _DIGITS.search(flat, found.end())


def list_marker(view: View, g: Grammar) -> Iterator[Refused]:
    """1. Aims, (2) means, 一、总则: a number that a line or clause opens with and a mark closes; and those that go on."""
    if _NEAR_MARKER.search(view.text) is None and not g.data.numerals.markers:
        return
    for match in g.pattern("list_marker").finditer(view.text):
        yield Refused(match.start(1), match.end(1), "list_marker")
        yield from _markers_in_words(view.flat, match, g)
        first = _MARKER.fullmatch(view.flat, match.start(1), match.end(1))
        at, nth = match.end(1), int(first[1]) if first else 0
        while first:
            following = re.compile(rf"(?<![\d.,]){nth + 1}{re.escape(first[2])}(?!\d)").search(view.flat, at)
            if following is None:
                break
            yield Refused(*following.span(), "list_marker")
            at, nth = following.end(), nth + 1


def _markers_in_words(flat: str, first: re.Match[str], g: Grammar) -> Iterator[Refused]:
    """二、 and 三、 at later sentences of a list that 一、 opened."""
    markers = g.data.numerals.markers
    at, mark = first.end(1), flat[first.end(1) - 1]
    word = flat[first.start(1) : first.end(1) - 1].strip()
    for following in markers[markers.index(word) + 1 :] if word in markers else ():
        found = re.compile(rf"(?<=[。；;！？]){following}{re.escape(mark)}").search(flat, at)
        if found is None:
            return
        yield Refused(*found.span(), "list_marker")
        at = found.end()


def citation(view: View, g: Grammar) -> Iterator[Refused]:
    """As shown before [6], [2, 3]: the number of a note."""
    if "[" in view.flat:
        yield from hides("citation", (match.span() for match in _CITATION.finditer(view.flat)))


def spaced_score(view: View, g: Grammar) -> Iterator[Refused]:
    """Livingston 1 - 0 Rangers: two small numbers with a dash between blanks, a name on either side."""
    if " - " in view.text or " – " in view.text:
        yield from hides("spaced_score", (match.span(1) for match in _SPACED_SCORE.finditer(view.text)))


def won_by(view: View, g: Grammar) -> Iterator[Refused]:
    """Won 2&1, a 4&3 defeat: holes of golf."""
    if "&" in view.flat:
        yield from hides("won_by", (match.span() for match in _WON_BY.finditer(view.flat)))


def sets_of_a_match(view: View, g: Grammar) -> Iterator[Refused]:
    """6-4, 3-6, 7-5: pairs in a row of which one falls are results, and none of them a range."""
    if "-" in view.flat or "–" in view.flat:
        rows = (
            match
            for match in _SETS.finditer(view.flat)
            if any(int(a) > int(b) for a, b in _PAIR.findall(match[0]))
        )
        yield from hides("sets_of_a_match", (match.span() for match in rows))


def sides_of_a_result(view: View, g: Grammar) -> Iterator[Refused]:
    """5 مقابل 4, 2 - 1击败: two small bare numbers with what stands between the sides of a result."""
    found = (match.span() for match in g.pattern("sides_of_a_result").finditer(view.flat))
    yield from hides("sides_of_a_result", found)


def number_to_text(view: View, g: Grammar) -> Iterator[Refused]:
    """Text HELP to 70070."""
    if "text " in view.flat or "sms " in view.flat:
        yield from hides("number_to_text", (match.span(1) for match in _TEXT_TO.finditer(view.flat)))


def street_address(view: View, g: Grammar) -> Iterator[Refused]:
    """4417 Sunshine Drive, 12 N. Main St."""
    for match in _STREET_NUMBER.finditer(view.text):
        led = word_before(view.flat, match.start()) in g.data.names.address_after
        street = (_STREET_LED if led else _STREET).match(view.text, match.end())
        if street:
            yield Refused(match.start(), street.end(), "street_address")


def wickets(view: View, g: Grammar) -> Iterator[Refused]:
    """5 for 47, 112 for two, 402/6: the score of an innings, in a text that tells of cricket or where it closes."""
    flat, cues = view.flat, g.data.names.cricket_cues
    if (" for " not in flat and "/" not in flat) or not any(word in flat for word in cues):
        return
    sure = sum(word in flat for word in cues) > 1
    for match in _WICKETS.finditer(flat):
        if not sure and not g.pattern("innings_before").search(
            flat, max(0, match.start() - 40), match.start()
        ):
            continue
        word = match[0].rpartition(" ")[2]
        if word[-1].isdecimal() or word in g.atoms:
            yield Refused(*match.span(), "wickets")


def result_of_a_match(view: View, g: Grammar) -> Iterator[Refused]:
    """3-1, 78-85, صفر-3: two numbers with a dash in a clause that tells of a match."""
    flat, cues = view.flat, g.data.names.score_cues
    for match in g.pattern("score_line").finditer(flat):
        words = set(_LETTERS.findall(flat[max(0, match.start() - 70) : match.start()]))
        words |= set(_LETTERS.findall(flat[match.end() : match.end() + 40]))
        worded = not (match[1].isdecimal() and match[2].isdecimal())
        if worded or not words.isdisjoint(cues):
            yield Refused(*match.span(), "result_of_a_match")


def _begins(flat: str, match: re.Match[str]) -> bool:
    """Whether the stretch of a match begins where its first digit stands, by what stands before it."""
    at, name = match.start(), str(match.lastgroup)
    if name == "code":
        return _NO_CODE_AFTER.search(flat, max(0, at - 1), at) is None and _CODE.match(flat, at) is not None
    barred = _NOT_AFTER.get(name)
    return not (at and barred and barred.match(flat, at - 1))


def _hosts(flat: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in _HOST.finditer(flat):
        start = match.start()
        floor = max(done, start - _LONGEST_HOST)
        while start > floor and flat[start - 1] in _HOST_CHARS:
            start -= 1
        done = match.end()
        if start < match.start():
            yield start, done


_OF_DIGITS = frozenset(
    (
        telephone,
        zone_offset,
        code,
        coordinates,
        citation,
        spaced_score,
        won_by,
        sets_of_a_match,
        sides_of_a_result,
        number_to_text,
        street_address,
        wickets,
    )
)
"""Rules that hide nothing in a paragraph without digits."""
