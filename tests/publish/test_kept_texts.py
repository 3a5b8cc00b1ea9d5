"""Texts are divided once, whoever reads them and whatever happens to what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.kept import portions, texts
from build_tools.read import read_seeds

TEXTS = {
    "a.txt": "The harbour froze in January.\n\nNobody could sail for three weeks.\n",
    "b.txt": "تجمد الميناء في يناير.\n\nلم يبحر أحد ثلاثة أسابيع.\n",
    "c.txt": "一月港口结冰。\n三周内无人出航。\n",
    "c.yml": "paragraphs: page\n",
    "d.txt": "12 34\n",
    "e.txt": "The mayor spoke.\n",
    "e.yml": "language: fr\nboilerplate: [{quote: nowhere, kind: notice}]\n",
}


def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "MANY", 1)
    (tmp_path / "seeds").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    kept = tmp_path / "kept"
    alone = read_seeds(tmp_path / "seeds")
    assert {problem.code for problem in alone[1]} >= {"unknown-language", "quote-not-found"}
    assert read_seeds(tmp_path / "seeds", reading=texts.reading(kept, 2)) == alone
    with monkeypatch.context() as patched:
        patched.setattr("build_tools.read.documents.detect", None)  # not asked again
        assert read_seeds(tmp_path / "seeds", reading=texts.reading(kept, 1)) == alone
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:3000])
    assert read_seeds(tmp_path / "seeds", reading=texts.reading(kept, 1)) == alone
    (tmp_path / "seeds/a.txt").write_text("Le port a gelé en janvier, et personne n’a pu partir.\n", "utf-8")
    again = read_seeds(tmp_path / "seeds", reading=texts.reading(kept, 1))
    assert again == read_seeds(tmp_path / "seeds") != alone


def test_a_link_in_the_place_of_a_known_text_is_refused(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(TEXTS["a.txt"], "utf-8")
    kept = texts.reading(tmp_path / "kept", 1)
    assert [document.id for document in read_seeds(seeds, reading=kept)[0].documents] == ["a"]
    (seeds / "a.txt").rename(tmp_path / "elsewhere.txt")
    (seeds / "a.txt").symlink_to(tmp_path / "elsewhere.txt")
    found = read_seeds(seeds, reading=kept)
    assert found == read_seeds(seeds)
    assert [problem.code for problem in found[1]] == ["link-out"]


def test_of_a_changed_record_the_text_is_not_divided_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(TEXTS["a.txt"], "utf-8")
    kept = texts.reading(tmp_path / "kept", 1)
    read_seeds(seeds, reading=kept)
    monkeypatch.setattr("build_tools.read.documents.detect", None)
    (seeds / "a.yml").write_text("title: {en: Ice}\n", "utf-8")
    [document] = read_seeds(seeds, reading=kept)[0].documents
    assert document.record.title == {"en": "Ice"}
