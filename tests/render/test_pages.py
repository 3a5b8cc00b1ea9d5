"""The contract between page kinds and their templates: what a page gives is what its template shows."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from jinja2 import Environment, meta, nodes

from build_tools.render.context import Page
from build_tools.render.environment import FOLDER, environment
from build_tools.render.pages import KINDS, PAGES
from build_tools.render.wording.reading import Reader
from build_tools.render.wording.words import Words
from tests.render import sample

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(path.name.removesuffix(".md.j2") for path in FOLDER.glob("*.md.j2"))
CLASSES = sorted(Page.__subclasses__(), key=lambda page: page.kind)


def test_every_template_has_its_page_and_every_page_its_template() -> None:
    assert [page.kind for page in CLASSES] == TEMPLATES
    assert len(PAGES) == len(KINDS) == len(set(KINDS))


@cache
def templates() -> Environment:
    words, locale = Words("en", str), Locale("en")
    return environment(sample.archive(), sample.SITE, "en", locale, words, Reader(locale, words))


def asked(file: str) -> tuple[set[str], set[str]]:
    """The names that a template takes from outside of it, functions of the environment left aside, and its own ones."""
    tree = templates().parse((FOLDER / file).read_text("utf-8"))
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    return meta.find_undeclared_variables(tree) - set(templates().globals) - own, own


@pytest.mark.parametrize("page", CLASSES, ids=lambda page: page.kind)
def test_a_template_uses_what_its_page_gives_and_nothing_else(page: type[Page]) -> None:
    given = {field.name for field in fields(page)}
    taken, own = asked(f"{page.kind}.md.j2")
    assert own & given == set(), "the template hides these from itself"
    assert taken - given - {"here"} == set(), "the page does not give these"
    assert given - taken == set(), "the template does not show these"


@pytest.mark.parametrize("template", sorted(path.name for path in FOLDER.glob("_*.j2")))
def test_a_part_of_pages_knows_only_what_it_is_handed(template: str) -> None:
    """Parts are imported without a page's values, so no macro can lean on them in silence."""
    assert asked(template)[0] == set()


@pytest.mark.parametrize("page", CLASSES, ids=lambda page: page.kind)
def test_the_scripts_of_a_page_are_there(page: type[Page]) -> None:
    for script in page.scripts:
        assert (ROOT / "docs" / script).is_file(), script


def test_the_theme_runs_no_script_of_one_kind_of_page() -> None:
    """These stand beside the kind, and reach the theme through the front matter."""
    own = {script for page in CLASSES for script in page.scripts}
    names = {Path(script).stem for script in own}
    main = (ROOT / "overrides" / "main.html").read_text("utf-8").partition("-#}")[2]
    assert own
    assert not [name for name in names if f"{name}.js" in main or f'"{name}"' in main]


def test_pages_agree_on_how_many_names_there_are(pages: dict[str, str]) -> None:
    """What the home page counts is what the list holds, and each of them has a page."""
    counted = re.search(r"(\d+) names? that the archive follows", pages["index.md"])
    listed = re.search(r"(\d+) persons, organizations", pages["entities/index.md"])
    assert counted
    assert listed
    made = [
        path
        for path, page in pages.items()
        if re.match(r"entities/[^/.]+\.md$", path) and '\nkind: "entity"\n' in page
    ]
    assert int(counted[1]) == int(listed[1]) == len(made)
