"""Files of other kinds → text, with what they say of themselves. Nothing is fetched and nothing is written.

Each kind is a line in ``CONVERTERS`` or ``CONTAINERS``. Converters work in a process of their own (``process``), since
files from elsewhere can be broken, huge or hostile.
"""

from __future__ import annotations

from build_tools.convert import (
    epub,
    mail,
    markdown,
    opendocument,
    packed,
    plain,
    rtf,
    savedpage,
    webarchive,
    webpage,
    word,
)
from build_tools.convert.converter import Container, Converter
from build_tools.convert.pdf import convert as pdf

_XML = (("lxml", "lxml"),)

CONVERTERS = (
    Converter("text", (".txt",), plain.convert),
    Converter(
        "web page", (".html", ".htm", ".xhtml"), webpage.convert, (("trafilatura", "trafilatura"), *_XML)
    ),
    Converter("PDF", (".pdf",), pdf, (("pypdfium2", "pypdfium2"),)),
    Converter("Word document", (".docx", ".docm", ".dotx"), word.convert, _XML),
    Converter("OpenDocument text", (".odt", ".ott"), opendocument.convert, _XML),
    Converter("rich text", (".rtf",), rtf.convert, (("striprtf", "striprtf"),)),
    Converter("Markdown", (".md", ".markdown"), markdown.convert, _XML),
    Converter("message", (".eml",), mail.convert, _XML),
    Converter("book", (".epub",), epub.convert, _XML),
)
CONTAINERS = (
    Container("packed folder", (".zip",), packed.of_zip),
    Container("packed file", (".gz",), packed.of_gzip),
    Container("saved web page", (".mht", ".mhtml"), savedpage.of_mhtml),
    Container("web archive", (".warc", ".warc.gz"), webarchive.of_warc, (("warcio", "warcio"),)),
    Container("web archive", (".wacz",), webarchive.of_wacz, (("warcio", "warcio"),)),
)


def endings() -> tuple[str, ...]:
    """Of all files that are taken in."""
    return tuple(ending for kind in (*CONVERTERS, *CONTAINERS) for ending in kind.endings)


def converter_of(name: str) -> Converter | None:
    """What reads a file of this name."""
    return next((one for one in CONVERTERS if name.lower().endswith(one.endings)), None)


def container_of(name: str) -> Container | None:
    """What opens a file of this name, by its longest ending."""
    found = [(ending, one) for one in CONTAINERS for ending in one.endings if name.lower().endswith(ending)]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None
