"""Citations in the reader's words."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from markupsafe import Markup

from build_tools.render.citing.plain import citation, quotation
from build_tools.render.citing.reference import reference
from build_tools.render.wording.words import Words
from tests.exports.sample import SITE, archive

PAGE = "https://archive.example/press/"
CITED = {
    ("doc-zh", "en"): (
        "李明, 王小红, “河岸银行拨款” [Bank pays], Morning | Paper, December 6, 2024, reprinted from 潮报,"
        f" https://paper.example/a?b=1&c=%E4%BD%A0_x, read in River Papers & Co.: {PAGE}documents/doc-zh/"
    ),
    ("doc-ar", "ar"): (
        "«بنك النهر يخصص 40 مليار»، The Tide، نحو ديسمبر 2024، مترجم عن الإنجليزية، قُرئ في أوراق النهر:"
        f" {PAGE}ar/documents/doc-ar/"
    ),
    ("doc-ar", "zh"): (
        "《بنك النهر يخصص 40 مليار》 [河岸银行]，《The Tide》，约2024年12月，译自英语，"
        f"阅于河流档案：{PAGE}zh/documents/doc-ar/"
    ),
    ("doc-en", "en"): (
        "Jane Roe, John de Vries, [River Bank pays {$5bn} for *dams*.], 2023 (uncertain),"
        f" read in River Papers & Co.: {PAGE}documents/doc-en/"
    ),
}


def cited(name: str, language: str, **options: object) -> Markup:
    found = reference(archive(), SITE, archive().documents[name], language)
    return citation(found, Words(language, str), Locale.parse(language), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "language"), CITED)
def test_a_citation_says_who_what_where_when_and_where_it_was_read(name: str, language: str) -> None:
    assert cited(name, language).unescape() == CITED[name, language]


def test_parts_in_other_languages_can_be_marked_up() -> None:
    said = cited(
        "doc-ar", "zh", mark=lambda text, tag: Markup('<bdi lang="{}">{}</bdi>').format(tag or "", text)
    )
    assert '<bdi lang="ar">بنك النهر يخصص 40 مليار</bdi>' in said
    assert '<bdi lang="en">The Tide</bdi>' in said


def test_markup_in_the_data_stays_data() -> None:
    assert "&amp; Co." in cited("doc-en", "en")


def test_a_paragraph_is_cited_by_its_number_and_its_address() -> None:
    assert cited("doc-ar", "en", paragraph="3").unescape().endswith("documents/doc-ar/#p3")
    assert "paragraph 3" in cited("doc-ar", "en", paragraph="3")


@pytest.mark.parametrize("language", SITE.languages)
def test_a_quotation_is_filled_in_where_it_is_copied(language: str) -> None:
    found = reference(archive(), SITE, archive().documents["doc-ar"], language)
    template = quotation(found, Words(language, str), Locale.parse(language))
    page = cited("doc-ar", language).unescape()
    units = page.encode("utf-16-le")

    def of_the_page(place: re.Match[str]) -> str:
        at = 2 * int(place[2])
        return (units[:at] if place[1] else units[at:]).decode("utf-16-le")

    assert len(template) < len(page), "what the page says is not said again"
    template = re.sub(r"\{(<)?(\d+)>?\}", of_the_page, template)
    assert cited("doc-ar", language, paragraph="{paragraph}").unescape() in template
    assert template.count("{quotation}") == 1
    assert template.count("{paragraph}") == 2
    assert "#p{paragraph}" in template
    assert template.index("{quotation}") < template.index("{paragraph}")
