"""The files of the index: the same every time, complete, and made of any archive."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import Archive, Entity, Figure
from build_tools.search import aliases, figures, fragments
from build_tools.search.collect import in_order
from build_tools.search.collected import collect
from build_tools.search.encoding import front_coded, varint, varints
from build_tools.search.postings import order, postings
from build_tools.search.remembered import part
from build_tools.search.shards import Shard, separators, shards
from tests.built_site import ROOT
from tests.search.sample import KORVANE, SAMPLE, archive, built, document
from tests.thorough import first

EMPTY = Archive()
ONE = archive(document("only", "ar", ["كلمة واحدة"]))


def digest(files: list[tuple[str, bytes]]) -> str:
    return sha256(b"".join(path.encode() + content for path, content in files)).hexdigest()


@pytest.mark.parametrize("seed", first(["1", "0"]))
def test_the_same_archive_gives_the_same_bytes(seed: str) -> None:
    script = "from tests.search.sample import *; from tests.search.test_index import digest\n"
    script += "print(digest([(f.path, f.content) for f in built(SAMPLE)]))"
    answer = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == digest([(file.path, file.content) for file in built(SAMPLE)])


def test_files_lie_in_a_folder_named_after_their_content() -> None:
    first, second = built(SAMPLE), built(ONE)
    assert [file.path for file in first if file.path.count("/") == 1] == ["search/index.bin"]
    assert {file.place for file in first} == {"site"}
    folders = {file.path.split("/")[1] for file in (*first, *second)}
    assert len(folders) == 3


@pytest.mark.parametrize("content", [EMPTY, ONE, archive(document("nothing", "en", [""]))])
def test_an_archive_with_next_to_nothing(content: Archive) -> None:
    assert {file.path.split("/")[-1] for file in built(content)} >= {"index.bin", "facets.bin", "han.bin"}


def test_every_term_stands_in_the_shard_that_its_key_leads_to() -> None:
    counted = postings(collect(in_order(SAMPLE)))
    made = list(shards(counted, {}))
    assert sorted(counted.terms, key=order) == list(counted.terms)
    for one in made:
        assert one.first.encode("utf-16-be") <= one.last.encode("utf-16-be")


@given(st.sets(st.text(min_size=1), min_size=2))
def test_separators_part_all_keys(keys: set[str]) -> None:
    ordered = sorted((key for key in keys if _encodable(key)), key=lambda key: key.encode("utf-16-be"))
    made = [Shard(key, key, part(b"")) for key in ordered]
    found = _separators(separators(made))
    assert len(found) == max(len(ordered) - 1, 0)
    for before, separator, after in zip(ordered, found, ordered[1:], strict=False):
        assert before.encode("utf-16-be") < separator <= after.encode("utf-16-be")


def _encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _separators(content: bytes) -> list[bytes]:
    """Read as docs/assets/search/shards.js does."""
    numbers = iter(content)

    def number() -> int:
        value = shift = 0
        while True:
            byte = next(numbers)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    units: list[int] = []
    found = []
    for _ in range(number()):
        head = next(numbers)
        shared, rest = head >> 4, head & 15
        length = shared + (rest if rest < 15 else 15 + number())
        units = [*units[:shared], (units[shared] if shared < len(units) else 0) + number()]
        while len(units) < length:
            units.append(number())
        found.append(b"".join(unit.to_bytes(2, "big") for unit in units))
    return found


@given(st.lists(st.integers(min_value=0, max_value=2**40)))
def test_varints_in_a_row_are_varints_one_by_one(numbers: list[int]) -> None:
    made, sizes = varints(np.array(numbers, np.int64))
    assert made.tobytes() == b"".join(map(varint, numbers))
    assert sizes.tolist() == [len(varint(one)) for one in numbers]


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_front_coding_leaves_the_rest(word: bytes, before: bytes) -> None:
    made = front_coded(word, before)
    shared = next((at for at, pair in enumerate(zip(word, before, strict=False)) if pair[0] != pair[1]), None)
    kept = min(len(word), len(before)) if shared is None else shared
    assert made == varint(kept) + varint(len(word) - kept) + word[kept:]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("40000000000", "604"), ("230000", "5523"), ("5.5", "5055"), ("0.05", "485"), ("1", "501"), ("0", None),
        ("-3.50", "5035"), ("0.000", None), ("1000000", "561"), ("1e5", None), ("1" + "0" * 60, None),
    ],
)  # fmt: skip
def test_amounts(value: str, expected: str | None) -> None:
    assert figures.amount(value) == expected


@given(
    st.decimals(min_value=0, max_value=10**15, places=3), st.decimals(min_value=0, max_value=10**15, places=3)
)
def test_amounts_sort_as_their_values(one: object, other: object) -> None:
    first, second = figures.amount(f"{one:f}"), figures.amount(f"{other:f}")
    if first and second:
        assert (first < second) == (one < other)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("figure", "terms"),
    [
        (Figure(0, 1, "", "money", value="5500000000", currency="USD"), ["#:5955", "#USD:5955"]),
        (Figure(0, 1, "", "percent", value="60"), ["#:516", "#%:516"]),
        (Figure(0, 1, "", "percent", value="2", unit="percentage-point"), ["#:502", "#percentage-point:502"]),
        (Figure(0, 1, "", "count", low="5", high="10"), ["#:505", "#:511"]),
        (
            Figure(0, 1, "", "count", value="100000", literal=Figure(0, 1, "", "count", value="100000000")),
            ["#:551", "#:581"],
        ),
        (Figure(0, 1, "", "date", value="2023-08-15"), ["=2023-08", "=2023"]),
        (Figure(0, 1, "", "count"), []),
    ],
)
def test_terms_of_figures(figure: Figure, terms: list[str]) -> None:
    assert list(figures.terms(figure)) == terms


def test_names_of_a_merged_entity_lead_to_the_one_that_took_it_in() -> None:
    old = Entity("korvane-old", "organization", {"en": "Korvane Works"}, merged_into="korvane")
    made = archive(
        document("a", "en", ["Korvane Systems grows."], names={"Korvane Systems": "korvane"}),
        entities=[KORVANE, old],
    )
    assert ("korvane", "work") in [name.parts for name in aliases.names(made) if name.entity == "korvane"]


def test_names_of_entities_that_no_document_names_are_left_out() -> None:
    assert aliases.names(archive(document("a", "en", ["Nobody."]), entities=[KORVANE])) == ()


def test_a_text_is_written_in_the_shortest_encoding_that_loses_nothing() -> None:
    arabic, chinese, mixed = "نص عربي قصير", "一段中文", "نص 中文 🙂"
    lead = [fragments._encoded(text)[0] for text in (arabic, chinese, mixed)]
    assert [fragments.ENCODINGS[at][0] for at in lead] == ["cp1256", "gbk", "utf-8"]


def test_nothing_of_a_boilerplate_paragraph_is_in_the_index() -> None:
    content = archive(
        document("a", "en", ["Korvane Systems grows.", "Korvane Systems, 12 May"], boilerplate={2: "credit"},
                 names={"Korvane Systems": "korvane"}),
        entities=[KORVANE],
    )  # fmt: skip
    counted = postings(collect(in_order(content)))
    found = dict(
        zip((counted.terms[at] for at in counted.term.tolist()), counted.frequency.tolist(), strict=True)
    )
    assert found["@korvane"] == 1
    assert "12" not in found
    texts = [gzip.decompress(file.content) for file in built(content) if "/f/" in file.path]
    assert not any(b"May" in text for text in texts)


def test_the_first_file_says_what_it_holds() -> None:
    content = gzip.decompress(built(SAMPLE)[0].content)
    about = json.JSONDecoder().raw_decode(content[2:].decode("utf-8", "replace"))[0]
    assert about["documents"] == 5
    assert about["languages"] == [["ar", "A", 1], ["en", "W", 2], ["zh", "H", 1], ["zh-Hant", "H", 1]]
