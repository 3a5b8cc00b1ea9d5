"""PDF: one paragraph for each paragraph of the page, whole words, and nothing of what is printed on every page."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest

from build_tools.convert.converter import Given, Made, UnreadableError
from build_tools.convert.pdf import convert, furniture, letters, paragraphs, reading_order
from build_tools.convert.pdf.hyphens import Words, joined
from build_tools.convert.pdf.ligatures import plain
from build_tools.convert.pdf.line import Line
from build_tools.convert.process import Converters
from tests.convert import making
from tests.convert.making import Placed

WRAPPED = (
    "The harbour was closed for two days while the council looked for the",
    "leak, which was found under the old quay, where nobody had looked at",
    "all since the spring.",
)


def made(*pages: list[Placed], **options: object) -> Made:
    return convert(Given("a.pdf", making.pdf(pages, **options)))  # type: ignore[arg-type]


def block(lines: tuple[str, ...], top: float, left: float = 72) -> list[Placed]:
    return [(left, top - 14 * number, line) for number, line in enumerate(lines)]


def test_the_lines_of_a_paragraph_are_joined_and_a_gap_parts_two() -> None:
    found = made([*block(WRAPPED, 700), *block(WRAPPED, 640)])
    assert found.paragraphs == (" ".join(WRAPPED),) * 2


def test_a_line_that_leaves_room_ends_a_paragraph_and_so_does_one_set_in() -> None:
    found = made([*block(WRAPPED, 700), *block(WRAPPED, 700 - 14 * 3)])
    assert found.paragraphs == (" ".join(WRAPPED),) * 2
    full = (
        "The harbour was closed for two days while the council looked for the",
        "leak, which was found under the old quay, where nobody looked at all.",
    )
    inset = [(72.0 + 18 * (n % 2 == 0), 700 - 14 * n, line) for n, line in enumerate(full * 2)]
    assert len(made(inset).paragraphs) == 2


def test_a_heading_is_a_paragraph_of_its_own_and_so_is_an_item_of_a_list() -> None:
    lines = [(72.0, 720.0, "Low water"), *block(WRAPPED, 700), *block(("• one boat", "• two boats"), 650)]
    assert made(lines, sizes={"Low water": 18}).paragraphs == (
        "Low water",
        " ".join(WRAPPED),
        "• one boat",
        "• two boats",
    )


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_past_its_footnote() -> None:
    note = "1 By nine votes to four."
    found = made([*block(WRAPPED[:2], 200), (72.0, 80.0, note)], block(WRAPPED[2:], 700), sizes={note: 8})
    assert found.paragraphs == (" ".join(WRAPPED), note)
    assert found.pages == ((1, "1"),)


def test_pages_are_kept_for_citing() -> None:
    found = made(block(WRAPPED, 700), block(WRAPPED, 700), block(WRAPPED, 700))
    assert found.pages == ((1, "1"), (2, "2"), (3, "3"))


TOWNS = ("Molde", "Bergen", "Tromsø", "Ålesund", "Bodø")


def of_town(town: str) -> tuple[str, ...]:
    return (f"{town}: {WRAPPED[0][4:]}", *WRAPPED[1:])


def test_running_heads_and_page_numbers_are_left_out_and_listed() -> None:
    pages = [
        [(72.0, 760.0, f"Annual report, chapter {n}"), *block(of_town(town), 700), (300.0, 30.0, str(n))]
        for n, town in enumerate(TOWNS, 1)
    ]
    found = made(*pages)
    assert found.paragraphs == tuple(" ".join(of_town(town)) for town in TOWNS)
    heads = ", ".join(f"“Annual report, chapter {n}”" for n in range(1, 6))
    assert found.left_out == (f"5 running heads: {heads}", "5 page numbers: “1”, “2”, “3”, “4”, “5”")


def test_heads_that_change_with_the_chapter_are_heads() -> None:
    heads = ("The quay", "The quay", "The boats", "The boats", "The wind", "The end")
    towns = (*TOWNS, "Narvik")
    pages = [
        [(72.0, 760.0, head), *block(of_town(town), 700)] for head, town in zip(heads, towns, strict=True)
    ]
    assert made(*pages).paragraphs == tuple(" ".join(of_town(town)) for town in towns)


def test_the_first_line_of_a_page_is_no_running_head() -> None:
    pages = [[(72.0, 760.0, "Annual report"), *block(of_town(town), 740)] for town in TOWNS]
    pages.append(block(of_town("Narvik"), 760))
    assert made(*pages).paragraphs[-1] == " ".join(of_town("Narvik"))


def test_dotted_lines_of_contents_are_left_out_and_listed() -> None:
    lines = block(
        (
            "Low water . . . . . . . . . . . . . . . . 3",
            "High water ........................... 12",
            "The wind ................... 14",
            "The quay 15",
        ),
        700,
    )
    found = made(lines, block(WRAPPED, 700))
    assert found.paragraphs == (" ".join(WRAPPED),)
    assert found.left_out[-1].startswith("4 lines of contents")


def line(text: str, *, hyphen: bool = False) -> Line:
    return Line(text, 0, 0.0, 100.0, 0.0, 10.0, hyphen=hyphen)


@pytest.mark.parametrize(
    ("lines", "elsewhere", "text"),
    [
        (["the infor-", "mation office"], "", "the information office"),
        (["a well-", "known boat"], "well-known is well-known", "a well-known boat"),
        (["the north-", "South line"], "", "the north-South line"),
        (["the infor\u00ad", "mation"], "", "the information"),
        (["1998-", "2002 were dry"], "", "1998-2002 were dry"),
        (["he came -", "and went"], "", "he came - and went"),
        (["农业部门表示，今年的", "收成因为干旱而下降"], "", "农业部门表示，今年的收成因为干旱而下降"),
        (["安装 Debian", "的人"], "", "安装 Debian 的人"),
        (["see https://herald.example/", "low/water now"], "", "see https://herald.example/low/water now"),
        (["either/", "or"], "", "either/or"),
        (["he came", "… and went"], "", "he came … and went"),
        (["今年的收成下降", "，因为干旱"], "", "今年的收成下降，因为干旱"),
    ],
)  # fmt: skip
def test_words_divided_at_the_end_of_a_line_are_made_whole(
    lines: list[str], elsewhere: str, text: str
) -> None:
    assert joined([line(one) for one in lines], Words([*lines, elsewhere])) == text


def drawn(text: str, start: float = 0.0) -> list[tuple[str, float, float]]:
    """Letters as they stand on paper, from left to right, each ten points wide."""
    return [(char, start + 10 * n, start + 10 * n + 9.5) for n, char in enumerate(text)]


@pytest.mark.parametrize(
    ("on_paper", "read"),
    [
        ("ةرازولا تلاق", "قالت الوزارة"),
        ("2023 ماع يف", "في عام 2023"),
        ("Microsoft ةكرش", "شركة Microsoft"),
        ("Red Hat Linux عيزوت", "توزيع Red Hat Linux"),
        (".ةيلاحلا ةنسلا", "السنة الحالية."),
        ("(ديدج) صن", "نص (جديد)"),
        ("1.5 ةبسنب", "بنسبة 1.5"),
    ],
)
def test_text_from_right_to_left_is_put_in_order_by_its_places(on_paper: str, read: str) -> None:
    letters = drawn(on_paper)
    assert reading_order.text_of(letters, 40, leftwards=True, mixed=True) == read
    # The order in which a program drew the letters of a word says nothing.
    words = on_paper.split(" ")
    at, shuffled = 0, []
    for word in words:
        shuffled += [*reversed(letters[at : at + len(word)]), (" ", 0.0, 0.0)]
        at += len(word) + 1
    assert reading_order.text_of(shuffled, 40, leftwards=True, mixed=True) == read


def test_a_line_begins_where_it_is_read_from() -> None:
    assert reading_order.first_word(drawn("ab cde"), 10, leftwards=True) == 19.5
    assert reading_order.first_word(drawn("بد ةرازو"), 10, leftwards=True) == 49.5
    assert reading_order.first_word(drawn("بد ab"), 10, leftwards=False) == 19.5


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        # و and ّ have narrow parts of one width; the space before them is PDFium's.
        ([("ط", 466, 474), ("ت", 474, 477), (" ", 461, 461), ("و", 463.5, 465), ("ّ", 462, 463.5), ("ع", 455.5, 460.2)], "تطوّع"),
        ([("د", 576.5, 581.4), ("ب", 581.2, 583.3), (" ", 568, 568), ("ا", 570, 571), ("ل", 571, 572), ("ً", 569, 570)], "بدلاً"),
        # Another program draws the mark first.
        ([("أ", 313.9, 316.8), ("و", 308.2, 313.7), (" ", 301, 301), ("ً", 304.2, 305.2), ("ل", 302.2, 303.2), ("ا", 303.2, 304.2)], "أولاً"),
        ([("أ", 275.5, 278.4), ("ي", 272.4, 275.1), (" ", 263.5, 263.5), ("ض", 266.1, 267.6), ("ً", 264.6, 266.1), ("ا", 261.5, 263.8)], "أيضًا"),
        ([("ر", 264.2, 270.5), ("ك", 270.3, 276.3), ("ا", 263.2, 264.7), ("ً", 261.7, 263.2), (" ", 258.8, 258.8), ("ل", 256, 258.8)], "كراً ل"),
    ],
)  # fmt: skip
def test_a_sign_with_a_mark_stays_in_its_word(parts: list[tuple[str, float, float]], read: str) -> None:
    assert reading_order.text_of(parts, 10, leftwards=True, mixed=True) == read


def test_letters_that_lean_take_no_more_room_than_upright_ones() -> None:
    class Raw:
        FS_MATRIX = SimpleNamespace

        @staticmethod
        def FPDFText_GetMatrix(text: object, index: int, matrix: SimpleNamespace) -> bool:  # noqa: N802
            matrix.b, matrix.c, matrix.d = 0, 0.25, 1
            return True

        @staticmethod
        def FPDFText_GetCharOrigin(text: object, index: int, x: ctypes.c_double, y: ctypes.c_double) -> None:  # noqa: N802
            y.value = 100

    box = SimpleNamespace(left=49, right=58, bottom=96, top=112)
    letters._upright(Raw, None, 0, box)
    assert (box.left, box.right) == (50, 55)


def test_the_stop_of_a_latin_line_in_arabic_is_at_its_end() -> None:
    assert reading_order.text_of(drawn(".and so on"), 40, leftwards=False, mixed=True) == "and so on."
    assert reading_order.text_of(drawn(".5 km"), 40, leftwards=False, mixed=True) == ".5 km"
    assert reading_order.text_of(drawn(".and so on"), 40, leftwards=False, mixed=False) == ".and so on"


@pytest.mark.parametrize("text", ["12", "- 12 -", "Page 3 of 14", "xii", "第 3 页", "صفحة 4", "٤", "3 / 57"])
def test_what_numbers_a_page(text: str) -> None:
    assert furniture._NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["1998-2002", "12 boats", "a", "Chapter 3", "14 %"])
def test_what_numbers_none(text: str) -> None:
    assert not furniture._NUMBER.fullmatch(text)


def test_ligatures_are_their_letters() -> None:
    assert plain("ﬁrst ofﬂce ﻻ \uf0b7 x") == "first offlce لا \uf0b7 x"
    assert plain("\uf0b7 a point") == "• a point"


def test_the_name_of_a_file_is_no_title() -> None:
    assert made(block(WRAPPED, 700), title="Microsoft Word - draft3.doc").about.title is None
    assert made(block(WRAPPED, 700), title="Low water").about.title == "Low water"


def test_a_page_without_text_is_no_text_to_be_guessed_at() -> None:
    with Converters() as converters, pytest.raises(UnreadableError, match="No text is found"):
        converters.convert(Given("a.pdf", making.pdf([[]])))


def page_of(blocks: list[list[tuple[str, float, float]]], between: float) -> list[Line]:
    """Blocks of (text, right edge, width of the first word), lines 13 points apart, blocks so many."""
    found, y = [], 760.0
    for lines in blocks:
        for text, end, first in lines:
            found.append(Line(text, 0, 30.0, end, y, 10.0, first))
            y -= 13
        y -= between - 13
    return found


def test_where_a_space_parts_paragraphs_the_lines_of_a_narrower_list_are_no_paragraphs() -> None:
    full = [("A line that is full to the", 580.0, 8.0), ("edge.", 560.0, 30.0)]
    item = [("An item whose line ends", 533.0, 20.0), ("early.", 60.0, 33.0)]
    spaced = page_of([full] * 10 + [item], between=24)
    assert paragraphs.of([spaced])[-1][0] == "An item whose line ends early."
    close = page_of([full] * 10 + [item], between=13)
    assert paragraphs.of([close])[-1][0] == "early."
    few = page_of([full, full, item], between=24)
    assert paragraphs.of([few])[-1][0] == "early."


def test_a_word_that_is_divided_in_the_file_is_whole() -> None:
    lines = ("The harbour was closed for two days while they looked for infor-", "mation on the leak.")
    assert made(block(lines, 700)).paragraphs == (
        "The harbour was closed for two days while they looked for information on the leak.",
    )


def piece(text: str, left: float, y: float = 100.0, size: float = 10.0, width: float = 5.0) -> letters._Piece:
    return letters._Piece(
        [(char, left + n * width, left + (n + 1) * width) for n, char in enumerate(text)], y, size, False
    )


def test_pieces_of_a_line_that_stand_beside_one_another_are_one() -> None:
    found = letters._joined([piece("ab", 0), piece("cd", 14), piece("far", 60), piece("ef", 0, y=80)])
    assert ["".join(char for char, *_ in one.letters) for one in found] == ["ab cd", "far", "ef"]
    assert found[0].letters[2] == (" ", 12.0, 12.0)
    # Drawn from the right to the left.
    (one,) = letters._joined([piece("cd", 14), piece("ab", 0)])
    assert one.letters[2] == (" ", 12.0, 12.0)
    assert (one.left, one.right) == (0.0, 24.0)


@pytest.mark.parametrize(
    ("rotation", "seen"),
    [(0, (1, 3, 10, 20)), (90, (10, 20, 797, 799)), (180, (597, 599, 780, 790)), (270, (580, 590, 1, 3))],
)
def test_a_turned_page_is_read_as_it_is_shown(rotation: int, seen: tuple[float, ...]) -> None:
    size = (600, 800)
    page = SimpleNamespace(get_rotation=lambda: rotation, get_size=lambda: size)
    assert letters._turn(page)(1, 3, 10, 20) == seen


def test_the_size_of_type_is_that_on_the_page() -> None:
    def raw(known: bool, c: float, d: float) -> SimpleNamespace:
        def matrix_of(text: object, index: int, matrix: SimpleNamespace) -> bool:
            matrix.c, matrix.d = c, d
            return known

        return SimpleNamespace(
            FS_MATRIX=SimpleNamespace,
            FPDFText_GetMatrix=matrix_of,
            FPDFText_GetFontSize=lambda text, index: 12.0,
        )

    assert letters._size(raw(True, 0.0, 0.5), None, 0) == 6.0
    assert letters._size(raw(False, 0.0, 0.5), None, 0) == 12.0
    assert letters._size(raw(True, 0.0, 0.0), None, 0) == 12.0


def test_small_type_set_wide_apart_begins_no_paragraphs() -> None:
    """A line has to stand lower than usual, and by more than its own size."""
    lines = [Line("A line that is full", 0, 0.0, 100.0, 100.0 - y, 10.0, 20.0) for y in (0, 8, 16, 24, 34)]
    assert len(paragraphs.of([lines])) == 1
    lines[-1].y -= 1
    assert len(paragraphs.of([lines])) == 2


def test_letters_of_one_sign_have_one_place_and_others_have_not() -> None:
    together = [("ا", 0, 10), ("ل", 0, 10)]
    assert reading_order.text_of(together, 10, leftwards=True, mixed=True) == "لا"
    overlapping = [("ب", 4, 10), ("د", 0, 10)]
    assert reading_order.text_of(overlapping, 10, leftwards=True, mixed=True) == "بد"


def test_lines_that_are_short_or_end_a_sentence_stay_apart_there_too() -> None:
    full = [("A line that is full to the", 580.0, 8.0), ("edge.", 560.0, 30.0)]
    listing = [("one", 40.0, 9.0), ("two and", 50.0, 9.0), ("three", 60.0, 9.0), ("and longest", 75.0, 9.0)]
    spaced = page_of([full] * 10 + [listing], between=24)
    assert [text for text, _ in paragraphs.of([spaced])[-4:]] == ["one", "two and", "three", "and longest"]
    ended = [("An item whose line ends.", 533.0, 20.0), ("Another.", 60.0, 33.0)]
    spaced = page_of([full] * 10 + [ended], between=24)
    assert paragraphs.of([spaced])[-1][0] == "Another."
