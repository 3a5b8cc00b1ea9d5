"""Records by the hundred: from tables and back, and from bibliographies."""

from __future__ import annotations

import csv
import io
import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.intake.changing import changed
from build_tools.intake.columns import COLUMNS, Column, column_of, joined, values_of
from build_tools.read import read_seeds
from build_tools.strict_yaml import load
from tests.cli.command import Done, archive

TOWNS = ("Molde", "Bergen", "Narvik")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for town in TOWNS:
        (tmp_path / "texts" / f"{town.lower()}.txt").write_text(
            f"The harbour of {town} was closed for two days.\n", "utf-8"
        )
    return tmp_path


def table(folder: Path, *lines: str, name: str = "metadata.csv") -> None:
    (folder / name).write_text("\n".join(lines) + "\n", "utf-8")


def record(folder: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load((folder / "seeds" / f"{name}.yml").read_text("utf-8"))
    return found


def rows(done: Done) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))


def test_a_row_is_a_record_and_its_file_is_taken_in(folder: Path) -> None:
    table(
        folder,
        "filename,title,title:ar,creator,date,source,subject,place,ignored",
        'molde.txt,"Low water, again",مياه منخفضة,Ada Strand,2023-02-15,Daily Herald,harbours; water,Molde,x',
        "texts/bergen.txt,Dry,,,2023~,,,,",
        "oslo.txt,Nothing,,,,,,,",
    )
    done = archive("add", "--table", "metadata.csv", "texts", cwd=folder)
    assert done.returncode == 1
    assert "metadata.csv:4: error: There is no file oslo.txt" in done.stderr
    assert not (folder / "seeds").exists() or not list((folder / "seeds").glob("*.txt"))
    table(folder, *(folder / "metadata.csv").read_text("utf-8").splitlines()[:3])
    done = archive("add", "--table", "metadata.csv", "texts", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "The column 'ignored' is not read" in done.stderr
    assert "texts/narvik.txt: warning: No row speaks of this file" in done.stderr
    molde = record(folder, "molde")
    assert molde["title"] == {"en": "Low water, again", "ar": "مياه منخفضة"}
    source = {
        "byline": "Ada Strand",
        "published": "2023-02-15",
        "publisher": "Daily Herald",
        "place": "Molde",
    }
    assert {key: str(value) for key, value in dict(molde["source"]).items()} == source
    assert molde["tags"] == ["harbours", "water"]
    assert record(folder, "bergen")["title"] == "Dry"
    assert archive("check", cwd=folder).returncode == 0


def test_a_table_of_documents_that_are_there_changes_only_what_differs(folder: Path) -> None:
    assert archive("add", "texts", cwd=folder).returncode == 0
    path = folder / "seeds/molde.yml"
    path.write_text(
        "# By hand.\ntitle: Low water\nsource:\n  publisher: herald  # the old one\n  published: 2023\nstory: water\n",
        "utf-8",
    )
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (folder / "seeds").iterdir()}
    table(folder, "name,title,publisher,published,story", "molde,Low water,tribune,2023,", "bergen,,,,")
    done = archive("add", "--table", "metadata.csv", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["seeds/molde.yml"]
    assert (
        path.read_text("utf-8")
        == "# By hand.\ntitle: Low water\nsource:\n  publisher: tribune # the old one\n  published: 2023\n"
    )
    assert all(p.stat().st_mtime_ns == old[1] for p, old in before.items() if p != path)


def test_five_hundred_rows_there_and_back_without_a_difference(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    lines = ["file,title,publisher,published,tags,place,page"]
    for number in range(500):
        text = f"On day {number} the harbour master counted {number + 3} boats at the quay.\n"
        (tmp_path / "texts" / f"day-{number}.txt").write_text(text, "utf-8")
        lines.append(
            f'day-{number}.txt,"Boats, day {number}",Daily Herald,2023-{1 + number % 12:02d}-{1 + number % 28:02d},boats; harbour,Molde,{number % 16 + 1}'
        )
    table(tmp_path, *lines)
    began = time.process_time()
    done = archive("add", "--table", "metadata.csv", "texts", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "seeds").glob("*.yml"))) == 500
    assert archive("records", "--table", "out.csv", cwd=tmp_path).returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "seeds").iterdir()}
    again = archive("add", "--table", "out.csv", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, ""), again.stderr
    assert time.process_time() - began < 20
    assert {path: path.read_bytes() for path in (tmp_path / "seeds").iterdir()} == before
    (found,) = (
        row for row in rows(archive("records", "--table", "-", cwd=tmp_path)) if row["name"] == "day-7"
    )
    assert (found["title"], found["tags"], found["published"]) == (
        "Boats, day 7",
        "boats | harbour",
        "2023-08-08",
    )


