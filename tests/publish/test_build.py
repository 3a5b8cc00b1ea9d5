"""From generated pages to a site, through MkDocs: what the theme would get wrong comes out right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from build_tools.model import OutputFile
from build_tools.problems import DataError
from build_tools.publish.site import JOBS, PAGES_READY
from build_tools.publish.squeeze import stream
from tests.publish.project import INDEXES, Project, in_english_only, page

HOSTILE = '<b>R&D</b> {{ 7 * 7 }} "quoted"'
HEAD = """head:
- meta: {name: DC.title, content: 'a "quoted" <title>'}
- link: {rel: alternate, type: application/atom+xml, href: feed.xml}
- json_ld: {'@type': NewsArticle, name: '</script><b>'}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        project = Project(tmp_path_factory.mktemp("archive"), monkeypatch)
        project.files += page("documents/a", HOSTILE.replace("'", "''"), front=HEAD)
        project.files += page("documents/partly", "partly", front="text_languages: [ar, zh]\n")
        project.files.append(OutputFile("search/tables.json", b"{}", "site"))
        project.files.append(OutputFile("feed.xml", b"<feed/>", "site"))
        project.build()
        yield project


@pytest.mark.parametrize(
    ("path", "language", "direction"),
    [("", "en", "ltr"), ("ar/", "ar", "rtl"), ("zh/", "zh", "ltr"), ("ar/documents/a/", "ar", "rtl")],
)
def test_each_language_has_its_direction(built: Project, path: str, language: str, direction: str) -> None:
    html = built.read(f"{path}index.html")
    assert f'<html lang="{language}"' in html
    assert f'<body dir="{direction}"' in html


def test_files_that_are_no_pages_are_published(built: Project) -> None:
    assert built.read("search/tables.json") == "{}"
    assert built.read("feed.xml") == "<feed/>"


def test_titles_are_text(built: Project) -> None:
    html = built.read("documents/a/index.html")
    assert "<b>R" not in html
    assert "{{ 7 * 7 }}" in html
    assert "<title>&lt;b&gt;R&amp;D&lt;/b&gt;" in html


def test_front_matter_gives_the_head(built: Project) -> None:
    html = built.read("documents/a/index.html")
    assert '<meta name="DC.title" content="a &#34;quoted&#34; &lt;title&gt;">' in html
    assert 'href="../../feed.xml"' in html
    assert 'href="../../../feed.xml"' in built.read("ar/documents/a/index.html")
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(scripts) == 1
    assert "<" not in scripts[0]


def test_language_versions_name_each_other(built: Project) -> None:
    expected = {
        "en": "https://example.org/archive/documents/a/",
        "ar": "https://example.org/archive/ar/documents/a/",
        "zh": "https://example.org/archive/zh/documents/a/",
        "x-default": "https://example.org/archive/documents/a/",
    }
    for prefix in ("", "ar/", "zh/"):
        html = built.read(f"{prefix}documents/a/index.html")
        assert dict(re.findall(r'hreflang="([\w-]+)" href="(https:[^"]*)"', html)) == expected
        assert f'<link rel="canonical" href="https://example.org/archive/{prefix}documents/a/">' in html


def test_only_pages_on_which_the_text_can_be_read_are_versions_of_it(built: Project) -> None:
    found = {
        prefix: re.findall(
            r'hreflang="([\w-]+)" href="https:', built.read(f"{prefix}documents/partly/index.html")
        )
        for prefix in ("", "ar/", "zh/")
    }
    assert {prefix: sorted(tags) for prefix, tags in found.items()} == {
        "": [],
        "ar/": ["ar", "zh"],
        "zh/": ["ar", "zh"],
    }


def test_the_home_page_names_its_versions_too(built: Project) -> None:
    links = dict(re.findall(r'hreflang="([\w-]+)" href="(https:[^"]*)"', built.read("zh/index.html")))
    assert links["en"] == links["x-default"] == "https://example.org/archive/"
    assert links["ar"] == "https://example.org/archive/ar/"


def test_no_alternate_is_taken_for_the_root_of_a_site(built: Project) -> None:
    for path in ("index.html", "ar/documents/a/index.html"):
        assert 'rel="alternate"' not in built.read(path)
        assert 'rel="alternate "' in built.read(path)


def test_the_switch_leads_to_the_same_page(built: Project) -> None:
    html = built.read("ar/documents/a/index.html")
    links = re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', html)
    assert links == [("../../../documents/a/", "en"), ("./", "ar"), ("../../../zh/documents/a/", "zh")]


def test_navigation_is_translated_and_knows_its_folder(built: Project) -> None:
    html = built.read("ar/documents/a/index.html")
    tabs = html[html.index('class="md-tabs"') : html.index("</nav>", html.index('class="md-tabs"'))]
    assert re.findall(r'aria-current="true">([^<]*)<', tabs) == ["الوثائق"]
    assert not re.search(r">\s*[A-Za-z]+\s*<", tabs)


def test_one_section_at_a_time_is_where_a_reader_is(built: Project) -> None:
    for path in ("ar/documents/a/index.html", "ar/stories/index.html", "stories/index.html"):
        html = built.read(path)
        tabs = html[html.index('class="md-tabs"') : html.index("</nav>", html.index('class="md-tabs"'))]
        assert tabs.count("aria-current") == 1, path


