"""Every link of the built site leads somewhere: to a file of the site, and to an anchor that is on its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from build_tools.publish import read_settings
from tests.built_site import ROOT, pages

REFERENCES = {"href", "src", "srcset", "poster", "data", "action", "cite", "longdesc"}


@dataclass
class Page:
    links: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    references: list[str] = field(default_factory=list)
    """Ids that other elements of the page name: ``for``, ``aria-labelledby`` and such."""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name == "id":
                self.page.ids[value] += 1
            elif name in REFERENCES and not (tag == "link" and name == "href" and "://" in value):
                self.page.links.append(value)
            elif name in ("aria-labelledby", "aria-describedby", "aria-controls"):
                self.page.references += value.split()


@pytest.fixture(scope="session")
def read(site: Path) -> dict[str, Page]:
    """Path in the site → what its page links to and what it can be linked at."""
    found = {}
    for path in pages(site):
        reader = Reader()
        reader.feed(path.read_text("utf-8"))
        found[path.relative_to(site).as_posix()] = reader.page
    return found


def broken(site: Path, read: Mapping[str, Page]) -> Iterator[str]:
    base = urlsplit(read_settings(ROOT / "mkdocs.yml").site.url)
    for here, page in read.items():
        for link in page.links:
            url = urlsplit(link)
            if url.scheme in ("mailto", "javascript", "data") or (url.netloc and url.netloc != base.netloc):
                continue
            if url.path.startswith("/"):
                target = PurePosixPath(unquote(url.path.removeprefix(base.path)))
            else:
                target = PurePosixPath(here).parent / unquote(url.path) if url.path else PurePosixPath(here)
            file = _normal(target)
            if file is not None and ((site / file).is_dir() or not url.path):
                file = file if file.endswith(".html") else f"{file}/index.html".lstrip("/")
            if file is None or not (site / file).is_file():
                yield f"{here}: {link}"
            elif url.fragment and unquote(url.fragment) not in _ids(site, read, file):
                yield f"{here}: {link} (no such anchor)"


def _normal(path: PurePosixPath) -> str | None:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in (".", "/"):
            parts.append(part)
    return "/".join(parts)


def _ids(site: Path, read: Mapping[str, Page], file: str) -> Counter[str]:
    return read[file].ids if file in read else Counter()


def test_every_link_leads_somewhere(site: Path, read: Mapping[str, Page]) -> None:
    assert len(read) > 30
    faults = list(broken(site, read))
    assert not faults, f"{len(faults)} broken links:\n" + "\n".join(faults[:40])


def test_no_anchor_is_given_twice(read: Mapping[str, Page]) -> None:
    faults = [f"{path}: {key}" for path, page in read.items() for key, n in page.ids.items() if n > 1]
    assert not faults, "\n".join(faults[:40])


def test_what_elements_name_is_on_the_page(read: Mapping[str, Page]) -> None:
    faults = [
        f"{path}: {key}" for path, page in read.items() for key in page.references if key not in page.ids
    ]
    assert not faults, "\n".join(faults[:40])