@pytest.mark.example
def test_the_example_goes_through_a_table_without_a_difference(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert archive("records", "--table", "out.csv", cwd=tmp_path).returncode == 0
    done = archive("add", "--table", "out.csv", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["title,date", "a,2023"], "No column says which document a row is of"),
        (["name,title,headline", "molde,a,b"], "Two columns are title"),
        (["name,date", "molde,15 February"], "metadata.csv:2: error: source.published"),
        (["name,rights", "molde,partly"], "rights"),
        (["name,title", "molde,a,b"], "The row has 3 cells"),
        (["name,title", ",a"], "The row names no document"),
        (["name,title", "molde,a", "molde,b"], "The row of line 2 is of the same document"),
        (["name,title"], "It has no row"),
        (['name,title', 'molde,"a'], "It is no CSV"),
    ],
)  # fmt: skip
def test_a_bad_table_changes_nothing_and_says_where(folder: Path, lines: list[str], words: str) -> None:
    assert archive("add", "texts/molde.txt", cwd=folder).returncode == 0
    before = {path: path.read_bytes() for path in (folder / "seeds").iterdir()}
    table(folder, *lines)
    done = archive("add", "--table", "metadata.csv", cwd=folder)
    assert done.returncode == 1
    assert words in done.stderr
    assert len([line for line in done.stderr.splitlines() if "error" in line]) == 1
    assert {path: path.read_bytes() for path in (folder / "seeds").iterdir()} == before


def test_a_table_with_semicolons_or_tabs_is_read_too(folder: Path) -> None:
    assert archive("add", "texts", cwd=folder).returncode == 0
    table(folder, "\ufeffname;title", "molde;Low water")
    table(folder, "name\ttitle", "bergen\tDry", name="tabs.csv")
    for name in ("metadata.csv", "tabs.csv"):
        assert archive("add", "--table", name, cwd=folder).returncode == 0
    assert (record(folder, "molde")["title"], record(folder, "bergen")["title"]) == ("Low water", "Dry")


CSL = [
    {
        "id": "http://zotero.org/users/1/items/ABC", "type": "article-newspaper", "title": "Molde", "author": [{"given": "Ada", "family": "Strand"}, {"literal": "Herald staff"}],
        "container-title": "Daily Herald", "issued": {"date-parts": [[2023, 2, 15]]}, "URL": "https://herald.example/low", "page": "3", "publisher-place": "Molde", "keyword": "water, boats",
    },
    {"id": "x", "title": "Bergen", "issued": {"date-parts": [["2023"]], "circa": True}},
    {"id": "y", "title": "A book that nobody has", "issued": {"raw": "some day"}},
]  # fmt: skip
RIS = "TY  - NEWS\r\nAU  - Strand, Ada\r\nTI  - Low water\r\nT2  - Daily Herald\r\nDA  - 2023/02/15/\r\nKW  - water\r\nKW  - boats\r\nUR  - https://herald.example/low\r\nL1  - files/7/molde.txt\r\nER  - \r\n"
BIB = """@article{strand2023,
  author = {Strand, Ada and {Herald staff}},
  title = {L{\\"o}w water},
  journaltitle = {Daily Herald},
  date = {2023-02-15},
  keywords = {water, boats},
  file = {Full Text:files/7/molde.txt:text/plain},
}
"""


