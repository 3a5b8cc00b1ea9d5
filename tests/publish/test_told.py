"""A fault that MkDocs reports is told of the file that a person wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.told import named
from tests.publish.test_settings import LANGUAGES

LINK = "Doc file '{}' contains a link '{}', but the target is not found among documentation files"
FOLDER = "Doc file '{}' contains an unrecognized relative link '{}', it was left as is"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/home.en.md").write_text(
        "Welcome.\n\nSee [the list](lost.md) or [it](documents/).\n", "utf-8"
    )
    (tmp_path / "docs/home.ar.md").write_text("[x](ضاع.md)\n", "utf-8")
    (tmp_path / "docs/crew.md").write_text("---\ntitle: C\n---\n[x](gone.md)\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_url: https://a.example/\n{LANGUAGES}", "utf-8")
    return read_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    ("line", "path", "number"),
    [
        (LINK.format("index.md", "lost.md"), "docs/home.en.md", 3),
        (FOLDER.format("index.md", "documents/"), "docs/home.en.md", 3),
        (LINK.format("index.ar.md", "ضاع.md"), "docs/home.ar.md", 1),
        (LINK.format("index.md", "elsewhere.md"), "docs/index.md", 0),
        (LINK.format("crew.md", "gone.md"), "docs/crew.md", 4),
        ("Doc file 'crew.md' has no title in its front matter", "docs/crew.md", 0),
        ("Config value 'theme': Unrecognised theme", "mkdocs.yml", 0),
    ],
)
def test_the_file_is_named(settings: Settings, line: str, path: str, number: int) -> None:
    problem = named(line, settings)
    assert (problem.path, problem.line, problem.code) == (path, number, "mkdocs")
    assert problem.hint


def test_how_a_link_is_written_is_said(settings: Settings) -> None:
    assert "documents/index.md" in named(FOLDER.format("index.md", "documents/"), settings).hint
