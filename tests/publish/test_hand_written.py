"""Links of pages that are written by hand are told by check where a build would refuse them."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.hand_written import broken_links
from build_tools.publish.settings import Settings, read_settings
from tests.publish.test_settings import LANGUAGES, settings_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    (made.docs / "images").mkdir(parents=True, exist_ok=True)
    (made.docs / "images/boat.svg").write_text("<svg/>", "utf-8")
    (made.docs / "crew").mkdir()
    (made.docs / "crew/all.md").write_text("# All\n", "utf-8")
    return made


@pytest.mark.parametrize(
    "link",
    [
        "https://herald.example/x",
        "mailto:desk@herald.example",
        "#method",
        "documents/index.md",
        "documents/some-text.md#p3",
        "about.md",
        "crew/all.md",
        "images/boat.svg",
        "<crew/all.md>",
        'crew/all.md "The crew"',
    ],
)
def test_a_link_that_leads_somewhere(settings: Settings, link: str) -> None:
    (settings.docs / "home.en.md").write_text(f"# One\n\nSee [it]({link}).\n", "utf-8")
    assert list(broken_links(settings)) == []


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("nowhere.md", "leads to no file in docs/"),
        ("documents/", "names a folder"),
        ("/documents/index.md", "begins at the root of the server, which may not be the archive's"),
        ("images/ship.svg", "leads to no file in docs/"),
        ("../crew/all.md", "leads to no file in docs/"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(settings: Settings, link: str, words: str) -> None:
    (settings.docs / "home.en.md").write_text(f"# One\n\nSee [it]({link}).\n", "utf-8")
    (problem,) = broken_links(settings)
    assert (Path(problem.path).name, problem.line, problem.severity) == ("home.en.md", 3, "error")
    assert problem.message == f"The link {link} {words}"


def test_a_link_is_seen_from_its_own_page_and_not_in_code(settings: Settings) -> None:
    (settings.docs / "crew/one.md").write_text(
        "[a](all.md) [b](../about.md) `[c](none.md)`\n\n```md\n[d](none.md)\n```\n\n[e](none.md)\n", "utf-8"
    )
    assert [(problem.line, problem.message.split()[2]) for problem in broken_links(settings)] == [
        (7, "none.md")
    ]


@pytest.mark.example
def test_the_example_has_none() -> None:
    assert list(broken_links(read_settings(Path(__file__).parents[2] / "mkdocs.yml"))) == []
