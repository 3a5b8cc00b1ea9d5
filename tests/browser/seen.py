"""What there is to see of every kind of page: each page is opened once, for all stories that only look at it.

Opening, resizing and the rules of accessibility take nearly all of the time of such stories, so it is done for all of
them at once, and once for all processes of a run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from tests.browser.stories import LANGUAGES, RIGHT_TO_LEFT, localized
from tests.browser.watching import OFFENCES, WATCH_THE_POLICY, watched
from tests.once import once

NARROW = 320
"""CSS pixels: a small telephone, or 1280 pixels at 400 % zoom (WCAG 1.4.10)."""

WATCH_SHIFTS = """
self.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    self.shifts.push([entry.value, entry.sources.map(source => source.node?.outerHTML?.slice(0, 120))])
}).observe({ type: "layout-shift", buffered: true })
"""
SHIFTS = "self.shifts"
"""How far parts of a page that is watched so moved while it was loaded, and which."""

FACTS = """() => ({
  language: document.documentElement.lang,
  direction: getComputedStyle(document.querySelector("article")).direction,
  headings: document.querySelectorAll("h1").length,
  scheme: document.body.dataset.mdColorScheme,
  translations: Object.fromEntries([...document.querySelectorAll("a[data-language-switch]")].map(a => [a.lang, a.href.replace(location.origin, "")])),
  mistaken: [...document.querySelectorAll("[dir][lang]")].filter(element =>
    element.dir !== "auto" && (element.dir === "rtl") !== (element.lang.split("-")[0] === "ar")
  ).map(element => element.outerHTML.slice(0, 120)),
})"""

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("article *"), document.documentElement].filter(element => {
    const box = element.getBoundingClientRect();
    return element === document.documentElement || (box.width && (box.right > innerWidth + 1 || box.left < -1));
  }).slice(0, 5).map(element => element.outerHTML.slice(0, 160))"""

ROWS = 3
ALIKE = """limit => {
  for (const parent of document.querySelectorAll("article, article *")) {
    const seen = {};
    for (const child of [...parent.children]) {
      const kind = `${child.tagName} ${child.className} ${child.hidden}`;
      seen[kind] = (seen[kind] ?? 0) + 1;
      if (seen[kind] > limit) child.remove();
    }
  }
}"""
"""Leaves so many of the children of an element that look the same: the hundredth row of a table has the colours of the first."""

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
CONTRAST = "color-contrast"
"""The one rule that takes most of the time, and looks at colours alone."""
DARK = "document.body.dataset.mdColorScheme = 'slate'"
"""As the reader's switch does it."""
EACH_DIRECTION = (LANGUAGES[0], *(language for language in LANGUAGES if language in RIGHT_TO_LEFT))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One page. Lists of faults are empty where there are none."""

    language: str
    direction: str
    headings: int
    translations: dict[str, str]
    """Language → where the switch of languages leads to, from the root of the server: each process has one of its own."""
    mistaken: list[str]
    """Elements whose direction is not that of their language."""
    scheme: str
    dark_scheme: str
    """Colours in a system of light and of dark colours; the latter only in a thorough run."""
    asked: list[str]
    """Addresses of all requests."""
    weights: dict[str, int]
    """Address → bytes of what came."""
    shifts: list[tuple[float, list[str]]]
    too_wide: list[str]
    """What makes a window of ``NARROW`` pixels scroll sideways."""
    offences: list[str]
    """Against the page's policy; in a thorough run in dark colours too."""
    faults: list[str]
    """Errors that the page logged, and requests that failed or went to another host."""
    barriers: str
    """What axe finds, in words, among a few of each part that is alike, in a language of each direction; contrast in the
    first only, whose colours are those of all. A thorough run leaves nothing out."""


See = Callable[[str, str], Seen]
"""``see(kind, language)``"""


def seen(browser: Browser, address: str, kinds: dict[str, str], folder: Path, *, thorough: bool) -> See:
    """A function that gives what was seen of a page; ``folder`` is where the processes of a run leave it."""

    def see(kind: str, language: str) -> Seen:
        def look() -> str:
            url = address + localized(kinds[kind], language)
            rules, colours = language in EACH_DIRECTION, language == LANGUAGES[0]
            return json.dumps(asdict(_look(browser, url, rules=rules, colours=colours, thorough=thorough)))

        return Seen(**json.loads(once(folder / f"{kind}.{language}", look)))

    return see


def _look(browser: Browser, address: str, *, rules: bool, colours: bool, thorough: bool) -> Seen:
    """What is seen of a page; whether it is looked at by the ``rules`` of accessibility, and by that of ``colours``."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    faults = watched(page, address)
    for script in (WATCH_THE_POLICY, WATCH_SHIFTS):
        page.add_init_script(script)
    asked: list[str] = []
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        weights[response.url] = len(response.body())

    page.on("request", lambda request: asked.append(request.url))
    page.on("response", weigh)
    page.goto(address, wait_until="networkidle")
    loaded, weighed = [*asked], {**weights}
    facts, shifts, offences = page.evaluate(FACTS), page.evaluate(SHIFTS), page.evaluate(OFFENCES)
    page.set_viewport_size({"width": NARROW, "height": 640})
    too_wide = page.evaluate(TOO_WIDE)
    page.set_viewport_size({"width": 1280, "height": 900})
    barriers = ""
    if not thorough:
        page.evaluate(ALIKE, ROWS)
    if rules or thorough:
        barriers += violations(page, CONTRAST, without=True)
    if colours or thorough:
        page.evaluate(ALIKE, ROWS)
        barriers += violations(page, CONTRAST)
        page.evaluate(DARK)
        barriers += violations(page, CONTRAST)
    dark = ""
    if thorough:
        page.emulate_media(color_scheme="dark")
        page.reload()
        dark = page.evaluate(FACTS)["scheme"]
        offences += page.evaluate(OFFENCES)
    context.close()
    return Seen(
        **facts,
        dark_scheme=dark,
        asked=loaded,
        weights=weighed,
        shifts=shifts,
        too_wide=too_wide,
        offences=offences,
        faults=faults,
        barriers=barriers,
    )


def violations(page: Page, rule: str = "", *, without: bool = False) -> str:
    """What axe finds in a page, in words; with ``rule`` by that one alone, or by all others."""
    if not page.evaluate("'axe' in self"):
        page.evaluate(AXE)
    options: dict[str, object] = {
        "runOnly": [rule] if rule and not without else RULES,
        "resultTypes": ["violations"],
    }
    if without:
        options["rules"] = {rule: {"enabled": False}}
    found = page.evaluate("options => axe.run(document, options).then(result => result.violations)", options)
    return "\n".join(
        f"{violation['id']}: {violation['help']}\n  "
        + "\n  ".join(
            f"{node['html'][:160]} – {node['failureSummary'][:300]}" for node in violation["nodes"][:4]
        )
        for violation in found
    )
