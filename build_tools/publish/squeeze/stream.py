"""Generated pages on their way through the theme, a few at a time and by several processes.

MkDocs holds every page that it knows until the last one is written, and makes a page's addresses anew for each language.
A generated page is known by its address only (``Streamed``), so that hand-written pages can link to it; it is read, put
into the theme's template and written when its turn comes, with the events for plugins that MkDocs has for it, and then
forgotten. Pages that the navigation lists stay with MkDocs, and so does a page that lacks one of the languages that it should have.
"""

from __future__ import annotations

import hashlib
import logging
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urljoin

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from build_tools.publish.forked import shared
from build_tools.publish.generated import read_manifest
from build_tools.publish.kept.standing import Made, Meta
from build_tools.publish.settings import LANGUAGE
from build_tools.publish.squeeze.ready import ReadyPage, anchors
from build_tools.publish.squeeze.unchanged import Unchanged, is_filled, listed
from build_tools.render.paths import is_shared

MANY = 100
"""Pages of a language from which on they are divided."""
PORTIONS = 16
_MKDOCS = get_context.__module__.partition(".")[0]
"""What runs: MkDocs, or its fork."""
_log = logging.getLogger(f"{_MKDOCS}.archive")


class Streamed(File):
    """The address of a generated page. To MkDocs it is a file that is there already."""

    def __init__(self, source: str, family: str, config: MkDocsConfig, addresses: Mapping[str, str], language: str) -> None:  # fmt: skip
        """``family`` is what the path is without its language; ``addresses`` are those of all its languages."""
        super().__init__(source, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=addresses[language], inclusion=InclusionLevel.NOT_IN_NAV)  # fmt: skip
        self.norm_src_uri = family
        self.locale = self.locale_alternate_of = language
        self.alternates: dict[str, Any] = {language: self}
        for tag in sorted(addresses):
            self.alternates.setdefault(tag, SimpleNamespace(url=_url(addresses[tag], config)))

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: the page is written when it is its turn."""

    @property
    def page(self) -> Any:
        """What a link from a hand-written page is checked against."""
        return SimpleNamespace(present_anchor_ids=anchors(self.content_string))

    @page.setter
    def page(self, page: Any) -> None:
        """A page is not held."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the site map asks of a page."""

    url: str
    page: Any
    alternates: dict[str, Any]


