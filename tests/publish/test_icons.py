"""Icons are named in the pages and drawn by the style sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from build_tools.publish.squeeze import icons

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8"/></svg>'


def test_a_page_names_its_icons() -> None:
    templates = Environment(
        loader=DictLoader(
            {"page": '{% include ".icons/x/left-arrow.svg" %}', ".icons/x/left-arrow.svg": DRAWING}
        )
    )
    icons.name_them(templates)
    page = templates.get_template("page").render()
    assert page == '<svg class="i--x--left-arrow" viewBox="0 0 8 4"></svg>', "of its own proportions"


def test_a_template_that_is_no_icon_stays_as_it_is() -> None:
    templates = Environment(loader=DictLoader({"logo.svg": DRAWING}))
    icons.name_them(templates)
    assert templates.get_template("logo.svg").render() == DRAWING


def test_the_style_sheet_draws_the_icons_that_pages_name(tmp_path: Path) -> None:
    (tmp_path / ".icons/x").mkdir(parents=True)
    (tmp_path / ".icons/x/own.svg").write_text(DRAWING, "utf-8")
    rules = icons.rules({"i--x--own", "i--material--menu", "page"}, tmp_path)
    assert ".i--material--menu{--i:url(" in rules
    assert "svg xmlns='http://www.w3.org/2000/svg'" in rules
    assert ".i--x--own{--i:url(" in rules
    assert "page" not in rules
    assert "#" not in rules, "it would end the address"


def test_a_site_without_icons_needs_no_rules(tmp_path: Path) -> None:
    assert icons.rules({"page"}, tmp_path) == ""


def test_an_icon_that_is_nowhere_is_no_silent_gap(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound, match="material/nothing"):
        icons.rules({"i--material--nothing"}, tmp_path)


def test_icons_that_a_script_puts_into_pages_are_drawn_too() -> None:
    assert icons.named('x = "<svg class=\\"i--material--menu\\">" + ["i--x--left-arrow"];') == {
        "i--material--menu",
        "i--x--left-arrow",
    }
