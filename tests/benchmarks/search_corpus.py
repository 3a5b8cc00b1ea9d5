"""An invented archive of any size for the search benchmarks, with queries whose answers are known.

Sentences of the project's own texts and their translations are recombined; names and figures are put in at random
places and annotated; one word in six gives way to an invented one drawn from a long-tailed vocabulary, so that
vocabulary grows with the archive as it does in real text. The same seed gives the same archive.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Authority,
    Document,
    Entity,
    Figure,
    Mention,
    Paragraph,
    Record,
    Source,
)
from tests.benchmarks.syllables import SYLLABLES

SEEDS = Path(__file__).parents[2] / "seeds"
BYTES = 5_000
"""Of UTF-8 text per document."""

LANGUAGES = (("ar", 0.40), ("zh", 0.28), ("zh-Hant", 0.07), ("en", 0.25))
ENTITIES_PER_DOCUMENT = 0.4
INVENTED = 1 / 6
VOCABULARY = 120_000
"""Invented words per language; how often one is drawn falls with its rank."""

_ROOTS = "بتثجحخدذرزسشصضطظعغفقكلمن"
_PATTERNS = (
    "{0}{1}{2}",
    "{0}ا{1}{2}",
    "م{0}{1}و{2}",
    "ت{0}{1}ي{2}",
    "{0}{1}ا{2}",
    "ا{0}{1}{2}",
    "م{0}ا{1}{2}",
    "{0}{1}ي{2}",
)
_OPENINGS = ("", "", "", "ال", "ال", "وال", "بال", "لل", "و", "ل")
_ENDINGS = ("", "", "", "ة", "ات", "ين", "ها", "ية")
_TYPES = ("organization", "person", "place", "product")
_SCALES = {
    "ar": ((6, "مليون"), (9, "مليار")),
    "en": ((6, "million"), (9, "billion")),
    "zh": ((8, "亿"), (4, "万")),
}
_CURRENCIES = {
    "USD": {"ar": "دولار", "en": "dollars", "zh": "美元"},
    "CNY": {"ar": "يوان", "en": "yuan", "zh": "元人民币"},
}
_TRADITIONAL = str.maketrans(
    "国东华龙凤泰达云联银长门时间见开关题问数据实现车业产电动报会对员专术机构华应过这来说让变后还样张书个为从进发展经济",
    "國東華龍鳳泰達雲聯銀長門時間見開關題問數據實現車業產電動報會對員專術機構華應過這來說讓變後還樣張書個為從進發展經濟",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A query made of what one document says, and that document."""

    query: str
    kind: str
    language: str
    document: str


@dataclass(frozen=True, slots=True)
class Corpus:
    archive: Archive
    known: tuple[Known, ...]


@dataclass
class _Writer:
    """Puts one document together and keeps account of what stands where."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    mentions: list[Mention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def add(self, text: str) -> int:
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start


def corpus(documents: int, *, seed: int = 7, known: int = 144) -> Corpus:
    """An archive of so many documents and up to ``known`` queries over it."""
    rng = random.Random(seed)
    authority = _authority(rng, max(20, round(documents * ENTITIES_PER_DOCUMENT)))
    entities = tuple(authority.entities.values())
    sentences = {tag: _sentences(tag) for tag in ("ar", "en", "zh")}
    words = {tag: _Words(tag, rng) for tag in ("ar", "en", "zh")}
    tags, shares = zip(*LANGUAGES, strict=True)
    made: dict[str, AnnotatedDocument] = {}
    for number in range(documents):
        tag = rng.choices(tags, shares)[0]
        annotated = _document(f"d{number:06}", tag, sentences, words, entities, rng)
        made[annotated.document.id] = annotated
    archive = Archive(documents=made, authority=authority)
    return Corpus(archive, tuple(_known(archive, rng, known)))


def _authority(rng: random.Random, count: int) -> Authority:
    def name(tag: str, parts: int) -> str:
        made = ["".join(rng.choices(SYLLABLES[tag], k=rng.randint(2, 4))) for _ in range(parts)]
        return "".join(made) if tag == "zh" else " ".join(word.capitalize() for word in made)

    entities = {}
    for number in range(count):
        parts = rng.randint(1, 2)
        names = {tag: name(tag, 1 if tag == "zh" else parts) for tag in SYLLABLES}
        key = f"e{number:05}"
        entities[key] = Entity(key, rng.choice(_TYPES), names)
    return Authority(entities=entities)


def _sentences(tag: str) -> tuple[str, ...]:
    """Sentences of the project's texts in a language, from sources and translations, without their figures."""
    paths = [*SEEDS.glob("*.txt"), *(SEEDS / "translations" / tag).glob("*.md")]
    script = {"ar": r"[\u0600-\u06ff]", "en": r"[A-Za-z]", "zh": r"[\u4e00-\u9fff]"}[tag]
    found: list[str] = []
    for path in sorted(paths):
        text = path.read_text("utf-8").rpartition("---\n")[2]
        for sentence in re.split(r"(?<=[.!?。！？؟])\s*|\n+", text):
            letters = len(re.findall(script, sentence))
            if len(sentence) >= 12 and letters > 0.5 * len(sentence.replace(" ", "")):
                found.append(re.sub(r"\d[\d,.]*", "", sentence).strip())
    return tuple(dict.fromkeys(found))


