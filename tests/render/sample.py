"""A small archive written for these tests: three reports of one flood fund in three languages, and a fourth text.

It holds every case that a page has words for: a translation, boilerplate, an excerpt, corrected, doubtful, vague and
restated figures, a rejected and an undecided name, a merged entity, relations, a story and a comparison.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

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
    Question,
    Record,
    Relation,
    Seeds,
    Site,
    Source,
    Statement,
    Translation,
    Undecided,
)

SITE = Site(
    url="https://archive.example/press/",
    languages=("en", "ar", "zh"),
    name={"en": "Flood papers", "ar": "أوراق السيل", "zh": "洪水档案"},
    description={"en": "Reports of a flood fund."},
    texts={
        ("home", "en"): "Reports *read closely*.\n\n* one\n* two\n",
        ("home", "ar"): "تقارير *قُرئت بعناية*.\n",
        ("home", "zh"): "*逐字*细读的报道。\n",
    },
)

TYPES = {
    "organization": EntityType(
        "organization",
        {"en": "organization", "ar": "منظمة", "zh": "机构"},
        {"en": "organizations", "ar": "منظمات", "zh": "机构"},
        "Organization",
    ),
    "place": EntityType(
        "place",
        {"en": "place", "ar": "مكان", "zh": "地点"},
        {"en": "places", "ar": "أماكن", "zh": "地点"},
        "Place",
    ),
}

ENTITIES = {
    e.id: e
    for e in (
        Entity(
            "delta-bank",
            "organization",
            {"en": "Delta Bank", "ar": "بنك الدلتا", "zh": "三角洲银行"},
            (Alias("三洲行", "zh"),),
            {"wikidata": "Q42"},
            {"en": "A bank for flood works", "ar": "مصرف لأعمال السيول", "zh": "水利银行"},
            (
                Relation("headquartered_in", "qasr", ("flood-en",), "in Qasr"),
                Relation("investor_in", "merged-new"),
            ),
        ),
        Entity("merged-new", "organization", {"en": "Dike Works", "ar": "أشغال السدود", "zh": "堤坝公司"}),
        Entity("merged-old", "organization", {"en": "Dikes & <Sons>"}, merged_into="merged-new"),
        Entity("qasr", "place", {"en": "Qasr", "ar": "القصر", "zh": "卡斯尔"}),
        Entity("unnamed", "place", {"zh": "无名地"}, description={"en": "Named nowhere"}),
    )
}

_SURFACES = {
    "delta-bank": ("Delta Bank", "بنك الدلتا", "三角洲银行", "三洲行"),
    "merged-new": ("Dike Works", "أشغال السدود", "堤坝公司"),
    "qasr": ("Qasr", "القصر", "卡斯尔"),
}


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def mentions(text: str) -> tuple[Mention, ...]:
    found = [
        Mention(at, at + len(surface), surface, entity, ENTITIES[entity].type, f"form:{surface}")
        for entity, surfaces in _SURFACES.items()
        for surface in surfaces
        for at in _places(text, surface)
    ]
    return tuple(sorted(found, key=lambda m: m.start))


def figure(text: str, surface: str, nth: int = 1, **values: Any) -> Figure:
    at = _places(text, surface)[nth - 1]
    return Figure(at, at + len(surface), surface, **values)


def _places(text: str, surface: str) -> list[int]:
    found: list[int] = []
    at = text.find(surface)
    while at >= 0:
        found.append(at)
        at = text.find(surface, at + 1)
    return found


def document(
    identifier: str, language: str, text: str, record: Record, boilerplate: str | None = None
) -> Document:
    parts = paragraphs(text)
    if boilerplate:
        parts = (*parts[:-1], replace(parts[-1], boilerplate=boilerplate))
    return Document(
        identifier,
        Path(f"seeds/{identifier}.txt"),
        text,
        "0" * 60 + identifier[-4:],
        "utf-8",
        language,
        language,
        parts,
        record,
    )


ARABIC = """خصص بنك الدلتا أكثر من 40 مليار يوان (5.5 مليار دولار) لأعمال القصر في ديسمبر 2024.
وطلب 100,000 ألف مضخة، ونحو 30 في المئة منها من أشغال السدود خلال 75 يومًا.
حقوق النشر محفوظة"""
CHINESE = """三洲行为卡斯尔的工程拨款逾400亿元，堤坝公司获得其中30%。
三角洲银行称，工程分为3个阶段，数十亿元尚未落实。"""
ENGLISH = """Delta Bank, in Qasr, set aside more than Rmb40bn for Qasr, its largest fund. <b>Dike Works</b> is to get 25%.
It is the no. 1 lender; costs rose 2.5 times, by 3 percentage points, in 2 years, says "Dike Works" (from 12 to 15 billion dollars).
  {{ 7 * 7 }} --8<-- "secret.txt" :smile: `code` **bold** [link](x) ![](y) &amp; &#42; <script>alert(1)</script>"""
WITHHELD = "Nobody may read this sentence of Delta Bank."


