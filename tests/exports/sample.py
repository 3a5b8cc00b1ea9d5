"""A small archive with everything that an export can trip over: three scripts, letters beyond the basic plane, names
that repeat, cells that look like formulas, dates in doubt, and words that may not be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from build_tools.archive import gather
from build_tools.model import (
    Alias,
    AnnotatedDocument,
    AnnotatedTranslation,
    Archive,
    Authority,
    Document,
    EditorAnnotation,
    Entity,
    EntityType,
    Figure,
    Measure,
    Mention,
    Paragraph,
    Record,
    Relation,
    Seeds,
    Site,
    Source,
    Statement,
    Translation,
)
from build_tools.render.exports import EXPORTS

SITE = Site(
    "https://archive.example/press/",
    ("en", "ar", "zh"),
    {"en": "River Papers & Co.", "ar": "أوراق النهر", "zh": "河流档案"},
    {"en": "Reports on one river.", "zh": "关于一条河的报道。"},
)

SECRET = "zanzibarglyph"
"""Stands in everything that may not be published, and nowhere else."""

ARABIC = "بنك النهر يخصص 40 مليار رنمينبي\nقال بنك النهر إن «السد» 𐤀𐤁 جاهز، و«السد» 𐤀𐤁 ممتلئ، وأنفق 5.5 مليار دولار.\n=SUM(A1) قال بنك النهر\nتقارير إضافية من ليلى منصور"
CHINESE = "河岸银行拨款逾400亿元。\r\n\r\n𠮷野家旁的河岸银行称，𠮷野大坝约有3个阶段。\r\n-5%的利息"
ENGLISH = (
    f"River Bank pays {{$5bn}} for *dams*.\n# not a heading\nThe {SECRET} of River Bank costs 7 {SECRET}s."
)
WITHHELD = f"River Bank keeps the {SECRET} 9 times."

TYPES = {
    "organization": EntityType(
        "organization", {"en": "organization"}, {"en": "organizations"}, "Organization"
    ),
    "place": EntityType("place", {"en": "place"}, {"en": "places"}, "Place"),
    "publication": EntityType("publication", {"en": "publication"}, {"en": "publications"}, "CreativeWork"),
}

ENTITIES = {
    "river-bank": Entity(
        "river-bank",
        "organization",
        {"en": "River Bank", "ar": "بنك النهر", "zh": "河岸银行"},
        (Alias("@RiverBank", "en", "exact", needs=("bank", "dam"), scope="paragraph"),),
        {"wikidata": "Q42", "isni": "0000000121032683"},
        {"en": "A bank | of the river", "ar": "مصرف"},
        (
            Relation("owner_of", "dam", ("doc-ar",), "«السد»"),
            Relation("owner_of", "dam", ("doc-en", "doc.hidden"), f"the {SECRET} of River Bank"),
        ),
    ),
    "dam": Entity("dam", "place", {"en": "Dam", "ar": "السد", "zh": "大坝"}),
    "old-bank": Entity("old-bank", "organization", {"en": "Old Bank"}, merged_into="river-bank"),
    "the.tide": Entity(
        "the.tide", "publication", {"en": "The Tide", "zh": "潮报"}, identifiers={"wikidata": "Q1"}
    ),
}

_NAMES = {
    "بنك النهر": "river-bank",
    "السد": "dam",
    "河岸银行": "river-bank",
    "大坝": "dam",
    "River Bank": "river-bank",
}


def annotated(
    name: str,
    language: str,
    text: str,
    record: Record,
    figures: tuple[Figure, ...] = (),
    translations: Mapping[str, str] | None = None,
) -> AnnotatedDocument:
    """One paragraph a line; names are found by ``_NAMES``, figures come with their surface only."""
    made = tuple(
        Translation(
            tag,
            words,
            _paragraphs(words),
            "machine",
            None,
            None,
            "2026-02-03",
            Path(f"seeds/translations/{tag}/{name}.md"),
        )
        for tag, words in (translations or {}).items()
    )
    document = Document(
        name, Path(f"/home/somebody/seeds/{name}.txt"), text, "ab" * 32, "utf-8", language, language,
        _paragraphs(text), record, made,
    )  # fmt: skip
    placed = [replace(f, start=(s := text.index(f.surface)), end=s + len(f.surface)) for f in figures]
    return AnnotatedDocument(
        document,
        _mentions(text),
        tuple(sorted(placed, key=lambda f: f.start)),
        translations=tuple(AnnotatedTranslation(t, _mentions(t.text)) for t in made),
    )


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if bare:
            found.append(Paragraph(at, at + len(bare)))
        at += len(line)
    return tuple(found)


def _mentions(text: str) -> tuple[Mention, ...]:
    found = []
    for surface, entity in _NAMES.items():
        at = text.find(surface)
        while at >= 0:
            kind = ENTITIES[entity].type
            found.append(Mention(at, at + len(surface), surface, entity, kind, f"form:{surface}"))
            at = text.find(surface, at + 1)
    return tuple(sorted(found, key=lambda m: m.start))


def _figure(surface: str, kind: str, value: str | None = None, **rest: object) -> Figure:
    return Figure(0, 0, surface, kind, value, **rest)  # type: ignore[arg-type]


@cache
def archive() -> Archive:
    amount = "40 مليار رنمينبي"
    arabic = annotated(
        "doc-ar",
        "ar",
        ARABIC,
        Record(
            title={"en": "River {bank} & 50% of $ #1_a", "ar": "بنك النهر يخصص 40 مليار", "zh": "河岸银行"},
            summary={"en": "A bank gives.", "ar": "مصرف يعطي."},
            editorial={"title": "machine", "summary": "machine"},
            source=Source("the.tide", "2024-12~", byline="تقارير إضافية من ليلى منصور في القصر", translated_from="en"),
            story="river",
        ),
        (
            _figure(amount, "money", "40000000000", currency="CNY", modifier="more-than"),
            _figure(
                "5.5 مليار دولار", "money", "5500000000", currency="USD", equivalent_of=ARABIC.index(amount),
                assumed="currency", corrected="5400000000",
                literal=_figure("5.5 مليار دولار", "money", "5500000000", currency="USD"), note={"en": "=evil", "ar": "سهو"},
            ),
        ),
        {"en": "River Bank gives.\n\nSays River Bank.\n\n=SUM(A1)\n\nMore by Layla."},
    )  # fmt: skip
    chinese = annotated(
        "doc-zh",
        "zh",
        CHINESE,
        Record(
            title={"zh": "河岸银行拨款", "en": "Bank pays"},
            editorial={"title": "person"},
            source=Source(
                "Morning | Paper", "2024-12-06", "https://paper.example/a?b=1&c=%E4%BD%A0_x", "文/李明、王小红",
                reprinted_from="the.tide", retrieved="2026-01-02",
            ),
            story="river",
        ),
        (
            _figure("400亿元", "money", "40000000000", currency="CNY", modifier="more-than"),
            _figure("3个阶段", "count", "3", unit="stage", modifier="about"),
            _figure("-5%", "percent", "-5"),
        ),
    )  # fmt: skip
    english = annotated(
        "doc-en",
        "en",
        ENGLISH,
        Record(
            source=Source(published="2023?", byline="By Jane Roe and John de Vries in Qasr"),
            rights="excerpt",
            excerpt=2,
            annotations=(EditorAnnotation(f"The {SECRET}", None, 3, entity="dam"),),
        ),
        (
            _figure("$5bn", "money", "5000000000", currency="USD"),
            _figure(f"7 {SECRET}s", "count", "7", unit=SECRET),
        ),
        {"zh": f"河岸银行付款。\n\n无标题\n\n这是{SECRET}"},
    )
    hidden = annotated(
        "doc.hidden",
        "en",
        WITHHELD,
        Record(title={"en": "Closed"}, rights="withheld", source=Source(published="2023/2024")),
        (_figure("9 times", "multiple", "9"),),
    )
    measure = Measure(
        "fund", "river-bank", {"en": "Fund", "ar": "صندوق"}, "money", None, "CNY", None,
        (
            Statement("doc-ar", amount, None, "2024-12", {"en": "named in the text"}),
            Statement("doc-zh", "400亿元", None, "2024-12", {}),
        ),
    )  # fmt: skip
    english_measure = Measure(
        "secrets", "river-bank", {"en": "Counted"}, "count", None, None, None,
        (Statement("doc-en", f"7 {SECRET}s", None, None, {}),),
    )  # fmt: skip
    documents = (arabic, chinese, english, hidden)
    seeds = Seeds(
        Path("seeds"),
        tuple(a.document for a in documents),
        Authority(ENTITIES, TYPES),
        (measure, english_measure),
    )
    return gather(seeds, documents)


@cache
def outputs(packed: bool = False) -> Mapping[str, bytes]:
    """Every exported file by its path."""
    site = replace(SITE, packed=packed)
    return {file.path: file.content for export in EXPORTS for file in export.files(archive(), site)}
