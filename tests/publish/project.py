"""A small archive to build: the own configuration and theme, with pages given by the test instead of ``seeds/``."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from build_tools import publish
from build_tools.model import Archive, OutputFile
from build_tools.publish import pipeline
from build_tools.publish.kept.last import FILE
from build_tools.publish.pipeline import Prepared
from tests.publish.forked import fork_mkdocs

ROOT = Path(__file__).parents[2]

INDEXES = (
    "index",
    "documents/index",
    "entities/index",
    "stories/index",
    "figures/index",
    "disputed",
    "timeline",
    "search",
    "data",
)
SUFFIXES = {"en": "", "ar": ".ar", "zh": ".zh"}


def page(
    path: str, title: str, body: str = "<p>text</p>", front: str = "", *, languages: Iterable[str] = SUFFIXES
) -> Iterable[OutputFile]:
    """One page in the three interface languages, or in some of them."""
    for language in languages:
        suffix = SUFFIXES[language]
        head = f"---\ntitle: '{title} {language}'\nkind: text\n{front}---\n\n"
        yield OutputFile(f"{path}{suffix}.md", f"{head}{body}\n".encode())


def without_meaning(config: Path) -> None:
    """Say in the configuration that nothing is compared by meaning: making an encoder ready takes seconds."""
    config.write_text(
        config.read_text("utf-8").replace("seeds: seeds\n", "seeds: seeds\n    meaning: false\n"), "utf-8"
    )


def in_english_only(config: Path) -> None:
    """Say in the configuration that English is the only language of the interface: it builds in a third of the time."""
    text = config.read_text("utf-8")
    others, after = text.index("        - locale: ar"), text.index("\ntheme:")
    config.write_text(text[:others] + text[after:], "utf-8")


class Project:
    """A folder with ``mkdocs.yml``; ``files`` is what the next build makes."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.config = root / "mkdocs.yml"
        self.site = root / "site"
        shutil.copy(ROOT / "mkdocs.yml", self.config)
        for name in ("overrides", "build_tools"):
            (root / name).symlink_to(ROOT / name)
        (root / "seeds").mkdir()
        (root / "docs").mkdir()
        (root / "docs/assets").symlink_to(ROOT / "docs/assets")
        for path in (ROOT / "docs").glob("[ah]*.md"):
            shutil.copy(path, root / "docs")
        self.files = [file for path in INDEXES for file in page(path, path)]
        monkeypatch.setattr(pipeline, "prepare", lambda *_, **options: Prepared(Archive(), ()))
        fork_mkdocs(monkeypatch)
        monkeypatch.setattr(pipeline, "tasks", lambda *_: [lambda: iter(self.files)])

    def build(self, **options: int) -> publish.Built:
        # What is built does not stand in seeds/, where a build would look for changes.
        (self.root / ".cache" / FILE).unlink(missing_ok=True)
        return publish.build(self.config, **options)  # type: ignore[arg-type]

    def read(self, path: str) -> str:
        return (self.site / path).read_text("utf-8")

    def tree(self, folder: str = "site") -> dict[str, bytes]:
        root = self.root / folder
        return {
            p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()
        }