class _Words:
    """Invented words of one language, the commoner ones first."""

    def __init__(self, tag: str, rng: random.Random) -> None:
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made[_word(tag, rng)] = None
        self.words = tuple(made)
        self.weights = tuple(accumulate(1 / (rank + 30) for rank in range(len(self.words))))

    def draw(self, rng: random.Random, count: int) -> Sequence[str]:
        return rng.choices(self.words, cum_weights=self.weights, k=count)


def _word(tag: str, rng: random.Random) -> str:
    if tag == "ar":
        root = rng.choices(_ROOTS, k=rng.choice((3, 3, 3, 4)))
        stem = rng.choice(_PATTERNS).format(*root[:3]) + "".join(root[3:])
        return rng.choice(_OPENINGS) + stem + rng.choice(_ENDINGS)
    if tag == "en":
        stem = "".join(
            rng.choices(
                [
                    "b",
                    "c",
                    "d",
                    "f",
                    "g",
                    "l",
                    "m",
                    "n",
                    "p",
                    "r",
                    "s",
                    "t",
                    "v",
                    "st",
                    "pr",
                    "tr",
                    "gr",
                    "ch",
                ],
                k=1,
            )
        )
        stem += "".join(
            rng.choices(
                ["a", "e", "i", "o", "u", "ar", "en", "il", "or", "ust", "ame", "oni", "ect", "ide"],
                k=rng.randint(1, 3),
            )
        )
        return (
            stem
            + rng.choice(["n", "r", "t", "nd", "ck", "ts", "sm", "lt"])
            + rng.choice(("", "", "s", "ed", "ing", "ation"))
        )
    # The 3,755 characters of the first level of GB 2312 stand in one block, those of one sound together.
    return "".join(_han(rng) for _ in range(rng.choice((2, 2, 2, 3))))


