"""Every word that a reader sees is in every catalogue, and nothing else is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from build_tools import languages
from build_tools.render.locale import renew
from build_tools.render.wording import words
from build_tools.render.wording.units import Units

LANGUAGES = words.languages()
_PLACE = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


def _keys(catalogue: object) -> set[tuple[str | None, str]]:
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in catalogue if m.id}  # type: ignore[attr-defined]


@cache
def _wanted() -> set[tuple[str | None, str]]:
    return _keys(renew.wanted())


def test_there_are_catalogues_for_the_three_languages() -> None:
    assert set(LANGUAGES) >= {"ar", "en", "zh"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_what_is_asked_for_and_nothing_else(language: str) -> None:
    wanted, stored = _wanted(), _keys(renew.stored(language))
    assert stored - wanted == set(), "run python -m build_tools.render.locale.renew"
    assert wanted - stored == set(), (
        "run python -m build_tools.render.locale.renew, then translate what is new"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_fuzzy(language: str) -> None:
    for message in renew.stored(language):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            assert all(forms), message.id
            assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_messages_have_every_form_of_the_language(language: str) -> None:
    expected = {"ar": 6, "en": 2, "zh": 1}[language]
    for message in renew.stored(language):
        if isinstance(message.id, tuple):
            assert len(message.string) == expected, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_values(language: str) -> None:
    """The number itself may go where a form says it in words, as the Arabic dual does."""
    for message in renew.stored(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        places = set(_PLACE.findall(" ".join(ids)))
        for form in message.string if isinstance(message.string, tuple) else (message.string,):
            assert places - set(_PLACE.findall(form)) <= {("n", "")}, message.id
            assert set(_PLACE.findall(form)) <= places, message.id


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_nothing_is_left_in_english(language: str) -> None:
    names = {
        "JavaScript", "JSON", "Lines", "SQLite", "CSV", "BibTeX", "RIS", "CSL", "Wikidata", "BEACON", "Atom", "Markdown",
        "Frictionless", "Annotation", "Web", "the", "on", "W", "C", "ByteDance", "Enter", "UTF", "yuan", "billion",
        "index", "html", "python", "m", "http", "server",
    }  # fmt: skip
    for message in renew.stored(language):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            for form in forms:
                assert set(re.findall(r"[A-Za-z]+", _PLACE.sub("", form))) <= names, form


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_every_unit_of_every_language_has_a_name(language: str) -> None:
    units = {
        str(unit)
        for tag in languages.tags()
        for section in ("nouns", "durations")
        for unit in languages.section(tag, "figures")[section]
    } | {"percentage-point", "basis-point", *languages.table("units")["cldr"]}
    named = Units(Locale.parse(language))
    lacking = sorted(unit for unit in units if not named.known(unit))
    assert language == "en" or not lacking, (
        f"name them in build_tools/languages/{language}/units.yml: {lacking}"
    )


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_catalogue_that_is_a_copy_of_english_is_told_from_one_that_is_translated(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words.untranslated(language) < 0.05
    (tmp_path / "fr.po").write_bytes((words.FOLDER / "en.po").read_bytes())
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    assert words.untranslated("fr") > 0.95
