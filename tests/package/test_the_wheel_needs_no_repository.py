"""Installed from its wheel, the program works in a folder that has nothing of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.package.installed import ROOT, Installed, install

CONFIGURATION = """
site_name: Notes
site_url: https://notes.example/
plugins:
  - press-archive
  - search: {lang: en}
  - i18n: {languages: [{locale: en, name: English, default: true}, {locale: ar, name: العربية}]}
theme: {name: material}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(tmp_path_factory.mktemp("installed"))


def test_everything_travels_in_the_wheel(installed: Installed) -> None:
    there = installed.contents()
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "build_tools").rglob("*") if path.is_file()}
    shipped = {
        f"build_tools/shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("overrides", "docs/assets")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    wanted = {name for name in code if "__pycache__" not in name} | shipped
    assert len(shipped) > 30
    assert wanted - there == set()


def test_an_archive_is_built_in_a_folder_of_its_own(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one.txt").write_text("The ferry carried 1,200 passengers in May 2024.\n", "utf-8")
    (tmp_path / "docs").mkdir()
    for name, title in (("about", "About"), ("about.ar", "عن الموقع")):
        headings = "\n\n".join(f"## {part} {{#{part}}}" for part in ("method", "rights", "accessibility"))
        (tmp_path / f"docs/{name}.md").write_text(f"---\ntitle: {title}\n---\n\n{headings}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    where = installed.python("-c", "import build_tools; print(build_tools.__path__[0])", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.environment)
    done = installed.run("build", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "site/ar/documents/one/index.html").read_text("utf-8")
    assert 'href="../../../assets/stylesheets/site.css"' in page
    assert "الوثائق" in page  # a tab, in the words of the catalogue
    for asset in ("stylesheets/site.css", "search/search.js", "images/favicon.svg", "schemas/record.json"):
        assert (tmp_path / "site/assets" / asset).stat().st_size > 100
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == [
        "docs",
        "mkdocs.yml",
        "seeds",
        "site",
    ]
