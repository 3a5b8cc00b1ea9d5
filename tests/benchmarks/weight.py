"""How heavy the pages of the built site are: ``python -m tests.benchmarks.weight [SITE]``. With numbers in its place
(``300 1000``) whole sites of so many invented documents are built, and what each kind of file weighs is told.

For each document page: bytes of its HTML, of the words shown on it, and of everything else (markup, scripts, data for
machines), none of them compressed; in how many languages the text stands on it, and everything else for each of them.
For each kind of page the heaviest with all that it loads (style sheets,
scripts, pictures; not the search index, which is fetched when the search box is used).
"""

from __future__ import annotations

import html
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.benchmarks import large

_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LOADED = re.compile(r'<(?:script|link rel="(?:stylesheet|icon)"|img)\s[^>]*?(?:src|href)="([^"]+)"')
_IMPORT = re.compile(r'\bfrom\s*"(\.[^"]+)"')


def words(page: str) -> int:
    """UTF-8 bytes of what a page shows, runs of white space as one."""
    return len(" ".join(html.unescape(_TAG.sub(" ", _UNSEEN.sub("", page))).split()).encode())


def loaded(path: Path, page: str) -> int:
    """Bytes of a page and of every file that it loads, modules that its scripts import included."""
    waiting = [(path.parent / unquote(urlsplit(link).path)).resolve() for link in _LOADED.findall(page)]
    seen: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file in seen or not file.is_file():
            continue
        seen.add(file)
        if file.suffix == ".js":
            waiting.extend(
                (file.parent / name).resolve() for name in _IMPORT.findall(file.read_text("utf-8"))
            )
    return len(page.encode()) + sum(file.stat().st_size for file in seen)


def main(site: Path) -> None:
    heaviest: dict[str, tuple[int, str]] = defaultdict(lambda: (0, ""))
    print("page                                        bytes    words   beyond   languages   for each")
    for path in sorted(site.rglob("index.html")):
        page = path.read_text("utf-8")
        kind = re.search(r"page--([a-z]+)", page)
        name = path.parent.relative_to(site).as_posix()
        if kind and kind[1] == "document":
            shown = words(page)
            size = len(page.encode())
            texts = 1 + ('<p class="translation"' in page)
            print(f"{name:40} {size:8} {shown:8} {size - shown:8} {texts:11} {(size - shown) // texts:10}")
        if kind:
            heaviest[kind[1]] = max(heaviest[kind[1]], (loaded(path, page), name))
    print("\nheaviest page of each kind, with all that it loads")
    for what, (size, name) in sorted(heaviest.items()):
        print(f"{what:12} {size / 1000:7.1f} KB  {name}")


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and all(number.isdigit() for number in given):
        sys.exit(large.main())
    main(Path(given[0] if given else "site"))
