"""Bytes: accepted as they are, or refused with the command that converts them."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.problems import DataError
from build_tools.read import decoding
from build_tools.read.decoding import decode
from build_tools.read.encodings import likely_encoding

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters=[chr(c) for c in (*range(9), 11, 12, *range(14, 32), *range(127, 160))]))  # fmt: skip


@given(TEXT.filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_loses_nothing(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text
    marked = decode(codecs.BOM_UTF8 + text.encode(), "a.txt")
    assert (marked.text, marked.encoding) == (text, "utf-8-sig")


@given(TEXT, st.sampled_from([("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]))
def test_utf_16_with_its_signature_loses_nothing(text: str, encoding: tuple[str, bytes]) -> None:
    name, signature = encoding
    data = signature + text.encode(name)
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return
    assert decode(data, "a.txt") == decoding.Decoded(text, name)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_line_that_says_why_not(data: bytes) -> None:
    try:
        decode(data, "a.txt")
    except DataError as error:
        (problem,) = error.problems
        assert problem.hint
        assert "\n" not in str(problem)


AR = "قالت الوزارة إن الحصاد تراجع هذا العام بسبب الجفاف في المناطق الشمالية، وإن الأسعار ارتفعت."
ZH = "农业部门表示，今年的收成因为干旱而下降，这个地区的人们不得不买外地的粮食。"
HANT = "農業部門表示，今年的收成因為乾旱而下降，這個地區的人們不得不買外地的糧食。"

FOREIGN = [
    (AR, "cp1256", "WINDOWS-1256"),
    (ZH, "gb18030", "GB18030"),
    (HANT, "big5", "BIG5-HKSCS"),
    (HANT, "gb18030", "GB18030"),
    ("Le blé a gelé à Orléans, où la récolte était déjà menacée.", "cp1252", "WINDOWS-1252"),
    ("Урожай в этом году снизился из-за засухи, сообщило министерство.", "cp1251", "WINDOWS-1251"),
    ("今年の収穫は干ばつのために減少したと農業省が発表しました。", "cp932", "SHIFT_JIS"),
    (AR, "iso8859_6", "ISO-8859-6"),
    ("Урожай в этом году снизился из-за засухи, сообщило министерство.", "koi8_r", "KOI8-R"),
    (
        "Ministerstwo ogłosiło, że źródła są już puste, a zbiory mniejsze niż rok temu.",
        "cp1250",
        "WINDOWS-1250",
    ),
    ("Το υπουργείο ανακοίνωσε ότι η συγκομιδή μειώθηκε λόγω της ξηρασίας.", "cp1253", "WINDOWS-1253"),
    ("משרד החקלאות הודיע כי היבול ירד השנה בגלל הבצורת בצפון הארץ.", "cp1255", "WINDOWS-1255"),
    ("今年の収穫は干ばつのために減少したと農業省が発表しました。", "euc_jp", "EUC-JP"),
    ("올해 수확은 가뭄 때문에 줄었다고 농업부가 밝혔다.", "cp949", "EUC-KR"),
]


@pytest.mark.parametrize(("text", "codec", "name"), FOREIGN)
def test_another_encoding_is_refused_with_the_command_that_converts_it(
    text: str, codec: str, name: str
) -> None:
    data = text.encode(codec)
    assert likely_encoding(data) == name
    with pytest.raises(DataError) as caught:
        decode(data, "it's here.txt")
    (problem,) = caught.value.problems
    assert problem.code == "encoding"
    assert f"iconv -f {name} -t UTF-8 'it'\"'\"'s here.txt'" in problem.hint


@pytest.mark.parametrize(
    "data", [b"na\xefve", b"\xff\xfe\xfd", b"100 \xa3", "Prix : 5 €".encode("cp1252") + b"\x81"]
)
def test_of_what_is_not_certain_nothing_is_offered(data: bytes) -> None:
    assert likely_encoding(data) is None


def test_a_sample_cut_within_a_character_still_tells() -> None:
    assert likely_encoding(("a" + ZH * 1000).encode("gb18030")) == "GB18030"


@pytest.mark.parametrize(
    ("data", "code", "line", "words"),
    [
        ("A plain text in two bytes a letter.".encode("utf-16-le"), "encoding", 0, "UTF-16LE"),
        ("A plain text in two bytes a letter.".encode("utf-16-be"), "encoding", 0, "UTF-16BE"),
        (AR.encode("utf-16-le"), "encoding", 0, "UTF-16LE"),
        (AR.encode("utf-16-be"), "encoding", 0, "UTF-16BE"),
        ((ZH + "\n").encode("utf-16-le"), "encoding", 0, "UTF-16LE"),
        ((HANT + "\n").encode("utf-16-be"), "encoding", 0, "UTF-16BE"),
        (b"Plain words with a zero\x00 among them.", "not-text", 1, "zero bytes"),
        (codecs.BOM_UTF32_LE + "text".encode("utf-32-le"), "encoding", 0, "UTF-32"),
        (codecs.BOM_UTF16_LE + b"a", "encoding", 0, "broken at byte 2"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "encoding", 0, "broken"),
        (b"%PDF-1.7\n" + bytes(range(256)), "not-text", 2, "archive add"),
        (b"one\ntwo\r\nthree \xff\xfe", "encoding", 3, "byte 15"),
        (b"a\nb\x07", "control-character", 2, "U+0007"),
        (b"page one\x0cpage two", "control-character", 1, "U+000C"),
        ("a\rb\x9d".encode(), "control-character", 2, "U+009D"),
        (b"a\x00b" + b"c" * 100, "not-text", 1, "zero bytes"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(data: bytes, code: str, line: int, words: str) -> None:
    with pytest.raises(DataError) as caught:
        decode(data, "a.txt")
    (problem,) = caught.value.problems
    assert (problem.code, problem.line) == (code, line)
    assert words in str(problem)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 3)
    with pytest.raises(DataError, match="too-large"):
        decode(b"four", "a.txt")


def test_the_line_of_the_first_zero_byte_is_told() -> None:
    with pytest.raises(DataError) as caught:
        decode(b"One line.\r\nTwo\x00 lines.\n", "a.txt")
    (problem,) = caught.value.problems
    assert (problem.line, problem.code) == (2, "not-text")