@pytest.mark.parametrize(
    ("name", "content"), [("library.json", json.dumps(CSL)), ("library.ris", RIS), ("library.bib", BIB)]
)
def test_a_bibliography_is_matched_by_name_or_attachment(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, "utf-8")
    done = archive("add", name, "texts", cwd=folder)
    assert done.returncode == 0, done.stderr
    (found,) = (one for one in read_seeds(folder / "seeds")[0].documents if one.id.lower() == "molde")
    source = found.record.source
    assert source.publisher == "Daily Herald"
    assert source.published == "2023-02-15"
    assert source.byline in ("Ada Strand", "Ada Strand, Herald staff")
    assert found.record.tags == ("water", "boats")
    assert found.record.title["en"] in ("Molde", "Low water", "Löw water")
    if name == "library.json":
        (bergen,) = (one for one in read_seeds(folder / "seeds")[0].documents if one.id.lower() == "bergen")
        assert bergen.record.source.published == "2023~"
        assert "No document and no file is named as “A book that nobody has” is" in done.stderr
    assert archive("check", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.bib", "@article{x, title = {open"),
        ("a.ris", "no reference"),
        ("a.json", '["x"]'),
    ],
)
def test_what_is_no_bibliography_is_told(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, "utf-8")
    done = archive("add", name, "texts", cwd=folder)
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith(name)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Title", Column("title")), ("title:ar", Column("title", "ar")), ("Title (zh-hant)", Column("title", "zh-Hant")), ("title_en", Column("title", "en")), ("Date", Column("published")),
        ("translated_from", Column("translated_from")), ("Translated From", Column("translated_from")), ("objectid", Column("name")), ("latitude", None), ("", None),
    ],
)  # fmt: skip
def test_what_headings_name(heading: str, column: Column | None) -> None:
    assert column_of(heading) == column


WORD = st.text("aب中 :#'\"|;-", min_size=1, max_size=12).map(str.strip).filter(bool)
RECORD = st.fixed_dictionaries(
    {},
    optional={
        "title": st.one_of(WORD, st.dictionaries(st.sampled_from(["en", "ar", "zh"]), WORD, min_size=1)),
        "source": st.fixed_dictionaries({}, optional={"publisher": WORD, "byline": WORD, "credits": st.lists(st.sampled_from(["a", "b c"]), min_size=1)}),
        "tags": st.lists(st.sampled_from(["x", "y;z", "u"]), min_size=1, unique=True),
        "story": st.just("water"),
    },
)  # fmt: skip


@settings(max_examples=60)
@given(RECORD, RECORD)
def test_any_record_becomes_any_other_by_its_table(one: dict[str, object], other: dict[str, object]) -> None:
    text = yaml.safe_dump(one, allow_unicode=True, sort_keys=False) if one else "# nothing yet\n"
    wanted = values_of(load(yaml.safe_dump(other, allow_unicode=True), "other").data or {}, "en")
    present = values_of(load(text, "one").data or {}, "en")
    changes = {
        column: wanted.get(column, "")
        for column in {*wanted, *present}
        if wanted.get(column, "") != present.get(column, "")
    }
    after = changed(text, changes, "en")
    assert values_of(load(after, "after").data or {}, "en") == wanted
    if not changes:
        assert load(after, "after").data == load(text, "one").data


def test_every_column_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in readme] == []


def test_a_list_of_one_ends_in_a_bar_only_where_it_would_be_parted() -> None:
    assert joined(["harbours"]) == "harbours"
    assert joined(["harbours; old"]) == "harbours; old |"
    assert joined(["a; b", "c"]) == "a; b | c"
