"""The search page finds what is near in meaning, says that a machine did, and asks first where that is wished."""

from __future__ import annotations

from urllib.parse import quote

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from build_tools.meaning import asking, directions, installed, universal
from build_tools.search.near.pieces import scripts
from tests.browser.searching import BOX, RESULT
from tests.browser.stories import localized, usually

ABSENT = "This copy of the archive comes without what search by meaning needs."
WAIT = 20_000
"""Milliseconds that the encoder may take on a busy machine."""
NEAR = "#search-near-results .search-near-hit"
QUESTIONS = {
    "en": ("Why do gifted people quit large firms for start-ups?", "ar"),
    "ar": ("لماذا يهجر الموهوبون أعمالهم عند المنافسين؟", "zh"),
    "zh": ("为什么人才离开大公司？", "ar"),
}
"""By language of the interface: a question in it, and the other language in which something near is written."""
ASKED = QUESTIONS["en"][0]
TEXTS = (
    "A ferry with sixty passengers ran aground near the harbour.",
    "جنحت عبّارة على متنها ستون راكبًا قرب الميناء.",
    "一艘载有六十名乘客的渡轮在港口附近搁浅。",
    "ＦＵＬＬ ｗｉｄｔｈ １２３ ½ ﬁne \u200f  spaces\t\t",
    "Мост держится",
    "\U0001f6a2 sails, naïvely: 3.5%…",
    "x",
)

ENCODE = """async ([folder, texts]) => {
  const { Near, Encoder, keeper } = await import(new URL("assets/search/near/near.js", folder));
  const { Engine, Index, fetcher } = await import(new URL("assets/search/search.js", folder));
  const root = new URL("search/", folder);
  const near = new Near(new Engine(await new Index(fetcher(root)).open()), root);
  const { sentences, encoder } = await near.open();
  const here = await new Encoder(keeper(new URL(`encoder/${sentences.encoder}/`, root), "trial")).open();
  const made = await Promise.all(texts.map(async (text) => [await here.segmented(text), Array.from(await encoder.encode(text))]));
  return [made, encoder.asking.map((row) => Array.from(row))];
}"""


