"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the program: they touch what they say, and it works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from filecmp import cmp
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("build_tools", "tests", "overrides", "docs/assets", "seeds", "pyproject.toml", "mkdocs.yml")
LOCALE = "build_tools/render/locale"
GOLDEN = "tests/render/golden"


class Copy:
    """The program, for somebody who wants to add something to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source, target = ROOT / name, folder / name
            if source.is_dir():
                shutil.copytree(source, target)  # with what is compiled already
            else:
                target.write_bytes(source.read_bytes())

    def write(self, path: str, text: str) -> None:
        assert not (self.folder / path).exists()
        (self.folder / path).write_text(text, "utf-8")

    def line(self, path: str, after: str, line: str) -> None:
        """Put one line into a file, after the first one that begins so."""
        lines = (self.folder / path).read_text("utf-8").splitlines(keepends=True)
        at = next(number for number, text in enumerate(lines) if text.startswith(after)) + 1
        (self.folder / path).write_text("".join([*lines[:at], f"{line}\n", *lines[at:]]), "utf-8")

    def words(self, messages: Mapping[str, Mapping[str, str]]) -> None:
        """Renew the catalogues, then translate what is new in them."""
        self.python("-m", "build_tools.render.locale.renew")
        for language in ("ar", "zh"):
            path = self.folder / LOCALE / f"{language}.po"
            text = path.read_text("utf-8")
            for message, said in messages.items():
                assert text.count(f'msgid "{message}"\nmsgstr ""\n') == 1
                text = text.replace(
                    f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{said[language]}"'
                )
            path.write_text(text, "utf-8")

    def python(self, *arguments: str) -> str:
        made = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert made.returncode == 0, made.stdout + made.stderr
        return made.stdout

    def test(self, *what: str) -> None:
        self.python("-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider", *what)

    def touched(self) -> set[str]:
        """The files that differ from the program's."""
        found = set()
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and not name.startswith(".") and "__pycache__" not in name:
                theirs = ROOT / name
                if not theirs.is_file() or not cmp(path, theirs, shallow=False):
                    found.add(name)
        return found

    def added_lines(self, path: str) -> int:
        ours = (ROOT / path).read_text("utf-8").splitlines()
        return len((self.folder / path).read_text("utf-8").splitlines()) - len(ours)


def recipe(name: str) -> list[str]:
    """The places that the recipe for something names, ``<tag>`` for any language."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith(f"| {name}"))
    return [place for place in re.findall(r"`([^`]+)`", row.split("|")[2]) if "/" in place]


def agrees(touched: set[str], places: list[str]) -> bool:
    """Whether everything that was touched lies at a place named, and something at each of these was."""
    patterns = [re.compile(re.escape(place).replace("<tag>", "[^/]+")) for place in places]
    return all(any(p.match(file) for p in patterns) for file in touched) and all(
        any(p.match(file) for file in touched) for p in patterns
    )


VECTORS = {"en": "phrases.tsv", "ar": "counted.tsv", "zh": "counts.tsv"}


def add_a_unit(copy: Copy) -> None:
    rows = {
        "en": ("nouns:", "  lighthouse: lighthouse lighthouses", "twelve lighthouses", "twelve lighthouses"),
        "ar": ("nouns:", "  lighthouse: منارة منارات", "على الساحل 12 منارة", "12 منارة"),
        "zh": ("nouns:", "  lighthouse: 灯塔 座灯塔", "海边有12座灯塔", "12座"),
    }
    for tag, (after, line, text, surface) in rows.items():
        copy.line(f"build_tools/languages/{tag}/figures.yml", after, line)
        copy.line(
            f"tests/figures/vectors/{tag}/{VECTORS[tag]}", "", f"{text}\t{surface} = count 12 lighthouse"
        )


FORMAT = '''"""Citations in plain words, one file a document."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.reference import reference
from build_tools.render.formats import Download, Export
from build_tools.render.wording.vocabulary import N_


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.cite.txt`` for every document."""
    for key, annotated in archive.documents.items():
        cited = reference(archive, site, annotated, site.languages[0])
        yield OutputFile(f"{paths.document(key)}.cite.txt", f"{cited.cited_title}. {cited.page}\\n".encode(), "site")


def offered(page: str, site: Site) -> tuple[Download, ...]:
    return (Download(f"{page}.cite.txt", "text/plain", N_("Citation in words")),)


EXPORT = Export(files, of_document=offered)
'''


FORMATS = "build_tools/render/exports/__init__.py"
FORMAT_WORDS = {"Citation in words": {"ar": "إحالة بالكلمات", "zh": "文字引文"}}


def add_a_file_format(copy: Copy) -> None:
    copy.write("build_tools/render/exports/plain_words.py", FORMAT)
    copy.line(FORMATS, '    "csl",', '    "plain_words",')


KIND = '''"""The publishers of the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import OutputFile
from build_tools.render.context import Context, Page


