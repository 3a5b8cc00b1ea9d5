"""The picture that stands beside a link to a page where people share it: what the text is called, who published it, which
archive it stands in, and how it runs.

Every word of the text is a bar on its line, in the direction of its language; names have the colours of their kinds on
the pages, figures theirs. Title and names are words where this machine can draw them (``lettering``); a title that it
cannot draw leaves its room to the bars.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from build_tools.model import AnnotatedDocument, Archive, Maker, OutputFile, Site
from build_tools.problems import Problem
from build_tools.render import paths
from build_tools.render.citing.reference import reference, site_name
from build_tools.render.marking.bidi import direction
from build_tools.render.pictures.bars import WORD, lines
from build_tools.render.pictures.lettering import Lettering, installed, plain, wanted
from build_tools.render.pictures.lettering.page import Page
from build_tools.render.pictures.png import Sheet
from build_tools.render.wording.vocabulary import N_
from build_tools.render.wording.words import catalogue

SITE = "card.png"
"""The picture of every page that has none of its own."""
WIDTH, HEIGHT = 800, 420
"""Of the shape that sites which show such pictures ask for, and as large as they show them."""

GROUND, BAND = 0, 1
_COLOURS = (
    *("fcfbf8", "14537a", "cbc5b7", "d9a92b", "14537a"),
    *("6b3fa0", "4d5b66", "2c6b2f", "8a4b08", "8a4b08", "006a6a", "006a6a", "8c2f13", "9a2a63"),
    # Ink and its edges, from the darkest; then those of quieter words.
    *("1b1f24", "66696b", "b1b2b2", "4a525a", "858a8f", "c1c3c4"),
)
INK, QUIET = (14, 15, 16), (17, 18, 19)
_MARGIN, _TOP, _PITCH = 54, 56, 32
_UNIT = 10.3
"""Pixels of a letter in a bar; Han characters take two."""
_THIN, _THICK = 11, 17
_SIZES = (44, 39, 34, 30)
_SMALL = 21
_LINES = 4
_LEADING = {"ltr": 1.3, "rtl": 1.5}
"""From line to line of the title, in sizes of its letters: those of Arabic reach further up and down."""
_BY_MACHINE = N_("Made by a machine, not by the source: %(what)s")
_BY_ARCHIVE = N_("Made by the archive, not by the source: %(what)s")
_TITLE = N_("the title")
_CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a card, from the top."""

    archive: str
    title: str
    publisher: str = ""
    by: str = ""
    """Who wrote the title, where the source did not."""
    closing: str = ""
    """The sign with which the title ends even where it is cut."""


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.card.png`` for every document whose text is published, and the one of the site. Of a packed archive
    the documents of a language share one, with the newest one's text and the archive's name."""
    lettering = installed()
    shown = [annotated for annotated in archive.documents.values() if annotated.document.paragraphs]
    pictured: dict[str, AnnotatedDocument] = {}
    for annotated in shown:
        pictured.setdefault(path(annotated, site), annotated)
    for name, annotated in pictured.items():
        yield OutputFile(name, card([annotated], told(archive, site, annotated), lettering), "site")
    first = shown[:1]
    other = [a for a in shown if a.document.language != first[0].document.language] or shown[1:]
    language = site.languages[0]
    yield OutputFile(SITE, card(first + other[:1], _of_all(site, language), lettering, language), "site")


def path(annotated: AnnotatedDocument, site: Site) -> str:
    """The picture of a document's page."""
    document = annotated.document
    if not document.paragraphs:
        return SITE
    return f"card.{document.language}.png" if site.packed else f"{paths.document(document.id)}.card.png"


def _of_all(site: Site, language: str) -> Told:
    return Told("", plain(site_name(site, language)))


