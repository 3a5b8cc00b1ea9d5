"""``archive add``: folders, packed files and links; what is told, and what is refused with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.convert.process import Converters
from build_tools.intake.sources import Source, sources
from build_tools.problems import Problem
from build_tools.read import read_seeds
from tests.cli.command import archive
from tests.convert import making
from tests.convert.making import ARABIC, PARAGRAPHS


def test_a_file_of_every_kind_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name, data in making.of_every_kind().items():
        (tmp_path / "texts" / name).write_bytes(data)
    done = archive("add", "texts", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    read, problems = read_seeds(tmp_path / "seeds")
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert sorted(document.id for document in read.documents) == sorted(
        [
            "eight",
            "eleven",
            "five",
            "four",
            "03-low-tide",
            "herald-example-tide",
            "inner",
            "02-low-water",
            "nine",
            "one",
            "seven",
            "six",
            "three",
            "two",
        ]
    )
    for document in read.documents:
        kept = [document.text[p.start : p.end] for p in document.paragraphs]
        assert [text for text in kept if text != "A harbour without water"] == list(PARAGRAPHS), document.id


def test_a_page_of_a_web_archive_has_its_address_and_its_day(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        making.warc(
            {
                "https://herald.example/2023/02/low-water.html": making.page(),
                "https://herald.example/x.png": b"x",
            }
        )
    )
    done = archive("add", "a.warc.gz", cwd=tmp_path)
    assert "Left out: 1 records that are no pages: image/png (1)" in done.stderr
    record = (tmp_path / "seeds/02-low-water.yml").read_text("utf-8")
    assert 'url: "https://herald.example/2023/02/low-water.html"' in record
    assert 'retrieved: "2024-03-05"' in record


def test_two_files_of_one_name_in_two_folders(tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        (tmp_path / "texts" / year).mkdir(parents=True)
        (tmp_path / "texts" / year / "march.txt").write_text(
            f"The harbour was closed in {year}, the council said.\n"
        )
    done = archive("add", "texts", cwd=tmp_path)
    assert done.stdout.splitlines()[::2] == ["seeds/march.txt", "seeds/2024-march.txt"]


def test_a_link_is_not_followed_out_of_the_folder_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Nobody should read this in an archive.\n")
    (tmp_path / "texts/inner").mkdir(parents=True)
    (tmp_path / "texts/inner/real.txt").write_text("The harbour was closed for two days.\n")
    (tmp_path / "texts/link.txt").symlink_to("../secret.txt")
    (tmp_path / "texts/folder").symlink_to("..")
    (tmp_path / "texts/near.txt").symlink_to("inner/real.txt")
    (tmp_path / "texts/round.txt").symlink_to("round.txt")
    done = archive("add", "texts", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("[link-out]") == 1
    assert "texts/round.txt" in done.stderr
    assert {path.stem for path in (tmp_path / "seeds").iterdir()} == {"real", "near"}
    done = archive("add", "texts/link.txt", cwd=tmp_path)
    assert "The link leads out of its folder" in done.stderr


def test_packed_files_are_opened_four_deep(tmp_path: Path) -> None:
    data = making.packed({"text.txt": "The harbour was closed.\n"})
    with Converters() as converters:
        for depth in range(1, 6):
            (tmp_path / "a.zip").write_bytes(data)
            (found,) = sources(tmp_path / "a.zip", converters)
            assert isinstance(found, Source) == (depth <= 4), depth
            data = making.packed({"inner.zip": data})
    assert isinstance(found, Problem)
    assert (found.code, found.hint) == ("too-deep", "Unpack it")


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.intake.sources.INPUT", 10)
    with Converters() as converters:
        for size in (10, 11):
            (tmp_path / "a.txt").write_bytes(b"x" * size)
            (found,) = sources(tmp_path / "a.txt", converters)
            assert isinstance(found, Source) == (size == 10)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.doc", "save it as .docx or .odt"), ("a.xlsx", "archive add --table"), ("a.mobi", "Convert it to .epub"), ("a.msg", "as .eml"),
        ("a.7z", "Unpack it"), ("a.jpg", "run text recognition"), ("a.mp3", "write down what is said"), ("a.maff", "as HTML"), ("a", "Save it as one of"),
    ],
)  # fmt: skip
def test_what_is_not_taken_in_is_refused_with_what_to_save_it_as(
    tmp_path: Path, name: str, remedy: str
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / name).write_bytes(b"x")
    (tmp_path / "texts/good.txt").write_text("The harbour was closed for two days.\n")
    for what in (f"texts/{name}", "texts"):
        done = archive("add", what, cwd=tmp_path)
        assert done.returncode == 1
        (said,) = done.stderr.splitlines()
        assert remedy in said
    assert (tmp_path / "seeds/good.txt").exists()


def test_a_text_that_cannot_be_right_is_taken_in_only_when_asked_for(tmp_path: Path) -> None:
    glued = [
        "Thisdocumentmaybeusedunderthetermsofthelicence",
        "andnoneofitswordscanbetoldapartatall",
        "noteventheshortonesatitsveryend",
    ]
    (tmp_path / "glued.pdf").write_bytes(
        making.pdf([[(40.0, 700.0 - 30 * n, text) for n, text in enumerate(glued)]])
    )
    done = archive("add", "glued.pdf", cwd=tmp_path)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert "3 of 3 words are run together" in said
    assert said.endswith("--anyway takes it in as it is [glued-words]")
    assert not (tmp_path / "seeds").exists()
    done = archive("add", "glued.pdf", "--anyway", "--language", "en", cwd=tmp_path)
    assert done.returncode == 0
    assert "glued.pdf: warning: 3 of 3 words" in done.stderr
    assert "# To be checked: 3 of 3 words" in (tmp_path / "seeds/glued.yml").read_text("utf-8")


def test_arabic_in_an_old_encoding_is_told_right_and_taken_in_right(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("\n".join(ARABIC).encode("cp1256"))
    done = archive("add", "old.txt", cwd=tmp_path)
    assert (
        "it is probably WINDOWS-1256. Take it in with: archive add old.txt --encoding WINDOWS-1256"
        in done.stderr
    )
    assert archive("add", "old.txt", "--encoding", "WINDOWS-1256", cwd=tmp_path).returncode == 0
    assert (tmp_path / "seeds/old.txt").read_text("utf-8").splitlines() == list(ARABIC)


def test_a_title_is_filed_under_the_language_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(making.page(title="انخفاض المياه في ميناء مولده"))
    assert archive("add", "page.html", cwd=tmp_path).returncode == 0
    assert 'title: {ar: "انخفاض المياه في ميناء مولده"}' in (tmp_path / "seeds/page.yml").read_text("utf-8")


def test_what_is_inferred_is_marked_and_says_from_what(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(
        making.page(head="<link rel='canonical' href='https://herald.example/2023/02/15/low-water'>")
    )
    assert archive("add", "page.html", cwd=tmp_path).returncode == 0
    record = (tmp_path / "seeds/page.yml").read_text("utf-8")
    assert 'published: "2023-02-15?"  # inferred from the address; to be checked' in record
    assert "# publisher: …  # the page does not say; its address is at herald.example" in record
    assert archive("check", cwd=tmp_path).returncode == 0
