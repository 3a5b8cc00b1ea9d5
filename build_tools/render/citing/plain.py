"""Citations in plain words of the reader's language: for the page, and for a quotation that is copied from it."""

from __future__ import annotations

from collections.abc import Callable

from babel import Locale
from markupsafe import Markup

from build_tools.render.citing.reference import Reference
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.escape import escape
from build_tools.render.wording.names import language_name
from build_tools.render.wording.words import Words

Mark = Callable[[str, str | None], Markup]
"""Marks up a part of a citation that is in a language of its own (``None``: of no known one), as with ``<bdi lang>``."""


def citation(
    cited: Reference, words: Words, locale: Locale, *, paragraph: str | None = None, mark: Mark | None = None
) -> Markup:
    """The citation as markup; ``.unescape()`` of it is the plain text.

    ``paragraph`` names one by its number and leads to it. Without ``mark`` no part is marked up.
    """
    mark = mark or _unmarked
    parts = [*(mark(name, cited.language) for name in cited.authors), _titles(cited, words, mark)]
    if cited.publication:
        publication = mark(cited.publication, cited.publication_language)
        parts.append(words.pgettext("citation, a publication", "%(name)s", name=publication))
    if cited.published:
        parts.append(escape(spoken(cited.published, locale, words)))
    if cited.translated_from:
        language = language_name(cited.translated_from, locale)
        parts.append(words.pgettext("citation", "translated from %(language)s", language=language))
    if cited.reprinted_from:
        publication = mark(cited.reprinted_from, None)
        parts.append(words.pgettext("citation", "reprinted from %(publication)s", publication=publication))
    if cited.credits:
        credited = words.pgettext("between the items of a list", ", ").join(
            mark(name, None) for name in cited.credits
        )
        parts.append(words.pgettext("citation", "reporting credited to %(names)s", names=credited))
    if paragraph:
        parts.append(words.pgettext("citation", "paragraph %(number)s", number=paragraph))
    if cited.original_url:
        parts.append(mark(cited.original_url, None))
    page = mark(f"{cited.page}#p{paragraph}" if paragraph else cited.page, None)
    parts.append(words.pgettext("citation", "read in %(archive)s: %(url)s", archive=cited.archive, url=page))
    return words.pgettext("citation, between its parts", ", ").join(parts)


def quotation(cited: Reference, words: Words, locale: Locale) -> str:
    """Plain text with ``{quotation}`` and ``{paragraph}`` to be filled in where a paragraph is copied.

    ``{<n}`` and ``{n>}`` stand for what the document's citation has before and after its first ``n`` UTF-16 units: that stands
    on the page already.
    """
    said = citation(cited, words, locale, paragraph="{paragraph}").unescape()
    page = citation(cited, words, locale).unescape()
    alike = zip(said, page, strict=False)
    shared = next((n for n, (one, other) in enumerate(alike) if one != other), len(page))
    at = said.rfind(page[shared:])
    if at >= shared:
        units = len(page[:shared].encode("utf-16-le", "surrogatepass")) // 2
        said = f"{{<{units}}}{said[shared:at]}{{{units}>}}{said[at + len(page) - shared :]}"
    return words.pgettext(
        "citation", "“%(quotation)s” (%(citation)s)", quotation=Markup("{quotation}"), citation=escape(said)
    ).unescape()


def _titles(cited: Reference, words: Words, mark: Mark) -> Markup:
    title = mark(cited.title, cited.title_language)
    said = (
        words.pgettext("citation, a title that is not the source's", "[%(title)s]", title=title)
        if cited.supplied
        else words.pgettext("citation", "“%(title)s”", title=title)
    )
    if not cited.translated_title:
        return said
    translated = escape(cited.translated_title)
    return said + " " + words.pgettext("citation, a title translated", "[%(title)s]", title=translated)


def _unmarked(text: str, language: str | None) -> Markup:
    return escape(text)
