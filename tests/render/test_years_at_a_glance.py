"""The words beside a year of the timeline: the little that says most, and never more than a page has room for."""

from __future__ import annotations

from build_tools.archive.dates import span
from build_tools.model import Place, Record, Source
from build_tools.render.marking.kwic import Line, Piece
from build_tools.render.pages.timeline import Dated, Said, _groups

from . import sample


def dated(edtf: str, *said: Said, published: str = "") -> Dated:
    days = span(edtf)
    assert days
    documents = (
        [sample.document(published, "en", published, Record(title={"en": published}))] if published else []
    )
    return Dated(edtf, days, published=documents, named=list(said))


def words(text: str, measured: str = "", translation: str = "") -> Said:
    meant = Line(Place("d", 1), "en", [Piece(translation, False, False)]) if translation else None
    line = Line(Place("d", 1), "ar" if meant else "en", [Piece(text, False, False)], meant)
    document = sample.document("d", "en", "text", Record(source=Source()))
    return Said(document, line, "f1", measured={"en": measured} if measured else {})


def filler(year: int, count: int) -> list[Dated]:
    return [dated(f"{year}-01-{day:02}", words(f"passage {year} {day}")) for day in range(1, count + 1)]


def test_names_of_measures_come_before_titles_and_titles_before_passages() -> None:
    year = [
        dated("2019", words("in that year")),
        dated("2019-03-04", words("on that day"), words("and again, by the same text")),
        dated("2019-05", words("opened", measured="Opening of the bridge"), published="A report"),
    ]
    (group,) = _groups([*year, *filler(2020, 12)], "en")[:1]
    assert not group.unfolded
    shown = [(one.date.edtf, one.lane, one.words.text) for one in group.glances]
    assert {text for _, _, text in shown} == {"Opening of the bridge", "A report", "on that day"}
    assert [edtf for edtf, _, _ in shown] == ["2019-03-04", "2019-05", "2019-05"], "in the order of time"
    assert {lane for _, lane, text in shown if text == "A report"} == {"published"}


def test_what_is_said_twice_stands_once_and_in_the_readers_words() -> None:
    year = [dated("2019-03", words("افتُتح", translation="it opened")), dated("2019-04", words("قيل", translation="it opened"))]  # fmt: skip
    group = _groups([*year, *filler(2020, 12)], "en")[0]
    assert [(one.words.text, one.words.language) for one in group.glances] == [("it opened", "en")]


def test_versions_of_a_story_have_one_line_in_the_readers_language() -> None:
    versions = [
        sample.document(f"v-{tag}", tag, tag, Record(title={tag: f"title {tag}"}, story="flood"))
        for tag in ("ar", "zh", "en")
    ]
    days = span("2019-03")
    assert days
    year = [Dated("2019-03", days, published=versions), *filler(2019, 12)]
    for language, shown in (("zh", "title zh"), ("fr", "title ar")):
        titles = [one.words.text for one in _groups(year, language)[0].glances if one.lane == "published"]
        assert titles == [shown]


def test_many_years_have_fewer_words_each() -> None:
    for years, each in ((2, 3), (7, 3), (8, 2), (10, 2), (11, 1), (21, 1), (22, 0)):
        groups = _groups([date for year in range(1960, 1960 + years) for date in filler(year, 13)], "en")
        counts = {len(group.glances) for group in groups}
        assert counts == {each}


def test_where_everything_is_unfolded_nothing_is_said_twice() -> None:
    assert [group.glances for group in _groups(filler(2020, 3), "en")] == [[]]
