"""Each kind of file: what is text in it, what is left out and told, what it says of itself."""

from __future__ import annotations

import gzip

import pytest

from build_tools.convert import CONTAINERS, CONVERTERS, container_of, converter_of, endings
from build_tools.convert.converter import Given, Made, UnreadableError
from tests.convert import making
from tests.convert.making import ARABIC, PARAGRAPHS, run


def made(name: str, data: bytes, encoding: str | None = None) -> Made:
    converter = converter_of(name)
    assert converter is not None
    return converter.convert(Given(name, data, encoding))


def test_there_is_a_small_file_of_every_kind() -> None:
    names = making.of_every_kind()
    for kind in (*CONVERTERS, *CONTAINERS):
        assert any(name.endswith(kind.endings) for name in names), kind.kind
    assert len(set(endings())) == len(endings())


@pytest.mark.parametrize("name", [name for name in making.of_every_kind() if converter_of(name)])
def test_the_text_is_all_there(name: str) -> None:
    found = made(name, making.of_every_kind()[name])
    assert [line for line in found.paragraphs if line != "A harbour without water"] == list(PARAGRAPHS)
    assert found.doubts == ()


class TestWord:
    def test_what_a_reader_sees_is_kept(self) -> None:
        body = (
            "<w:p><w:r><w:t>The council </w:t></w:r><w:ins w:id='1'><w:r><w:t>finally </w:t></w:r></w:ins>"
            "<w:smartTag><w:r><w:t>agreed</w:t></w:r></w:smartTag><w:r><w:t>.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('A paragraph in a content control.')}</w:sdtContent></w:sdt>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Boats</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner 1</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p><w:r><w:t>inner 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        notes = f"<w:footnotes {making.W}><w:footnote w:type='separator' w:id='0'>{run('---')}</w:footnote><w:footnote w:id='2'>{run('By nine votes to four.')}</w:footnote></w:footnotes>"
        found = made("a.docx", making.word(body, {"word/footnotes.xml": notes}))
        assert found.paragraphs == (
            "The council finally agreed.[2]",
            "A paragraph in a content control.",
            "Boats\t14",
            "inner 1\tinner 2",
            "[2] By nine votes to four.",
        )
        assert found.left_out == ()

    def test_what_is_hidden_or_deleted_is_left_out_and_told(self) -> None:
        styles = (
            f"<w:styles {making.W}><w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
            "<w:style w:styleId='Child'><w:basedOn w:val='Secret'/></w:style></w:styles>"
        )
        body = (
            "<w:p><w:r><w:t>It opened</w:t></w:r><w:del w:id='1'><w:r><w:delText> not</w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> again</w:t></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText><w:t>.</w:t></w:r></w:p>"
            "<w:p><w:pPr><w:pStyle w:val='Child'/></w:pPr><w:r><w:t>A hidden paragraph.</w:t></w:r></w:p>"
            "<w:p><w:r><w:drawing/></w:r></w:p>"
        )
        found = made("a.docx", making.word(body, {"word/styles.xml": styles}))
        assert found.paragraphs == ("It opened again.",)
        assert found.left_out == ("1 deleted passages", "2 hidden passages", "1 pictures")

    def test_no_title_is_made_up(self) -> None:
        assert made("a.docx", making.word()).about.title is None

    def test_entities_are_refused(self) -> None:
        data = making.packed(
            {
                "word/document.xml": f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {making.W}><w:body>{run("secret &e; in March")}</w:body></w:document>'
            }
        )
        with pytest.raises(UnreadableError, match="declares entities"):
            made("a.docx", data)

    def test_a_text_box_is_read_once(self) -> None:
        box = f"<w:txbxContent>{run('In the box.')}</w:txbxContent>"
        body = (
            '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
            "<w:t>Around it.</w:t></w:r></w:p>"
        )
        assert made("a.docx", making.word(body)).paragraphs == ("Around it.", "In the box.")


class TestOpenDocument:
    def test_what_a_reader_sees_is_kept_and_the_rest_told(self) -> None:
        style = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            "<text:h>A harbour</text:h><text:p>Low<text:s/>water.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            '<text:p>Since May.</text:p></text:note-body></text:note><text:span text:style-name="T1">hidden</text:span>'
            "<office:annotation><text:p>a comment</text:p></office:annotation></text:p>"
            "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Boats</text:p></table:table-cell><table:table-cell><text:p>14</text:p></table:table-cell></table:table-row></table:table>"
        )
        found = made("a.odt", making.open_document(body, style))
        assert found.paragraphs == ("A harbour", "Low water.[1]", "An item", "Boats\t14", "[1] Since May.")
        assert found.left_out == ("1 comments", "1 deleted passages", "1 hidden passages")