def archive() -> Archive:
    arabic = document(
        "flood-ar",
        "ar",
        ARABIC,
        Record(
            title={"en": "Bank sets aside billions", "ar": "مصرف يخصص المليارات", "zh": "银行拨款数百亿"},
            summary={"en": "A bank gives money.", "ar": "مصرف يمنح المال.", "zh": "银行出资。"},
            editorial={"title": "machine", "summary": "machine"},
            source=Source(
                "delta-bank",
                "2024-12~",
                byline="ليلى",
                translated_from="en",
                note={"en": "Date from the text"},
            ),
            story="flood",
        ),
        boilerplate="notice",
    )
    translated = "Delta Bank set aside more than 40 billion yuan.\n\nIt ordered 100,000 thousand pumps.\n\nAll rights reserved"
    translation = Translation(
        "en",
        translated,
        paragraphs(translated),
        "machine",
        None,
        None,
        "2026-01-02",
        Path("seeds/translations/en/flood-ar.md"),
    )
    first = figure(
        ARABIC, "40 مليار يوان", kind="money", value="40000000000", currency="CNY", modifier="more-than"
    )
    arabic_figures = (
        first,
        figure(
            ARABIC,
            "5.5 مليار دولار",
            kind="money",
            value="5500000000",
            currency="USD",
            equivalent_of=first.start,
            assumed="currency",
        ),
        figure(ARABIC, "ديسمبر 2024", kind="date", value="2024-12"),
        figure(
            ARABIC,
            "100,000 ألف مضخة",
            kind="count",
            value="100000000",
            unit="chip",
            suspect="double_scale",
            corrected="100000",
            literal=figure(ARABIC, "100,000 ألف مضخة", kind="count", value="100000000", unit="chip"),
            note={"en": "evidently a slip"},
        ),
        figure(ARABIC, "30 في المئة", kind="percent", value="30", modifier="about"),
        figure(ARABIC, "75 يومًا", kind="duration", value="75", unit="day"),
    )
    chinese = document(
        "flood-zh",
        "zh",
        CHINESE,
        Record(
            title={"en": "Fund for Qasr", "zh": "卡斯尔基金"},
            source=Source(
                "Morning Paper",
                "2024-12-06",
                url="https://paper.example/a?b=1&c=2",
                retrieved="2026-01-01",
                reprinted_from="delta-bank",
            ),
            story="flood",
            language="zh",
        ),
    )
    chinese_figures = (
        figure(CHINESE, "400亿元", kind="money", value="40000000000", currency="CNY", modifier="more-than"),
        figure(CHINESE, "30%", kind="percent", value="30"),
        figure(CHINESE, "3个阶段", kind="count", value="3", unit="user"),
        figure(CHINESE, "数十亿元", kind="money", currency="CNY", modifier="vague"),
    )
    english = document(
        "flood-en",
        "en",
        ENGLISH,
        Record(source=Source(published="2023?"), story="flood", title={}),
    )
    english_figures = (
        figure(ENGLISH, "Rmb40bn", kind="money", value="40000000000", currency="CNY", modifier="more-than"),
        figure(ENGLISH, "25%", kind="percent", value="25"),
        figure(ENGLISH, "no. 1", kind="rank", value="1"),
        figure(ENGLISH, "2.5 times", kind="multiple", value="2.5"),
        figure(ENGLISH, "3 percentage points", kind="percent", value="3", unit="percentage-point"),
        figure(ENGLISH, "2 years", kind="duration", value="2", unit="year"),
        figure(
            ENGLISH,
            "12 to 15 billion dollars",
            kind="money",
            low="12000000000",
            high="15000000000",
            currency="USD",
        ),
    )
    reject = EditorAnnotation("Qasr", 2, 5, reject=True, note={"en": "the palace, not the town"})
    withheld = document("withheld", "en", WITHHELD, Record(rights="withheld", title={"en": "A closed text"}))
    annotated = (
        AnnotatedDocument(
            arabic,
            mentions(ARABIC),
            arabic_figures,
            translations=(AnnotatedTranslation(translation, mentions(translated)),),
        ),
        AnnotatedDocument(chinese, mentions(CHINESE), chinese_figures),
        AnnotatedDocument(
            english,
            tuple(m for m in mentions(ENGLISH) if m.start != ENGLISH.index("Qasr", 20)),
            english_figures,
            undecided=(Undecided(36, 40, "fund", ("delta-bank", "qasr"), "no context"),),
            rejected=((reject, 47, 51),),
        ),
        AnnotatedDocument(withheld, mentions(WITHHELD)),
    )
    measure = Measure(
        "flood-fund",
        "delta-bank",
        {"en": "Fund for Qasr", "ar": "صندوق القصر", "zh": "卡斯尔基金"},
        "money",
        None,
        "CNY",
        None,
        (
            Statement("flood-ar", "40 مليار يوان", None, "2024-12", {"en": "named in the text"}),
            Statement("flood-zh", "400亿元", None, "2024-12", {}),
            Statement("flood-ar", "5.5 مليار دولار", None, "2024-12", {}),
        ),
    )
    share = Measure(
        "dike-share",
        "merged-new",
        {"en": "Share of Dike Works", "ar": "حصة أشغال السدود", "zh": "堤坝公司的份额"},
        "percent",
        None,
        None,
        None,
        (
            Statement("flood-ar", "30 في المئة", None, None, {}),
            Statement("flood-zh", "30%", None, "2024?", {}),
            Statement("flood-en", "25%", None, "2023", {"en": "the year of the text"}),
        ),
    )
    unfunded = Measure(
        "unfunded",
        "delta-bank",
        {"en": "Not yet found", "zh": "尚未落实"},
        "money",
        None,
        "CNY",
        None,
        (Statement("flood-zh", "数十亿元", None, None, {}),),
    )
    seeds = Seeds(
        Path("seeds"),
        tuple(a.document for a in annotated),
        Authority(ENTITIES, TYPES),
        (measure, share, unfunded),
        (
            Question(
                "fund-and-gap",
                {"en": "Funds of the bank", "ar": "صناديق المصرف", "zh": "银行资金"},
                ("unfunded", "flood-fund"),
            ),
        ),
    )
    return gather(seeds, annotated)
