from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import localized, usually

CROWDED = """() => {
  const body = document.querySelector("table.marks tbody");
  const rows = [...body.rows];
  const names = ["Passengers of the Northern Strait Company in the second quarter of 2023",
    "ركاب شركة المضيق الشمالي في الربع الثاني من عام 2023", "北峡航运公司二〇二三年第二季度运送的乘客", "2023"];
  for (let n = rows.length; n < 60; n++) {
    const row = rows[n % rows.length].cloneNode(true);
    (row.querySelector("th a") ?? row.querySelector("th")).firstChild.textContent = names[n % names.length];
    for (const mark of row.querySelectorAll("circle")) mark.setAttribute("cx", `${(n * 37) % 101}%`);
    for (const arrow of row.querySelectorAll(".arrow")) arrow.setAttribute("x", `${(n * 37) % 101}%`);
    body.append(row);
  }
}"""
"""A picture of sixty marks at places and under names of which the archive has none, in three scripts."""
OVERLAPS = """() => {
  const table = document.querySelector("table.marks");
  const boxes = [...table.querySelectorAll("th > a, th > small, td > a, td > small, thead text, circle, rect")]
    .flatMap(element => [...element.getClientRects()].map(box => [element, box]))
    .filter(([, box]) => box.width && box.height)
    .sort((one, other) => one[1].top - other[1].top);
  const found = [];
  boxes.forEach(([element, box], n) => {
    for (const [other, its] of boxes.slice(n + 1)) {
      if (its.top >= box.bottom - 1) break;
      if (element !== other && its.left < box.right - 1 && box.left < its.right - 1)
        found.push([element.outerHTML.slice(0, 90), other.outerHTML.slice(0, 90)]);
    }
  });
  return [boxes.length, found];
}"""


@pytest.mark.parametrize("language", usually("ar"))
def test_labels_keep_apart_on_a_telephone_and_with_sixty_marks(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["figures"], language))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERLAPS)[1] == []
    page.evaluate(CROWDED)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        boxes, overlaps = page.evaluate(OVERLAPS)
        assert boxes > 180
        assert overlaps == []


def test_the_words_of_a_mark_come_up_beside_it_and_move_nothing(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["figures"])
    picture = page.locator("figure.said").first
    first, second = picture.locator("tbody tr").nth(0), picture.locator("tbody tr").nth(1)
    height = page.evaluate("document.documentElement.scrollHeight")
    first.locator("th").hover()
    expect(first.locator(".words q").first).to_be_visible()
    expect(first.locator(".words q").first).to_have_attribute("lang", "en")
    expect(first.locator(".words mark").first).to_be_visible()
    link = second.locator("td a").first
    link.focus()
    expect(second.locator(".words")).to_be_visible()
    assert link.get_attribute("aria-describedby") == second.locator(".words").get_attribute("id")
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_the_wall_of_verdicts_is_sorted_by_what_is_asked(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["compared"])
    wall = page.locator("table.wall")
    rows = wall.locator("tbody tr")
    gravity = "rows => rows.map(row => Number(row.dataset.gravity))"
    names = "rows => rows.map(row => row.cells[0].textContent)"
    first = rows.evaluate_all(names)
    assert rows.evaluate_all(gravity) == sorted(rows.evaluate_all(gravity)), "the disputed first"
    buttons = wall.locator("thead button")
    expect(buttons).to_have_count(3)
    buttons.first.click()
    assert rows.evaluate_all(
        f"rows => ({names})(rows).join() === ({names})(rows).sort(new Intl.Collator('en').compare).join()"
    )
    assert sorted(rows.evaluate_all(names)) == sorted(first)
    expect(wall.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    buttons.last.click()
    buttons.last.click()
    assert rows.evaluate_all(gravity) == sorted(rows.evaluate_all(gravity), reverse=True), (
        "and the other way round"
    )


def test_a_network_is_narrowed_to_a_kind(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["network"])
    choice = page.locator("[data-network] select")
    kind = choice.locator("option").nth(1).get_attribute("value")
    choice.select_option(kind)
    assert page.locator(f'.net li.faded[data-type="{kind}"]').count() == 0
    assert page.locator(f'.net li:not(.faded):not([data-type="{kind}"])').count() == 0
    assert page.locator(f'.net path.faded[data-between~="{kind}"]').count() == 0
    choice.select_option("")
    expect(page.locator(".net .faded")).to_have_count(0)


def test_what_is_pointed_at_in_one_version_lights_up_in_the_others(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["story"])
    name = page.locator(".alignment .said a:not([data-same], .permalink)").first
    name.focus()
    lit = page.locator(".alignment .lit")
    expect(lit.first).to_be_visible()
    assert {link.get_attribute("href") for link in lit.all()} == {name.get_attribute("href")}
    assert len(set(lit.evaluate_all("all => all.map(one => one.closest('td').cellIndex)"))) > 1
    page.locator("h1").hover()
    page.locator("article a").first.focus()
    expect(lit).to_have_count(0)


def test_a_screen_reader_gets_every_picture_by_name_with_what_it_shows(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address)
    sentence = page.get_by_role("figure", name=re.compile("One sentence"))
    assert sentence.get_by_role("listitem").count() > 1
    chart = page.get_by_role("table", description=re.compile("A dot is a value"))
    marks = chart.get_by_role("row").filter(has=page.get_by_role("rowheader"))
    expect(marks.first.get_by_role("link").last).to_have_accessible_description(
        re.compile(r"\w+.*Paragraph \d+")
    )
    page.goto(address + kinds["network"])
    network = page.get_by_role(
        "figure", name=re.compile(r"^\d+ names? with"), description=re.compile("A line is")
    )
    assert network.get_by_role("listitem").count() == network.get_by_role("link").count() > 1
    page.goto(address + kinds["compared"])
    wall = page.get_by_role("table", name=re.compile("^Every measure"))
    assert wall.get_by_role("row").count() > 2
    page.goto(address + kinds["timeline"])
    year = page.locator("details.year > summary").first
    assert re.match(r"\d{4}\s.*\d+ (?:published|passage)", year.inner_text(), re.DOTALL)
    assert page.locator("article svg:not([aria-hidden='true'], [aria-hidden='true'] *)").count() == 0, (
        "lines alone tell nothing"
    )
