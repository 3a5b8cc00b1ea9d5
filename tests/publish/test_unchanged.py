"""A page is taken over from the last build only where all that it shows of other things is the same too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from build_tools.publish import handed
from build_tools.publish.kept.standing import Made
from build_tools.publish.squeeze.unchanged import Unchanged


class Build:
    """A build of one page, with what it depends on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.config_text, self.template, self.crew, self.title = (
            "site_name: One\n",
            "<p>a</p>",
            b"Crew",
            "Documents",
        )
        self.light = False
        self.standing: dict[str, Made] = {}
        self.source, self.url, self.others = "<p>text</p>", "documents/a/", {"ar": "ar/a/"}

    def stands(self) -> bool:
        """Build once: whether the page was left as it stands; else it is made, for the next build."""
        (self.root / "mine").mkdir(exist_ok=True)
        (self.root / "mine/part.html").write_text(self.template, "utf-8")
        (self.root / "mkdocs.yml").write_text(self.config_text, "utf-8")
        config: Any = SimpleNamespace(
            config_file_path=str(self.root / "mkdocs.yml"),
            theme=SimpleNamespace(custom_dir=str(self.root / "mine")),
            plugins={"press-archive": None, "i18n": None},
        )
        known = SimpleNamespace(title=self.title, url="documents/", is_homepage=False)
        own = SimpleNamespace(title=None, url="crew/", file=SimpleNamespace(content_bytes=self.crew))
        nav: Any = _Nav([known, own])
        others = {tag: SimpleNamespace(url=url) for tag, url in self.others.items()}
        file = SimpleNamespace(src_uri="documents/a.md", dest_uri="documents/a/index.html", url=self.url, alternates=others)  # fmt: skip
        handed.tell_standing(self.root, self.standing)
        unchanged = Unchanged(self.root)
        unchanged.begin("en", config, nav, light=self.light)
        of = unchanged.key_of(file, hashlib.sha256(self.source.encode()).hexdigest())
        meta = unchanged.known(file.dest_uri, of)
        if meta is None:
            unchanged.made({file.dest_uri: Made("0" * 64, of, {"robots": "noindex"}), "b": Made("", of, {})})
        unchanged.end()
        same, made = handed.done(self.root)
        assert "b" not in made, "it will be changed once more"
        self.standing.update(made)
        assert meta in (None, {"robots": "noindex"})
        assert same == ([] if meta is None else [file.dest_uri])
        return meta is not None


class _Nav(list[Any]):
    @property
    def pages(self) -> list[Any]:
        return list(self)


def _set(name: str, value: object) -> Callable[[Build], None]:
    return lambda build: setattr(build, name, value)


def test_the_same_page_stays_as_it_stands(tmp_path: Path) -> None:
    build = Build(tmp_path)
    assert [build.stands() for _ in range(3)] == [False, True, True]


@pytest.mark.parametrize(
    "change",
    [
        _set("light", True),
        _set("source", "<p>other</p>"),
        _set("url", "documents/b/"),
        _set("others", {}),
        _set("config_text", "site_name: Two\n"),
        _set("template", "<p>b</p>"),
        _set("title", "Texts"),
        _set("crew", b"The crew"),
        _set("config_text", "site_name: One\nhooks: [mine.py]\n"),
        _set("config_text", "INHERIT: other.yml\nsite_name: One\n"),
    ],
)
def test_after_a_change_it_is_made_anew(tmp_path: Path, change: Callable[[Build], None]) -> None:
    build = Build(tmp_path)
    build.stands()
    change(build)
    assert not build.stands()
