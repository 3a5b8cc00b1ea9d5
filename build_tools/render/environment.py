"""The template environment of one interface language: its words, its formats, and links between pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from build_tools.model import Archive, Entity, Site
from build_tools.render import paths
from build_tools.render.marking import bidi
from build_tools.render.pagefile import HANDWRITTEN
from build_tools.render.wording import names, numbers
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.escape import escape
from build_tools.render.wording.names import Name
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import Words

FOLDER = Path(__file__).parent / "templates"


def environment(
    archive: Archive, site: Site, language: str, locale: Locale, words: Words, reader: Reader
) -> Environment:
    """Templates escape whatever is no markup, by ``wording.escape``; an undefined name is an error."""
    templates = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
        finalize=_finalize,
        bytecode_cache=_COMPILED,
    )

    def href(here: str, path: str, fragment: str = "", *, tongue: str = language) -> str:
        """From the page at address ``here`` to the page at a page path, in this or another interface language."""
        return paths.link(here, paths.address(site, path, tongue), fragment)

    def name_of(entity: Entity | str) -> Name:
        if isinstance(entity, str):
            entity = archive.authority.entities[entity]
        return names.entity_name(entity, language)

    def term(vocabulary: str, key: str, **values: object) -> Markup:
        """A fixed term of the model in words; what the vocabulary does not know is shown as it is."""
        message = TERMS[vocabulary].get(key)
        return words.gettext(message, **values) if message else escape(key)

    def type_name(identifier: str, *, plural: bool = False) -> Name:
        known = archive.authority.types.get(identifier)
        texts = (known.plural if plural else known.names) if known else {}
        return names.choose(texts, language, ("en",)) or Name(identifier, None)

    def reason(key: str, values: Mapping[str, str]) -> Markup:
        """Why a comparison ends as it does; currencies and units are named, numbers are formatted."""
        return term("reason", key, **{k: _reason_value(key, k, v) for k, v in values.items()})

    def _reason_value(key: str, name: str, value: str) -> object:
        if key == "other-unit":
            return reader.unit(value)
        if name in ("left", "right", "currency", "per"):
            return numbers.currency_name(value, locale) if value else words.gettext("no currency named")
        return numbers.plain(value, locale)

    def joined(items: Iterable[Markup], style: str = "standard") -> Markup:
        """Marked-up items as a list in words: ``a, b and c``."""
        return Markup(format_list([str(escape(item)) for item in items], style=style, locale=locale))  # type: ignore[arg-type]

    templates.globals.update(
        _=words.gettext,
        ngettext=words.ngettext,
        pgettext=words.pgettext,
        language=language,
        number=cache(partial(numbers.plain, locale=locale)),
        amount=cache(partial(numbers.amount, locale=locale)),
        date=cache(lambda edtf: spoken(edtf, locale, words)),
        reading=reader.figure,
        corrected=reader.corrected,
        suspicion=reader.suspicion,
        unit_name=reader.unit,
        currency_name=partial(numbers.currency_name, locale=locale),
        term=term,
        reason=reason,
        type_name=type_name,
        name_of=name_of,
        title_of=lambda document: names.document_title(document, language),
        publisher_of=lambda publisher: names.publisher_name(archive, publisher, language),
        pieces=bidi.pieces,
        at_home=partial(bidi.at_home, around=bidi.direction(language)),
        runs_here=lambda text: bidi.natural(str(text)) == bidi.direction(language),
        localized=lambda texts: names.choose(texts, language, ("en",)),
        language_name=cache(lambda tag: names.language_name(tag, locale)),
        direction=bidi.direction,
        joined=joined,
        href=href,
        asset=lambda here, file: paths.link(here, file),
        handwritten=lambda text: Markup(f"{HANDWRITTEN}{text}{HANDWRITTEN}"),
        paths=paths,
    )
    return templates


class _Compiled(BytecodeCache):
    """Templates compiled once for all interface languages, in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _finalize(value: object) -> object:
    if value is None:
        return ""
    return escape(value) if isinstance(value, str) else value
