"""Which encoding a text without a signature is in, where that is certain: by what the bytes decode to.

charset-normalizer says which encodings yield text at all. Of these only one counts in which the script and the language
that come out are ones that the encoding was made for: Arabic that passes for Cyrillic is none of them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from build_tools import languages
from build_tools.read import tags
from build_tools.read.language import detect, letters

_SAMPLE = 20_000
_MESS = 0.2
"""Most disorder that charset-normalizer may find in a text, 0 to 1."""
_LEAST = 0.1
"""Least share of a language's letters, 0 to 1, where each byte is one."""
_AHEAD = 0.15
"""How much better one of two readings must be: by its share of a language's letters, less twice its disorder."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\w[\u00a6\u00a9\u00ac\u00ae\u00b1\u00b6]\w")
"""Control characters, and signs that never stand inside a word."""
_FEW = 8
_FREQUENT = 0.08
"""Of the Chinese characters of a text, so many are among the most frequent ones."""
_OWN_SCRIPT = 0.8
"""Of the letters that are not ASCII, so many are of the script that comes out."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    name: str
    """As iconv calls it."""
    languages: frozenset[str]


def _for(name: str, languages: str) -> _Encoding:
    return _Encoding(name, frozenset(languages.split()))


_WESTERN = "en fr es pt it de nl sv da no fi is ca gl eu oc br ga gd cy af fy lb sq id ms tl sw"
_CENTRAL = "pl cs sk hu sl hr bs ro sq de"
_CYRILLIC = "ru uk be bg mk sr sr-Cyrl"
_KNOWN = {
    "cp1256": _for("WINDOWS-1256", "ar fa ur"),
    "iso8859_6": _for("ISO-8859-6", "ar"),
    "cp720": _for("CP720", "ar"),
    "gb18030": _for("GB18030", "zh zh-Hant"),
    "big5hkscs": _for("BIG5-HKSCS", "zh-Hant"),
    "cp932": _for("SHIFT_JIS", "ja"),
    "euc_jp": _for("EUC-JP", "ja"),
    "cp949": _for("EUC-KR", "ko"),
    "cp1251": _for("WINDOWS-1251", _CYRILLIC),
    "koi8_r": _for("KOI8-R", "ru"),
    "koi8_u": _for("KOI8-U", "uk"),
    "cp866": _for("CP866", "ru be"),
    "cp1253": _for("WINDOWS-1253", "el"),
    "cp1255": _for("WINDOWS-1255", "he"),
    "cp874": _for("CP874", "th"),
    "cp1252": _for("WINDOWS-1252", _WESTERN),
    "cp1250": _for("WINDOWS-1250", _CENTRAL),
    "iso8859_2": _for("ISO-8859-2", _CENTRAL),
    "cp1254": _for("WINDOWS-1254", "tr az"),
    "cp1257": _for("WINDOWS-1257", "lt lv et"),
    "cp1258": _for("WINDOWS-1258", "vi"),
}
"""Python's name → iconv's, and the languages that a text in it may be in."""


def likely_encoding(data: bytes) -> str | None:
    """The encoding of a text (iconv's name); ``None`` where it is not certain.

    It is judged on the first 20,000 bytes.
    """
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    sound = [codec for codec in _KNOWN if _decoded(sample, codec, whole=len(sample) == len(data)) is not None]
    if not sound:
        return None
    found: list[tuple[float, str, str]] = []
    tidy = {
        _filed(match.encoding): match for match in from_bytes(sample, cp_isolation=sound, threshold=_MESS)
    }
    for codec in sound:
        text = _decoded(sample, codec, whole=len(sample) == len(data)) or ""
        match = tidy.get(codec)
        if match is None and not _many_bytes(codec):
            continue
        if match is not None and (
            match.chaos > _MESS or (match.coherence < _LEAST and _has_own_alphabet(codec))
        ):
            continue
        if _fits(text, codec) and not any(text == other for _, other, _ in found):
            sure = 1.0 if _many_bytes(codec) else 0.0
            found.append(
                (sure + (match.coherence - 2 * match.chaos if match else 0.0), text, _KNOWN[codec].name)
            )
    found.sort(key=lambda one: -one[0])
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < _AHEAD):
        return None
    return found[0][2]


@cache
def _frequent() -> frozenset[str]:
    simplified = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
    pairs = {row[1]: row[0] for row in languages.columns("han-simplified")}
    return frozenset(simplified) | frozenset(pairs.get(char, char) for char in simplified)


def python_name(name: str) -> str | None:
    """Python's name of an encoding that a person named; ``None`` for one that it does not know."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _decoded(sample: bytes, codec: str, *, whole: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(codec)().decode(sample, whole)
    except UnicodeDecodeError:
        return None


def _many_bytes(codec: str) -> bool:
    """Bytes of other encodings hardly ever fit together in these."""
    return codec in ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")


def _has_own_alphabet(codec: str) -> bool:
    """Each byte is a letter of another alphabet than Latin, so that any bytes make words."""
    return not _many_bytes(codec) and tags.script(min(_KNOWN[codec].languages)) != "Latn"


def _filed(codec: str) -> str:
    return {
        "big5": "big5hkscs",
        "gbk": "gb18030",
        "gb2312": "gb18030",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
    }.get(codec, codec)


def _fits(text: str, codec: str) -> bool:
    if _NO_TEXT.search(text):
        return False
    language = detect(text)
    if language not in _KNOWN[codec].languages:
        return False
    if language.startswith("zh"):
        # The wrong encoding yields rare characters; the frequent ones tell the right one.
        han = [char for char in text if "\u4e00" <= char <= "\u9fff"]
        return len(han) >= _FEW and sum(map(_frequent().__contains__, han)) >= _FREQUENT * len(han)
    if language == "ja" and 10 * sum("\uff61" <= char <= "\uff9f" for char in text) > len(text):
        return False  # every byte is a kana of half width there, which texts are not written in
    foreign = "".join(char for char in text if ord(char) > 0x7F and char.isalpha())
    counts = letters(foreign)
    if sum(counts.values()) < 2:
        return False
    script = tags.script(language)
    own = sum(
        n
        for name, n in counts.items()
        if name == script
        or (script == "Hani" and name in ("Han", "Kana"))
        or (name, script) == ("Hang", "Kore")
    )
    return own >= _OWN_SCRIPT * sum(counts.values())