def _han(rng: random.Random) -> str:
    at = rng.randrange(3755)
    return bytes((0xB0 + at // 94, 0xA1 + at % 94)).decode("gb2312")


def _document(
    identifier: str,
    tag: str,
    sentences: dict[str, tuple[str, ...]],
    words: dict[str, _Words],
    entities: Sequence[Entity],
    rng: random.Random,
) -> AnnotatedDocument:
    base = tag.partition("-")[0]
    writer = _Writer()
    # A document is about a few entities, the lower numbers being the better known ones.
    about = [
        entities[min(int(rng.paretovariate(0.6)) * rng.randint(1, 40), len(entities) - 1)] for _ in range(6)
    ]
    size = BYTES * rng.uniform(0.6, 1.4) / {"ar": 1.75, "zh": 2.7, "en": 1.0}[base]
    while writer.length < size:
        start = writer.length
        for _ in range(rng.randint(2, 4)):
            _sentence(writer, tag, base, rng.choice(sentences[base]), words[base], about, rng)
        writer.paragraphs.append(Paragraph(start, writer.length))
        writer.add("\n")
    text = "".join(writer.pieces)
    title = " ".join(text[: rng.randint(40, 60)].split()[:9]) if base != "zh" else text[:18]
    year = rng.randint(2015, 2025)
    record = Record(title={base: title}, source=Source(published=f"{year}-{rng.randint(1, 12):02}"))
    document = Document(
        identifier, Path(f"{identifier}.txt"), text, "", "utf-8", tag, tag, tuple(writer.paragraphs), record
    )
    return AnnotatedDocument(document, tuple(writer.mentions), tuple(writer.figures))


def _sentence(
    writer: _Writer,
    tag: str,
    base: str,
    sentence: str,
    words: _Words,
    about: Sequence[Entity],
    rng: random.Random,
) -> None:
    glue = "" if base == "zh" else " "
    parts = (
        re.findall(r"[\u4e00-\u9fff]{2}|[^\u4e00-\u9fff]+|.", sentence) if base == "zh" else sentence.split()
    )
    invented = iter(words.draw(rng, len(parts)))
    name_at = rng.randrange(len(parts)) if rng.random() < 0.5 else -1
    figure_at = rng.randrange(len(parts)) if rng.random() < 0.35 else -1
    for at, part in enumerate(parts):
        if at == name_at:
            entity = rng.choice(about)
            name = entity.names[base]
            name = name.translate(_TRADITIONAL) if tag == "zh-Hant" else name
            start = writer.add(name)
            writer.mentions.append(Mention(start, writer.length, name, entity.id, entity.type))
            writer.add(glue)
        if at == figure_at:
            _figure(writer, base, rng)
            writer.add(glue)
        replaced = next(invented) if rng.random() < INVENTED and len(part) > 1 else part
        writer.add((replaced.translate(_TRADITIONAL) if tag == "zh-Hant" else replaced) + glue)


def _figure(writer: _Writer, base: str, rng: random.Random) -> None:
    number = rng.choice((str(rng.randint(2, 990)), f"{rng.randint(1, 99)}.{rng.randint(1, 9)}"))
    power, scale = rng.choice(_SCALES[base])
    code = rng.choice((*_CURRENCIES, None))
    gap = "" if base == "zh" else " "
    surface = f"{number}{gap}{scale}" + (f"{gap}{_CURRENCIES[code][base]}" if code else "")
    whole, _, fraction = number.partition(".")
    value = whole + fraction + "0" * (power - len(fraction))
    start = writer.add(surface)
    kind = "money" if code else "count"
    writer.figures.append(Figure(start, writer.length, surface, kind, value=value, currency=code))  # type: ignore[arg-type]


def _known(archive: Archive, rng: random.Random, count: int) -> list[Known]:
    """Queries of six kinds in turn, each from a document drawn at random."""
    documents = list(archive.documents.values())
    found: list[Known] = []
    for attempt in range(count * 20):
        if len(found) == count:
            break
        annotated = rng.choice(documents)
        made = _QUERIES[attempt % len(_QUERIES)](annotated, archive.authority, rng)
        if made:
            found.append(Known(made[0], made[1], made[2], annotated.document.id))
    return found


def _base(annotated: AnnotatedDocument) -> str:
    return annotated.document.language.partition("-")[0]


def _some_words(annotated: AnnotatedDocument, rng: random.Random, count: int) -> str | None:
    """Some longer words of one paragraph, in Chinese stretches of four characters."""
    paragraph = rng.choice(annotated.document.paragraphs)
    text = annotated.document.text[paragraph.start : paragraph.end]
    if _base(annotated) == "zh":
        runs = list(re.findall(r"[\u4e00-\u9fff]{6,}", text))
        return " ".join(run[:4] for run in rng.sample(runs, count)) if len(runs) >= count else None
    words = [word.strip(".,،“”()؛:") for word in text.split() if len(word) > 4 and word.isalpha()]
    return " ".join(rng.sample(words, count)) if len(words) > count else None


def _words_query(
    annotated: AnnotatedDocument, _: Authority, rng: random.Random
) -> tuple[str, str, str] | None:
    words = _some_words(annotated, rng, 3)
    return (words, "words", _base(annotated)) if words else None


def _name_and_words(
    annotated: AnnotatedDocument, _: Authority, rng: random.Random
) -> tuple[str, str, str] | None:
    words = _some_words(annotated, rng, 2)
    if not words or not annotated.mentions:
        return None
    return f"{rng.choice(annotated.mentions).surface} {words}", "name and words", _base(annotated)


def _two_names(
    annotated: AnnotatedDocument, authority: Authority, rng: random.Random
) -> tuple[str, str, str] | None:
    """Two entities in a language that the document is not in."""
    ids = sorted({mention.entity for mention in annotated.mentions})
    if len(ids) < 3:
        return None
    tag = rng.choice([one for one in ("ar", "en", "zh") if one != _base(annotated)])
    return " ".join(authority.entities[one].names[tag] for one in rng.sample(ids, 2)), "names across", tag


def _name_and_figure(
    annotated: AnnotatedDocument, authority: Authority, rng: random.Random
) -> tuple[str, str, str] | None:
    """An entity and a figure in a language that the document is not in."""
    if not annotated.mentions or not annotated.figures:
        return None
    tag = rng.choice([one for one in ("ar", "en", "zh") if one != _base(annotated)])
    figure = rng.choice(annotated.figures)
    assert figure.value is not None
    power, scale = (8, "亿") if tag == "zh" else (9, {"ar": "مليار", "en": "billion"}[tag])
    number = f"{int(figure.value) / 10**power:.6f}".rstrip("0").rstrip(".")
    gap = "" if tag == "zh" else " "
    unit = gap + _CURRENCIES[figure.currency][tag] if figure.currency else ""
    name = authority.entities[rng.choice(annotated.mentions).entity].names[tag]
    return f"{name} {number}{gap}{scale}{unit}", "name and figure across", tag


def _figure_query(
    annotated: AnnotatedDocument, _: Authority, rng: random.Random
) -> tuple[str, str, str] | None:
    if len(annotated.figures) < 2:
        return None
    one, other = rng.sample(annotated.figures, 2)
    return f"{one.surface} {other.surface}", "figures", _base(annotated)


def _phrase(annotated: AnnotatedDocument, _: Authority, rng: random.Random) -> tuple[str, str, str] | None:
    paragraph = rng.choice(annotated.document.paragraphs)
    text = annotated.document.text[paragraph.start : paragraph.end]
    if _base(annotated) == "zh":
        runs = re.findall(r"[\u4e00-\u9fff]{7}", text)
        return (f'"{rng.choice(runs)}"', "phrase", "zh") if runs else None
    words = re.findall(r"[^\W\d_]+(?: [^\W\d_]+){3}", text)
    return (f'"{rng.choice(words)}"', "phrase", _base(annotated)) if words else None


_QUERIES = (_words_query, _name_and_words, _two_names, _name_and_figure, _figure_query, _phrase)
