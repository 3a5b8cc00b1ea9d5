"""How a text is divided where the record says it, which lines stay lines, and what else a record can say."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model import HouseRules
from build_tools.read import read_document, read_seeds
from build_tools.read.paragraphs import split
from tests.read.folder import TEXT, read, seeds

WRAPPED = """The harbour master wrote down each ship that came in and each
that went out, with the hour, the wind and what she carried on
her deck, and nobody read it for a hundred and twenty years.

  Salt on the rope,
  and salt on the hand,
  and home is a lamp
  on a strip of land.

ship        tons   from
--------------------------
Amelia       310   Cork
Two Sisters  122   Bergen

Then a pupil who was kept in after school took the first of the
books from its shelf and read it to the end by the window.
"""


def surfaces(text: str, **said: str) -> list[str]:
    return [text[p.start : p.end] for p in split(text, **said)]  # type: ignore[arg-type]


def test_verse_and_tables_are_told_from_wrapped_prose() -> None:
    assert [p.kind for p in split(WRAPPED)] == [None, "verse", "table", None]


LISTED = """Before the boat is let down, the one who lets her down has to look at
the following, and nobody else may do it in his place:

1. that both plugs are in, since she will fill before the oars are
   out if one of them is not;
2. that the ropes run free;
3. that whoever goes with her has been told where the lamp is, and
   how it is lit in the wind.

All of it is written on the inside of the locker, where the paint has
been left away for it.
"""


def test_items_of_a_list_in_wrapped_text_are_paragraphs() -> None:
    told = surfaces(LISTED)
    assert len(told) == 5
    assert told[1].startswith("1. that both plugs")
    assert told[1].endswith("is not;")
    assert told[2] == "2. that the ropes run free;"


@pytest.mark.parametrize(
    "text",
    [
        # Prose whose last line is short, prose in which each line ends a sentence, one line.
        "It was late when the two of them came up from the quay, and\nthe lamps were lit.\n\nNobody had waited up for them, and nobody asked about it, so\nthey went to bed.\n\nIn the morning the boat was gone from its place, and with her\nthe oars.",
        "He said so.\nShe did not.\nWe left.\n",
        "A single line | with a bar.",
    ],
)
def test_prose_is_neither(text: str) -> None:
    assert {p.kind for p in split(text)} == {None}


def test_the_record_says_how_a_text_is_divided() -> None:
    text = "one\ntwo\n\nthree\nfour\n"
    assert surfaces(text, division="lines") == ["one", "two", "three", "four"]
    assert surfaces(text, division="blocks") == ["one\ntwo", "three\nfour"]
    assert surfaces(text, division="page") == ["one\ntwo\n\nthree\nfour"]
    assert [p.kind for p in split(text, kind="verse")] == ["verse", "verse"]
    assert split("", "page") == ()


def test_a_record_marks_parts(tmp_path: Path) -> None:
    record = "parts:\n  - {quote: The company, kind: verse}\n  - {quote: Second, language: fr}\n"
    folder = seeds(tmp_path, {"a.txt": f"{TEXT}\nSecond paragraph of it.\n", "a.yml": record})
    document = read_document(folder / "a.txt", record=folder / "a.yml")
    first, *_, last = document.paragraphs
    assert (first.kind, first.language) == ("verse", None)
    assert (last.kind, last.language) == (None, "fr")


def test_a_plain_title_is_in_the_language_of_the_text(tmp_path: Path) -> None:
    folder = seeds(tmp_path, {"a.txt": TEXT, "a.yml": "title: Harvest\nsummary: Rain came late.\n"})
    record = read_document(folder / "a.txt", record=folder / "a.yml").record
    assert record.title == {"en": "Harvest"}
    assert record.summary == {"en": "Rain came late."}


def test_a_record_says_where_in_the_paper_a_text_stood(tmp_path: Path) -> None:
    record = (
        "source: {section: Trade, page: 3, edition: Evening, place: Bergen}\n"
        "tags: [ships, salt, ships]\ncollections: [Harbour books]\n"
    )
    read_, problems = read(tmp_path, {"a.txt": TEXT, "a.yml": record})
    assert problems == ()
    said = read_.documents[0].record
    assert (said.source.section, said.source.page) == ("Trade", "3")
    assert (said.source.edition, said.source.place) == ("Evening", "Bergen")
    assert (said.tags, said.collections) == (("ships", "salt"), ("Harbour books",))


def test_rights_have_a_default(tmp_path: Path) -> None:
    folder = seeds(
        tmp_path,
        {
            "a.txt": TEXT,
            "b.txt": TEXT + "b",
            "b.yml": "excerpt: 2\n",
            "c.txt": TEXT + "c",
            "c.yml": "rights: full\n",
        },
    )
    read_, problems = read_seeds(folder, HouseRules(rights="excerpt"))
    assert problems == ()
    assert [(d.record.rights, d.record.excerpt) for d in read_.documents] == [
        ("excerpt", 1),
        ("excerpt", 2),
        ("full", 1),
    ]


def test_texts_may_lie_in_folders(tmp_path: Path) -> None:
    files = {
        "1921/march/a.txt": TEXT,
        "1921/march/a.yml": "title: A\n",
        "b.txt": TEXT + "b",
        "1921/README.md": "x",
    }
    read_, problems = read(tmp_path, files)
    assert problems == ()
    assert [d.id for d in read_.documents] == ["a", "b"]
    assert read_.documents[0].record.title == {"en": "A"}


def test_a_record_of_comments_is_there_to_be_copied(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.txt": TEXT, "copy-me.yml": "# title: …\n"})
    assert problems == ()
