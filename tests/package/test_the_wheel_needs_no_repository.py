"""Installed from its wheel, the program works in a folder that has nothing of this repository."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.readers import shut
from tests.browser.server import serving
from tests.convert.making import of_every_kind
from tests.package.installed import ROOT, Installed, install

ENGLISH = "The ferry Nordlys carried 1,200 passengers in May 2024.\nIn June it carried 1,350.\n"
ARABIC = "نقلت العبّارة «نوردليس» 1200 راكب في مايو 2024، وارتفع عددهم في يونيو إلى 1350 راكبًا.\n"
PAGE = f"""<!doctype html><html lang="en"><head><title>A year at sea</title></head><body><article>
<h1>A year at sea</h1><p>{ENGLISH * 3}</p><p>The crew of the Nordlys has 34 members, and all of them can swim.</p>
</article></body></html>"""
NAME = "- id: nordlys\n  type: product\n  names: {en: Nordlys, ar: نوردليس}\n"


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


def write_word(path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("The harbour of Molde was closed for two days in the winter of 2023.")
    document.save(str(path))


def test_an_archive_of_ones_own(installed: Installed, tmp_path: Path, browser: Browser) -> None:
    where = installed.python("-c", "import build_tools; print(build_tools.__path__[0])", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.environment)

    begun = installed.run("new", "ferry", "--name", "The ferry", "--languages", "en,ar", cwd=tmp_path)
    assert begun.returncode == 0, begun.stderr
    folder = tmp_path / "ferry"
    # Making an encoder ready takes seconds, and the whole site has one.
    config = (folder / "mkdocs.yml").read_text("utf-8")
    without = config.replace("    rights: excerpt\n", "    rights: excerpt\n    meaning: false\n")
    assert without != config
    (folder / "mkdocs.yml").write_text(without, "utf-8")

    (tmp_path / "summer.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "صيف.txt").write_text(ARABIC, "utf-8")
    (tmp_path / "year.html").write_text(PAGE, "utf-8")
    write_word(tmp_path / "harbour.docx")
    files = ("summer.txt", "صيف.txt", "year.html", "harbour.docx")
    added = installed.run("add", *(f"../{name}" for name in files), cwd=folder)
    assert (added.returncode, added.stderr) == (0, "")
    (tmp_path / "kinds").mkdir()
    for name, data in of_every_kind().items():
        (tmp_path / "kinds" / name).write_bytes(data)
    taken = installed.run("add", "../kinds", cwd=folder)
    assert taken.returncode == 0, taken.stderr
    assert len(taken.stdout.splitlines()) == 2 * len(of_every_kind())
    with (folder / "seeds/three.yml").open("a", encoding="utf-8") as record:
        record.write("rights: full\n")  # a new archive shows excerpts
    for name, labels in (
        ("summer", "tags: [Fjord boats, May]\n"),
        ("صيف", "tags: [May]\ncollections: [Port log]\n"),
    ):
        with (folder / f"seeds/{name}.yml").open("a", encoding="utf-8") as record:
            record.write(labels)
    (folder / "seeds/entities/names.yml").write_text(NAME, "utf-8")
    (folder / "docs/crew.md").write_text("---\ntitle: The crew\n---\n\n![A boat](images/boat.svg)\n", "utf-8")
    (folder / "docs/images").mkdir()
    (folder / "docs/images/boat.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")

    checked = installed.run("check", cwd=folder)
    assert checked.returncode == 0, checked.stdout
    built = installed.run("build", cwd=folder, SITE_URL="https://ferry.example/archive/")
    assert built.returncode == 0, built.stderr
    assert [line for line in built.stderr.splitlines() if not line.endswith("[same-text]")] == []
    what_git_keeps(folder)
    read_in_a_browser(folder / "site", browser)


def what_git_keeps(folder: Path) -> None:
    """A page and a picture of one's own, and nothing that the build made."""
    subprocess.run(["git", "init", "--quiet", "."], cwd=folder, check=True)
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard"],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.splitlines()
    assert sorted(name for name in listed if not name.startswith("seeds/")) == [
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "docs/about.ar.md",
        "docs/about.en.md",
        "docs/crew.md",
        "docs/home.ar.md",
        "docs/home.en.md",
        "docs/images/boat.svg",
        "mkdocs.yml",
        "requirements.txt",
    ]


def read_in_a_browser(site: Path, browser: Browser) -> None:
    faults: list[str] = []
    with serving(site, "/archive/") as address:
        page = browser.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("response", lambda reply: faults.append(reply.url) if reply.status >= 400 else None)
        page.goto(f"{address}ar/")
        generator = page.locator('meta[name="generator"]').get_attribute("content") or ""
        assert re.fullmatch(r"press-archive \d+\.\d+\S*", generator)
        assert page.locator("body").get_attribute("dir") == "rtl"
        assert page.get_by_role("link", name="الوثائق").count()
        page.goto(f"{address}entities/nordlys/")
        assert page.get_by_text("نوردليس").count()
        page.goto(f"{address}search/?q=Nordlys")
        for name in ("summer", "صيف"):  # one name, both languages
            page.wait_for_selector(
                f'main a[href*="documents/{quote(name)}/"], main a[href*="documents/{name}/"]'
            )
        narrow_by_tag_and_collection(page, address)
        page.goto(f"{address}documents/three/")
        assert page.get_by_text("14 boats lay dry").count()
        with page.expect_download() as kept:
            page.get_by_role("link", name="Original file").click()
        assert Path(kept.value.path()).read_bytes() == of_every_kind()["three.pdf"]
        page.goto(f"{address}crew/")
        assert page.get_by_role("img", name="A boat").count() == 1
        shut(page)
    assert faults == []


def narrow_by_tag_and_collection(page: Page, address: str) -> None:
    """The boxes offer what the found documents have, with counts; the choice narrows, and stands in the address."""
    page.goto(f"{address}search/?q=Nordlys")
    hits, tags, collections = (
        page.locator(at) for at in (".search-hit", "select[name=tag]", "select[name=collection]")
    )
    expect(hits).to_have_count(2)
    expect(tags.locator("option")).to_have_text(["Any", "May (2)", "Fjord boats (1)"])
    expect(collections.locator("option")).to_have_text(["Any", "Port log (1)"])
    page.locator("#search-narrow > summary").click() if not tags.is_visible() else None
    tags.select_option("Fjord boats")
    expect(hits).to_have_count(1)
    assert "/documents/summer/" in (hits.locator("a").first.get_attribute("href") or "")
    page.goto(f"{address}ar/search/?q=Nordlys&tag=May&collection=Port+log")
    expect(hits).to_have_count(1)
    expect(tags).to_have_value("May")
    expect(collections).to_have_value("Port log")
    page.locator("#search-filters button[type=reset]").click()
    expect(hits).to_have_count(2)