def asked_of(page: Page) -> list[str]:
    """Addresses that the page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def search(page: Page, address: str, query: str, language: str = "en") -> None:
    page.goto(f"{address}{localized('search/', language)}?q={quote(query)}")


def test_the_encoder_in_the_browser_is_the_one_of_the_build(page: Page, address: str) -> None:
    encoder, folder = installed(), universal.resources()
    assert encoder is not None
    assert folder is not None
    page.goto(f"{address}search/")
    made, common = page.evaluate(ENCODE, [address, list(TEXTS)])
    segmenter = universal.segmenter(folder)
    numbers = [number for script in scripts(segmenter) for number in script.pieces]
    assert [[numbers[row] for row in rows] for rows, _ in made] == [segmenter.encode(text) for text in TEXTS]
    cosines = (directions(encoder.encode(TEXTS)) * np.array([vector for _, vector in made])).sum(axis=1)
    assert cosines.min() >= 0.999
    assert (asking(encoder) * np.array(common)).sum(axis=1).min() >= 0.999


@pytest.mark.parametrize("language", usually("zh"))
def test_what_is_near_is_shown_in_its_own_language_and_marked(
    page: Page, address: str, language: str
) -> None:
    question, other = QUESTIONS[language]
    page.goto(f"{address}{localized('search/', language)}?q={quote(question)}&lang={other}")
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    expect(page.locator(f"{NEAR} .search-near-mark").first).not_to_be_empty()
    expect(page.locator("#search-near-status")).not_to_be_empty()
    assert [worker.url for worker in page.workers if worker.url.endswith("near/encoding.js")], (
        "not in the page itself"
    )
    place = page.locator(f'{NEAR} .search-text[lang="{other}"]').first
    expect(place).to_have_attribute("dir", "rtl" if other == "ar" else "ltr")
    expect(place.locator("mark").first).not_to_be_empty()
    translation = page.locator(f'{NEAR} .search-translation .search-text[lang="{language}"]').first
    expect(translation).not_to_be_empty()
    expect(page.locator(f"{NEAR} .search-origin").first).not_to_be_empty()


def test_what_holds_the_words_stands_first(page: Page, address: str) -> None:
    search(page, address, "Which ministers spoke about foreign data centres?")
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    kinds = page.eval_on_selector_all(
        ".search-hit, .search-near-hit", "hits => hits.map((hit) => hit.className)"
    )
    assert kinds == sorted(kinds)
    links = page.eval_on_selector_all(
        ":is(.search-hit h2, .search-near-hit h3) a", "all => all.map((a) => a.href)"
    )
    assert len(set(links)) == len(links), "no document stands there twice"


def test_nothing_is_read_before_a_question_nor_where_the_switch_is_off(page: Page, address: str) -> None:
    asked = asked_of(page)
    page.goto(f"{address}search/")
    page.locator("#search-q").focus()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/near" in url.partition("nearby.js")[0]]
    search(page, address, ASKED)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    page.locator("input[name=near]").uncheck()
    page.reload()
    asked.clear()
    expect(page.locator("#search-near-further button")).to_be_visible()
    assert not page.locator("input[name=near]").is_checked()
    assert not [url for url in asked if "/encoder/" in url]
    page.locator("#search-near-further button").click()
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)


def test_a_browser_that_saves_data_asks_first(page: Page, address: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    asked = asked_of(page)
    search(page, address, ASKED)
    expect(page.locator("#search-near-further button")).to_be_visible()
    assert not [url for url in asked if "/encoder/" in url]


def test_filters_count_for_what_is_near_too(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('Why do gifted people quit large firms?')}&lang=zh")
    expect(page.locator(NEAR)).to_have_count(1, timeout=WAIT)
    assert page.locator(f"{NEAR} .search-text").first.get_attribute("lang") == "zh"


def test_a_phrase_and_a_number_are_looked_for_by_themselves(page: Page, address: str) -> None:
    for query in ('"data centres"', "10..50"):
        search(page, address, query)
        expect(page.locator("#search-status")).not_to_be_empty()
        expect(page.locator("#search-near")).to_be_hidden()


def test_what_was_read_once_needs_no_connection(page: Page, address: str) -> None:
    search(page, address, ASKED)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    page.reload()
    asked = asked_of(page)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    assert not [url for url in asked if "/encoder/" in url or "/n/" in url]


@pytest.mark.parametrize("language", usually("ar"))
def test_whoever_has_asked_may_ask_again_without_a_connection(
    page: Page, address: str, language: str
) -> None:
    question, _ = QUESTIONS[language]
    search(page, address, question, language)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    shown = page.locator(f"{NEAR} h3").all_inner_texts()
    page.context.set_offline(True)
    box = page.locator("#search-q")
    box.fill("")
    expect(page.locator(NEAR)).to_have_count(0)
    box.fill(question)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    assert page.locator(f"{NEAR} h3").all_inner_texts() == shown
    # Other words than these need other rows of the encoder's table; of the same ones, what was read is enough.
    box.fill(" ".join(question.split(" ")[::-1]))
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    assert not page.locator("#search-near-further button").count()


def test_a_failure_is_told_and_can_be_tried_again(browser: Browser, address: str) -> None:
    # A page of its own: the requests that fail are errors in its console.
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/encoder/**", lambda route: route.abort())
        search(page, address, ASKED)
        again = page.locator("#search-near-further button")
        expect(again).to_be_visible(timeout=WAIT)
        expect(page.locator("#search-near-status")).not_to_be_empty()
        page.unroute("**/encoder/**")
        again.click()
        expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)


def test_a_copy_without_the_encoder_says_so_on_the_page_and_in_the_box(
    browser: Browser, address: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/encoder/**", lambda route: route.fulfill(status=404))
        search(page, address, ASKED)
        expect(page.locator("#search-near-status")).to_have_text(ABSENT, timeout=WAIT)
        expect(page.locator("#search-near-further button")).to_have_count(0)
        page.locator(BOX).click()
        page.locator(BOX).fill(ASKED)
        page.locator(f"{RESULT} a.search-near-look").click(timeout=WAIT)
        expect(page.locator(f"{RESULT} .search-near [role=status]")).to_have_text(ABSENT, timeout=WAIT)
