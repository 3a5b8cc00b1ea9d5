"""Generated pages that need no Markdown parser.

A generated page is blocks of HTML with headings between them (``render.pagefile``). Python-Markdown takes half of the
time of a build to give such a page back as it was, so it is asked only for pages in which a person wrote something.
"""

from __future__ import annotations

import html
import re

from markdown.extensions.toc import slugify_unicode, unique  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import meta

from build_tools.render.pagefile.front_matter import divided

_HEADING = "## "
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r' id="?([^\s">]+)')


class ReadyPage(Page):
    """A page whose source may be HTML already; any other source goes through YAML and Markdown as usual."""

    ready = False
    """Whether it was HTML already."""

    def read_source(self, config: MkDocsConfig) -> None:
        source = config.plugins.on_page_read_source(page=self, config=config)
        if source is None:
            try:
                source = text_of(self.file)
            except (OSError, ValueError):
                super().read_source(config)  # which says what is wrong with it
                return
        self.markdown, self.meta = divided(source) or meta.get_data(source)

    def convert(self) -> bool:
        """Take the source as the page's HTML, if it is HTML already."""
        done = converted(self.markdown or "")
        if done is None:
            return False
        self.content, headings = done
        self.ready = True
        self.markdown = ""  # MkDocs holds every page until the last is written
        self.toc = TableOfContents([AnchorLink(name, anchor, 2) for name, anchor in headings])
        if self.toc.items:
            self.toc.items[0].active = True  # type: ignore[attr-defined]
        return True

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if self.ready:
            self.present_anchor_ids, self.links_to_anchors = anchors(self.content or ""), {}
        else:
            super().render(config, files)


def text_of(file: File) -> str:
    """The same as ``content_string``, which is read by pieces."""
    text = file.content_bytes.decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def anchors(html: str) -> set[str]:
    return set(_ID.findall(html))


def adopt(files: Files, config: MkDocsConfig) -> None:
    """Make every page a ``ReadyPage`` but those listed in ``nav``: MkDocs gives them the titles of the list."""
    listed = {path for entry in config.nav or () if isinstance(entry, dict) for path in entry.values()}
    for file in files.documentation_pages():
        if file.norm_src_uri not in listed:  # type: ignore[attr-defined]
            ReadyPage(None, file, config)


def converted(source: str) -> tuple[str, list[tuple[str, str]]] | None:
    """HTML of the page, and its headings with their anchors; ``None`` when the source holds Markdown."""
    lines = [line for line in source.split("\n") if line]
    if not all(line.startswith(("<", _HEADING)) for line in lines):
        return None
    used = set(_ID.findall(source))
    headings: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        if line.startswith(_HEADING):
            markup = line.removeprefix(_HEADING).strip()
            name = _TAG.sub("", markup)
            anchor = unique(slugify_unicode(html.unescape(name), "-"), used)
            headings.append((name, anchor))
            lines[number] = f'<h2 id="{html.escape(anchor)}">{markup}</h2>'
    return "\n".join(lines), headings
