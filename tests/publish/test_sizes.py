"""The page of downloads says of each file how much it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from build_tools.model import Site
from build_tools.publish.sizes import fill, size
from build_tools.render.formats.packing import zipped


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (0, "en", "0 kB"),
        (999, "en", "1 kB"),
        (1000, "en", "1 kB"),
        (1234, "en", "1.2 kB"),
        (56_789, "en", "57 kB"),
        (4_300_000, "en", "4.3 MB"),
        (4_300_000, "ar", "4.3 ميغابايت"),
        (4_300_000_000, "zh", "4,300兆字节"),
    ],
)
def test_bytes_in_words(count: int, language: str, said: str) -> None:
    assert size(count, Locale.parse(language)) == said


def test_places_are_filled_in_every_language_and_those_of_absent_files_stay_empty(tmp_path: Path) -> None:
    about = Site(url="https://example.org/", languages=("en", "zh"))
    place = '<data data-file="data/{}"></data>'
    page = (
        place.format("names.csv")
        + place.format("a%20b.txt")
        + place.format("site.zip")
        + place.format("tables.zip#two.csv")
    )
    for folder in ("data", "zh/data"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text(page, "utf-8")
    (tmp_path / "data/names.csv").write_text('\ufeffid,name\n1,"a\nb"\n2,c\n', "utf-8")
    (tmp_path / "data/a b.txt").write_text("x" * 20)
    packed = zipped([("two.csv", b"\xef\xbb\xbfid\n1\n2\n3\n")])
    (tmp_path / "data/tables.zip").write_bytes(packed)
    for _ in range(2):
        fill(tmp_path, about)
    english = (tmp_path / "data/index.html").read_text("utf-8")
    assert '<data data-file="data/names.csv">1 kB · 2 rows</data>' in english
    assert '<data data-file="data/a%20b.txt">1 kB</data>' in english
    assert '<data data-file="data/site.zip"></data>' in english
    assert '<data data-file="data/tables.zip#two.csv">1 kB · 3 rows</data>' in english
    assert "2行" in (tmp_path / "zh/data/index.html").read_text("utf-8")
