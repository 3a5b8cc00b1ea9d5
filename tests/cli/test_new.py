"""``archive new`` begins an archive, overwrites nothing, and says what it cannot do."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest
import yaml

from build_tools.publish import beginning
from build_tools.publish.settings import read_settings
from build_tools.render import paths
from tests.cli.command import archive


def test_an_archive_is_begun(tmp_path: Path) -> None:
    done = archive(
        "new", "evening-herald", "--languages", "ar,en", "--url", "https://h.example/p", cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "evening-herald"
    assert {
        str(folder.name / path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    } == set(done.stdout.splitlines())
    settings = read_settings(folder / "mkdocs.yml")
    assert settings.site.languages == ("ar", "en")
    assert settings.site.name["en"] == "Evening herald"
    assert settings.site.url == "https://h.example/p/"
    assert settings.rules.rights == "excerpt"
    assert set(settings.site.texts) == {("home", "ar"), ("home", "en")}
    checked = archive("check", cwd=folder)
    assert checked.returncode == 0
    assert "[no-texts]" in checked.stdout


def test_every_language_of_the_interface_has_its_texts() -> None:
    languages = beginning.interface_languages()
    files = beginning.scaffold("A", languages, "https://a.example/")
    for language in languages:
        for page in ("home", "about"):
            text = files[f"docs/{page}.{language}.md"]
            assert page == "home" or all(
                f"{{ #{part} }}" in text for part in ("method", "rights", "accessibility")
            )


def test_a_name_with_signs_stays_what_it_is(tmp_path: Path) -> None:
    name = 'A "quoted": name # with {{ signs }} and <b>'
    assert archive("new", "a", "--name", name, cwd=tmp_path).returncode == 0
    assert yaml.safe_load((tmp_path / "a/mkdocs.yml").read_text("utf-8"))["site_name"] == name


def test_the_types_of_entities_are_listed() -> None:
    text = beginning.scaffold("A", ("en",), "https://a.example/")["seeds/entities/names.yml"]
    for kind in ("person", "organization", "publication", "place"):
        assert kind in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new",), "Name the folder to make"),
        (("new", "a", "--here"), "Name the folder to make"),
        (("new", "a", "--languages", "en,fr"), "the interface has words for ar, en, zh, not for fr"),
        (("new", "a", "--languages", " , "), "the interface has words for"),
        (("new", "a", "--url", "a.example"), "is no web address"),
        (("new", "--print", "nothing"), "There is no file 'nothing' in a new archive"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = archive(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/note").write_text("x", "utf-8")
    done = archive("new", "a", cwd=tmp_path)
    assert done.returncode == 1
    assert "The folder is not empty" in done.stderr
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["note"]
    (tmp_path / "b").write_text("a file", "utf-8")
    assert "It is no folder" in archive("new", "b", cwd=tmp_path).stderr


def test_an_archive_is_not_begun_twice(tmp_path: Path) -> None:
    assert archive("new", "a", cwd=tmp_path).returncode == 0
    done = archive("new", "--here", cwd=tmp_path / "a")
    assert done.returncode == 1
    assert "Here is an archive already" in done.stderr


def test_a_failed_beginning_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = beginning.write, iter(range(100))

    def failing(path: Path, content: bytes) -> None:
        if next(count) == 4:
            raise OSError(28, "No space left on device", str(path))
        real(path, content)

    monkeypatch.setattr(beginning, "write", failing)
    done = archive("new", "a", cwd=tmp_path)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_texts_are_taken_in_where_they_lie(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The first text says what it says in plain English.\n", "utf-8")
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / "table.xyz").write_text("1,2", "utf-8")
    done = archive("new", "--here", "--languages", "en", cwd=tmp_path)
    assert done.returncode == 1  # a file was not taken in, and is named
    assert "table.xyz: error:" in done.stderr
    assert "README.md: kept as it was" in done.stderr
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    assert (tmp_path / "seeds/one.txt").read_bytes() == (tmp_path / "one.txt").read_bytes()
    assert (tmp_path / "seeds/one.yml").is_file()


def test_a_table_beside_the_texts_says_of_them_and_the_others_are_taken_in_too(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"The text called {name} says what it says.\n", "utf-8")
    (tmp_path / "metadata.csv").write_text("file,title\none.txt,The first\n", "utf-8")
    (tmp_path / "prices.csv").write_text("year,price\n2020,3\n", "utf-8")
    done = archive("new", "--here", "--languages", "en", cwd=tmp_path)
    assert done.returncode == 1  # a table of something else is named, and keeps nothing out
    assert "prices.csv: error: Files of the kind '.csv' are not taken in" in done.stderr
    assert yaml.safe_load((tmp_path / "seeds/one.yml").read_text("utf-8"))["title"] == "The first"
    assert (tmp_path / "seeds/two.txt").is_file()


def test_a_table_beside_the_texts_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The first text says what it says in plain English.\n", "utf-8")
    (tmp_path / "metadata.csv").write_text("file,title\none.txt,The first\n", "utf-8")
    done = archive("new", "--here", "--languages", "en", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/one.txt").write_text("The first text says what it says in plain English.\n", "utf-8")
    (tmp_path / "b/metadata.csv").write_text("file,title\ntwo.txt,The second\n", "utf-8")
    done = archive("new", "--here", "--languages", "en", cwd=tmp_path / "b")
    assert done.returncode == 1
    assert "metadata.csv:2: error: There is no file two.txt" in done.stderr
    assert not (tmp_path / "b/seeds/one.txt").exists()  # the row may be meant of it


def test_a_file_is_printed_as_it_would_be_written(tmp_path: Path) -> None:
    done = archive("new", "--print", beginning.WORKFLOW, cwd=tmp_path)
    assert done.returncode == 0
    workflow = tmp_path / "pages.yml"
    workflow.write_text(done.stdout, "utf-8")
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        "vendor.github-workflows",
        str(workflow),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    loaded = yaml.safe_load(done.stdout)
    assert loaded["permissions"] == {"contents": "read"}
    assert "archive build" in [step.get("run") for step in loaded["jobs"]["build"]["steps"]]


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        (None, ""),
        ({"url": "file:///home/me/archive", "dir_info": {"editable": True}}, ""),
        ({"url": "https://a.example/p.git", "vcs_info": {"vcs": "git"}}, ""),
        (
            {"url": "https://a.example/p-1-py3-none-any.whl", "archive_info": {}},
            "https://a.example/p-1-py3-none-any.whl",
        ),
        (
            {"url": "https://a.example/p.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            "https://a.example/p.whl#sha256=ab12",
        ),
    ],
)
def test_the_address_of_the_program_is_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: object, address: str
) -> None:
    if origin is not None:
        (tmp_path / "direct_url.json").write_text(json.dumps(origin), "utf-8")
    (tmp_path / "METADATA").write_text("Name: press-archive\nVersion: 7.1\n", "utf-8")
    monkeypatch.setattr(beginning, "distribution", lambda name: PathDistribution(tmp_path))
    beginning.program_address.cache_clear()
    try:
        assert beginning.program_address() == address
        text = beginning.scaffold("A", ("en",), "https://a.example/")["requirements.txt"]
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert lines == ([f"press-archive[add,meaning,cards] @ {address}"] if address else [])
    finally:
        beginning.program_address.cache_clear()


def test_an_archive_of_an_older_form_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert archive("new", "a", "--languages", "en", cwd=tmp_path).returncode == 0
    folder = tmp_path / "a"
    assert beginning.older_forms(folder) == ()
    monkeypatch.setattr(beginning, "FORM", beginning.FORM + 1)
    told = archive("check", cwd=folder).stdout
    assert (
        f"mkdocs.yml: warning: It is of form {beginning.FORM - 1}, and {beginning.FORM} is the present one"
        in told
    )
    assert f"archive new --print {beginning.WORKFLOW}" in told


def test_a_workflow_that_needs_the_repository_is_told(tmp_path: Path) -> None:
    workflow = tmp_path / beginning.WORKFLOW
    workflow.parent.mkdir(parents=True)
    workflow.write_text("jobs:\n  build:\n    steps:\n      - run: make site\n", "utf-8")
    (problem,) = beginning.older_forms(tmp_path)
    assert "there is no Makefile here" in problem.message
    (tmp_path / "Makefile").write_text("site:\n", "utf-8")
    assert beginning.older_forms(tmp_path) == ()


def test_where_nothing_is_wrong_check_says_nothing(tmp_path: Path) -> None:
    assert (
        archive("new", "a", "--languages", "en", "--url", "https://h.example", cwd=tmp_path).returncode == 0
    )
    folder = tmp_path / "a"
    (folder / "seeds/one.txt").write_text("The wind was fair on the day.\n", "utf-8")
    done = archive("check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert archive("suggest", "--limit", "10000", cwd=folder).returncode == 0
    assert archive("suggest", "--limit", "10001", cwd=folder).returncode == 2


def test_git_keeps_no_page_that_the_build_makes() -> None:
    pages = {value for name, value in vars(paths).items() if name.isupper() and isinstance(value, str)}
    assert {page for page in pages if "/" not in page} - {paths.ABOUT} == set(beginning.GENERATED)
