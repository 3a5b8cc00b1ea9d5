"""Makes the generated tables of this folder: ``python -m build_tools.languages.generate NAME [SOURCE]``.

``han-simplified``: Traditional or variant character → Simplified, from the OpenCC package.
``zh/taiwan``: words of Taiwan that are other words on the mainland, from the OpenCC package.
``en/words``: English words, from a SCOWL list such as Debian's ``/usr/share/dict/american-english-small``.
``en/things``, ``zh/things``: what can be eaten, grows, lives or stands in the landscape, from the keywords that the CLDR
has for emoji (the folder of the npm package ``cldr-annotations-full``) and their groups (``emoji-test.txt``, in Debian's
``unicode-data``).
``subdivisions``: parts of countries with their names in every language of this folder, from the CLDR (its folder
``common/subdivisions``, in the npm package ``cldr``) and from pycountry's folder.
``countries``: what countries are called besides, officially and elsewhere, from pycountry's folder.
``ar/lexicon``: Arabic words with their classes, from the dictionary of Ayaspell (Debian's ``hunspell-ar``: ``ar.dic``).
Prints the table; the output replaces the file of that name. Only this needs OpenCC, which is installed for development.
"""

from __future__ import annotations

import gettext
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import opencc

from build_tools import languages
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.folding import fold_text

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2F800), (0x30000, 0x32400))
"""Blocks of unified ideographs; compatibility ones are folded by their decompositions."""

_SCOWL = """\
# English words without capitals, from SCOWL (Spell Checker Oriented Word Lists) as Debian's wamerican-small 2020.12.07.
# Made by: python -m build_tools.languages.generate en/words /usr/share/dict/american-english-small
# Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
# Its inflections rest on WordNet 1.6, Copyright 1997 by Princeton University, all rights reserved; provided "as is",
# without representations or warranties, express or implied. Other sources of SCOWL at this size: public domain."""


