"""What somebody may have cited still answers: every page, anchor and download of the example that there has ever been.

``addresses.txt`` has a line for each file, with the anchors of a page: ``documents/NAME/ p1-p24 record text``. It is only
ever added to (``make golden``); a page that goes leaves a redirect in its place. Left out are what the theme puts on
every page, ids by which the parts of a picture name one another, the files of the index, which have their content's
digest in their names, and ``#f7`` and ``#r7``: ranks of figures, which move when one more is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

import pytest

from build_tools.publish.ownership import MARK
from tests.built_site import pages

LIST = Path(__file__).with_name("addresses.txt")

_ID = re.compile(r'\sid="?([^"\s>]+)')
_REDIRECT = re.compile(r'<meta http-equiv="?refresh"? content="0; ?url=([^"]+)"')
_THEME = re.compile(r"__|content$|[fr]\d+$|(words|grid)-")
_INTERNAL = ("assets/", "search/", MARK)

Addresses = Mapping[str, frozenset[str]]


def found(site: Path) -> dict[str, frozenset[str]]:
    """Path in the site → anchors on it."""
    files = {
        path.relative_to(site).as_posix(): frozenset[str]() for path in site.rglob("*") if path.is_file()
    }
    for page in pages(site):
        ids = _ID.findall(page.read_text("utf-8"))
        files[page.relative_to(site).as_posix()] = frozenset(key for key in ids if not _THEME.match(key))
    return {
        path: ids for path, ids in files.items() if path.endswith(".html") or not path.startswith(_INTERNAL)
    }


def kept(text: str) -> dict[str, frozenset[str]]:
    """What a list says; ``p1-p3`` are three anchors."""
    listed = {}
    for line in text.splitlines():
        path, *anchors = line.split(" ")
        path = f"{path}index.html" if path.endswith("/") or not path else path
        listed[path] = frozenset(key for anchor in anchors for key in _spread(anchor))
    return listed


def written(addresses: Addresses) -> str:
    """The list that ``kept`` reads."""
    lines = []
    for path, anchors in sorted(addresses.items()):
        address = (
            path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
        )
        lines.append(" ".join([address, *_gathered(anchors)]))
    return "\n".join(lines) + "\n"


def _spread(anchor: str) -> list[str]:
    if run := re.fullmatch(r"(\D)(\d+)-\1(\d+)", anchor):
        return [f"{run[1]}{number}" for number in range(int(run[2]), int(run[3]) + 1)]
    return [anchor]


def _gathered(anchors: Iterable[str]) -> list[str]:
    numbered = sorted((key[0], int(key[1:])) for key in anchors if re.fullmatch(r"\D\d+", key))
    others = sorted(key for key in anchors if not re.fullmatch(r"\D\d+", key))
    runs = []
    for _, group in groupby(enumerate(numbered), key=lambda item: (item[1][0], item[1][1] - item[0])):
        run = [f"{letter}{number}" for _, (letter, number) in group]
        runs.append(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return [*runs, *others]


@pytest.mark.example
def test_golden_every_address_still_answers(site: Path, renew_golden: bool) -> None:
    now, before = found(site), kept(LIST.read_text("utf-8"))
    if renew_golden:
        together = {path: now.get(path, frozenset()) | before.get(path, frozenset()) for path in now | before}
        LIST.write_text(written(together), "utf-8")
    gone = [path for path in before if path not in now]
    lost = [
        f"{path}#{anchor}"
        for path, anchors in before.items()
        if path in now and not _REDIRECT.search(_page(site / path))
        for anchor in sorted(anchors - now[path])
    ]
    assert not gone + lost, "keep them, or leave a redirect: " + ", ".join((gone + lost)[:40])
    assert kept(LIST.read_text("utf-8")).keys() >= now.keys(), (
        "there are new addresses; keep them: make golden"
    )


def _page(path: Path) -> str:
    return path.read_text("utf-8") if path.suffix == ".html" else ""


def test_a_list_is_read_as_it_was_written() -> None:
    addresses = {
        "index.html": frozenset(["names"]),
        "a/index.html": frozenset(["p1", "p2", "p3", "p7", "y2024", "النص", "chart-1"]),
        "404.html": frozenset[str](),
        "a.txt": frozenset[str](),
    }
    assert kept(written(addresses)) == addresses
    assert "p1-p3 p7 y2024" in written(addresses)
