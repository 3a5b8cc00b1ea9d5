"""``mkdocs.yml`` is read without MkDocs, and what is wrong with it is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.publish.places import in_the_way
from build_tools.publish.settings import Settings, read_settings

ROOT = Path(__file__).parents[2]

LANGUAGES = """
plugins:
  - press-archive
  - search
  - i18n:
      languages:
        - {locale: ar, name: العربية, site_name: أرشيف}
        - {locale: en, name: English, default: true}
"""


def settings_of(folder: Path, text: str) -> Settings:
    (folder / "seeds").mkdir(exist_ok=True)
    config = folder / "mkdocs.yml"
    config.write_text(text, "utf-8")
    # Making an encoder ready takes seconds; what is tested of it says so.
    return replace(read_settings(config), meaning=False)


def faults_of(folder: Path, text: str) -> str:
    with pytest.raises(DataError) as raised:
        settings_of(folder, text)
    for problem in raised.value.problems:
        assert problem.path.endswith("mkdocs.yml")
        assert problem.hint
    return str(raised.value)


def test_the_own_configuration_is_read() -> None:
    settings = read_settings(ROOT / "mkdocs.yml")
    assert settings.site.languages[0] == "en"
    assert (
        set(settings.site.name) == set(settings.site.languages) == {lang for _, lang in settings.site.texts}
    )
    assert settings.site.url.endswith("/")


def test_the_default_language_comes_first_and_names_are_inherited(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"site_name: Archive\nsite_url: https://a.example/x\n{LANGUAGES}")
    assert settings.site.languages == ("en", "ar")
    assert settings.site.name == {"en": "Archive", "ar": "أرشيف"}
    assert settings.site.url == "https://a.example/x/"
    assert settings.site_dir == tmp_path / "site"


def test_the_address_can_be_given_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://someone.example/press")
    assert settings_of(tmp_path, LANGUAGES).site.url == "https://someone.example/press/"
    monkeypatch.setenv("SITE_URL", "someone.example")
    assert "SITE_URL is no full address: 'someone.example'" in faults_of(tmp_path, LANGUAGES)


def test_hand_written_passages_are_taken_in(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/home.md").write_text("Welcome", "utf-8")
    (tmp_path / "docs/home.ar.md").write_text("أهلًا", "utf-8")
    settings = settings_of(tmp_path, f"site_url: https://a.example/\n{LANGUAGES}")
    assert settings.site.texts == {("home", "en"): "Welcome", ("home", "ar"): "أهلًا"}


def test_a_passage_stays_in_its_language_when_another_becomes_the_default(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/home.md").write_text("Old", "utf-8")
    (tmp_path / "docs/home.en.md").write_text("Welcome", "utf-8")
    (tmp_path / "docs/home.ar.md").write_text("أهلًا", "utf-8")
    both = {("home", "en"): "Welcome", ("home", "ar"): "أهلًا"}
    arabic_first = LANGUAGES.replace(", default: true", "").replace("locale: ar", "locale: ar, default: true")
    for languages in (LANGUAGES, arabic_first):
        assert settings_of(tmp_path, f"site_url: https://a.example/\n{languages}").site.texts == both


def test_a_passage_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/home.en.md").write_bytes("Le café".encode("cp1252"))
    with pytest.raises(DataError, match=r"home\.en\.md: error: It is no UTF-8\. Save it as UTF-8"):
        settings_of(tmp_path, f"site_url: https://a.example/\n{LANGUAGES}")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (LANGUAGES, "site_url is missing"),
        (f"site_url: ftp://a.example\n{LANGUAGES}", "site_url is no full address: 'ftp://a.example'"),
        ("site_url: https://a.example/", "no interface languages"),
        ("site_url: !ENV URL", "not plain YAML"),
        ("a: [", "not plain YAML"),
        ("site_name: News: all", "mapping values are not allowed"),
        (f"site_url: https://a.example/\n{LANGUAGES}extra: {{archive: {{sedes: s}}}}", "Did you mean seeds?"),
        (f"site_url: https://a.example/\n{LANGUAGES}extra: {{archive: s}}", "archive: holds no settings"),
        (f"site_url: https://a.example/\n{LANGUAGES}extra_css: [bas.css]", "bas.css, which is not in docs/"),
        (
            f"site_url: https://a.example/\n{LANGUAGES.replace('locale: ar', 'locale: en')}",
            "has the interface language 'en' 2 times",
        ),
        ("- a list", "holds no settings"),
        (f"site_url: https://a.example/\nsite_dir: .\n{LANGUAGES}", "site_dir would replace"),
        (f"site_url: https://a.example/\nsite_dir: ..\n{LANGUAGES}", "site_dir would replace"),
        (f"site_url: https://a.example/\nsite_dir: docs/site\n{LANGUAGES}", "site_dir would replace"),
        (f"site_url: https://a.example/\nsite_dir: seeds\n{LANGUAGES}", "site_dir would replace"),
        (f"site_url: https://a.example/\ndocs_dir: []\n{LANGUAGES}", "docs_dir must name a folder"),
        (
            f"site_url: https://a.example/\n{LANGUAGES.replace('name: العربية', 'theme: {language: ar}')}",
            "sets theme.language",
        ),
        (f"site_url: https://a.example/\n{LANGUAGES.replace(', default: true', '')}", "exactly one default"),
        (
            f"site_url: https://a.example/\n{LANGUAGES.replace('locale: ar', 'locale: arabic')}",
            "no usable locale",
        ),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in faults_of(tmp_path, text)


def test_all_faults_come_together(tmp_path: Path) -> None:
    reported = faults_of(tmp_path, "site_dir: ..")
    assert "site_url" in reported
    assert "interface languages" in reported
    assert "site_dir" in reported


def test_missing_files_are_faults_too(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_settings(tmp_path / "mkdocs.yml")
    (tmp_path / "mkdocs.yml").write_text(f"site_url: https://a.example/\n{LANGUAGES}", "utf-8")
    with pytest.raises(DataError, match="there is no folder seeds/"):
        read_settings(tmp_path / "mkdocs.yml")


def test_the_generator_is_a_plugin(tmp_path: Path) -> None:
    url = "site_url: https://a.example/\n"
    without = LANGUAGES.replace("  - press-archive\n", "").replace("  - search\n", "")
    told = faults_of(tmp_path, url + without)
    assert "does not name the plugin press-archive. Write under plugins: - press-archive" in told
    assert "does not name the plugin search" in told
    old = f"{url}{without}hooks:\n  - build_tools/publish/hook.py\n"
    assert "names the generator under hooks:. Remove that line" in faults_of(tmp_path, old)


def test_style_sheets_of_the_program_come_before_those_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/own.css").write_text("p {}", "utf-8")
    more = "extra_css: [own.css, assets/stylesheets/base.css]\n"
    settings = settings_of(tmp_path, f"site_url: https://a.example/\n{LANGUAGES}{more}")
    assert settings.style_sheets[-1] == "own.css"
    assert settings.style_sheets.count("assets/stylesheets/base.css") == 1
    assert "extra_css names lost.css" in faults_of(
        tmp_path, f"site_url: https://a.example/\n{LANGUAGES}extra_css: [lost.css]\n"
    )


@pytest.mark.parametrize("site", ["link/entities", "mine", "mine/partials", "build_tools", ".git/site", ".cache/site", "../LINK"])  # fmt: skip
def test_the_site_lies_in_nothing_that_it_is_made_from(tmp_path: Path, site: str) -> None:
    root = tmp_path / "archive"
    for name in ("seeds/entities", "mine/partials", "build_tools", ".git"):
        (root / name).mkdir(parents=True)
    (root / "link").symlink_to("seeds")
    (tmp_path / "LINK").symlink_to("archive")
    text = f"site_url: https://a.example/\nsite_dir: {site}\ntheme: {{custom_dir: mine}}\n{LANGUAGES}"
    assert "site_dir would replace the folder of" in faults_of(root, text)
    assert settings_of(root, text.replace(f"site_dir: {site}", "site_dir: ../public")).keep == ()


def test_a_missing_address_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    with pytest.raises(DataError) as caught:
        settings_of(tmp_path, f"site_name: One\n{LANGUAGES}")
    assert "site_url is missing" in caught.value.problems[0].message
    monkeypatch.setenv("SITE_URL", "a.example")
    with pytest.raises(DataError) as caught:
        settings_of(tmp_path, f"site_name: One\n{LANGUAGES}")
    assert "the environment variable SITE_URL is no full address" in caught.value.problems[0].message


def test_a_site_inside_of_a_repository_is_in_the_way() -> None:
    assert list(in_the_way(Path("/a/.git/site"), Path("/b"), {})) == ["a repository"]
    assert list(in_the_way(Path("/a/git/site"), Path("/b"), {})) == []


@pytest.mark.parametrize(
    ("said", "texts", "packed"),
    [("", 900, True), ("", 901, False), ("true", 50_000, True), ("false", 1, False)],
)
def test_a_large_site_is_packed_only_where_that_is_asked_for(
    tmp_path: Path, said: str, texts: int, packed: bool
) -> None:
    """The two languages count."""
    archive = f"extra: {{archive: {{seeds: seeds, offline: {said}}}}}\n" if said else ""
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{archive}{LANGUAGES}")
    assert bool(settings.for_texts(texts).site.offline) is packed


@pytest.mark.parametrize(
    ("said", "texts", "packed"),
    [("", 200, False), ("", 201, True), ("files", 50_000, False), ("packed", 1, True)],
)
def test_the_downloads_of_a_large_archive_are_packed_unless_files_are_asked_for(
    tmp_path: Path, said: str, texts: int, packed: bool
) -> None:
    archive = f"extra: {{archive: {{seeds: seeds, downloads: {said}}}}}\n" if said else ""
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{archive}{LANGUAGES}")
    assert settings.for_texts(texts).site.packed is packed
