"""Words in pictures, with the fonts of this machine; and none where it lacks them."""

from __future__ import annotations

import ctypes
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.render.pictures import cards
from build_tools.render.pictures.lettering import Lettering, fonts, installed, key, plain
from build_tools.render.pictures.lettering.lines import broken
from build_tools.render.pictures.lettering.order import levels, visual_runs
from build_tools.render.pictures.lettering.page import Page
from build_tools.render.pictures.png import Sheet
from tests.exports.sample import SITE, archive
from tests.render.test_cards import annotated, pixels

TITLES = {
    "en": "Ana Costa buys twelve ferries, says the harbour’s own paper",
    "ar": "آنا كوستا تشتري 12 عبّارة من Harbour Lines (لشبونة) بحسب الصحيفة",
    "zh": "安娜·科斯塔买下十二艘渡轮，港口报纸《潮汐》称AI也参与其中",
}
INKED = set(cards.INK + cards.QUIET)


@pytest.fixture(scope="module")
def lettering() -> Lettering:
    found = installed()
    if found is None or found.lacking("".join(TITLES.values())):
        pytest.skip(
            "This machine lacks Pillow, FriBidi or fonts for the three scripts: .ci/fonts installs them"
        )
    return found


def drawn(said: cards.Told, language: str, lettering: Lettering | None) -> list[bytes]:
    return pixels(cards.card([annotated("Ana Costa scored twice.", language)], said, lettering))


def ink(rows: list[bytes]) -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(rows) for x, colour in enumerate(row) if colour in INKED]


@pytest.mark.parametrize("language", TITLES)
def test_words_stand_within_the_margins_from_the_side_of_their_language(
    language: str, lettering: Lettering
) -> None:
    places = ink(drawn(cards.Told("Archive", TITLES[language], "Tides"), language, lettering))
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    assert left >= 50
    assert right <= cards.WIDTH - 50
    near, far = (right, left) if language == "ar" else (left, right)
    assert abs(near - (cards.WIDTH - 54 if language == "ar" else 54)) < 8
    assert abs(far - near) > 400


@pytest.mark.parametrize("language", TITLES)
def test_a_title_too_long_is_cut_between_words(language: str, lettering: Lettering) -> None:
    title = f"[{' '.join([TITLES[language]] * 9)}]"
    page = Page(lettering, Sheet(9, 9), 0, 600, language == "ar")
    made = page.broken(title, (40, 30), 4, "]")
    assert 1 < len(made.lines) <= 4
    assert made.size == 30
    assert made.lines[-1].endswith("…]")
    joined = " ".join(made.lines).removesuffix("…]")
    assert language == "zh" or re.search(rf"\b{joined.split()[-1]}\b", title)
    for line in made.lines:
        assert (lettering.width(line, 30, "Bold", backwards=page.backwards) or 0) <= 600


def test_an_address_is_broken_where_it_has_to_be(lettering: Lettering) -> None:
    made = Page(lettering, Sheet(9, 9), 0, 300, False).broken("x" * 60, (30,), 9)
    assert "".join(made.lines) == "x" * 60
    assert len(made.lines) > 1


def test_a_sign_of_a_word_may_come_from_the_font_of_another(tmp_path: Path) -> None:
    here = installed()
    known = fonts.files(here.places) if here else {}
    if "NotoSansDevanagari-Bold.ttf" not in known or "NotoSans-Bold.ttf" not in known:
        pytest.skip("This machine lacks Pillow, FriBidi or the fonts: .ci/fonts installs them")
    for name in ("NotoSansDevanagari-Bold.ttf", "NotoSans-Bold.ttf"):
        (tmp_path / name).symlink_to(known[name])
    page = Page(Lettering((tmp_path,)), Sheet(9, 9), 0, 200, False)
    assert page.broken("ज्वार ॥ Tide ॥", (30,), 9).lines
    assert not page.broken("Tide ॥", (30,), 9).lines


def test_lines_do_not_begin_with_a_closing_sign_nor_end_with_an_opening_one() -> None:
    for column in range(4, 14):
        made = broken("潮水（上涨）时，“渡轮”不开。", lambda t, _: len(t), column=column, sizes=(1,), most=99)
        assert "".join(made.lines) == "潮水（上涨）时，“渡轮”不开。"
        assert not any(line[0] in "），”。" or line[-1] in "（“" for line in made.lines)


def test_arabic_letters_are_joined(lettering: Lettering) -> None:
    word = "المستشفيات"
    whole = lettering.width(word, 40, "Bold", backwards=True) or 0
    alone = sum(lettering.width(char, 40, "Bold", backwards=True) or 0 for char in word)
    assert 0 < whole < 0.9 * alone


def test_scripts_that_meet_stand_in_the_order_of_the_line(lettering: Lettering) -> None:
    text = "قالت Harbour Lines (لشبونة) إن 12 عبّارة"
    pieces = lettering.pieces(text, 30, "Bold", backwards=True) or []
    seen = [(piece.text.strip(), piece.backwards) for piece in pieces if piece.text.strip()]
    assert seen == [
        ("عبّارة", True),
        ("12", False),
        *((sign, True) for sign in ("إن", ")", "لشبونة", "(")),
        ("Harbour Lines", False),
        ("قالت", True),
    ]


