"""What the example's editor says of its texts, each held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.cli.whole import check_seeds
from build_tools.model import AnnotatedDocument, Figure, Seeds
from build_tools.read import read_seeds

ROOT = Path(__file__).parents[2] / "seeds"
LANGUAGES = {"en", "ar", "zh"}

pytestmark = pytest.mark.example


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return read_seeds(ROOT)[0]


@pytest.fixture(scope="module")
def read(seeds: Seeds) -> dict[str, AnnotatedDocument]:
    annotator = Annotator(seeds.authority)
    return {document.id[:3]: annotator.annotate(document)[0] for document in seeds.documents}


def at(annotated: AnnotatedDocument, surface: str) -> list[Figure]:
    return [figure for figure in annotated.figures if figure.surface == surface]


def test_no_number_no_description_and_no_relation_is_without_its_text() -> None:
    codes = {problem.code for problem in check_seeds(ROOT)}
    assert codes.isdisjoint({"unstated-in-text", "unsourced-description", "unnamed-in-evidence"})


def test_titles_say_what_was_done_with_the_chips(read: dict[str, AnnotatedDocument]) -> None:
    """The text speaks of developing a model; training, it says, takes other chips."""
    title = read["001"].document.record.title
    assert "train" not in title["en"].lower()
    assert "训练" not in title["zh"]
    assert "تدريب" not in title["ar"]


def test_a_literal_translation_of_an_idiom_is_no_number(read: dict[str, AnnotatedDocument]) -> None:
    assert at(read["002"], "تتضاعف") == []
    [doubled] = at(read["002"], "مضاعفة")
    assert (doubled.kind, doubled.value) == ("multiple", "2")


def test_measures_are_called_what_their_statements_say(seeds: Seeds) -> None:
    names = {measure.id: measure.names for measure in seeds.measures}
    assert "Hopper" not in "".join(names["meta-hopper-chips-2024"].values()), "the type is not said of Meta's"
    for measure in ("microsoft-capital-spending-2024", "amazon-capital-spending-2024"):
        assert "servers" in names[measure]["en"]
        assert "服务器" in names[measure]["zh"]
        assert "الخوادم" in names[measure]["ar"]


@pytest.mark.parametrize(
    ("document", "words", "date"),
    [
        ("000", "يوم الجمعة", "2024-12-06"),
        ("000", "يناير", "../2025-01"),
        ("000", "تشرين الثاني (نوفمبر)", "2024-11"),
        ("001", "حتى يوليو", "2024-07?"),
        ("002", "يوم الأحد", "2025-01-19"),
        ("002", "يوم الاثنين", "2025-01-20"),
        ("002", "الأسبوع الماضي", "2025-01-13/2025-01-19"),
        ("002", "ديسمبر", "2024-12"),
        ("003", "上周五", "2024-12-06"),
        ("004", "يوم الأربعاء", "2023-08-16"),
    ],
)
def test_events_have_their_dates(
    read: dict[str, AnnotatedDocument], document: str, words: str, date: str
) -> None:
    text = read[document].document.text
    dated = {text[start:end]: said for said, start, end in read[document].events}
    assert dated[words].event == date
    assert set(dated[words].note) == LANGUAGES
    assert at(read[document], words) == [], "words that name no date by themselves are no figure"


def test_a_deadline_is_no_plain_date(read: dict[str, AnnotatedDocument]) -> None:
    [figure] = at(read["003"], "明年1月")
    assert (figure.kind, figure.value, figure.modifier) == ("date", "2025-01", "at-most")


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("002", "Ascend وCambricon من هواوي"),
        ("002", "كيس القماش"),
        ("003", "谷歌希望通过这一自主开发的ASIC摆脱对英伟达芯片的依赖"),
        ("004", "نماذج إنتاجية"),
    ],
)
def test_slips_of_the_sources_are_told_in_every_language(
    read: dict[str, AnnotatedDocument], document: str, words: str
) -> None:
    [note] = [said.note for said, start, end in read[document].slips if said.quote == words]
    assert set(note) == LANGUAGES


def test_nobody_is_named_as_publisher_whom_the_text_does_not_name(read: dict[str, AnnotatedDocument]) -> None:
    """Who published the Arabic translations is nowhere said; whose reports they are is."""
    sources = {key: annotated.document.record.source for key, annotated in read.items()}
    assert {source.publisher for source in sources.values()} == {None}
    assert "financial-times" in sources["002"].credits
