"""``archive annotate``: the object that it prints, and what it says of input that cannot be used."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import BIN, archive, process

KEYS = ["id", "path", "sha256", "language", "text_length", "paragraphs", "mentions", "figures"]
MENTION = ["start", "end", "surface", "entity", "type"]
FIGURE = ["start", "end", "surface", "kind", "value", "low", "high", "currency", "unit", "modifier", "rule", "suspect", "equivalent_of"]  # fmt: skip


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.split("\n") if line]


def test_one_object_a_text_in_the_order_given(folder: Path) -> None:
    files = ("seeds/c.txt", "seeds/a.txt", "seeds/b.txt")
    done = process("annotate", *files, cwd=folder, LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    found = objects(done.stdout)
    assert [(o["id"], o["path"], o["language"]) for o in found] == [("c", "seeds/c.txt", "zh"), ("a", "seeds/a.txt", "en"), ("b", "seeds/b.txt", "ar")]  # fmt: skip
    for o in found:
        data = (folder / o["path"]).read_bytes()
        text = data.decode()
        assert list(o) == KEYS
        assert o["sha256"] == hashlib.sha256(data).hexdigest()
        assert o["text_length"] == len(text)
        assert [text[p["start"] : p["end"]] for p in o["paragraphs"]] == text.splitlines()
        for mention in o["mentions"]:
            assert list(mention) == MENTION
            assert mention["surface"] == text[mention["start"] : mention["end"]]
        for figure in o["figures"]:
            assert list(figure)[: len(FIGURE)] == FIGURE
            assert figure["surface"] == text[figure["start"] : figure["end"]]
        assert "acme" in {mention["entity"] for mention in o["mentions"]}
        assert "2000000000" in {figure["value"] for figure in o["figures"]}


def test_the_record_beside_a_text_applies(folder: Path) -> None:
    (found,) = objects(archive("annotate", "seeds/a.txt", cwd=folder).stdout)
    assert [m["start"] for m in found["mentions"]] == [0]
    (people,) = (f for f in found["figures"] if f["surface"].startswith("300"))
    assert (people["value"], people["corrected"], people["note"]) == ("300", "30", {"en": "A slip."})


def test_without_entities_figures_are_still_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = archive("annotate", "--seeds", "empty", "report.txt", cwd=folder)
    (found,) = objects(done.stdout)
    assert (done.returncode, found["mentions"], found["figures"][0]["value"]) == (0, [], "3")
    assert archive("annotate", "seeds/b.txt", cwd=tmp_path / "empty" / "..").returncode == 0


def test_the_language_given_is_the_one_used(folder: Path) -> None:
    (found,) = objects(archive("annotate", "--language", "zh-TW", "seeds/c.txt", cwd=folder).stdout)
    assert found["language"] == "zh-Hant"


def test_json_lines_come_back_as_objects(folder: Path) -> None:
    lines = '{"id": "x", "language": "en", "text": "Acme Motors: 5%."}\n\n{"id": 7, "text": "顶点汽车\\n\\n利润5%"}\n'
    done = archive("annotate", "-", cwd=folder, stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = objects(done.stdout)
    assert (first["id"], first["path"], first["mentions"][0]["entity"]) == ("x", "-", "acme")
    assert (second["id"], second["language"], len(second["paragraphs"])) == ("7", "zh", 2)
    assert second["sha256"] == hashlib.sha256("顶点汽车\n\n利润5%".encode()).hexdigest()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"not json", "it is no JSON"),
        (b"[1]", "it is no object"),
        (b'{"text": "a"}', "it has no id"),
        (b'{"id": "a"}', "it has no text"),
        (b'{"id": "a", "text": 5}', "it has no text"),
        (b'{"id": "a", "text": "b", "language": "english"}', "is no language tag"),
        (b'{"id": "a", "text": "b", "language": 5}', "its language is no tag"),
        (b'{"id": "a", "text": "\\ud800"}', "half of a surrogate pair"),
        (b'{"id": "a", "text": "\xff"}', "it is no UTF-8 (byte 21)"),
        (b'{"id": "a", "text": ' + b"[" * 100_000, "nested too deeply|no JSON"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(folder: Path, line: bytes, words: str) -> None:
    good = b'{"id": "x", "text": "Acme Motors: 5%."}\n'
    done = archive("annotate", "-", cwd=folder, stdin=good + line + b"\n" + good)
    assert done.returncode == 1
    assert [o["id"] for o in objects(done.stdout)] == ["x", "x"]
    (said,) = done.stderr.splitlines()
    assert said.startswith("-:2: error: ")
    assert any(word in said for word in words.split("|"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "there is no such file"),
        ("empty.txt", b"", "[empty]"),
        ("latin.txt", "Le blé a gelé à Orléans".encode("cp1252"), "iconv -f WINDOWS-1252"),
        ("zero.txt", b"a\x00b", "[not-text]"),
        ("index.txt", b"Some words.", "is reserved"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_the_others_are_read(
    folder: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    done = archive("annotate", name, "report.txt", ".", cwd=folder)
    assert done.returncode == 1
    assert [o["id"] for o in objects(done.stdout)] == ["report"]
    first, second = sorted(done.stderr.splitlines(), key=lambda said: not said.startswith("."))
    assert first.startswith(".: error: This is a folder")
    assert second.startswith(f"{name}:")
    assert words in second


def test_what_an_editor_quotes_and_the_text_has_not_is_told(folder: Path) -> None:
    (folder / "seeds" / "a.yml").write_text("annotations:\n  - {quote: 301 people, reject: true}\n", "utf-8")
    done = archive("annotate", "seeds/a.txt", cwd=folder)
    assert done.returncode == 1
    assert len(objects(done.stdout)) == 1
    assert done.stderr.startswith("seeds/a.yml:2: error: The quote '301 people' does not stand in the text. The text has: '300 people")  # fmt: skip


def test_a_fault_of_the_authority_file_is_told_and_the_rest_of_it_used(folder: Path) -> None:
    with (folder / "seeds" / "entities" / "all.yml").open("a", encoding="utf-8") as file:
        file.write("- id: broken\n  typ: person\n")
    done = archive("annotate", "seeds/c.txt", cwd=folder)
    assert done.returncode == 1
    assert objects(done.stdout)[0]["mentions"][0]["entity"] == "acme"
    assert (
        "seeds/entities/all.yml:8: error: There is no key typ. Did you mean type? [unknown-key]"
        in done.stderr
    )


def test_a_reader_who_leaves_ends_the_run_in_one_line(folder: Path) -> None:
    text = (folder / "seeds" / "a.txt").read_text("utf-8") * 200
    (folder / "long.txt").write_text(text, "utf-8")
    process = subprocess.Popen([BIN / "archive", "annotate", "long.txt", "long.txt"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    said = process.stderr.read().decode().splitlines()
    process.stderr.close()
    assert process.wait(timeout=60) == 1
    assert said == ["-: error: Standard output was closed before everything was written. [broken-pipe]"]


@pytest.mark.parametrize("arguments", [[], ["--seeds", "nowhere", "a.txt"], ["--language", "english", "a.txt"], ["--colour", "a.txt"]])  # fmt: skip
def test_wrong_use_is_exit_code_two(folder: Path, arguments: list[str]) -> None:
    done = archive("annotate", *arguments, cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_language_without_data_is_no_fault(folder: Path) -> None:
    done = archive("annotate", "-", cwd=folder, stdin='{"id": "f", "text": "Le ministère a annoncé lundi que la récolte avait diminué de 5 %."}')  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert objects(done.stdout)[0]["language"] == "fr"