class TestRichText:
    def test_letters_beyond_ascii_and_the_title(self) -> None:
        found = made("a.rtf", making.rich_text(ARABIC))
        assert found.paragraphs == ARABIC
        assert found.about.title == "A harbour without water"

    def test_what_is_hidden_or_deleted_is_left_out_and_told(self) -> None:
        found = made(
            "a.rtf",
            rb"{\rtf1\ansi{\stylesheet{\s1\v Secret;}{\s2 Plain;}}"
            rb"It opened{\v\b  in \'fcber secret\par} again\deleted  not\u233?\deleted0 , {\v a\v0 it was\v b\plain  said}."
            rb"{\footnote A note.}{\*\bkmkstart v}\par Then \v0 shut\vertalt .\par}",
        )
        assert found.paragraphs == ("It opened again, it was said.", "Then shut.")
        assert found.left_out == (
            "1 footnotes",
            "1 deleted passages: “noté”",
            "3 hidden passages: “in über secret”, “a”, “b”",
        )
        assert found.doubts == ()


def test_the_front_matter_of_markdown_is_its_record() -> None:
    found = made(
        "a.md",
        b"---\ntitle: Low water\ndate: 2023-02-15T09:30:00\nauthors: [Ada Strand, B. Holm]\nlang: en\n---\n\n# Low water\n\nIt *fell*\nby `3` m.<script>x</script>\n",
    )
    assert found.paragraphs == ("Low water", "It fell by 3 m.")
    assert (found.about.title, found.about.published, found.about.byline, found.about.language) == (
        "Low water",
        "2023-02-15",
        "Ada Strand, B. Holm",
        "en",
    )


def test_a_message_says_from_whom_it_is_and_what_is_attached() -> None:
    found = made("a.eml", making.message())
    assert (found.about.title, found.about.published, found.about.byline) == (
        "Low water",
        "2023-02-15",
        "Ada Strand <ada@molde.example>",
    )
    assert found.left_out == ("1 attachments, to be saved and taken in by themselves: “boats.png”",)


def test_a_saved_page_is_the_page_with_its_address_and_day() -> None:
    container = container_of("a.mhtml")
    assert container is not None
    (page,), left_out = container.open(Given("a.mhtml", making.saved_page(charset="utf-16")))
    assert (page.name, page.url) == (
        "https://herald.example/2023/03/low-tide.html.html",
        "https://herald.example/2023/03/low-tide.html",
    )
    assert page.retrieved == "2024-03-05"
    assert page.data.decode().startswith("<!doctype html>")
    assert left_out == ("1 files that the page is shown with: image/png (1)",)
    (page,), _ = container.open(Given("b.mht", making.saved_page(address="file:///home/x.html")))
    assert (page.name, page.url) == ("b.html", None)
    with pytest.raises(UnreadableError, match="no saved web page"):
        container.open(Given("a.mht", b"nothing of the kind"))


def test_a_book_is_read_in_the_order_of_its_spine_with_its_printed_pages() -> None:
    found = made(
        "a.epub",
        making.book(
            [
                "<h1>One</h1><p>First <span epub:type='pagebreak' title='12'/>page.</p><p>Second.</p>",
                "<p>Third.</p><img src='x.png'/>",
            ]
        ),
    )
    assert found.paragraphs == ("One", "First page.", "Second.", "Third.")
    assert found.pages == ((3, "12"),)
    assert found.left_out == ("1 pictures",)
    assert (found.about.title, found.about.byline, found.about.published) == (
        "The low water",
        "Ada Strand",
        "2023-05-04",
    )


def test_an_encoding_that_a_person_names_counts() -> None:
    data = "\n".join(ARABIC).encode("cp1256")
    assert made("a.txt", data, "cp1256").paragraphs == ARABIC
    with pytest.raises(UnreadableError, match="no text in ascii"):
        made("a.txt", data, "ascii")


def test_a_packed_file_may_be_as_large_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    container = container_of("a.txt.gz")
    assert container is not None
    monkeypatch.setattr("build_tools.convert.limits.UNPACKED", 100)
    (member,), _ = container.open(Given("a.txt.gz", gzip.compress(b"x" * 100)))
    assert (member.name, len(member.data)) == ("a.txt", 100)
    with pytest.raises(UnreadableError, match="more than 100 bytes"):
        container.open(Given("a.txt.gz", gzip.compress(b"x" * 101)))