class Stream:
    """The generated pages of one language after the other. ``jobs`` is how many processes make them."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._order: list[str] = []
        self._families: dict[str, dict[str, str]] = {}
        self._pages: dict[str, Streamed] = {}
        self._digests: Mapping[str, str] = {}

    def divert(self, files: Files, config: MkDocsConfig, languages: Sequence[str]) -> None:
        """Before static-i18n sees the files: take those out that go this way."""
        default = languages[0]
        known = [(file, *_family(file.src_uri, default)) for file in files.documentation_pages()]
        self._order = list(dict.fromkeys(family for _, family, _ in known))
        self._families = {}
        if not config.nav:
            return
        listed = set(_listed_in(config.nav))
        generated = self._digests = read_manifest(Path(config.docs_dir)).files
        found: dict[str, dict[str, File]] = {}
        for file, family, language in known:
            if file.src_uri in generated and "/" in family and family not in listed:
                found.setdefault(family, {})[language] = file
        for family, versions in found.items():
            if versions.keys() == (
                set(languages[:1]) if is_shared(family.removesuffix(".md")) else set(languages)
            ):
                self._families[family] = {tag: file.src_uri for tag, file in versions.items()}
                for file in versions.values():
                    files.remove(file)

    def announce(self, files: Files, config: MkDocsConfig, language: str, languages: Sequence[str]) -> None:
        """After static-i18n: make the pages of a language known by their addresses."""
        self._pages = {}
        for family, sources in self._families.items():
            if language not in sources:
                continue
            places = {tag: _place(family, tag, languages[0], config) for tag in sources}
            self._pages[family] = Streamed(sources[language], family, config, places, language)
            files.append(self._pages[family])

    def run(self, config: MkDocsConfig, env: Environment, nav: Navigation, files: Files, unchanged: Unchanged) -> list[Any]:  # fmt: skip
        """Write the pages of the language. Returns its files in the order of the site map."""
        keys = {page.dest_uri: unchanged.key_of(page, self._digests.get(page.src_uri, "")) for page in self._pages.values()}  # fmt: skip
        metas = {path: meta for path, of in keys.items() if (meta := unchanged.known(path, of)) is not None}
        pages = [page for page in self._pages.values() if page.dest_uri not in metas]
        portions = PORTIONS if len(pages) >= MANY else 1

        def written(page: Streamed) -> Made:
            html, meta = _made(page, config, env, nav, files)
            content = html.encode("utf-8", errors="xmlcharrefreplace")
            write_file(content, page.abs_dest_path)
            digest = "" if is_filled(html) else hashlib.sha256(content).hexdigest()
            return Made(digest, keys[page.dest_uri], meta)

        def portion(number: int) -> tuple[list[tuple[int, str]], dict[str, Made]]:
            with _noted() as told:
                return told, {page.dest_uri: written(page) for page in pages[number::portions]}

        for told, made in shared(portion, portions if pages else 0, self._jobs):
            unchanged.made(made)
            metas.update((path, one.meta) for path, one in made.items())
            for level, message in told:
                _log.log(level, message)
        return self._in_order(files, config, metas)

    def single(self, config: MkDocsConfig, env: Environment, nav: Navigation, files: Files, path: str, source: str) -> str:  # fmt: skip
        """The HTML of a generated page of the language, of another source than lies in ``docs/``."""
        file = next(page for page in self._pages.values() if page.src_uri == path)
        file.content_string = source
        return _made(file, config, env, nav, files)[0]

    def _in_order(self, files: Files, config: MkDocsConfig, metas: Mapping[str, Meta]) -> list[Any]:  # fmt: skip
        own: dict[str, Any] = {getattr(file, "norm_src_uri", file.src_uri): file for file in files.documentation_pages()}  # fmt: skip
        for family, file in self._pages.items():
            page = SimpleNamespace(canonical_url=urljoin(config.site_url or "", file.url), meta=metas[file.dest_uri])  # fmt: skip
            entry = Entry(file.url, page, {})
            entry.alternates.update({tag: entry if other is file else other for tag, other in file.alternates.items()})  # fmt: skip
            own[family] = entry
        return [own[family] for family in dict.fromkeys([*self._order, *own]) if family in own]


def _made(file: Streamed, config: MkDocsConfig, env: Environment, nav: Navigation, files: Files) -> tuple[str, dict[str, Any]]:  # fmt: skip
    """The HTML of a page, and what the site map asks of it."""
    page = ReadyPage(None, file, config)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)  # fmt: skip
    if not page.ready:  # of one that is, nothing is left but to look for its anchors, and nobody asks
        page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    return _templated(page, config, env, nav), listed(page.meta)


def _templated(page: ReadyPage, config: MkDocsConfig, env: Environment, nav: Navigation) -> str:
    page.active = True
    context: Any = get_context(nav, [], config, page)
    content = page.content or ""
    if "data-search-" not in content:
        page.content = ""  # plugins that index look through all of it, and there is nothing for them
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    page.content = page.content or content
    template = env.get_template(page.meta.get("template", "main.html"))
    return str(config.plugins.on_post_page(template.render(context), page=page, config=config))


@contextmanager
def _noted() -> Iterator[list[tuple[int, str]]]:
    """Warnings of MkDocs, to be told by the process that counts them; after an error all that was told, at once."""
    told: list[tuple[int, str]] = []
    logger = logging.getLogger(_MKDOCS)
    handlers, logger.handlers = logger.handlers, [_Noting(told)]
    try:
        yield told
    except BaseException:
        logger.handlers = handlers
        for level, message in told:
            _log.log(level, message)
        raise
    finally:
        logger.handlers = handlers


class _Noting(logging.Handler):
    def __init__(self, told: list[tuple[int, str]]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        self._told.append((record.levelno, record.getMessage()))


def _family(source: str, default: str) -> tuple[str, str]:
    """The path of a page without its language, and this: ``a/b.ar.md`` → ``a/b.md``, ``ar``."""
    stem, dot, language = source.removesuffix(".md").rpartition(".")
    if dot and LANGUAGE.fullmatch(language):
        return f"{stem}.md", language
    return source, default


def _listed_in(nav: Any) -> Iterator[str]:
    """All paths of a navigation, sections and all."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        for item in nav.values():
            yield from _listed_in(item)
    elif isinstance(nav, Iterable):
        for item in nav:
            yield from _listed_in(item)


def _place(family: str, language: str, default: str, config: MkDocsConfig) -> str:
    """Where static-i18n puts a page in the site."""
    folder, name = posixpath.split(family.removesuffix(".md"))
    file = f"{name}.html" if name == "index" or not config.use_directory_urls else f"{name}/index.html"
    return posixpath.join("" if language == default else language, folder, file)


def _url(place: str, config: MkDocsConfig) -> str:
    folder, name = posixpath.split(place)
    return quote(f"{folder or '.'}/" if config.use_directory_urls and name == "index.html" else place)
