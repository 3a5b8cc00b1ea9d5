"""What is left of the example is told where other texts stand in its place; the list of it is up to date."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from build_tools.publish.leftovers import checksums, leftovers
from build_tools.publish.settings import read_settings

ROOT = Path(__file__).parents[2]


def example() -> set[str]:
    settings = read_settings(ROOT / "mkdocs.yml")
    files = [
        *(ROOT / "seeds").glob("*.txt"),
        *(ROOT / "docs").glob("home.*.md"),
        *(ROOT / "docs").glob("about.*.md"),
    ]
    words = [*settings.site.name.values(), *settings.site.description.values()]
    return {
        sha256(content).hexdigest()
        for content in [*(path.read_bytes() for path in files), *(w.encode() for w in words)]
    }


@pytest.mark.example
def test_the_list_is_that_of_the_example() -> None:
    """Renew with: python -m tests.publish.test_leftovers"""
    assert example() <= checksums()  # older ones may stay: archives were begun with them


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    for path in (ROOT / "docs").glob("home.*.md"):
        shutil.copy(path, tmp_path / "docs")
    (tmp_path / "seeds").mkdir()
    return tmp_path


@pytest.mark.example
def test_the_example_itself_has_no_leftovers(clone: Path) -> None:
    assert list(leftovers(read_settings(ROOT / "mkdocs.yml"))) == []
    assert list(leftovers(read_settings(clone / "mkdocs.yml"))) == []  # nothing there yet


@pytest.mark.example
def test_leftovers_are_told(clone: Path) -> None:
    (clone / "seeds/mine.txt").write_text("A text of my own.\n", "utf-8")
    (clone / "docs/home.en.md").write_text("Words of my own.\n", "utf-8")
    told = [
        (Path(problem.path).name, problem.severity)
        for problem in leftovers(read_settings(clone / "mkdocs.yml"))
    ]
    assert told.count(("mkdocs.yml", "warning")) == 6  # three names, two descriptions, the address
    assert {name for name, _ in told} == {"home.ar.md", "home.zh.md", "mkdocs.yml"}


if __name__ == "__main__":
    from build_tools.publish.leftovers import FILE

    lines = sorted(example() | checksums())
    FILE.write_text(
        "# SHA-256 of the example's texts, pages, names and descriptions.\n"
        + "".join(f'- "{line}"\n' for line in lines),
        "utf-8",
    )
