"""The other commands: help whose examples run, check, explain, add, and the exit codes of all."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from glob import glob
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import build_tools.cli
from build_tools.cli.report import lines
from build_tools.problems import DataError, Problem
from tests.cli.command import BIN, ROOT, archive, process, shell

GROUP = build_tools.cli.archive
COMMANDS = GROUP.list_commands(click.Context(GROUP))


def examples(command: str) -> list[str]:
    """The lines of a command's help that can be typed."""
    shown = CliRunner().invoke(GROUP, [command, "--help"])
    assert shown.exit_code == 0
    _, _, after = shown.output.partition("Example")
    return [line.strip() for line in after.splitlines() if re.match(r"\s+(archive|echo) ", line)]


def test_the_commands_are_those_promised() -> None:
    assert COMMANDS == [
        "new",
        "build",
        "serve",
        "clean",
        "check",
        "annotate",
        "explain",
        "suggest",
        "verify",
        "bag",
        "records",
        "add",
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example(command: str) -> None:
    assert examples(command)


@pytest.mark.parametrize(
    "command", [c for c in COMMANDS if c not in ("build", "serve", "clean", "verify", "bag")]
)
def test_the_examples_run(folder: Path, command: str) -> None:
    (folder / "seeds" / "d.txt").write_text("قالت شركة Nordwind Systems إن أرباحها ارتفعت، وأضافت Nordwind Systems أنها ستوظف آخرين.\n", "utf-8")  # fmt: skip
    if command == "new":
        # An archive that is begun in a folder takes in what lies there; these speak of some of the texts only.
        (folder / "metadata.csv").unlink()
        (folder / "library.json").unlink()
    for line in examples(command):
        # As it is typed where it needs a shell; else in this process, which starts no program anew.
        typed = not line.startswith("archive ") or set(line) & set("|<>;&$")
        done = shell(line, cwd=folder) if typed else archive(*words(line, folder), cwd=folder)
        strict = 1 if "--strict" in line else 0
        assert done.returncode in (0, strict), (line, done.stderr)
        assert "Traceback" not in done.stderr
        assert done.stdout


def words(line: str, folder: Path) -> list[str]:
    """What a shell hands to the command."""
    return [
        name
        for word in shlex.split(line)[1:]
        for name in (sorted(glob(word, root_dir=folder)) if "*" in word else [word])
    ]


@pytest.mark.parametrize("command", ["build", "serve"])
def test_the_examples_of_building_are_understood(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools import publish

    called: list[dict[str, Any]] = []

    def build(config: Path, **options: Any) -> publish.Built:
        called.append({"config": config, **options})
        return publish.Built(Path("site"), 0, 0, 0, 0, ())

    def serve(config: Path, **options: Any) -> int:
        called.append({"config": config, **options})
        return 0

    monkeypatch.setattr(publish, "build", build)
    monkeypatch.setattr(publish, "serve", serve)
    monkeypatch.chdir(ROOT)
    for line in examples(command):
        assert CliRunner().invoke(GROUP, line.split()[1:]).exit_code == 0
    assert called[0]["config"] == Path("mkdocs.yml")
    assert {"build": ("jobs", 3), "serve": ("port", 8001)}[command] in called[0].items()


def test_faults_met_while_building_are_printed_one_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools import publish

    def fail(config: Path, **options: Any) -> publish.Built:
        raise DataError(
            [Problem("b.txt", 2, "c", "M", "H"), Problem(str(ROOT / "seeds" / "a.txt"), 0, "c", "M", "H")]
        )

    monkeypatch.setattr(publish, "build", fail)
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(GROUP, ["build"])
    assert done.exit_code == 1
    assert done.stderr.splitlines() == ["b.txt:2: error: M. H [c]", "seeds/a.txt: error: M. H [c]"]


def test_help_loads_no_stage() -> None:
    assert loaded_by("--help") & {"numpy", "pydantic", "yaml", "babel", "mkdocs"} == set()


def test_annotating_an_english_text_loads_neither_pages_nor_the_words_of_chinese(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The council spent 300 million dollars on roads in March.\n", "utf-8")
    loaded = loaded_by("annotate", str(text))
    assert "build_tools.annotate" in loaded
    assert loaded & {"rjieba", "jinja2", "mkdocs", "build_tools.render", "build_tools.publish"} == set()


def loaded_by(*line: str) -> set[str]:
    """The modules that a command has loaded when it has done its work."""
    code = (
        "import sys, build_tools.cli as c\n"
        "try: c.archive(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(' '.join(sys.modules))"
    )
    command = [sys.executable, "-c", code, *line]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_overview_says_what_the_command_says_of_itself(command: str) -> None:
    shown = " ".join(CliRunner().invoke(GROUP, ["--help"]).output.split())
    loaded = GROUP.get_command(click.Context(GROUP), command)
    assert loaded is not None
    assert loaded.help is not None
    first = " ".join(loaded.help.split("\n\n")[0].split())
    assert f"{command} {first.split(', the likeliest')[0].rstrip('.')}" in shown


@pytest.mark.parametrize("arguments", [["nothing"], ["check", "--format", "xml"], ["check", "extra"], ["build", "--config", "none.yml"], ["build", "--jobs", "0"], ["serve", "--port", "70000"], ["explain"], ["add"], ["add", "--published", "yesterday", "a.txt"], ["add", "--name", "x", "a.txt", "b.txt"]])  # fmt: skip
def test_wrong_use_is_exit_code_two(arguments: list[str]) -> None:
    done = CliRunner().invoke(GROUP, arguments)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_check_finds_nothing_in_a_good_folder(folder: Path) -> None:
    done = archive("check", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "seeds/entities/all.yml:4: warning: herald is named in no text. Add the names under which it occurs, or remove it [never-named]\n")  # fmt: skip
    assert archive("check", "--strict", cwd=folder).returncode == 1


def test_check_reports_everything_together(folder: Path) -> None:
    seeds = folder / "seeds"
    (seeds / "b.txt").write_bytes(b"\xff")
    (seeds / "a.yml").write_text("titel: {en: a}\n", "utf-8")
    (seeds / "c.yml").write_text("annotations:\n- {quote: 不在, entity: acme}\n- {quote: 利润, entity: nobody}\n", "utf-8")  # fmt: skip
    (seeds / "measures.yml").write_text(
        "- {id: m, subject: acme, names: {en: M}, kind: money, statements: [{document: b, quote: x}, {document: d, quote: x}, {document: c, quote: y}]}\n",
        "utf-8",
    )
    done = archive("check", cwd=folder)
    assert done.returncode == 1
    told = [re.sub(r": error: .* \[", " [", line) for line in done.stdout.splitlines() if ": error: " in line]
    assert told == [
        "seeds/a.yml:1 [unknown-key]",
        "seeds/b.txt:1 [encoding]",
        "seeds/c.yml:2 [quote-not-found]",
        "seeds/c.yml:3 [unknown-entity]",
        "seeds/measures.yml:1 [quote-not-found]",
        "seeds/measures.yml:1 [unknown-document]",
    ]
    assert done.stderr == "6 errors, 1 warning\n"
    as_json = json.loads(archive("check", "--format", "json", cwd=folder).stdout)
    assert [item["code"] for item in as_json if item["severity"] == "error"] == [line.split("[")[1][:-1] for line in told]  # fmt: skip
    assert set(as_json[0]) == {"path", "line", "code", "message", "hint", "severity"}
    github = archive("check", "--format", "github", cwd=folder).stdout.splitlines()
    assert github[0].startswith("::error file=seeds/a.yml,line=1,title=unknown-key::There is no key titel. ")


def test_many_warnings_of_a_kind_share_a_line(folder: Path) -> None:
    people = [f"- {{id: p{n}, type: person, names: {{en: Person Nobody{n}}}}}\n" for n in range(5)]
    (folder / "seeds/entities/people.yml").write_text("".join(people), "utf-8")
    (folder / "seeds/entities/wrong.yml").write_text("".join(f"- {{id: w{n}, type: no, names: {{en: Wrong{n}, ar: خطأ{n}, zh: 错{n}}}}}\n" for n in range(5)), "utf-8")  # fmt: skip
    told = archive("check", cwd=folder).stdout.splitlines()
    assert len([line for line in told if line.endswith("[unknown-type]")]) == 5
    (summed,) = [line for line in told if "[missing-name]" in line]
    assert summed == "seeds/entities/people.yml: 5 warnings [missing-name], such as line 1: p0 has no name in: ar, zh; line 2: p1 has no name in: ar, zh; line 3: p2 has no name in: ar, zh. Add it to names; pages in that language show another until then"  # fmt: skip
    every = archive("check", "--all", cwd=folder).stdout.splitlines()
    assert len([line for line in every if line.endswith("[missing-name]")]) == 5
    as_json = json.loads(archive("check", "--format", "json", cwd=folder).stdout)
    missing = [item for item in as_json if item["code"] == "missing-name"]
    assert [(item["path"], item["line"]) for item in missing] == [("seeds/entities/people.yml", n + 1) for n in range(5)]  # fmt: skip


def test_check_of_no_folder_is_a_problem_and_of_an_empty_one_a_warning(tmp_path: Path) -> None:
    assert archive("check", cwd=tmp_path).returncode == 1
    (tmp_path / "seeds").mkdir()
    done = archive("check", cwd=tmp_path)
    assert done.returncode == 0
    assert "seeds: warning: It holds no texts yet" in done.stdout


def test_check_says_on_a_terminal_alone_that_nothing_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("The only text says little, but says it in English.\n", "utf-8")
    terminal, other_end = pty.openpty()
    subprocess.run([BIN / "archive", "check"], cwd=tmp_path, stderr=other_end, check=True)
    os.close(other_end)
    assert os.read(terminal, 100) == b"0 errors, 0 warnings\r\n"
    os.close(terminal)
    assert archive("check", cwd=tmp_path).stderr == ""


def test_a_line_of_the_report_stays_one_line() -> None:
    nasty = Problem("a\nb.txt", 1, "c", "one\u2028two\x1b[31m \u202e", "three\r\nfour")
    (line,) = lines([nasty])
    assert len(line.splitlines()) == 1
    assert "\x1b" not in line
    assert "\u202e" not in line
    (line,) = lines([nasty], "github")
    assert len(line.split("\n")) == 1
    assert "a%0Ab.txt" in line


def test_explain_says_which_numbers_are_no_figures_and_why(folder: Path) -> None:
    (folder / "seeds" / "a.txt").write_text("They won 3-1 on Monday.\n", "utf-8")
    (folder / "seeds" / "a.yml").unlink()
    rows = [line.split("\t") for line in archive("explain", "seeds/a.txt", cwd=folder).stdout.splitlines()]
    assert [
        "no figure",
        "3",
        "nothing",
        "[score]",
        "3-1, 2:0, 7-6 (5): the two sides of a result, and the points of a tie-break",
    ] in [r[1:] for r in rows]


def test_explain_tells_of_a_rule(folder: Path) -> None:
    assert "a number in digits" in archive("explain", "--rule", "digits", cwd=folder).stdout
    assert "no figure" in archive("explain", "--rule", "time_of_day", cwd=folder).stdout
    unknown = archive("explain", "--rule", "digit", cwd=folder)
    assert unknown.returncode == 2
    assert "Did you mean digits" in unknown.stderr
    assert archive("explain", "--rule", "digits", "seeds/a.txt", cwd=folder).returncode == 2


def test_explain_names_each_rule(folder: Path) -> None:
    done = archive("explain", "seeds/a.txt", cwd=folder)
    assert done.returncode == 0
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert all(len(row) >= 5 and row[4].startswith("[") and len(row[4]) > 2 for row in rows)
    assert all("as in “" in row[5] for row in rows if row[1] in ("money", "percent"))
    assert rows[0][:4] == ["seeds/a.txt:1:1", "name", "Acme Motors", "acme (organization)"]
    assert any(row[3] == "30" or "(corrected: 30)" in row[3] for row in rows)
    assert [row[1:4] for row in rows if row[1] == "rejected"] == [["rejected", "Acme Motors", "nothing"]]


def test_what_is_added_is_the_text_byte_for_byte_and_a_record_that_is_right(folder: Path) -> None:
    data = "\ufeffThe Herald: \u201cprices\u201d rose by 3%.\r\n\r\nNobody knew why.\r\n".encode()
    (folder / "Late news (2).txt").write_bytes(data)
    done = archive("add", "Late news (2).txt", "--publisher", 'The "Herald": \u2028\\', "--url", "https://a.example/?b#c", cwd=folder)  # fmt: skip
    assert done.stdout.splitlines() == ["seeds/Late-news-2.txt", "seeds/Late-news-2.yml"]
    assert (folder / "seeds" / "Late-news-2.txt").read_bytes() == data
    assert archive("check", cwd=folder).returncode == 0
    from build_tools.read import read_seeds

    found, _ = read_seeds(folder / "seeds")
    (document,) = (d for d in found.documents if d.id == "Late-news-2")
    assert document.record.source.publisher == 'The "Herald": \u2028\\'
    assert document.record.source.url == "https://a.example/?b#c"


def test_nothing_is_overwritten(folder: Path) -> None:
    before = {path: path.read_bytes() for path in (folder / "seeds").rglob("*") if path.is_file()}
    (folder / "A.txt").write_text("Another text, the paper said.\n")
    (folder / "d.txt").write_text("Another text, the paper said.\n")
    (folder / "seeds" / "d.yml").write_text("rights: full\n")
    for name in ("A.txt", "d.txt"):
        done = archive("add", name, cwd=folder)
        assert done.returncode == 1
        assert "[exists]" in done.stderr
    assert not (folder / "seeds" / "d.txt").exists()
    assert {path: path.read_bytes() for path in before} == before


HTML = (
    "<!doctype html><html lang=en><head><title>Harvest falls</title><meta property=og:site_name content='Daily Herald'>"
    "<meta property=article:published_time content=2024-12-06><link rel=canonical href=https://herald.example/harvest></head>"
    "<body><nav><a href=/>Home</a></nav><article><h1>Harvest falls</h1><p>The ministry said on Monday that the harvest fell "
    "by 5% because of the drought in the north of the country.</p><p>Prices rose in all markets of the capital, and the wells "
    "are nearly dry, farmers said on Tuesday &amp; Wednesday.</p></article></body></html>"
)


def test_a_page_is_converted_with_what_it_says_of_itself(folder: Path) -> None:
    (folder / "page.html").write_text(HTML, "utf-8")
    done = archive("add", "page.html", cwd=folder)
    assert done.returncode == 0
    text = (folder / "seeds" / "page.txt").read_text("utf-8")
    assert "fell by 5% because" in text
    assert "Tuesday & Wednesday." in text
    assert "Home" not in text
    record = (folder / "seeds" / "page.yml").read_text("utf-8")
    assert 'publisher: "Daily Herald"' in record
    assert 'published: "2024-12-06"' in record
    assert 'url: "https://herald.example/harvest"' in record
    assert archive("check", cwd=folder).returncode == 0


def test_a_word_document_is_converted(folder: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("قالت الوزارة إن المحصول تراجع بنسبة 5 في المئة.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "قمح", "300"
    document.save(str(folder / "word.docx"))
    assert archive("add", "word.docx", cwd=folder).returncode == 0
    assert (folder / "seeds" / "word.txt").read_text("utf-8") == "قالت الوزارة إن المحصول تراجع بنسبة 5 في المئة.\nقمح\t300\n"  # fmt: skip


def test_a_pdf_is_converted(folder: Path) -> None:
    words = b"BT /F1 12 Tf 72 720 Td (The harvest fell by 5 percent, the ministry said.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, item)
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    (folder / "paper.pdf").write_bytes(data)
    done = archive("add", "paper.pdf", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "seeds" / "paper.txt").read_text(
        "utf-8"
    ) == "The harvest fell by 5 percent, the ministry said.\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("https://example.org/a", None, "[not-fetched]"),
        ("none.txt", None, "there is no such file"),
        ("book.epub", b"x", "The file is no EPUB that can be read"),
        ("old.doc", b"x", "Open it in a word processor and save it as .docx"),
        ("odd.strange", b"x", "Save it as one of: .txt, .html"),
        ("broken.pdf", b"%PDF-1.4 and no more", "[broken-file]"),
        ("broken.docx", b"PK no more", "[broken-file]"),
        ("empty.html", b"<p></p>", "[no-text]"),
        ("numbers.txt", b"1 2 3\n", "[unknown-language]"),
        ("latin.txt", "Le blé a gelé à Orléans".encode("cp1252"), "iconv -f WINDOWS-1252"),
        ("con.txt", b"Some words that are English.", "[bad-name]"),
    ],
)
def test_what_cannot_be_added_is_told_in_one_line(
    folder: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    done = archive("add", name, cwd=folder)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert words in said
    assert len(list((folder / "seeds").glob("*.txt"))) == 3


def test_no_record_is_written_that_check_would_refuse(folder: Path) -> None:
    (folder / "new.txt").write_text("The mill closed in May, the owner said.\n", "utf-8")
    done = archive("add", "new.txt", "--url", "www.example.org/mill", cwd=folder)
    assert done.returncode == 2
    assert "is no web address; write it with http:// or https://" in done.stderr
    assert not (folder / "seeds/new.txt").exists()


def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.chdir(folder)
    (folder / "paper.pdf").write_bytes(b"%PDF")
    done = CliRunner().invoke(GROUP, ["add", "paper.pdf"])
    assert done.exit_code == 1
    assert "need the package pypdfium2. Install it: pip install pypdfium2" in done.stderr


def test_a_fault_of_the_program_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    code = "import build_tools.cli, build_tools.cli.checking as c\nc.lines = None\nbuild_tools.cli.main()"
    done = subprocess.run([sys.executable, "-c", code, "check"], cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)})  # fmt: skip
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith("archive: error: TypeError")


def test_what_the_system_refuses_is_no_fault_of_the_program(folder: Path) -> None:
    settings = "site_url: https://a.example/\nplugins: [press-archive, search, {i18n: {languages: [{locale: en, default: true}]}}]\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    (folder / ".cache").write_text("a file where a folder is wanted", "utf-8")
    done = process("build", cwd=folder)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith(".cache: error: File exists. Check the file or folder")
    assert "fault of the program" not in said
