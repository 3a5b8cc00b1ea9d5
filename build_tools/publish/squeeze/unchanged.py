"""Pages that are as in the last build: their HTML is taken from there, and the theme's templates are not asked again.

A page's HTML depends on its source, on its address and on those of its translations, on the navigation, and on what is
the same for all pages: the program with its packages, the configuration, the archive's own templates. Where MkDocs runs
plugins or hooks that this program does not know, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Hashable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_tools.publish.kept import FOLDER, Kept, key, of_files
from build_tools.publish.kept.last import KNOWN_PLUGINS, is_plain
from build_tools.publish.kept.program import program

TEMPLATE = "unchanged.html"
"""What a page that is taken over names as its template."""
_ATTRIBUTE = "kept_html"
Meta = dict[str, Any]
_LISTED = ("robots", "canonical", "text_languages")
"""Front matter that the map of the site asks for."""
_ENVIRONMENT = ("SITE_URL", "SOURCE_DATE_EPOCH", "NO_MKDOCS_2_WARNING")


class Unchanged:
    """The finished pages of each interface language."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._kept: Kept | None = None
        self._common = b""
        self._folder = Path()
        self._language = ""
        self._keys: dict[str, bytes] = {}

    def begin(
        self, cache: Path, language: str, config: MkDocsConfig, nav: Navigation, *, light: Hashable
    ) -> None:
        """Before the pages of a language are read; ``light``: what of ``markup`` is done to them."""
        self._keys.clear()
        self._kept = None
        if only_known(config):
            self._common = key(_common(config, nav, language), repr(light))
            self._folder = cache / FOLDER
            self._language = language
            self._kept = self._open.enter_context(Kept(self._folder / f"pages-{language}.sqlite"))

    @contextmanager
    def portion(self, number: int, portions: int) -> Iterator[None]:
        """Within, pages are kept in a file of their own, which no other process has open."""
        whole = self._kept
        if whole is None:
            yield
            return
        self._keys.clear()
        name = f"pages-{self._language}-{number + 1}-of-{portions}.sqlite"
        try:
            with Kept(self._folder / name) as self._kept:
                yield
        finally:
            self._kept = whole

    def divided_into(self, portions: int) -> None:
        """Forget what is kept of another division."""
        if self._kept is not None:
            for path in self._folder.glob(f"pages-{self._language}-*-of-*.sqlite"):
                if not path.stem.endswith(f"-of-{portions}"):
                    path.unlink(missing_ok=True)

    def adopt(self, page: Page, source: str) -> bool:
        """Whether the page of this source is known; it will then be written as it was."""
        digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
        found = self.known(page.file, digest, alone=page.parent is None)
        if found:
            setattr(page, _ATTRIBUTE, found[0])
        return found is not None

    def known(self, file: Any, digest: str, *, alone: bool = True) -> tuple[str, Meta] | None:
        """The HTML of the page whose source has this digest (SHA-256), and what the map of the site asks of it; ``None`` where it
        has to be made. ``alone``: it stands in no section of the navigation."""
        if self._kept is None:
            return None
        others = sorted((tag, other.url) for tag, other in getattr(file, "alternates", {}).items())
        place = repr((file.src_uri, file.dest_uri, file.url, others, alone))
        one = self._keys[file.src_uri] = key(self._common, place, digest)
        value = self._kept.get(one)
        try:
            head, _, html = zlib.decompress(value).partition(b"\n") if value else (b"", b"", b"")
            return (html.decode("utf-8", "surrogatepass"), json.loads(head)) if value else None
        except (zlib.error, ValueError):
            return None

    def forget(self) -> None:
        """Keep nothing, and take nothing over: in a copy of the process that has the file open."""
        self._kept = None

    def finished(self, page: Page, html: str) -> None:
        """Keep a page for the next build."""
        one = self._keys.get(page.file.src_uri)
        if self._kept is not None and one:
            head = json.dumps(listed(page.meta)).encode()
            self._kept.put(one, zlib.compress(head + b"\n" + html.encode("utf-8", "surrogatepass"), 1))

    def end(self, error: BaseException | None = None) -> None:
        """After the last page. After an error nothing is dropped, so that the next build finds it again."""
        self._kept = None
        self._open.__exit__(type(error) if error else None, error, None)


def only_known(config: MkDocsConfig) -> bool:
    """Whether nothing works on pages but what this program knows."""
    return set(config.plugins) <= KNOWN_PLUGINS and is_plain(Path(config.config_file_path))


def listed(meta: Mapping[str, Any]) -> Meta:
    """What the map of the site asks of a page's front matter."""
    return {key: meta[key] for key in _LISTED if meta.get(key)}


def taken_over(page: Page) -> str | None:
    """The HTML of a page that is known."""
    html: str | None = getattr(page, _ATTRIBUTE, None)
    return html


def let_go(page: Page) -> None:
    """Hold the HTML of a page that is written no longer. It counts as known all the same."""
    setattr(page, _ATTRIBUTE, "")


def equip(templates: Environment) -> None:
    """Add the template of pages that are taken over."""
    own = DictLoader({TEMPLATE: f"{{{{ page.{_ATTRIBUTE} }}}}"})
    templates.loader = ChoiceLoader([own, templates.loader]) if templates.loader else own


def _common(config: MkDocsConfig, nav: Navigation, language: str) -> bytes:
    path = Path(config.config_file_path)
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    templates = of_files(own, own.rglob("*")) if own and own.is_dir() else b""
    titles = repr(
        [(item.title, getattr(item, "url", None), getattr(item, "is_homepage", None)) for item in nav]
    )
    # A page to which the navigation gives no title has its own, which is read only after this.
    untitled = [page.file.content_bytes for page in nav.pages if page.title is None]
    outside = repr([os.environ.get(name) for name in _ENVIRONMENT])
    return key(program(), path.read_bytes(), templates, titles, outside, language, *untitled)
