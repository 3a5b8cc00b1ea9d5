"""One light style sheet for the whole site, out of the theme's and the archive's own.

All lose comments and spare white space, the theme's also what no page can show.

A rule is dropped when it needs a class that stands in no page and in no script; a custom property when nothing refers
to it. Both are decided for the whole site, so that pages share their style sheets. Whatever is not plainly a style
rule is kept as it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from build_tools.publish.squeeze import icons

SHEETS = "assets/stylesheets/*.min.css"
ONE = "assets/stylesheets/site.css"
PAGES_A_FOLDER = 200
"""Pages of one folder come from one template; so many of them are read."""

_IDLE = re.compile(r"md-(tooltip|version|annotation|source|tag|code)|tabbed-|md-mermaid|highlight")
"""Parts that the theme's script makes of what pages of an archive hardly have: versions of the site, a repository's facts,
tags, code and its annotations, tabs, diagrams, tooltips of its own. That its script names them does not keep their rules."""
_COSTLY = "[data-md-color-switching]"
"""What the theme puts on every page for a moment when it has come, with rules for all that is in it: each page would be
gone through twice more, so that colours do not fade when a reader chooses others."""
_LINK_BEGINS = '<link rel="stylesheet"'
_LINK = re.compile(rf'[ \t]*{_LINK_BEGINS} href="([^"]*?)assets/([^"]*)">\n?')
_CLASS_ATTRIBUTE = re.compile(r'class=(?:"([^"]*)"|([^\s">]+))')
_COLOUR = re.compile(r'data-md-color-(\w+)="?([^\s">]*)')
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_COLOUR_SELECTOR = re.compile(r"\[data-md-color-(\w+)=['\"]?([\w-]+)['\"]?\]")
_PARENTHESES = re.compile(r"\([^()]*\)")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NESTING = ("@media", "@supports", "@layer", "@container")
_TOKEN = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|/\*.*?\*/|[{};(),]", re.DOTALL)
_STRING = r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')"
_COMMENT = re.compile(_STRING + r"|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(_STRING + r"|\s*;?\s*(\})\s*|\s*([{;,>])\s*|(:)\s+|\s+", re.DOTALL)
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


def link_one(page: str) -> str:
    """A page that asks for the one style sheet instead of the many."""
    end = page.find("</head>")
    begins = page.find(_LINK_BEGINS, 0, max(end, 0))
    if begins < 0:
        return page
    # Only what lies between the first and the last is looked through: of a head there is much, and there are many.
    while page[begins - 1] in " \t":
        begins -= 1
    ends = page.find("\n", page.rfind(_LINK_BEGINS, 0, end), end) + 1 or end
    between = page[begins:ends]
    links = _LINK.findall(between)
    if not links:
        return page
    first = iter([f'<link rel="stylesheet" href="{links[0][0]}{ONE}">\n'])
    return page[:begins] + _LINK.sub(lambda _: next(first, ""), between) + page[ends:]


def unite(site: Path, own: Sequence[str], overrides: Path) -> int:
    """Put the one style sheet in the place of the theme's and the ``own`` ones (paths in the site, in their order), with the
    icons that pages name, of the theme or in ``overrides``.

    Returns how many bytes were saved.
    """
    pages, scripts = _read(site)
    classes = {
        name
        for page in pages
        for one, bare in _CLASS_ATTRIBUTE.findall(page)
        for name in (one or bare).split()
    }
    colours = {found for page in pages for found in _COLOUR.findall(page)}
    themes = sorted(site.glob(SHEETS))
    before = {path: path.read_text("utf-8") for path in (*themes, *(site / path for path in own))}
    light = {
        path: "".join(_rules(text, classes, colours, scripts)) if path in themes else minified(text)
        for path, text in before.items()
    }
    referred = set(_REFERENCE.findall("\n".join((*light.values(), *pages))))
    for path in themes:
        light[path] = _without_properties(light[path], referred, scripts)
    for path in before:
        path.unlink()
    one = "\n".join((*light.values(), icons.rules(classes | icons.named(scripts), overrides)))
    (site / ONE).write_text(one, "utf-8")
    return sum(len(text.encode()) for text in before.values()) - len(one.encode())


def minified(sheet: str) -> str:
    """A style sheet without comments and white space that means nothing."""
    sheet = _COMMENT.sub(lambda found: found[1] or " ", sheet)
    return _SPACE.sub(lambda found: next(filter(None, found.groups()), " "), sheet).strip()


def _read(site: Path) -> tuple[list[str], str]:
    """Some pages of each folder, and all scripts one after the other. A site may have tens of thousands of folders, so it is
    walked through once."""
    folders: dict[str, list[str]] = {}
    scripts: list[str] = []
    for place, _, names in os.walk(site):
        for name in names:
            path = f"{place}{os.sep}{name}"
            if name.endswith(".html"):
                folders.setdefault(os.path.dirname(place), []).append(path)
            elif name.endswith(".js") and "lunr" not in path.split(os.sep):
                scripts.append(path)
    sampled = (path for paths in folders.values() for path in islice(sorted(paths), PAGES_A_FOLDER))
    pages = [Path(path).read_text("utf-8") for path in sampled]
    return pages, "\n".join(Path(path).read_text("utf-8") for path in sorted(scripts))


def _rules(sheet: str, classes: set[str], colours: set[tuple[str, str]], scripts: str) -> Iterator[str]:
    """The parts of a style sheet that are kept."""
    for prelude, body in _blocks(sheet):
        if body is None:
            yield prelude
        elif prelude.lstrip().startswith(_NESTING):
            inner = "".join(_rules(body, classes, colours, scripts))
            if inner.strip():
                yield f"{prelude}{{{inner}}}"
        elif prelude.lstrip().startswith("@"):
            yield f"{prelude}{{{body}}}"
        else:
            selectors = [s for s in _split(prelude, ",") if _possible(s, classes, colours, scripts)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _possible(selector: str, classes: set[str], colours: set[tuple[str, str]], scripts: str) -> bool:
    """Whether some page might hold what a selector asks for. What stands in parentheses is taken as met."""
    if _COSTLY in selector:
        return False
    plain = selector
    while (shorter := _PARENTHESES.sub("", plain)) != plain:
        plain = shorter
    if any(colour not in colours for colour in _COLOUR_SELECTOR.findall(plain)):
        return False
    asked = _CLASS.findall(_BRACKETS.sub("", plain))
    return all(name in classes or (name in scripts and not _IDLE.match(name)) for name in asked)


def _without_properties(sheet: str, referred: set[str], scripts: str) -> str:
    """The style sheet without custom properties that nothing refers to."""

    def cleaned(body: str) -> str:
        kept = []
        for declaration in _split(body, ";"):
            name = declaration.partition(":")[0].strip()
            made = name in scripts and not _IDLE.match(name.removeprefix("--"))
            if not name.startswith("--") or name in referred or made:
                kept.append(declaration)
        return ";".join(kept)

    parts = []
    for prelude, body in _blocks(sheet):
        if body is None:
            parts.append(prelude)
        elif prelude.lstrip().startswith(_NESTING):
            parts.append(f"{prelude}{{{_without_properties(body, referred, scripts)}}}")
        elif prelude.lstrip().startswith("@"):
            parts.append(f"{prelude}{{{body}}}")
        elif inner := cleaned(body):
            parts.append(f"{prelude}{{{inner}}}")
    return "".join(parts)


def _blocks(sheet: str) -> Iterator[tuple[str, str | None]]:
    """``(prelude, body)`` of each rule; body ``None``: a statement or a comment, kept as it is."""
    start = opened = depth = 0
    for token in _TOKEN.finditer(sheet):
        sign = token[0]
        if sign == "{":
            opened = token.start() if depth == 0 else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield sheet[start:opened], sheet[opened + 1 : token.start()]
                start = token.end()
        elif depth == 0 and (sign == ";" or sign.startswith("/*")):
            yield sheet[start : token.end()], None
            start = token.end()
    if sheet[start:].strip():
        yield sheet[start:], None


def _split(text: str, separator: str) -> Iterable[str]:
    """``text`` at each ``separator`` outside strings and parentheses."""
    start = depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] == "(":
            depth += 1
        elif token[0] == ")":
            depth -= 1
        elif token[0] == separator and depth == 0:
            yield text[start : token.start()]
            start = token.end()
    yield text[start:]
