"""What the search shows of a paragraph is never cut within a name, a figure or a word: random cuts, in node and in
Chromium, over texts annotated by the program."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from build_tools.model import AnnotatedDocument
from tests.render.test_cuts import DOCUMENTS
from tests.search.conftest import MODULES

SCRIPT = Path(__file__).parent / "cuts.mjs"
CASES = 400
IN_CHROMIUM = 100
"""Of these, with all that are invented: the engine is the one of node."""
HAN = re.compile(r"[\u3400-\u9fff]")
Case = tuple[str, list[list[int]], list[list[int]], list[list[int]], int]

INVENTED = (
    "",
    "x" * 700,
    "🙂" * 300,
    "日活跃用户已达 760 万。" * 30,
    "价值400亿元（55亿美元），" * 40,
    "a " * 300 + "12.5 million people",
    "قرابة 21.3 مليار دولار و" * 25,
    "https://example.org/" + "path/" * 120,
)
"""Texts without names, with what no rule of a language divides among them."""


def cases(number: int = CASES) -> list[Case]:
    random = Random(13)
    made: list[Case] = []
    for _ in range(number):
        document = random.choice(list(DOCUMENTS.values()))
        # Long enough for a snippet, and cut at another place each time.
        made.append(repeated(document, random.randint(2, 4), random))
    for text in INVENTED:
        size = random.randint(20, 420)
        made.append((text, [], [], [[min(len(text), 40), min(len(text), 44)]], size))
    return made


def repeated(document: AnnotatedDocument, times: int, random: Random) -> Case:
    text = document.document.text + " "
    names, figures = (
        [[m.start + n * len(text), m.end + n * len(text)] for n in range(times) for m in found]
        for found in (document.mentions, document.figures)
    )
    start = random.randrange(len(text) * times - 10)
    return text * times, names, figures, [[start, start + random.randint(1, 9)]], random.randint(20, 420)


def units(text: str, offset: int) -> int:
    """An offset in UTF-16 units as one in code points."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le"))


def whole(case: Case, made: dict[str, Any], at: int) -> bool:
    """Whether a cut there leaves every name, figure and word whole."""
    text, names, figures, *_ = case
    if at in (0, len(text)):
        return True
    if any(start < at < end for start, end in [*names, *figures]):
        return False
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return True
    if before.isdigit() and (after.isdigit() or after in "%万亿"):
        return False
    if HAN.match(before) and HAN.match(after):
        return at in {units(text, place) for place in made["free"]}
    return not (before.isalnum() and after.isalnum() and not HAN.match(before) and not HAN.match(after))


def hold(cases: list[Case], made: list[dict[str, Any]]) -> None:
    for case, one in zip(cases, made, strict=True):
        text, size = case[0], case[-1]
        start, end = (units(text, edge) for edge in one["range"])
        assert start <= end
        if text in INVENTED[1:3] or text == INVENTED[-1]:
            assert end - start <= size + 2 * 80, "what has no words is cut all the same"
            continue
        assert whole(case, one, start), (text[max(0, start - 12) : start], text[start : start + 12])
        assert whole(case, one, end), (text[max(0, end - 12) : end], text[end : end + 12])
        beginning = one["opening"].removesuffix(" …")
        assert text.startswith(beginning)
        if beginning != text:
            assert whole(case, one, len(beginning)), beginning


def test_in_node() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    given = cases()
    made = subprocess.run(
        [node, SCRIPT, MODULES], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    hold(given, json.loads(made.stdout))


@pytest.mark.browser
def test_in_chromium(module_page: Page) -> None:
    given = cases(IN_CHROMIUM)
    made = module_page.evaluate(
        f"""async (cases) => {{
          const cuts = await import("./assets/search/cuts.js");
          const snippet = await import("./assets/search/snippet.js");
          {SCRIPT.read_text("utf-8").split("// ---")[1]}
          return ranges(cuts, snippet, cases);
        }}""",
        given,
    )
    hold(given, made)


def test_a_case_that_was_cut_is_not_any_more() -> None:
    """A figure at the edge of a snippet stays whole, with what bounds it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    text = "词语和别的内容。" * 20 + "约 760 万用户" + "。以及更多的文字" * 20
    at = text.index("760 万用户")
    given = [(text, [], [[at, at + 7]], [[0, 2]], size) for size in range(at - 4, at + 7)]
    made = subprocess.run(
        [node, SCRIPT, MODULES], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    for one in json.loads(made.stdout):
        end = one["range"][1]
        assert end <= at - 2 or end >= at + 7, text[end - 5 : end + 5]