@pytest.mark.parametrize("text", ["ÅŴǺgjpqyž", "إِنَّٱللّٰهَ", "國龘鬱々"])
def test_nothing_is_clipped(text: str, lettering: Lettering) -> None:
    from PIL import Image

    sheet = Sheet(900, 300)
    Page(lettering, sheet, 100, 700, False).put(text, 150, 60, (1,))
    large = Image.new("L", (900, 300))
    pieces = lettering.pieces(text, 60, "Bold", backwards=False) or []
    lettering.draw(large, pieces, 100, 150)
    assert (
        sum(map(sum, pixels(sheet.png(["ffffff", "000000"]))))
        == sum(value > 127 for value in large.tobytes())
        > 500
    )


def test_what_cannot_be_drawn_is_left_out_line_by_line(lettering: Lettering, tmp_path: Path) -> None:
    latin = fonts.files(lettering.places)["NotoSans-Regular.ttf"]
    (tmp_path / latin.name).symlink_to(latin)
    (tmp_path / "NotoSans-Bold.ttf").symlink_to(latin)
    only = Lettering((tmp_path,))
    assert only.lacking(TITLES["ar"]) == {"ARABIC"}
    assert only.lacking(TITLES["zh"]) == {"CJK"}
    said = cards.Told("Archive", TITLES["ar"], "Tides")
    assert drawn(said, "ar", only) == drawn(replace(said, title=""), "ar", only)
    assert ink(drawn(said, "ar", only))


def test_without_any_font_a_card_is_what_it_is_without_words(tmp_path: Path) -> None:
    if installed() is None:
        pytest.skip("There is no Pillow or no FriBidi here, so no words at all")
    said = cards.Told("Archive", "Tides", "Paper", "Made by a machine")
    assert drawn(said, "en", Lettering((tmp_path,))) == drawn(said, "en", None)
    assert not ink(drawn(said, "en", None))


def test_a_title_of_the_archive_is_marked_and_its_maker_named() -> None:
    one = next(iter(archive().documents.values()))
    record = replace(one.document.record, title={"en": "Tides"}, editorial={"title": "machine"})
    own = replace(one, document=replace(one.document, record=record))
    said = cards.told(archive(), SITE, own)
    assert (said.title, said.closing) == ("[Tides]", "]")
    assert said.by
    assert said.archive
    plainly = replace(own, document=replace(own.document, record=replace(record, editorial={})))
    assert cards.told(archive(), SITE, plainly).by == ""


def test_what_is_missing_is_said_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cards, "wanted", lambda: True)
    monkeypatch.setattr(cards, "installed", lambda: None)
    assert [problem.code for problem in cards.lacking(archive(), SITE)] == ["no-shaping"]
    monkeypatch.setattr(cards, "wanted", lambda: False)
    assert not list(cards.lacking(archive(), SITE))
    if installed() is not None:
        monkeypatch.setattr(cards, "installed", lambda: Lettering((tmp_path,)))
        (said,) = cards.lacking(archive(), SITE)
        assert said.code == "no-font"
        assert "Latin" in said.message
        assert said.severity == "warning"


def test_other_fonts_make_another_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("build_tools.render.pictures.lettering.installed", lambda: Lettering((tmp_path,)))
    assert key() == ""
    (tmp_path / "any.ttf").write_bytes(b"no font")
    fonts.files.cache_clear()
    assert key().startswith("any.ttf 7 ")


def test_signs_that_are_not_drawn_are_taken_out() -> None:
    assert plain(" a\u202e\u200fb\n\tc\x00 ") == "ab c"


@pytest.mark.parametrize(
    ("text", "backwards", "order"),
    [
        ("قال A B قال", True, ["قال", "A B", "قال"]),
        ("GPT 4 قال", True, ["قال", "GPT 4"]),
        ("قال 12 A", True, ["A", "12", "قال"]),
        ("قال A (B) قال", True, ["قال", "A (B)", "قال"]),
        ("قال 50% قال", True, ["% قال", "50", "قال"]),
        ("A قال 12 قال B", False, ["A", "قال", "12", "قال", "B"]),
        ("tide (12)", False, ["tide (12)"]),
    ],
)
def test_runs_from_left_to_right(text: str, backwards: bool, order: list[str]) -> None:
    runs = [text[start:end].strip() for start, end, _ in visual_runs(text, backwards=backwards)]
    assert [run for run in runs if run] == order


def test_levels_are_those_of_another_program() -> None:
    try:
        fribidi = ctypes.CDLL("libfribidi.so.0")
    except OSError:
        pytest.skip("There is no FriBidi here")
    for text, backwards in _lines():
        size = len(text)
        given = (ctypes.c_uint32 * size)(*map(ord, text))
        found = (ctypes.c_int8 * size)()
        base = ctypes.c_uint32(0x111 if backwards else 0x110)
        fribidi.fribidi_log2vis(given, size, ctypes.byref(base), None, None, None, found)
        assert levels(text, backwards=backwards) == list(found), (text, backwards)


def _lines() -> Iterator[tuple[str, bool]]:
    drawn = random.Random(5)
    for _ in range(2000):
        text = "".join(
            drawn.choice("abZ אب ج 12٣ ,.:+-$%()[]{}«» –…中「」") for _ in range(drawn.randint(1, 14))
        )
        if text := text.rstrip():
            yield text, drawn.random() < 0.5
