"""The same name and the same figure in a text and in its translation, and what pages show of both."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Figure, Mention, Place, Translation
from build_tools.render.marking.kwic import Line, by_paragraph, makers, named, quoted, stated, whole
from build_tools.render.wording.parallel import Parallel, Parallels
from tests.render import sample

ARABIC = (
    "قال مصرف النهر إن بنك الدلتا دفع 40 مليون دولار.\n"
    "وأضاف بنك الدلتا أن نهر القصر فاض مرتين، ثم نفى بنك الدلتا ذلك."
)
ENGLISH = "River Bank said Delta Bank had paid $40mn, not $4mn.\nThe Qasr flooded twice, Delta Bank added; later it denied that."


def span(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def mention(text: str, words: str, entity: str, nth: int = 0) -> Mention:
    return Mention(*span(text, words, nth), words, entity, "organization")


def money(text: str, words: str, value: str) -> Figure:
    return Figure(*span(text, words), words, "money", value, None, None, "USD", None, "exact", "rule")


def annotated() -> AnnotatedDocument:
    document = sample.document("river-ar", "ar", ARABIC, sample.Record())
    lines = sample.document("river-en", "en", ENGLISH, sample.Record())
    made = Translation("en", ENGLISH, lines.paragraphs, "machine", None, None, None, Path("river-ar.md"))
    return AnnotatedDocument(
        document,
        (
            mention(ARABIC, "مصرف النهر", "river"),
            mention(ARABIC, "بنك الدلتا", "delta"),
            mention(ARABIC, "بنك الدلتا", "delta", 1),
            mention(ARABIC, "بنك الدلتا", "delta", 2),
        ),
        (money(ARABIC, "40 مليون دولار", "40000000"),),
        translations=(
            AnnotatedTranslation(
                made,
                (
                    mention(ENGLISH, "River Bank", "river"),
                    mention(ENGLISH, "Delta Bank", "delta"),
                    mention(ENGLISH, "Delta Bank", "delta", 1),
                ),
                (money(ENGLISH, "$40mn", "40000000"), money(ENGLISH, "$4mn", "4000000")),
            ),
        ),
    )


def marks(line: Line | None) -> list[str]:
    assert line is not None
    return [piece.text for piece in line.pieces if piece.marked]


def test_a_figure_stands_for_the_one_of_the_same_paragraph_that_says_the_same() -> None:
    document = annotated()
    parallel = Parallel(document, document.translations[0])
    assert {number: figure.surface for number, figure in parallel.figures.items()} == {1: "$40mn"}


@pytest.mark.parametrize("changed", [{"value": "41000000"}, {"currency": "EUR"}, {"kind": "count"}])
def test_another_value_is_no_counterpart(changed: dict[str, str]) -> None:
    document = annotated()
    other = replace(document, figures=(replace(document.figures[0], **changed),))  # type: ignore[arg-type]
    assert Parallel(other, other.translations[0]).figures == {}


def test_vague_figures_without_any_value_are_not_set_against_each_other() -> None:
    document = annotated()
    vague = replace(document.figures[0], value=None, modifier="vague")
    there = replace(document.translations[0], figures=(replace(vague, start=31, end=36),))
    assert Parallel(replace(document, figures=(vague,)), there).figures == {}


def test_of_several_mentions_the_one_at_the_same_place_or_the_last() -> None:
    document = annotated()
    parallel = Parallel(document, document.translations[0])
    first, second, third = [m for m in document.mentions if m.entity == "delta"]
    found = [parallel.name(1, first), parallel.name(2, second), parallel.name(2, third)]
    assert [one.start if one else None for one in found] == [
        span(ENGLISH, "Delta Bank")[0],
        span(ENGLISH, "Delta Bank", 1)[0],
        span(ENGLISH, "Delta Bank", 1)[0],
    ]
    assert parallel.name(2, replace(first, entity="river")) is None
    assert parallel.name(9, first) is None


def test_mentions_of_one_paragraph_share_a_line_and_its_translation() -> None:
    document = annotated()
    beside = Parallels("en", ["en", "ar", "zh"])
    line = named(document, document.mentions[2:], Place("river-ar", 2), beside)
    assert marks(line) == ["بنك الدلتا", "بنك الدلتا"]
    assert line.translation is not None
    assert (line.language, line.translation.language, line.translation.made_by) == ("ar", "en", "machine")
    assert marks(line.translation) == ["Delta Bank"]
    assert makers([line, None]) == ["machine"]


def test_a_name_stands_in_the_whole_of_its_sentence() -> None:
    far = "It is said in the north, where nobody has been for years and where it snows, " * 2
    text = f"Nothing here. {far}that Delta Bank pays. Nothing there. {far * 3}Delta Bank has {far * 3}. No."
    document = AnnotatedDocument(
        sample.document("x", "en", text, sample.Record()),
        (mention(text, "Delta Bank", "delta"), mention(text, "Delta Bank", "delta", 1)),
    )
    first, second = (named(document, [one], Place("x", 1), Parallels("en")) for one in document.mentions)
    assert first.words == f"…{far}that Delta Bank pays.…"
    assert second.words.startswith("…")
    assert len(second.words) < 200, "of a sentence without end no more than the context is shown"


def test_a_figure_is_marked_in_both() -> None:
    document = annotated()
    line = stated(document, 1, document.figures[0], Place("river-ar", 1), Parallels("en", ["en", "ar"]))
    assert (marks(line), marks(line.translation)) == (["40 مليون دولار"], ["$40mn"])


def test_words_without_a_counterpart_stand_beside_the_beginning_of_the_translation() -> None:
    document = annotated()
    line = quoted(document, Place("river-ar", 2), *span(ARABIC, "مرتين"), (), Parallels("en", ["en"]))
    assert marks(line) == ["مرتين"]
    assert line.translation is not None
    assert (marks(line.translation), line.translation.words) == ([], ENGLISH.split("\n")[1])


def test_a_whole_paragraph_keeps_its_text_and_marks_what_both_have() -> None:
    document = annotated()
    line = whole(document, Place("river-ar", 1), Parallels("en", ["en"]))
    assert line.words == ARABIC.split("\n")[0]
    assert line.translation is not None
    assert line.translation.words == ENGLISH.split("\n")[0]
    assert marks(line.translation) == ["River Bank", "Delta Bank", "$40mn"]


@pytest.mark.parametrize(("language", "shown"), [("ar", None), ("zh", "en"), ("en", "en")])
def test_readers_of_the_texts_own_language_need_no_translation(language: str, shown: str | None) -> None:
    parallel = Parallels(language, ["en", "ar", "zh"])(annotated())
    assert (parallel.other.translation.language if parallel else None) == shown


def test_occurrences_are_taken_by_paragraph() -> None:
    use = sample.archive().entities["delta-bank"]
    groups = by_paragraph(use.occurrences)
    assert [one for group in groups for one in group] == list(use.occurrences)
    assert len({group[0].place for group in groups}) == len(groups)
    assert all(len({one.place for one in group}) == 1 for group in groups)


def test_every_page_of_passages_offers_the_choice_and_says_who_translated(pages: dict[str, str]) -> None:
    for path in ("entities/delta-bank.md", "timeline.md", "figures/flood-fund.md", "stories/flood.md"):
        page = pages[path]
        assert re.search('class="(translation|meant)"', page), path
        assert "data-reading-controls" in page, path
        assert "The translations were made by a machine." in page, path
        assert page.count('name="view"') == 3, path
