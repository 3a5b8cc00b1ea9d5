"""Links in the pages that are written by hand: told by ``archive check`` where they lead nowhere, as MkDocs would refuse them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from build_tools.problems import Problem
from build_tools.publish.generated import is_generated
from build_tools.publish.settings import Settings
from build_tools.render import paths

_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!\\)\]\(\s*<?([^\s<>()]+)>?(?:\s+[\"'(][^\n]*)?\s*\)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|#|//", re.IGNORECASE)
_MADE = frozenset(
    f"{page}.md"
    for page in (
        paths.HOME,
        paths.ABOUT,
        paths.DATA,
        paths.SEARCH,
        paths.SIGNS,
        paths.TIMELINE,
        paths.FIGURES,
    )
)
"""Pages that every archive has. What else lies in folders of these may be there; MkDocs tells when it is built."""
_FOLDERS = (
    "documents/",
    "entities/",
    "figures/",
    "stories/",
    "timeline/",
    "search/",
    "assets/",
    "data/",
    "exports/",
)


def broken_links(settings: Settings) -> Iterator[Problem]:
    """An error for each relative link of a page in ``docs/`` that leads to no file."""
    for path in sorted(settings.docs.rglob("*.md")):
        page = path.relative_to(settings.docs).as_posix()
        if page.startswith(_FOLDERS) or not path.is_file() or is_generated(path):
            continue
        for number, target in _links(path.read_text("utf-8", "replace")):
            wrong = _fault(settings.docs, posixpath.dirname(page), target)
            if wrong:
                yield Problem(
                    str(path),
                    number,
                    "broken-link",
                    f"The link {target} {wrong}",
                    "Link to the file of a page, like documents/index.md, or to a full address",
                )


def _links(text: str) -> Iterator[tuple[int, str]]:
    """Line and target of the links outside of code."""
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        found = _FENCE.match(line)
        if found:
            fence = "" if fence == found[1] else fence or found[1]
        elif not fence:
            for link in _LINK.finditer(_CODE.sub("", line)):
                yield number, link[1]


def _fault(docs: Path, folder: str, target: str) -> str:
    """Why a link leads nowhere; empty when it may lead somewhere."""
    if _OUTSIDE.match(target):
        return ""
    if target.startswith("/"):
        return "begins at the root of the server, which may not be the archive's"
    wanted = posixpath.normpath(posixpath.join(folder, unquote(re.split(r"[?#]", target)[0])))
    if target.endswith("/"):
        return "names a folder"
    if wanted in _MADE or wanted.startswith(_FOLDERS) or (docs / wanted).is_file():
        return ""
    return "leads to no file in docs/"