def han_simplified() -> Iterator[str]:
    """Every Han character that one of OpenCC's conversions to Simplified changes, with what it becomes."""
    yield f"# Traditional or variant character -> Simplified, from OpenCC {version('OpenCC')} (t2s, tw2s, hk2s; Apache-2.0)."
    yield "# Made by: python -m build_tools.languages.generate han-simplified"
    converters = [opencc.OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    pairs: dict[str, str] = {}
    for low, high in _HAN:
        for code_point in range(low, high):
            char = chr(code_point)
            plain = next(
                (made for c in converters if (made := c.convert(char)) != char and len(made) == 1), char
            )
            if plain != char:
                pairs[char] = plain
    for char, plain in pairs.items():
        # 麼 → 么 → 幺: the end of the chain, so that folding twice changes nothing.
        yield f"{char}\t{pairs.get(plain, plain)}"


def taiwan() -> Iterator[str]:
    """Every word of OpenCC's list of regional words that folding alone does not turn into the mainland's, folded, with
    the first of those."""
    yield f"# Word of Taiwan -> word of the mainland, folded, from OpenCC {version('OpenCC')} (TWPhrasesRev; Apache-2.0)."
    yield "# Made by: python -m build_tools.languages.generate zh/taiwan"
    package = Path(opencc.__file__).parent / "clib"
    with TemporaryDirectory() as folder:
        written = Path(folder, "words.txt")
        source = package / "share/opencc/TWPhrasesRev.ocd2"
        tool = [
            *map(str, (package / "bin/opencc_dict", "-i", source, "-o", written)),
            "-f",
            "ocd2",
            "-t",
            "text",
        ]
        subprocess.run(tool, check=True, stdout=subprocess.DEVNULL)
        rows = [line.split("\t") for line in written.read_text("utf-8").splitlines()]
    pairs = {fold_text(word): fold_text(others.split(" ")[0]) for word, others in rows}
    for word, other in sorted(pairs.items()):
        if (
            word != other
            and min(len(word), len(other)) > 1
            and re.fullmatch("[\u4e00-\u9fff]+", word + other)
        ):
            yield f"{word}\t{other}"


def english_words(source: Path) -> Iterator[str]:
    """Every word of two letters or more that the list has in small letters."""
    yield from _SCOWL.splitlines()
    words = source.read_text("utf-8").split()
    yield from sorted({word for word in words if re.fullmatch("[a-z]{2,}", word)})


_AYASPELL = """\
# Arabic words, folded, from Ayaspell 3.2 (Debian's hunspell-ar): n noun or adjective, p proper noun, v form of a verb,
# s word of grammar. Made by: python -m build_tools.languages.generate ar/lexicon /usr/share/hunspell/ar.dic
# Copyright 2006-2012 by Mohamed Kebdani, Taha Zerrouki and the Ayaspell project; GPL 2.0, LGPL 2.1 or MPL 1.1."""
_SECTIONS = {"stopwords.dic": "s", "tools.dic": "s", "names.dic": "n", "verb.huns.dic": "v"}
_PROPER = frozenset(["57", "59", "60", "64", "92"])
"""The dictionary's classes of affixes for countries, cities and persons; a word that is a noun too is one."""
_ARABIC = re.compile("[\u0621-\u064a]{2,}")


def arabic_lexicon(source: Path) -> Iterator[str]:
    """Every word of the dictionary once, with its classes; ``p`` only where it has no other."""
    yield from _AYASPELL.splitlines()
    found: dict[str, set[str]] = defaultdict(set)
    section = ""
    for line in source.read_text("utf-8").splitlines():
        word, _, flags = line.strip().partition("/")
        if word in _SECTIONS:
            section = _SECTIONS[word]
        elif _ARABIC.fullmatch(fold_text(word)):
            proper = section == "n" and flags.partition("\t")[0] in _PROPER
            found[fold_text(word)].add("p" if proper else section)
    for word, classes in sorted(found.items()):
        yield f"{word}\t{''.join(kind for kind in 'snv' if kind in classes) or 'p'}"


_DIVIDED = """\
# Part of a country (ISO 3166-2) -> its names in {} and its kind, several with | between, from the CLDR 48 (Unicode-3.0), and
# further ones from the translations of iso-codes in pycountry 26.2.16 (LGPL 2.1).
# Made by: python -m build_tools.languages.generate subdivisions CLDR/common/subdivisions PYCOUNTRY"""


def subdivisions(folder: Path, iso_codes: Path) -> Iterator[str]:
    """ISO 3166-2 code, names for each language, the kind; those that have a name in English and in another language."""
    tags = languages.tags()
    yield from _DIVIDED.format(", ".join(tags)).splitlines()
    named = {tag: dict(_subdivisions(folder / f"{tag}.xml")) for tag in tags}
    others: dict[str, dict[str, list[str]]] = {tag: defaultdict(list) for tag in tags}
    for tag in tags:
        for code, name in _translated(iso_codes, tag):
            others[tag][code].append(name)
    rows = json.loads((iso_codes / "databases/iso3166-2.json").read_text("utf-8"))["3166-2"]
    kinds = {row["code"]: row["type"].lower() for row in rows if row["type"].replace(" ", "").isalpha()}
    for code in sorted(named["en"]):
        names = [named[tag].get(code, "") for tag in tags]
        if sum(map(bool, names)) > 1:
            every = [[named[tag].get(code, ""), *others[tag][code]] for tag in tags]
            listed = ["|".join(_unlike(names)) for names in every]
            whole = f"{code[:2]}-{code[2:]}".upper()
            yield "\t".join((whole, *listed, kinds.get(whole, "")))


def _translated(iso_codes: Path, tag: str) -> Iterator[tuple[str, str]]:
    """Codes as the CLDR writes them, and names by the translations of a language and its regions."""
    for locale in _TRANSLATIONS.get(tag, (tag,)):
        path = iso_codes / "locales" / locale / "LC_MESSAGES/iso3166-2.mo"
        if not path.is_file():
            continue
        with path.open("rb") as file:
            translated = gettext.GNUTranslations(file).gettext
        for row in json.loads((iso_codes / "databases/iso3166-2.json").read_text("utf-8"))["3166-2"]:
            name = translated(row["name"])
            if name != row["name"] and name.isalpha():
                yield row["code"].replace("-", "").lower(), name


_COUNTRIES = """\
# Country (ISO 3166) -> further names in {}, several with | between: what it is called officially and in the regions
# of a language, from iso-codes and its translations in pycountry 26.2.16 (LGPL 2.1).
# Made by: python -m build_tools.languages.generate countries PYCOUNTRY"""


def countries(iso_codes: Path) -> Iterator[str]:
    """ISO 3166 code, then the further names for each language that are made of letters."""
    tags = languages.tags()
    yield from _COUNTRIES.format(", ".join(tags)).splitlines()
    rows = json.loads((iso_codes / "databases/iso3166-1.json").read_text("utf-8"))["3166-1"]
    for row in sorted(rows, key=lambda one: str(one["alpha_2"])):
        told = [row[key] for key in ("name", "official_name", "common_name") if key in row]
        listed = []
        for tag in tags:
            every = (
                told
                if tag == "en"
                else [name for said in _in_language(iso_codes, tag) for name in map(said, told)]
            )
            plain = [name for name in every if _is_plain(name) and (tag == "en" or name not in told)]
            listed.append("|".join(_unlike(list(dict.fromkeys(plain)))))
        if any(listed):
            yield "\t".join((row["alpha_2"], *listed))


def _in_language(iso_codes: Path, tag: str) -> Iterator[Callable[[str], str]]:
    """The translations of countries' names in a language and its regions."""
    for locale in _TRANSLATIONS.get(tag, (tag,)):
        path = iso_codes / "locales" / locale / "LC_MESSAGES/iso3166-1.mo"
        if path.is_file():
            with path.open("rb") as file:
                yield gettext.GNUTranslations(file).gettext


def _is_plain(name: str) -> bool:
    """Whether a name consists of words: no comma, no bracket."""
    return not re.search(r"[,，،()（）、]", name)


def _unlike(names: list[str]) -> Iterable[str]:
    """The names that folding does not make equal, the first of each kind."""
    return {fold_text(name): name for name in reversed(names) if name}.values().__reversed__()


_TRANSLATIONS = {"zh": ("zh_CN", "zh_TW")}


def _subdivisions(path: Path) -> Iterator[tuple[str, str]]:
    """Codes as the CLDR writes them (``usca``) and names of letters; no further names of one."""
    for element in ElementTree.parse(path).iter("subdivision"):
        if element.get("alt") is None:
            name = " ".join((element.text or "").split())
            # Some bear the signs of footnotes.
            if name.replace(" ", "").replace("-", "").replace("'", "").replace("’", "").isalpha():
                yield element.attrib["type"], name


_GROUPS = {
    "food": ("food-fruit", "food-vegetable", "food-prepared", "food-asian", "food-sweet", "drink"),
    "nature": ("animal-mammal", "animal-bird", "animal-reptile", "animal-marine", "animal-bug", "plant-flower", "plant-other"),
    "landscape": ("place-geographic",),
}  # fmt: skip
_LOCALES = {"en": ("en",), "zh": ("zh", "zh_Hant", "zh-Hant")}


def things(tag: str, annotations: Path, emoji_test: Path) -> Iterator[str]:
    """Every noun most of whose emoji belong to one class of things, with the class."""
    version_of = json.loads((annotations / "package.json").read_text("utf-8"))["version"]
    yield f"# Noun -> class of things, from the CLDR {version_of}'s keywords of emoji (Unicode-3.0), by emoji group."
    yield f"# Made by: python -m build_tools.languages.generate {tag}/things CLDR-ANNOTATIONS-FULL EMOJI-TEST.TXT"
    group_of = dict(_emoji_groups(emoji_test))
    emoji: dict[str, set[str]] = defaultdict(set)
    heads: set[str] = set()
    for locale in _LOCALES[tag]:
        path = annotations / "annotations" / locale / "annotations.json"
        if path.is_file():
            for sign, told in json.loads(path.read_text("utf-8"))["annotations"]["annotations"].items():
                for word in (*told.get("default", ()), *told.get("tts", ())):
                    emoji[fold_text(word)].add(sign.replace("\ufe0f", ""))
                heads.update(fold_text(name).rpartition(" ")[2] for name in told.get("tts", ()))
    known = {row[0] for row in languages.columns("en/words")}
    for word, signs in sorted(emoji.items()):
        groups = Counter(group_of.get(sign, "") for sign in signs)
        best, count = max(groups.items(), key=lambda item: (item[1], item[0]))
        # English keywords are verbs and adjectives as well: what names an emoji, or several, is a noun.
        noun = word in known and (word in heads or len(signs) > 2) if tag == "en" else _chinese_noun(word)
        if best and noun and 2 * count > len(signs):
            yield f"{word}\t{best}"


def _chinese_noun(word: str) -> bool:
    """Whether the dictionary has a short common noun; it takes some of two characters for persons."""
    if len(word) == 1:
        return word != "头"
    return len(word) <= 3 and tag_of(word) in (("n", "nr") if len(word) == 2 else ("n",))


def _emoji_groups(path: Path) -> Iterator[tuple[str, str]]:
    """Emoji without variation selectors → class, for those whose subgroup has one."""
    classes = {subgroup: name for name, subgroups in _GROUPS.items() for subgroup in subgroups}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# subgroup:"):
            name = classes.get(line.partition(":")[2].strip(), "")
        elif ";" in line and not line.startswith("#"):
            signs = "".join(chr(int(code, 16)) for code in line.partition(";")[0].split())
            yield signs.replace("\ufe0f", ""), name


def main() -> int:
    name, *rest = sys.argv[1:] or [""]
    if name == "han-simplified":
        lines = han_simplified()
    elif name == "zh/taiwan":
        lines = taiwan()
    elif name == "en/words" and rest:
        lines = english_words(Path(rest[0]))
    elif name == "ar/lexicon" and rest:
        lines = arabic_lexicon(Path(rest[0]))
    elif name == "subdivisions" and len(rest) == 2:
        lines = subdivisions(Path(rest[0]), Path(rest[1]))
    elif name == "countries" and rest:
        lines = countries(Path(rest[0]))
    elif name in ("en/things", "zh/things") and len(rest) == 2:
        lines = things(name[:2], Path(rest[0]), Path(rest[1]))
    else:
        print(__doc__)
        return 2
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