def test_the_index_of_the_theme_is_empty_and_its_worker_replaced(built: Project) -> None:
    assert len(built.read("search/search_index.json")) < 300
    assert "new URL(`../search/worker.js?lang=" in built.read("assets/javascripts/frame.js")
    for path, scope in (("index.html", "."), ("ar/documents/a/index.html", "../../..")):
        assert f'data-scope="{scope}"' in built.read(path)
        assert "search/worker" not in built.read(path)


def test_the_site_map_lists_every_page_once(built: Project) -> None:
    root = ElementTree.fromstring(built.read("sitemap.xml"))
    found = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = {
        "https://example.org/archive/" + path.removesuffix("index.html")
        for path in built.tree()
        if path.endswith("index.html")
    }
    assert sorted(found) == sorted(pages)
    assert not (built.site / "sitemap.xml.gz").exists()


def test_the_page_for_missing_pages_speaks_all_languages(built: Project) -> None:
    html = built.read("404.html")
    assert '<html lang="en"' in html
    assert '<section lang="ar" dir="rtl">' in html
    assert 'href="/archive/zh/"' in html


def test_nothing_is_loaded_from_elsewhere(built: Project) -> None:
    for path in ("index.html", "ar/documents/a/index.html", "404.html"):
        loaded = re.findall(
            r'<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="([^"]*)"', built.read(path)
        )
        assert loaded
        assert not [address for address in loaded if "//" in address]


def test_one_style_sheet_serves_all_pages(built: Project) -> None:
    assert [path for path in built.tree() if path.endswith(".css")] == ["assets/stylesheets/site.css"]
    for path, prefix in (
        ("index.html", ""),
        ("ar/documents/a/index.html", "../../../"),
        ("404.html", "/archive/"),
    ):
        found = re.findall(r'<link rel="stylesheet" href="([^"]*)"', built.read(path))
        assert found == [f"{prefix}assets/stylesheets/site.css"]


def test_several_processes_make_the_same_pages(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = stream.shared
    divided: list[tuple[int, int]] = []

    def noted(work: Callable[[int], Any], tasks: int, jobs: int) -> Iterator[Any]:
        divided.append((tasks, jobs))
        return shared(work, tasks, jobs)

    monkeypatch.setattr(stream, "MANY", 1)
    monkeypatch.setattr(stream, "shared", noted)
    for name, value in {PAGES_READY: "1", JOBS: "2", "SOURCE_DATE_EPOCH": "0"}.items():
        monkeypatch.setenv(name, value)
    mkdocs_build(load_config(str(built.config), site_dir=str(tmp_path / "site"), strict=True))
    made = {path.relative_to(tmp_path / "site").as_posix(): path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}  # fmt: skip
    assert made == {path: content for path, content in built.tree().items() if path.endswith(".html")}
    assert divided == [(stream.PORTIONS, 2)] * 3


def test_the_same_input_gives_the_same_bytes(built: Project) -> None:
    before = built.tree()
    assert built.build().written == 0
    assert built.tree() == before


ENGLISH = ("en",)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path, monkeypatch)
    in_english_only(project.config)
    project.files = [file for path in INDEXES for file in page(path, path, languages=ENGLISH)]
    return project


def test_a_build_that_mkdocs_refuses_changes_nothing(project: Project) -> None:
    project.build()
    site, docs = project.tree(), project.tree("docs")
    project.files += page("documents/b", "b", body="[nowhere](nowhere.md)", languages=ENGLISH)
    with pytest.raises(DataError, match=r"nowhere\.md.*\[mkdocs\]"):
        project.build()
    assert project.tree() == site
    assert project.tree("docs") == docs
    assert {path.name for path in (project.root / ".cache").iterdir()} == {
        "kept",
        "seeds-manifest-sha256.txt",
    }


def test_a_build_that_fails_while_rendering_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> Iterator[OutputFile]:
        yield from page("documents/b", "b")
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr("build_tools.publish.pipeline.tasks", lambda *_: [failing])
    docs = project.tree("docs")
    with pytest.raises(RuntimeError):
        project.build()
    assert project.tree("docs") == docs
    assert not project.site.exists()


def test_a_page_that_mkdocs_leaves_out_is_noticed(project: Project) -> None:
    with project.config.open("a", encoding="utf-8") as config:
        config.write("\nexclude_docs: stories/\n")
    project.files += page("stories/s", "s", languages=ENGLISH)
    with pytest.raises(DataError, match="page-lost"):
        project.build()


def test_a_page_without_a_title_is_refused(project: Project) -> None:
    project.files.append(OutputFile("documents/b.md", b"---\nkind: [\n---\n\ntext\n"))
    with pytest.raises(DataError, match="has no title"):
        project.build()


def test_pages_that_are_no_longer_made_leave_the_site(project: Project) -> None:
    files = project.files
    project.files = [*files, *page("documents/b", "b", languages=ENGLISH)]
    project.build()
    project.files = files
    assert project.build().removed == 1
    assert not (project.site / "documents/b").exists()
