"""The sentence that the home page shows in all its languages: one name and one figure, the same in each."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import AnnotatedTranslation, Archive
from build_tools.render.pictures.across import Across, across
from tests.render import sample

ENGLISH = "Delta Bank set aside more than 40 billion yuan for Qasr in December 2024.\n\nIt ordered pumps.\n\nAll rights reserved"
CHINESE = "2024年12月，三角洲银行为卡斯尔的工程拨款逾400亿元，这是它最大的一笔。\n\n订购了水泵。\n\n版权所有"


def with_translations(archive: Archive, **texts: str) -> Archive:
    """The archive with the Arabic report translated into the languages of ``texts``."""
    annotated = archive.documents["flood-ar"]
    one = annotated.translations[0].translation
    surfaces = {"en": "40 billion yuan", "zh": "400亿元"}
    money = {"kind": "money", "value": "40000000000", "currency": "CNY", "modifier": "more-than"}
    translations = tuple(
        AnnotatedTranslation(
            replace(one, language=tag, text=text, paragraphs=sample.paragraphs(text)),
            sample.mentions(text),
            (sample.figure(text, surfaces[tag], **money),) if surfaces[tag] in text else (),
        )
        for tag, text in texts.items()
    )
    documents = {**archive.documents, "flood-ar": replace(annotated, translations=translations)}
    return replace(archive, documents=documents)


def marked(shown: Across) -> list[tuple[str, bool, list[str], list[str]]]:
    return [
        (
            version.language,
            version.source,
            [run.text for run in version.runs if run.mention],
            [run.text for run in version.runs if run.figure],
        )
        for version in shown.versions
    ]


def test_the_same_name_and_the_same_figure_are_marked_in_every_version(archive: Archive) -> None:
    shown = across(with_translations(archive, en=ENGLISH, zh=CHINESE))
    assert shown is not None
    assert (shown.document.id, shown.entity, shown.use.figure.value) == ("flood-ar", "delta-bank", "40000000000")  # fmt: skip
    assert marked(shown) == [
        ("ar", True, ["بنك الدلتا"], ["40 مليار يوان"]),
        ("en", False, ["Delta Bank"], ["40 billion yuan"]),
        ("zh", False, ["三角洲银行"], ["400亿元"]),
    ]
    text = archive.documents["flood-ar"].document.text
    assert "".join(run.text for run in shown.versions[0].runs) in text


def test_a_version_without_the_name_is_not_shown(archive: Archive) -> None:
    shown = across(with_translations(archive, en=ENGLISH, zh=CHINESE.replace("三角洲银行", "银行")))
    assert shown is not None
    assert [version.language for version in shown.versions] == ["ar", "en"]


def test_nothing_is_shown_where_no_translation_has_both(archive: Archive) -> None:
    assert across(archive) is None
    assert across(with_translations(archive, en=ENGLISH.replace("40 billion yuan", "a sum"))) is None
    assert across(replace(archive, documents={}, comparisons=(), figures=())) is None


def test_places_alone_are_not_what_a_sentence_is_about(archive: Archive) -> None:
    archive = with_translations(archive, en=ENGLISH.replace("Delta Bank", "Somebody"))
    place = archive.authority.types["place"]
    types = {**archive.authority.types, "place": replace(place, setting=True)}
    assert across(archive) is not None
    assert across(replace(archive, authority=replace(archive.authority, types=types))) is None
