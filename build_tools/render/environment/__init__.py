"""The template environment of one interface language: its words, its formats, and links between pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from build_tools.model import Archive, Entity, Site
from build_tools.render import paths
from build_tools.render.environment.compiling import Templates
from build_tools.render.marking import bidi
from build_tools.render.pagefile import HANDWRITTEN
from build_tools.render.pagefile.compiled import COMPILED
from build_tools.render.wording import names, numbers
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.escape import escape
from build_tools.render.wording.names import Name
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import Words

FOLDER = Path(__file__).parents[1] / "templates"


def environment(
    archive: Archive, site: Site, language: str, locale: Locale, words: Words, reader: Reader
) -> Environment:
    """Templates escape whatever is no markup, by ``wording.escape``; an undefined name is an error."""
    templates = Templates(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    said = _Said(archive, language, locale, words, reader)
    templates.globals.update(
        site=site, language=language, **_words(said), **_texts(language), **_links(archive, site, language)
    )
    return templates


@dataclass(frozen=True)
class _Said:
    """What templates say of the archive in one interface language."""

    archive: Archive
    language: str
    locale: Locale
    words: Words
    reader: Reader

    def name_of(self, entity: Entity | str) -> Name:
        if isinstance(entity, str):
            entity = self.archive.authority.entities[entity]
        return names.entity_name(entity, self.language)

    def type_name(self, identifier: str, *, plural: bool = False) -> Name:
        known = self.archive.authority.types.get(identifier)
        texts = (known.plural if plural else known.names) if known else {}
        return names.choose(texts, self.language, ("en",)) or Name(identifier, None)

    def term(self, vocabulary: str, key: str, **values: object) -> Markup:
        """A fixed term of the model in words."""
        return self.words.gettext(TERMS[vocabulary][key], **values)

    def reason(self, key: str, values: Mapping[str, str]) -> Markup:
        """Why a comparison ends as it does; currencies and units are named, numbers are formatted."""
        return self.term("reason", key, **{k: self._reason_value(key, k, v) for k, v in values.items()})

    def _reason_value(self, key: str, name: str, value: str) -> object:
        if key == "other-unit":
            return self.reader.unit(value)
        if name in ("left", "right", "currency", "per"):
            unnamed = self.words.gettext("no currency named")
            return numbers.currency_name(value, self.locale) if value else unnamed
        return numbers.plain(value, self.locale)

    def joined(self, items: Iterable[Markup], style: str = "standard") -> Markup:
        """Marked-up items as a list in words: ``a, b and c``."""
        parts = [str(escape(item)) for item in items]
        return Markup(format_list(parts, style=style, locale=self.locale))  # type: ignore[arg-type]


def _words(said: _Said) -> dict[str, object]:
    """The catalogue, numbers and dates, and what things are called."""
    language, locale, words, reader = said.language, said.locale, said.words, said.reader
    return {
        "_": words.gettext,
        "ngettext": words.ngettext,
        "pgettext": words.pgettext,
        "number": cache(partial(numbers.plain, locale=locale)),
        "paragraph": cache(
            lambda number: words.gettext("Paragraph %(number)s", number=numbers.plain(number, locale))
        ),
        "amount": cache(partial(numbers.amount, locale=locale)),
        "date": cache(lambda edtf: spoken(edtf, locale, words)),
        "reading": reader.figure,
        "suspicion": reader.suspicion,
        "unit_name": reader.unit,
        "currency_name": partial(numbers.currency_name, locale=locale),
        "language_name": cache(lambda tag: names.language_name(tag, locale)),
        "term": said.term,
        "reason": said.reason,
        "type_name": said.type_name,
        "name_of": said.name_of,
        "title_of": lambda document: names.document_title(document, language),
        "publisher_of": lambda publisher: names.publisher_name(said.archive, publisher, language),
        "localized": lambda texts: names.choose(texts, language, ("en",)),
        "joined": said.joined,
    }


def _texts(language: str) -> dict[str, object]:
    """What has to be known of a text to put it into a page."""
    home = bidi.direction(language)
    return {
        "direction": bidi.direction,
        "pieces": bidi.pieces,
        "at_home": partial(bidi.at_home, around=home),
        "runs_here": lambda text: bidi.natural(str(text)) == home,
        "handwritten": lambda text: Markup(f"{HANDWRITTEN}{text}{HANDWRITTEN}"),
    }


def _links(archive: Archive, site: Site, language: str) -> dict[str, object]:
    """Where pages and files are, from the page at the address ``here``."""

    def href(here: str, path: str, fragment: str = "", *, tongue: str = language) -> str:
        """To the page at a page path, in this or another interface language."""
        return paths.link(here, paths.address(site, path, tongue), fragment)

    return {
        "href": href,
        "asset": lambda here, file: paths.link(here, file),
        "paths": paths,
        "has_page": lambda entity: entity in archive.entities,
    }
