"""Web pages: only what metadata say is taken for said, what is inferred is marked, and what is no article is refused."""

from __future__ import annotations

import pytest

from build_tools.convert.converter import Given, Made, UnreadableError
from build_tools.convert.webpage import convert
from tests.convert import making
from tests.convert.making import PARAGRAPHS


def made(
    head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = "A harbour without water"
) -> Made:
    return convert(Given("page.html", making.page(paragraphs, head, title=title)))


def test_a_date_in_the_running_text_is_no_date_of_publication() -> None:
    found = made(
        paragraphs=(
            *PARAGRAPHS,
            "Contributors since 1 January 1998: Raphaël and others. Posted on 5 May 2019.",
        )
    )
    assert found.about.published is None
    assert found.about.publisher is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:published_time' content='2023-02-15T09:30:00+01:00'>", "2023-02-15"),
        ("<meta name='DC.date.issued' content='2023-02'>", "2023-02"),
        ("<meta name='citation_publication_date' content='2023/02/15'>", "2023-02-15"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-02-15"}]}</script>',
            "2023-02-15",
        ),
        ("<meta name='date' content='yesterday'>", None),
        ("<meta property='article:modified_time' content='2024-01-01'>", None),
    ],
)
def test_the_date_is_what_metadata_say(head: str, day: str | None) -> None:
    assert made(head).about.published == day
    assert made(head).about.inferred == {}


def test_a_date_in_the_address_is_inferred_and_said_to_be() -> None:
    about = made("<link rel='canonical' href='https://herald.example/2023/02/15/low-water'>").about
    assert (about.published, about.inferred) == ("2023-02-15?", {"published": "the address"})
    assert about.publisher is None
    assert "herald.example" in about.perhaps["publisher"]


def test_publisher_byline_and_language() -> None:
    head = (
        "<meta property='og:site_name' content='Daily Herald'><meta name='author' content='Ada Strand'>"
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "publisher": {"name": "Herald AS"}}</script>'
    )
    about = made(head).about
    assert (about.publisher, about.byline, about.language) == ("Daily Herald", "Ada Strand", "en")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Log in | Daily Herald",
            "<p>Welcome back to the Daily Herald, please log in to go on reading this story.</p><input type=password>",
        ),
        (
            "Before you continue",
            "<p>We and our partners use cookies to show you better advertisements on this and on other pages.</p>",
        ),
        (
            "Herald",
            "<p>We value your privacy. Accept all or Reject all, or manage preferences. See our cookie policy and our partners.</p>",
        ),
        (
            "تسجيل الدخول - الصحيفة",
            "<p>أدخل كلمة المرور للمتابعة في قراءة هذا الخبر على موقع الصحيفة كاملًا.</p><input type='password'>",
        ),
        (
            "会员登录",
            "<p>请输入用户名和密码继续阅读本文全部内容，忘记密码请联系客服中心处理。</p><input type='password'>",
        ),
    ],
)
def test_a_page_before_the_page_is_refused(title: str, body: str) -> None:
    data = f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>".encode()
    try:
        codes = [doubt.code for doubt in convert(Given("page.html", data)).doubts]
    except UnreadableError as error:
        codes = [error.code]
    assert codes == ["no-article"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank asks its customers never to give away a password, and to sign in at its own address only.",
        "The minister said that readers reject all cookies.",
    ],
)
def test_an_article_on_passwords_is_an_article(sentence: str) -> None:
    assert made(paragraphs=(*PARAGRAPHS, sentence)).doubts == ()
