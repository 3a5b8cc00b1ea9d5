"""Small archives for the tests of searching, put together by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Archive,
    Authority,
    Document,
    Entity,
    Figure,
    Mention,
    OutputFile,
    Paragraph,
    Record,
    Site,
    Source,
    Translation,
)
from build_tools.search import build

SITE = Site(url="https://example.org/archive/", languages=("en", "ar", "zh"))


def paragraphs(text: str, boilerplate: Mapping[int, str] | None = None) -> tuple[Paragraph, ...]:
    """One paragraph a line; ``boilerplate`` gives the kind by 1-based number."""
    found = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        found.append(Paragraph(start, start + len(line), (boilerplate or {}).get(number)))
        start += len(line) + 1
    return tuple(found)


def document(
    identifier: str,
    language: str,
    lines: Sequence[str],
    *,
    names: Mapping[str, str] | None = None,
    figures: Mapping[str, Mapping[str, str]] | None = None,
    title: Mapping[str, str] | None = None,
    summary: Mapping[str, str] | None = None,
    published: str | None = None,
    boilerplate: Mapping[int, str] | None = None,
    translations: Mapping[str, Sequence[str]] | None = None,
    tags: tuple[str, ...] = (),
    collections: tuple[str, ...] = (),
) -> AnnotatedDocument:
    """A document with every occurrence of ``names`` (form → entity) and ``figures`` (form → values) annotated."""
    text = "\n".join(lines)
    mentions = [
        Mention(start, start + len(form), form, entity, "organization")
        for form, entity in (names or {}).items()
        for start in _places(text, form)
    ]
    found = [
        Figure(start, start + len(form), form, **values)  # type: ignore[arg-type]
        for form, values in (figures or {}).items()
        for start in _places(text, form)
    ]
    made = Document(
        identifier, Path(f"{identifier}.txt"), text, "", "utf-8", language, language,
        paragraphs(text, boilerplate),
        Record(title=title or {}, summary=summary or {}, source=Source(published=published), tags=tags, collections=collections),
    )  # fmt: skip
    return AnnotatedDocument(
        made,
        tuple(sorted(mentions, key=lambda one: one.start)),
        tuple(sorted(found, key=lambda one: one.start)),
        translations=tuple(
            AnnotatedTranslation(_translation(tag, "\n".join(text)))
            for tag, text in (translations or {}).items()
        ),
    )


def archive(*documents: AnnotatedDocument, entities: Sequence[Entity] = ()) -> Archive:
    return Archive(
        documents={one.document.id: one for one in documents},
        authority=Authority(entities={one.id: one for one in entities}),
    )


def written(content: Archive, folder: Path, site: Site = SITE) -> Path:
    """Write the index of an archive into ``folder/search``."""
    for file in built(content, site):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder


def built(content: Archive, site: Site = SITE) -> list[OutputFile]:
    return list(build(content, site))


def _translation(tag: str, text: str) -> Translation:
    return Translation(tag, text, paragraphs(text), "machine", None, None, None, Path(f"{tag}.md"))


def _places(text: str, form: str) -> list[int]:
    places = []
    at = text.find(form)
    while at >= 0:
        places.append(at)
        at = text.find(form, at + 1)
    return places


KORVANE = Entity(
    "korvane", "organization", {"en": "Korvane Systems", "ar": "كورفان سيستمز", "zh": "科尔凡系统"}
)
LOMIRA = Entity("lomira", "person", {"en": "Lomira Telvor", "ar": "لوميرا تلفور", "zh": "洛米拉·泰尔沃"})
TURBINE = Entity(
    "wind-turbine", "technology", {"en": "wind turbine", "ar": "توربين رياح", "zh": "风力涡轮机"}
)

SAMPLE = archive(
    document(
        "harbour-en", "en",
        [
            "Korvane Systems will build a wind turbine hall in the old harbour.",
            "The engineers ordered 40 billion yuan worth of steel, said Lomira Telvor.",
            "Photo: the agency's picture desk",
        ],
        tags=("Ports", "steel and iron"),
        collections=("موانئ",),
        names={"Korvane Systems": "korvane", "Lomira Telvor": "lomira", "wind turbine": "wind-turbine"},
        figures={"40 billion yuan": {"kind": "money", "value": "40000000000", "currency": "CNY"}},
        title={"en": "A hall in the harbour", "ar": "قاعة في الميناء"},
        published="2024-03",
        boilerplate={3: "credit"},
    ),
    document(
        "mina-ar", "ar",
        [
            "تبني شركة كورفان سيستمز قاعة في الميناء القديم، بحسب المهندسين.",
            "طلبت الشركات رقائق بقيمة 40 مليار يوان، ومصنعًا لكل توربين رياح.",
            "وقالت إنها ستوظف 300 مليون مستخدم.",
        ],
        tags=("Ports",),
        names={"كورفان سيستمز": "korvane", "توربين رياح": "wind-turbine"},
        figures={
            "40 مليار يوان": {"kind": "money", "value": "40000000000", "currency": "CNY"},
            "300 مليون مستخدم": {"kind": "count", "value": "300000000", "unit": "user"},
        },
        title={"ar": "قاعة جديدة", "en": "A new hall"},
        summary={"en": "A zeppelin is not mentioned in the text.", "ar": "ملخص"},
        published="2023-11",
        translations={"en": [
            "Korvane Systems is building a hall in the old port, the engineers say.",
            "The companies ordered chips and a foundry for every turbine.",
            "It said it would employ many.",
        ]},
    ),
    document(
        "gangkou-zh", "zh",
        [
            "科尔凡系统在旧港口建造大厅，洛米拉·泰尔沃表示支持。",
            "该公司订购了价值400亿元的钢材，估值3000亿美元。",
            "风力涡轮机的成本优化由广告业务支付。",
        ],
        names={"科尔凡系统": "korvane", "洛米拉·泰尔沃": "lomira", "风力涡轮机": "wind-turbine"},
        figures={
            "400亿元": {"kind": "money", "value": "40000000000", "currency": "CNY"},
            "3000亿美元": {"kind": "money", "value": "300000000000", "currency": "USD"},
        },
        title={"zh": "港口大厅"},
        published="2024",
    ),
    document("taifeng-hant", "zh-Hant", ["颱風襲擊東海岸，電力中斷。", "專家說明廣告業務的影響。"], published="2025-01"),
    document(
        "markup-en", "en",
        ["Write <b>bold</b> & <img src=x onerror=alert(1)> in the guide; quokkas like it.", "Its 21,500 readers agree."],
        figures={"21,500 readers": {"kind": "count", "value": "21500", "unit": "reader"}},
        title={"en": "<script>alert('guide')</script> & friends"},
    ),
    entities=[KORVANE, LOMIRA, TURBINE],
)  # fmt: skip
"""Five documents in three languages and two Chinese scripts, about a hall in a harbour and other things."""
