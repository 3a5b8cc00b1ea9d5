"""What MkDocs reports of a page, as a problem of the file in which a person wrote it."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.problems import Problem
from build_tools.publish.settings import Settings

_PAGE = re.compile(r"Doc file '([^']+)'")
_LINK = re.compile(r"contains an? [\w ]*?link '([^']+)'")
_HOME = re.compile(r"index(?:\.([\w-]+))?\.md")


def named(line: str, settings: Settings) -> Problem:
    """The problem with its file and, for a link, the line of it; of the configuration where no page is named."""
    page, link = _PAGE.search(line), _LINK.search(line)
    hint = "MkDocs refuses to publish the site with this"
    if link:
        hint = "Link to the file of a page, like documents/index.md, or to a full address"
    elif "has no title" in line:
        hint = "Begin the page with --- and title: … and --- on lines of their own"
    if not page:
        return Problem(settings.config.name, 0, "mkdocs", line, hint)
    path = _written(page[1], link[1] if link else None, settings)
    return Problem(f"{settings.docs.name}/{path.name if path.parent == settings.docs else page[1]}", _line(path, link[1]) if link else 0, "mkdocs", line, hint)  # fmt: skip


def _written(page: str, link: str | None, settings: Settings) -> Path:
    """The file with the words of a page: the home page takes them in from one of its own."""
    home = _HOME.fullmatch(page)
    if home and link is not None:
        language = home[1] or settings.site.languages[0]
        for name in (f"home.{language}.md", "home.md"):
            if _line(settings.docs / name, link):
                return settings.docs / name
    return settings.docs / page


def _line(path: Path, link: str) -> int:
    """1-based line of the link; 0 where it does not stand there."""
    if not path.is_file():
        return 0
    lines = path.read_text("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if link in line), 0)
