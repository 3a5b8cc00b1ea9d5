"""Pages that are as in the standing site: the theme's templates are not asked again, and nothing is written.

A page's HTML depends on its source, on its address and on those of its translations, on the navigation, and on what is
the same for all pages: the program with its packages, the configuration, the archive's own templates. Where MkDocs runs
plugins or hooks that this program does not know, every page is made.
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from build_tools.publish import handed
from build_tools.publish.kept import key, of_files
from build_tools.publish.kept.last import KNOWN_PLUGINS, is_plain
from build_tools.publish.kept.program import program
from build_tools.publish.kept.standing import Made, Meta

_LISTED = ("robots", "canonical", "text_languages")
"""Front matter that the map of the site asks for."""
_ENVIRONMENT = ("SITE_URL", "SOURCE_DATE_EPOCH", "NO_MKDOCS_2_WARNING")
_FILLED = "<data data-file"
"""In a page that is changed once more when the site is finished (``publish.sizes``)."""


class Unchanged:
    """The pages of the standing site, and those of this build, by their paths in the site."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._standing: dict[str, tuple[str, Meta]] = {}
        self._made: dict[str, Made] = {}
        self._same: list[str] = []
        self._common = b""
        if folder is not None:
            self._standing = handed.standing(folder)

    def begin(self, language: str, config: MkDocsConfig, nav: Navigation, *, light: Hashable) -> None:
        """Before the pages of a language; ``light``: what of ``markup`` is done to them."""
        self._common = key(_common(config, nav, language), repr(light)) if only_known(config) else b""

    def key_of(self, file: Any, digest: str) -> str:
        """The key of all that the page is made of whose source has this digest (SHA-256); empty where nobody can tell."""
        if not (self._common and digest):
            return ""
        others = sorted((tag, other.url) for tag, other in file.alternates.items())
        return key(self._common, repr((file.src_uri, file.dest_uri, file.url, others)), digest).hex()

    def known(self, path: str, of: str) -> Meta | None:
        """What the map of the site asks of a page that stands as it would be made; ``None`` where it has to be made."""
        found = self._standing.get(path)
        if not of or found is None or found[0] != of:
            return None
        self._same.append(path)
        return found[1]

    def made(self, pages: Mapping[str, Made]) -> None:
        """Note pages that stay as they are."""
        self._made.update((path, page) for path, page in pages.items() if page.digest)

    def end(self) -> None:
        """After the last page of all languages."""
        if self._folder is not None:
            handed.tell_done(self._folder, self._same, self._made)


def only_known(config: MkDocsConfig) -> bool:
    """Whether nothing works on pages but what this program knows."""
    return set(config.plugins) <= KNOWN_PLUGINS and is_plain(Path(config.config_file_path))


def listed(meta: Mapping[str, Any]) -> Meta:
    """What the map of the site asks of a page's front matter."""
    return {key: meta[key] for key in _LISTED if meta.get(key)}


def is_filled(html: str) -> bool:
    """Whether the page will be changed once more: then it is not what a build left."""
    return _FILLED in html


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
