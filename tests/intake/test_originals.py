"""The file that a text was made of is kept beside it, watched, and published only where the text may be shown whole."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.publish import originals
from build_tools.read import read_seeds
from tests.cli.command import archive
from tests.convert import making
from tests.convert.making import PARAGRAPHS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [[(40.0, 700.0, PARAGRAPHS[0])], [(40.0, 700.0, PARAGRAPHS[1])]]
    (tmp_path / "water.pdf").write_bytes(making.pdf(lines, size=10))
    (tmp_path / "page.html").write_bytes(making.page(title="Another page"))
    done = archive("add", "water.pdf", "page.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path


def published(folder: Path) -> dict[str, bytes]:
    seeds, problems = read_seeds(folder / "seeds")
    assert not [problem for problem in problems if problem.severity == "error"]
    annotator = Annotator(seeds.authority)
    gathered = gather(
        seeds, [annotated for document in seeds.documents if (annotated := annotator.attempt(document)[0])]
    )
    return {file.path: file.content for file in originals.files(gathered)}


def test_it_is_kept_and_published_and_what_a_browser_would_run_is_packed(folder: Path) -> None:
    assert (folder / "seeds/originals/water.pdf").read_bytes() == (folder / "water.pdf").read_bytes()
    files = published(folder)
    assert files["documents/water.original.pdf"] == (folder / "water.pdf").read_bytes()
    with zipfile.ZipFile(BytesIO(files["documents/page.original.zip"])) as packed:
        assert packed.read("page.html") == (folder / "page.html").read_bytes()
    assert len(files) == 2
    assert files == published(folder)


@pytest.mark.parametrize("rights", ["excerpt", "withheld"])
def test_what_may_not_be_shown_whole_is_not_given_out(folder: Path, rights: str) -> None:
    with (folder / "seeds/water.yml").open("a") as record:
        record.write(f"rights: {rights}\n")
    assert list(published(folder)) == ["documents/page.original.zip"]


def test_pages_of_the_original_are_those_of_the_paragraphs(folder: Path) -> None:
    seeds, _ = read_seeds(folder / "seeds")
    (document,) = (one for one in seeds.documents if one.id == "water")
    assert [paragraph.page for paragraph in document.paragraphs] == ["1", "2"]
    assert document.record.original is not None
    assert document.record.original.sha256 == sha256((folder / "water.pdf").read_bytes()).hexdigest()


def test_one_that_changed_is_missing_or_is_nobodys_is_told(folder: Path) -> None:
    kept = folder / "seeds/originals"
    (kept / "water.pdf").write_bytes(b"another")
    (kept / "page.html").unlink()
    (kept / "stray.pdf").write_bytes(b"x")
    done = archive("check", cwd=folder)
    assert done.returncode == 1
    for code in ("other-original", "no-original", "nobodys-original"):
        assert done.stdout.count(f"[{code}]") == 1


def test_a_page_begins_with_a_paragraph_that_is_there(folder: Path) -> None:
    record = folder / "seeds/water.yml"
    record.write_text(record.read_text("utf-8").replace("2: 2}", "9: 2}"), "utf-8")
    done = archive("check", cwd=folder)
    assert "There is no paragraph 9, but only 2" in done.stdout