def told(archive: Archive, site: Site, annotated: AnnotatedDocument) -> Told:
    """What a document's card says, in the language of the document; a title of the archive's own in square brackets, with
    who wrote it."""
    document = annotated.document
    base = document.language.partition("-")[0]
    language = base if base in site.languages else site.languages[0]
    if site.packed:
        return _of_all(site, language)
    cited = reference(archive, site, annotated, language)
    by = document.record.editorial.get("title") if cited.supplied else None
    return Told(
        plain(cited.archive),
        plain(cited.cited_title),
        plain(cited.publication or ""),
        plain(made_by(by, language)) if by else "",
        "]" if cited.supplied else "",
    )


def made_by(maker: Maker, language: str) -> str:
    """Who wrote the title, as the document's page says it."""
    words = catalogue(language)
    said = _BY_MACHINE if maker == "machine" else _BY_ARCHIVE
    return words.gettext(said) % {"what": words.gettext(_TITLE)}


def lacking(archive: Archive, site: Site) -> Iterator[Problem]:
    """What keeps words out of the cards of this archive, where the extra for them is installed."""
    lettering = installed()
    if lettering is None:
        if wanted():
            yield _warning(
                "no-shaping",
                "Cards of shared links hold no words: FriBidi is missing, which puts letters in their order",
                "Install it (Debian: apt-get install libfribidi0; macOS: brew install fribidi)",
            )
        return
    shown = (a for a in archive.documents.values() if a.document.paragraphs)
    used = {char for a in shown for text in astuple(told(archive, site, a)) for char in text}
    missing = lettering.lacking("".join(sorted(used)))
    if missing:
        scripts = ", ".join(sorted(of.capitalize() for of in missing))
        yield _warning(
            "no-font",
            f"Cards of shared links hold no words that have letters of: {scripts}, since no font here has them",
            "Install fonts (Debian: apt-get install fonts-noto-core fonts-noto-cjk)",
        )


def _warning(code: str, message: str, hint: str) -> Problem:
    return Problem(_CONFIG, 0, code, message, hint, "warning")


def card(
    texts: Sequence[AnnotatedDocument],
    said: Told | None = None,
    lettering: Lettering | None = None,
    language: str | None = None,
) -> bytes:
    """One text over the whole width, or two side by side, below what is ``said`` of them; the words run as ``language``
    does, without one as the text."""
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.box(0, 0, WIDTH, 12, BAND)
    own = language or (texts[0].document.language if texts else None)
    top = _words(sheet, said, lettering, direction(own)) if said and lettering else _TOP
    _bars(sheet, texts, top)
    return sheet.png(_COLOURS)


def _bars(sheet: Sheet, texts: Sequence[AnnotatedDocument], top: int) -> None:
    """The texts' first lines, from ``top`` to the lower edge."""
    column = (WIDTH - _MARGIN * (len(texts) + 1)) // max(1, len(texts))
    count = (HEIGHT - 2 * _THICK - top) // _PITCH + 1
    for place, annotated in enumerate(texts):
        left = _MARGIN + place * (column + _MARGIN)
        backwards = direction(annotated.document.language) == "rtl"
        for number, line in enumerate(lines(annotated, column / _UNIT, count)):
            for bar in line:
                start, end = round(bar.start * _UNIT), round(bar.end * _UNIT)
                height = _THIN if bar.colour == WORD else _THICK
                at = left + (column - end if backwards else start)
                sheet.pill(at, top + number * _PITCH - height // 2, end - start, height, bar.colour)


def _words(sheet: Sheet, said: Told, lettering: Lettering, way: str) -> int:
    """Put what is said on the sheet; returns where the bars begin."""
    page = Page(lettering.among("".join(astuple(said))), sheet, _MARGIN, WIDTH - 2 * _MARGIN, way == "rtl")
    at = start = _TOP - _SMALL
    if page.line(said.archive, at + _SMALL, _SMALL, QUIET):
        at += round(_SMALL * 1.5)
    title = page.broken(said.title, _SIZES, _LINES, said.closing)
    for line in title.lines:
        at += round(title.size * _LEADING[way])
        page.put(line, at, title.size, INK)
    for line in (said.publisher, said.by):
        if page.line(line, at + round(_SMALL * 1.9), _SMALL, QUIET):
            at += round(_SMALL * 1.5)
    return at + 2 * _SMALL if at > start else _TOP
