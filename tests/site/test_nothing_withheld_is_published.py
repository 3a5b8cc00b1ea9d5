"""The whole site of an archive with a withheld text and an excerpt, file by file: nothing that may not be published."""

from __future__ import annotations

import gzip
import io
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from build_tools import publish
from build_tools.meaning import directions, installed
from tests.built_site import ROOT, copy_kept
from tests.publish.forked import fork_mkdocs

SECRETS = (
    "zqxvkjword",
    "ZQXVKJWORD",
    "qvzjxkrest",
    "vjqzxktrans",
    "كظضغثسر",
    "987654321",
    "987,654,321",
    "龘靐齉",
)
"""Words, a figure and characters of what is kept back, and of its translations; they stand nowhere else."""

SEEDS = {
    "open.txt": "River Bank opened on 4 May 2024 in Qasr.\n\nIt lends 3 million dollars to farmers.\n",
    "open.yml": "title: {en: Open}\nstory: bank\nsource: {published: 2024-05-05}\n",
    "part.txt": "River Bank opened on 4 May 2024 in Qasr, says a report.\n\nThe qvzjxkrest of River Bank costs 987,654,321 dollars.\n\n龘靐齉 stays.\n",
    "part.yml": (
        "title: {en: Part}\nrights: excerpt\nexcerpt: 1\nstory: bank\nsource: {published: 2024-05-06}\n"
        "boilerplate:\n  - {quote: '龘靐齉 stays', kind: notice}\n"
        "annotations:\n  - {quote: 'qvzjxkrest of River Bank', entity: river-bank}\n"
    ),
    "closed.txt": "The zqxvkjword of River Bank is ZQXVKJWORD; it costs 987,654,321 dollars.\n\nRiver Bank opened on 4 May 2024.\n",
    "closed.yml": (
        "title: {en: Closed}\nrights: withheld\nstory: bank\nsource: {published: 2024-05-07}\n"
        "annotations:\n  - {quote: 'zqxvkjword of River Bank', reject: true}\n"
        "  - {quote: '987,654,321 dollars', figure: {value: 5}}\n"
    ),
    "translations/ar/closed.md": "---\nmade_by: machine\n---\n\nكظضغثسر البنك.\n\nvjqzxktrans\n",
    "translations/ar/part.md": "---\nmade_by: machine\n---\n\nافتتح بنك النهر.\n\nكظضغثسر.\n\nvjqzxktrans\n",
    "entities/all.yml": (
        "- id: river-bank\n  type: organization\n  names: {en: River Bank, ar: بنك النهر, zh: 河岸银行}\n"
        "  relations:\n    - {owner_of: qasr, documents: [closed], quote: 'zqxvkjword of River Bank'}\n"
        "- id: qasr\n  type: place\n  names: {en: Qasr, ar: القصر, zh: 卡斯尔}\n"
    ),
    "measures.yml": (
        "- id: cost\n  subject: river-bank\n  names: {en: Cost, ar: الكلفة, zh: 费用}\n  kind: money\n  currency: USD\n"
        "  statements:\n    - {document: closed, quote: '987,654,321 dollars'}\n    - {document: part, quote: '987,654,321 dollars'}\n"
    ),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("withheld")
    for name in ("overrides", "build_tools"):
        (root / name).symlink_to(ROOT / name)
    (root / "docs").mkdir()
    (root / "docs/assets").symlink_to(ROOT / "docs/assets")
    for path in [*(ROOT / "docs").glob("about*.md"), *(ROOT / "docs").glob("home*.md")]:
        shutil.copy(path, root / "docs")
    for name, content in SEEDS.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    copy_kept(root)
    with pytest.MonkeyPatch.context() as monkeypatch:
        fork_mkdocs(monkeypatch)
        publish.build(Path(shutil.copy(ROOT / "mkdocs.yml", root)))
    return root


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below ``folder``, those packed in archives too."""
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and "assets" not in p.relative_to(folder).parts
    ):
        yield path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
                for name in packed.namelist():
                    yield f"{path.name}/{name}", packed.read(name)


@pytest.mark.parametrize("place", ["site", "docs"])
def test_no_file_holds_any_of_it(published: Path, place: str) -> None:
    words = [secret.encode() for secret in SECRETS] + [secret.encode("utf-16-le") for secret in SECRETS]
    # Letters of other scripts may also be written as numbers.
    words += ["كظضغثسر".encode("unicode-escape"), "龘靐齉".encode("unicode-escape")]
    found = [
        (name, word) for name, content in contents(published / place) for word in words if word in content
    ]
    assert found == []


def test_the_database_holds_none_of_it(published: Path) -> None:
    with sqlite3.connect(published / "site/data/archive.sqlite") as connection:
        dump = "\n".join(connection.iterdump())
    assert not [secret for secret in SECRETS if secret in dump]
    assert "River Bank opened" in dump


def test_what_is_kept_back_has_no_vectors(published: Path) -> None:
    encoder = installed()
    assert encoder is not None
    texts = {name: text for name, text in SEEDS.items() if name.endswith(".txt")}
    hidden = [SEEDS["part.txt"].split("\n\n")[1], *texts["closed.txt"].strip().split("\n\n")]
    shown = [*texts["open.txt"].strip().split("\n\n"), texts["part.txt"].split("\n\n")[0]]
    files = [gzip.decompress(path.read_bytes()) for path in (published / "site/search").glob("*/n/*.bin")]

    [start] = (published / "site/search").glob("*/near.bin")
    # What all sentences have in common ends the file, in floats; signs are those of the rest.
    middle = np.frombuffer(gzip.decompress(start.read_bytes())[-4 * encoder.size :], "<f4")

    def holding(sentences: list[str]) -> list[bool]:
        signs = np.packbits(directions(encoder.encode(sentences)) > middle, axis=1)
        return [any(row.tobytes() in file for file in files) for row in signs]

    assert holding(shown) == [True] * 3
    assert holding(hidden) == [False] * 3
    assert sum(map(len, files)) < 3 * (encoder.size // 8 + 8), "no more sentences than may be read"


def test_what_may_be_published_is(published: Path) -> None:
    """Without this the tests above would be content with an empty site."""
    site = dict(contents(published / "site"))
    assert b"says a report" in site["documents/part/index.html"]
    assert "افتتح".encode() in site["ar/documents/part/index.html"]
    assert b"Closed" in site["documents/closed/index.html"]
    assert b"says a report" in site["data/archive.jsonl"]
