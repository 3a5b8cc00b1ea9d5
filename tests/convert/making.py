"""Small files of every kind that is taken in, written by hand: nothing but what the kind needs."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

PARAGRAPHS = (
    "The harbour of Molde was closed for two days in the winter of 2023, the council said on Monday.",
    "Nobody had seen the water so low, and 14 boats lay dry until the wind turned on Wednesday.",
)
ARABIC = (
    "قالت الوزارة يوم الاثنين إن المحصول تراجع هذا العام بنسبة خمسة في المئة بسبب الجفاف في الشمال.",
    "ولا يتوقع المزارعون أن تنخفض الأسعار قبل نهاية العام، لأن الآبار جفت في معظم القرى.",
)


def packed(parts: Mapping[str, str | bytes], *, stored: Sequence[str] = ()) -> bytes:
    """A .zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name in stored else None)
    return out.getvalue()


def page(
    paragraphs: Sequence[str] = PARAGRAPHS, head: str = "", *, title: str = "A harbour without water"
) -> bytes:
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A .docx; ``body`` is the XML in its body."""
    body = body or "".join(run(paragraph) for paragraph in PARAGRAPHS)
    return packed(
        {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **(more or {})}
    )


def run(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)  # fmt: skip


def open_document(body: str = "", styles: str = "") -> bytes:
    body = body or "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, stored=("mimetype",)
    )


def rich_text(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "\\par\n".join(
        "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text) for text in paragraphs
    )
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\info{{\\title A harbour without water}}}}\n{body}\\par}}".encode()


def book(chapters: Sequence[str] = ()) -> bytes:
    """An .epub of chapters (the XHTML in their bodies)."""
    chapters = chapters or [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    items = "".join(
        f'<item id="c{n}" href="text/{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>The low water</dc:title><dc:creator>Ada Strand</dc:creator><dc:language>en</dc:language>"
            f"<dc:date>2023-05-04</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OPS/text/{number}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{chapter}</body></html>'
                for number, chapter in enumerate(chapters)
            },
        },
        stored=("mimetype",),
    )


def message(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        "Ada Strand <ada@molde.example>",
        "desk@herald.example",
        "Low water",
    )
    made["Date"] = "Wed, 15 Feb 2023 09:30:00 +0100"
    made.set_content("\n\n".join(paragraphs))
    made.add_attachment(b"x", maintype="image", subtype="png", filename="boats.png")
    return bytes(made)


def saved_page(
    address: str = "https://herald.example/2023/03/low-tide.html", charset: str = "utf-8"
) -> bytes:
    """A web page saved whole, as browsers do; the page's own word on its encoding is of the time before."""
    text = page(head="<meta charset='iso-8859-1'>").decode()
    head = (
        "From: <Saved by a browser>\r\nSubject: A harbour\r\nDate: Tue, 5 Mar 2024 10:00:00 -0000\r\n"
        f"Snapshot-Content-Location: {address}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="between"\r\n\r\n'
    )
    parts = ((f"text/html; charset={charset}", text.encode(charset)), ("image/png", b"x"))
    body = "".join(
        f"--between\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n{base64.encodebytes(data).decode()}\r\n"
        for kind, data in parts
    )
    return f"{head}{body}--between--\r\n".encode()


def warc(pages: Mapping[str, bytes]) -> bytes:
    """A .warc.gz with these answers, by address; what is no page is said to be a picture."""
    out = b""
    for url, content in pages.items():
        kind = "text/html" if content.lstrip().startswith(b"<!doctype") else "image/png"
        http = (
            b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            % (kind.encode(), len(content))
            + content
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(out):012d}>\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)
    return out


Placed = tuple[float, float, str]
"""Where a line begins, in points from the left and from the foot of the page, and its text."""


def pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    size: float = 12,
    title: str = "",
    sizes: Mapping[str, float] | None = None,
) -> bytes:
    """A PDF with lines in Helvetica at places; ``sizes`` are of lines in type of another size."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % ((sizes or {}).get(text, size), x, y, _escaped(text))
            for x, y, text in lines
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    if title:
        objects.append(b"<</Title(%s)>>" % _escaped(title))
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, item)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    info = b"/Info %d 0 R" % len(objects) if title else b""
    return data + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        info,
        start,
    )


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def of_every_kind() -> dict[str, bytes]:
    """File name → content: one for each ending that is taken in, all with the two paragraphs, in plain sight."""
    text = "\n".join(PARAGRAPHS) + "\n"
    lines = [(72.0, 720.0 - 40 * n, line) for n, line in enumerate(PARAGRAPHS)]
    return {
        "one.txt": text.encode(),
        "two.html": page(),
        "three.pdf": pdf([lines], size=10),
        "four.docx": word(),
        "five.odt": open_document(),
        "six.rtf": rich_text(),
        "seven.md": ("# A harbour without water\n\n" + "\n\n".join(PARAGRAPHS)).encode(),
        "eight.eml": message(),
        "nine.epub": book(),
        "ten.zip": packed({"a/inner.txt": text}),
        "eleven.txt.gz": gzip.compress(text.encode(), mtime=0),
        "twelve.warc.gz": warc({"https://herald.example/2023/02/low-water.html": page()}),
        "fourteen.mhtml": saved_page(),
        "thirteen.wacz": packed({"archive/data.warc.gz": warc({"https://herald.example/tide": page()})}),
    }