@dataclass(frozen=True, kw_only=True)
class PublishersPage(Page):
    kind = "publishers"

    publishers: Sequence[str]


def pages(context: Context) -> Iterator[OutputFile]:
    found = {annotated.document.record.source.publisher for annotated in context.archive.documents.values()}
    page = PublishersPage(publishers=sorted(filter(None, found)))
    yield context.page("publishers", page, title=str(context.words.gettext("Houses that publish")))
'''
TEMPLATE = """{% from "_inline.html.j2" import breadcrumbs, publisher %}
{{ breadcrumbs(here, [], _("Houses that publish")) }}
<h1>{{ _("Houses that publish") }}</h1>
<ul>
{% for id in publishers %}
<li>{{ publisher(here, id) }}</li>
{% endfor %}
</ul>
"""
KINDS = "build_tools/render/pages/__init__.py"
KIND_WORDS = {"Houses that publish": {"ar": "دور النشر", "zh": "出版机构"}}


def add_a_kind_of_page(copy: Copy) -> None:
    copy.write("build_tools/render/pages/publishers.py", KIND)
    copy.write("build_tools/render/templates/publishers.md.j2", TEMPLATE)
    copy.line(KINDS, '    "timeline",', '    "publishers",')


SHOWN = """
from tests.browser.stories import KINDS
def test_it_is_shown(pages):
    assert "publishers" in KINDS
    assert "<h1>出版机构</h1>" in pages["publishers.zh.md"]
    assert pages["publishers.zh.md"].count("<li><a") > 1
"""


def test_each_touches_what_it_says_and_works(tmp_path: Path) -> None:
    """In one copy, whose tests are run once: starting them takes longer than they do."""
    copy = Copy(tmp_path)
    add_a_unit(copy)
    unit = copy.touched()
    add_a_file_format(copy)
    file_format = copy.touched() - unit
    add_a_kind_of_page(copy)
    kind = copy.touched() - unit - file_format
    copy.words(FORMAT_WORDS | KIND_WORDS)
    words = copy.touched() - unit - file_format - kind

    assert len(unit) == 6
    assert agrees(unit, recipe("a unit"))
    assert words == {f"{LOCALE}/{tag}.po" for tag in ("ar", "en", "zh")}
    assert file_format == {FORMATS, "build_tools/render/exports/plain_words.py"}
    assert agrees(file_format | words, recipe("a file format"))
    template = "build_tools/render/templates/publishers.md.j2"
    assert kind == {KINDS, "build_tools/render/pages/publishers.py", template}
    assert agrees(kind | words, recipe("a kind of page"))
    assert [copy.added_lines(register) for register in (FORMATS, KINDS)] == [1, 1]

    written = copy.touched()
    copy.write("tests/render/test_shown.py", SHOWN)
    copy.test(
        "--renew-golden",
        *(f"tests/figures/test_vectors.py::test_vectors[{tag}/{name}]" for tag, name in VECTORS.items()),
        *(f"tests/render/test_{name}.py" for name in ("catalogues", "golden", "pages", "shown")),
        *(f"tests/exports/test_{name}.py" for name in ("head", "rights")),
    )
    renewed = copy.touched() - written - {"tests/render/test_shown.py"}
    assert renewed
    assert all(path.startswith(f"{GOLDEN}/documents/") for path in renewed)
    assert "flood-ar.cite.txt" in (copy.folder / GOLDEN / "documents/flood-ar.md").read_text("utf-8")


def test_a_recipe_that_leaves_out_a_place_is_noticed() -> None:
    assert agrees({"a/x.py", "b/ar/y.yml"}, ["a/", "b/<tag>/y.yml"])
    assert not agrees({"a/x.py", "c/z.po"}, ["a/"])
    assert not agrees({"a/x.py"}, ["a/", "b/"])
