"""What nobody foresaw is told in one line that names the text and the paragraph, and stops nothing else."""

from __future__ import annotations

import json
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import build_tools.annotate
import build_tools.read.documents
from build_tools.problems import DataError
from build_tools.publish import pipeline
from build_tools.publish.progress import silent
from build_tools.publish.site import _problems
from build_tools.render.wording.reading import Reader
from tests.cli.command import archive, process, shell
from tests.publish.test_settings import LANGUAGES, settings_of
from tests.thorough import first

WORD = "quincunx"
TEXT = f"Acme Motors hired 300 people.\n\nThe {WORD} of 5 ships sailed.\nIt came back.\n"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program fails at one word."""
    read = build_tools.annotate.read_figures

    def reading(text: str, *arguments: Any, **more: Any) -> Any:
        if WORD in text:
            raise KeyError(WORD)
        return read(text, *arguments, **more)

    monkeypatch.setattr(build_tools.annotate, "read_figures", reading)


def ids(stdout: str) -> list[str]:
    return [json.loads(line)["id"] for line in stdout.splitlines()]


@pytest.mark.usefixtures("failing")
def test_annotate_names_the_paragraph_and_goes_on(folder: Path) -> None:
    (folder / "seeds" / "bad.txt").write_text(TEXT, "utf-8")
    done = archive("annotate", "seeds/a.txt", "seeds/bad.txt", "seeds/c.txt", cwd=folder)
    assert (done.returncode, ids(done.stdout)) == (1, ["a", "c"])
    (said,) = done.stderr.splitlines()
    assert said.startswith(
        f"seeds/bad.txt:3: error: Paragraph 2: KeyError: '{WORD}'. This is a fault of the program"
    )


@pytest.mark.usefixtures("failing")
def test_annotate_goes_on_with_the_next_line(folder: Path) -> None:
    lines = [json.dumps({"id": name, "language": "en", "text": text}) for name, text in (("a", "x 5%"), ("b", TEXT), ("c", "y"))]  # fmt: skip
    done = archive("annotate", "-", cwd=folder, stdin="\n".join(lines))
    assert (done.returncode, ids(done.stdout)) == (1, ["a", "c"])
    (said,) = done.stderr.splitlines()
    assert said.startswith("-:2: error: Paragraph 2: KeyError")


def test_a_line_whose_language_cannot_be_told_for_a_fault_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def detect(text: str) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(build_tools.read.documents, "detect", detect)
    done = archive("annotate", "-", cwd=folder, stdin='{"id": "a", "text": "x"}\n{}')
    assert [line.split(": ")[:3] for line in done.stderr.splitlines()] == [
        ["-:1", "error", "ZeroDivisionError"],
        ["-:2", "error", "This line cannot be used"],
    ]
    done = archive("check", cwd=folder)
    assert sum("ZeroDivisionError" in line for line in done.stdout.splitlines()) == 3


@pytest.mark.usefixtures("failing")
def test_check_names_it_with_everything_else(folder: Path) -> None:
    (folder / "seeds" / "bad.txt").write_text(TEXT, "utf-8")
    (folder / "seeds" / "worse.txt").write_text(f"One {WORD}, said the man.\n", "utf-8")
    (folder / "seeds" / "c.yml").write_text("annotations: [{quote: nowhere, reject: true}]\n", "utf-8")
    done = archive("check", cwd=folder)
    assert done.returncode == 1
    places = [line.split(": ")[0] for line in done.stdout.splitlines() if ": error: " in line]
    assert places == ["seeds/bad.txt:3", "seeds/c.yml:1", "seeds/worse.txt:1"]


@pytest.mark.usefixtures("failing")
def test_a_translation_is_named(folder: Path) -> None:
    (folder / "seeds" / "translations" / "en").mkdir(parents=True)
    path = folder / "seeds" / "translations" / "en" / "c.md"
    path.write_text(f"---\nmade_by: person\n---\n\nThe {WORD} said so.\n", "utf-8")
    done = archive("check", cwd=folder)
    assert "seeds/translations/en/c.md: error: Paragraph 1: KeyError" in done.stdout


@pytest.mark.usefixtures("failing")
def test_a_build_names_it_with_everything_else(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    for name in ("a", "b"):
        (settings.seeds / f"{name}.txt").write_text(f"{name} hired people.\n{TEXT}", "utf-8")
    with pytest.raises(DataError) as caught:
        pipeline.prepare(settings, silent)
    assert [(Path(p.path).name, p.line) for p in caught.value.problems] == [("a.txt", 4), ("b.txt", 4)]


def test_a_page_that_cannot_be_made_names_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def figure(self: Reader, figure: Any) -> str:
        raise ArithmeticError("too odd")

    monkeypatch.setattr(Reader, "figure", figure)
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    (settings.seeds / "a.txt").write_text("The wind was fair.\n\nThey hired 300 people.\n", "utf-8")
    prepared = pipeline.prepare(settings, silent)
    with pytest.raises(DataError) as caught:
        list(chain.from_iterable(task() for task in pipeline.tasks(prepared, settings)))
    (problem,) = caught.value.problems
    assert (Path(problem.path).name, problem.line, problem.code) == ("a.txt", 3, "internal")


def test_with_a_switch_python_shows_where(
    folder: Path, failing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_TRACEBACK", "1")
    (folder / "seeds" / "bad.txt").write_text(TEXT, "utf-8")
    with pytest.raises(KeyError):
        archive("check", cwd=folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("command", first(["annotate seeds/a.txt", "check", "--help", "explain seeds/a.txt", "check --schema record"], 3))  # fmt: skip
def test_a_full_disk_is_told(folder: Path, command: str) -> None:
    (folder / "seeds" / "d.yml").write_text("x: 1\n", "utf-8")
    done = shell(f"archive {command} > /dev/full", cwd=folder)
    (said,) = done.stderr.splitlines()
    assert done.returncode == 1
    assert "No space left on device, so it was not written whole. Make room" in said
    assert "[disk-full]" in said


def test_closed_standard_streams_are_told(folder: Path) -> None:
    done = shell("archive annotate seeds/a.txt >&-", cwd=folder)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "[no-output]" in done.stderr
    done = shell("archive check --schema record >&-", cwd=folder)
    assert (done.returncode, done.stderr.count("[no-output]")) == (1, 1)
    assert shell("archive annotate report.txt >&- 2>&-", cwd=folder).returncode == 1
    assert shell("archive check --schema record 2>&-", cwd=folder).returncode == 0


def test_a_reader_who_leaves_is_told_of_by_every_command(folder: Path) -> None:
    (folder / "seeds" / "a.yml").unlink()
    (folder / "seeds" / "a.txt").write_text("".join(f"x{n} \ufffd said.\n" for n in range(99)), "utf-8")
    for name in range(2000):
        (folder / "seeds" / f"n{name}.odd").write_text("", "utf-8")
    done = shell("sh -c 'archive check; echo $? >&2' | head -c 1", cwd=folder)
    assert done.stderr.splitlines() == [
        "-: error: Standard output was closed before everything was written. [broken-pipe]",
        "1",
    ]


def test_a_word_file_with_broken_insides_is_told(folder: Path) -> None:
    kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    with zipfile.ZipFile(folder / "broken.docx", "w") as made:
        made.writestr("[Content_Types].xml", kinds)
        made.writestr("_rels/.rels", links)
        made.writestr("word/document.xml", "<w:document><w:body>")
    done = process("add", "broken.docx", cwd=folder)
    (said,) = done.stderr.splitlines()
    assert done.returncode == 1
    assert said.startswith("broken.docx: error: ")
    assert "[broken-file]" in said


def test_what_stopped_mkdocs_is_told_without_its_traceback(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    output = """Traceback (most recent call last):
  File "/usr/lib/python3/shutil.py", line 144, in copyfile
    raise err from None
OSError: [Errno 28] No space left on device: '/a/site/x.html'
"""
    (problem,) = _problems(output, settings)
    assert (problem.path, problem.message) == (
        "/a/site/x.html",
        "No space left on device, so it was not written whole",
    )


def test_with_a_switch_mkdocs_is_shown_whole_where_it_reported_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    monkeypatch.setenv("ARCHIVE_TRACEBACK", "1")
    _problems("ERROR   -  Config value 'x': wrong\n", settings)
    assert capsys.readouterr().err == ""
    _problems("Traceback (most recent call last):\nKeyError: 'x'\n", settings)
    assert capsys.readouterr().err.startswith("Traceback")
