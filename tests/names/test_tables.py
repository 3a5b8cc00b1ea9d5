"""The generated tables are what their generators make, and hold what the code relies on."""

from __future__ import annotations

import json
from pathlib import Path

from build_tools import languages
from build_tools.annotate.names.lexicon import lexicon
from build_tools.folding import fold_text
from build_tools.languages.generate import arabic_lexicon, english_words, han_simplified, things
from tests.benchmarks import suggesting


def test_the_table_of_han_characters_is_what_opencc_says() -> None:
    assert Path(languages.__file__).with_name("han-simplified.tsv").read_text("utf-8").splitlines() == list(
        han_simplified()
    )


def test_folding_twice_changes_nothing() -> None:
    chars = "".join(row[0] + row[1] for row in languages.columns("han-simplified"))
    assert fold_text(fold_text(chars)) == fold_text(chars)
    assert fold_text("什麼時候臺積電著名") == fold_text("什么时候台积电着名")


def test_english_words_are_small_letters_in_order() -> None:
    words = [row[0] for row in languages.columns("en/words")]
    assert words == sorted(set(words))
    assert all(word.isascii() and word.islower() and len(word) > 1 for word in words)
    assert {"apple", "target", "wolves"} <= set(words)
    assert not {"cairo", "nile", "the nile"} & set(words)


def test_english_words_are_taken_from_such_a_list(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text("Zoe\nzoo's\nzoo\na\nZOO\nant\n")
    lines = list(english_words(path))
    assert [line for line in lines if not line.startswith("#")] == ["ant", "zoo"]
    assert any("Kevin Atkinson" in line for line in lines)


def test_things_are_nouns_with_a_class() -> None:
    for tag in ("en", "zh"):
        rows = languages.columns(f"{tag}/things")
        assert {row[1] for row in rows} == {"food", "nature", "landscape"}
        assert len({row[0] for row in rows}) == len(rows) > 150
    chinese = dict(languages.columns("zh/things"))
    assert (chinese["苹果"], chinese["贝壳"], chinese["火山"]) == ("food", "nature", "landscape")


def test_things_are_taken_from_keywords_of_emoji(tmp_path: Path) -> None:
    (tmp_path / "annotations" / "en").mkdir(parents=True)
    (tmp_path / "package.json").write_text('{"version": "1.0"}')
    told = {
        "\N{RED APPLE}": {"default": ["apple", "red"], "tts": ["red apple"]},
        "\N{ROCKET}": {"default": ["red"]},
    }
    (tmp_path / "annotations" / "en" / "annotations.json").write_text(
        json.dumps({"annotations": {"annotations": told}})
    )
    emoji = tmp_path / "emoji-test.txt"
    emoji.write_text(
        "# subgroup: food-fruit\n1F34E ; fully-qualified\n# subgroup: transport-air\n1F680 ; fully-qualified\n"
    )
    lines = list(things("en", tmp_path, emoji))
    assert [line for line in lines if not line.startswith("#")] == ["apple\tfood"]


def test_a_word_is_known_with_what_arabic_glues_to_it() -> None:
    arabic = lexicon("ar")
    for word in ("كتاب", "والكتاب", "كتابهم", "ودراستها", "قالت", "وسيكتبون", "لديهم", "السياسات", "الدم"):
        assert arabic.class_of(fold_text(word)) in ("n", "v", "s"), word
    for word in ("باريس", "لباريس"):
        assert arabic.class_of(fold_text(word)) == "p", word
    for word in ("هارلينتون", "دروموند", "شوتسكي"):
        assert arabic.class_of(fold_text(word)) == "", word
    assert not lexicon("en")


def test_the_marks_of_the_benchmark_are_ranges_of_the_same_reports_in_every_language() -> None:
    marks = suggesting.marks()
    reports = {tag: [one.id for one in marks if one.language == tag] for tag in languages.tags()}
    assert {len(set(ids)) for ids in reports.values()} == {30}
    assert len({tuple(sorted(ids)) for ids in reports.values()}) == 1
    assert len({one.sha256 for one in marks}) == len(marks) == 90
    assert sum(len(one.spans) for one in marks) > 2500
    for one in marks:
        assert len(one.sha256) == 64
        assert all(start < end for start, end in one.spans)
        assert list(one.spans) == sorted(set(one.spans))
        assert set(one.outermost()) <= set(one.spans)


def test_a_word_of_the_arabic_dictionary_has_its_classes(tmp_path: Path) -> None:
    source = tmp_path / "ar.dic"
    source.write_text(
        "9\nstopwords.dic\nفِي/1\nnames.dic\nكتب/65\nدمشق/60\nverb.huns.dic\nكتب/264\t8\n", "utf-8"
    )
    rows = [row for row in arabic_lexicon(source) if not row.startswith("#")]
    assert rows == ["دمشق\tp", "في\ts", "كتب\tnv"]
