"""The one configuration file, ``mkdocs.yml``, as far as the archive reads it.

It is read here with a plain safe loader, so it may hold no ``!ENV`` or ``!!python`` tags. The address of the site can
be given from outside instead: ``SITE_URL=https://example.org/press/ archive build``.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from build_tools.model import NO_RULES, HouseRules, Rights, Site
from build_tools.problems import DataError, Problem
from build_tools.publish.defaults import style_sheets
from build_tools.publish.places import in_the_way
from build_tools.publish.shipped import has_asset

LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""Language tags that static-i18n accepts."""

OFFLINE = "data/site.zip"
PACKED_UNASKED = 1_800
"""Pages of documents, in all languages, up to which the site is packed into a file without being asked for it: a file
of some 25 MB, above which Cloudflare Pages would not take the site."""

DOWNLOADS = ("files", "packed")
FILES_UNASKED = 200
"""Documents up to which each has all files of its own, and downloads are not packed, without being asked for it."""

_ARCHIVE = ("seeds", "offline", "downloads", "keep", "rights", "meaning")
"""Keys of ``extra: archive:``."""

PASSAGES = ("home",)
"""Hand-written texts that a generated page takes in: ``docs/home.en.md``, ``docs/home.ar.md``, …"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything lies, and what the site is called."""

    config: Path
    root: Path
    """Folder of the configuration file; every other path is absolute and inside or beside it."""
    seeds: Path
    docs: Path
    site_dir: Path
    """Without links: it is replaced where it really is."""
    site: Site
    overrides: Path
    """The archive's own templates; the folder need not exist."""
    keep: tuple[str, ...] = ()
    """Names in the site's folder that are other programs'."""
    rules: HouseRules = NO_RULES
    style_sheets: tuple[str, ...] = ()
    """Paths in the site of the program's style sheets, then of those under ``extra_css``, in their order."""

    meaning: bool = True
    """Whether sentences are compared by meaning, where the extra is installed."""

    offline_asked: bool = False
    """Whether the configuration asks for the file of the whole site, of whatever size."""
    downloads_asked: str = ""
    """``files`` or ``packed``, where the configuration says so."""

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def for_texts(self, texts: int) -> Settings:
        """The same for an archive of so many texts: of a large one the site is packed into a file only where that is asked
        for, and the downloads are packed unless they are asked to be files."""
        packed = self.downloads_asked == "packed" or (not self.downloads_asked and texts > FILES_UNASKED)
        made = replace(self, site=replace(self.site, packed=packed))
        large = texts * len(self.site.languages) > PACKED_UNASKED
        return made.without_offline() if large and not self.offline_asked else made

    @property
    def packed_by(self) -> str:
        """Why downloads are packed, ``asked`` or the ``number`` of documents; empty where they are not."""
        if not self.site.packed:
            return ""
        return "asked" if self.downloads_asked else "number"

    def counted(self) -> Settings:
        """The same for as many texts as lie in ``seeds/``."""
        return self.for_texts(sum(1 for _ in self.seeds.rglob("*.txt")))

    def without_offline(self) -> Settings:
        """The same for a site that is not packed into a file, so that no page links to one."""
        return replace(self, site=replace(self.site, offline=""))


def read_settings(config: Path) -> Settings:
    """The settings of ``mkdocs.yml``. Raises ``DataError`` with everything that is wrong with them."""
    config = config.resolve()
    loaded = _load(config)
    faults = _Faults(config)
    languages = _languages(loaded, faults)
    docs = config.parent / _text(loaded, "docs_dir", "docs", faults)
    archive = _archive(loaded, faults)
    _check_plugins(loaded, faults)
    settings = Settings(
        config=config,
        root=config.parent,
        seeds=config.parent / _text(archive, "seeds", "seeds", faults),
        docs=docs,
        site_dir=Path(os.path.realpath(config.parent / _text(loaded, "site_dir", "site", faults))),
        overrides=config.parent / _custom_dir(loaded.get("theme")),
        keep=_kept(archive, faults),
        site=Site(
            url=_url(loaded, faults),
            languages=tuple(str(language["locale"]) for language in languages),
            name={str(language["locale"]): _name(language, loaded) for language in languages},
            description={
                str(language["locale"]): str(language["site_description"])
                for language in languages
                if language.get("site_description")
            },
            texts=_texts(docs, [str(language["locale"]) for language in languages], faults),
            offline=_offline(archive, faults),
        ),
        rules=HouseRules(_rights(archive, faults), tuple(str(language["locale"]) for language in languages)),
        style_sheets=_style_sheets(loaded, docs, faults),
        meaning=_meaning(archive, faults),
        offline_asked=archive.get("offline") is True,
        downloads_asked=_downloads(archive, faults),
    )
    _check_folders(settings, faults)
    faults.stop()
    return settings


class _Faults:
    """Collects what is wrong with the configuration file."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.problems: list[Problem] = []

    def add(self, message: str, hint: str, line: int = 0) -> None:
        self.problems.append(Problem(str(self.config), line, "configuration", message, hint))

    def stop(self) -> None:
        if self.problems:
            raise DataError(self.problems)


def _load(config: Path) -> Mapping[str, Any]:
    faults = _Faults(config)
    try:
        loaded = yaml.load(config.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        faults.add(
            f"cannot be read ({error.strerror})", "Run in the archive's folder, or name the file: --config"
        )
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        reason = getattr(error, "problem", None) or "it is no UTF-8"
        hint = "Indent with spaces, quote a text with a colon or a #, and use no !ENV and no !!python tags"
        faults.add(f"is not plain YAML: {reason}", hint, line)
    else:
        if isinstance(loaded, Mapping):
            return loaded
        faults.add("holds no settings", "Begin with the mkdocs.yml that archive new writes")
    faults.stop()
    raise AssertionError("unreachable")


def _url(loaded: Mapping[str, Any], faults: _Faults) -> str:
    given = os.environ.get("SITE_URL")
    name = "the environment variable SITE_URL" if given else "site_url"
    url = given or loaded.get("site_url")
    if isinstance(url, str) and re.match(r"https?://[^/]+", url):
        return url.rstrip("/") + "/"
    hint = "Give the full address: site_url: https://example.org/archive/"
    faults.add(f"{name} is missing" if not url else f"{name} is no full address: {url!r}", hint)
    return ""


def _archive(loaded: Mapping[str, Any], faults: _Faults) -> Mapping[str, Any]:
    """What stands under ``extra: archive:``."""
    extra = loaded.get("extra") or {}
    archive = extra.get("archive") or {} if isinstance(extra, Mapping) else None
    if not isinstance(archive, Mapping):
        faults.add("extra: archive: holds no settings", "Write below it: seeds: seeds")
        return {}
    for key in archive:
        if key not in _ARCHIVE:
            close = get_close_matches(str(key), _ARCHIVE, 1)
            hint = f"Did you mean {close[0]}?" if close else f"Known keys: {', '.join(_ARCHIVE)}"
            faults.add(f"extra: archive: has no key {key!r}", hint)
    return archive


def _style_sheets(loaded: Mapping[str, Any], docs: Path, faults: _Faults) -> tuple[str, ...]:
    own = style_sheets()
    further = tuple(str(path) for path in loaded.get("extra_css") or () if str(path) not in own)
    for path in further:
        if not ((docs / path).is_file() or has_asset(path)):
            faults.add(
                f"extra_css names {path}, which is not in {docs.name}/", "Correct the path, or remove it"
            )
    return own + further


def _check_plugins(loaded: Mapping[str, Any], faults: _Faults) -> None:
    """MkDocs must find the generator, and the theme its search box."""
    if any("build_tools/publish/hook.py" in str(hook) for hook in loaded.get("hooks") or ()):
        faults.add(
            "names the generator under hooks:", "Remove that line, and write under plugins: - press-archive"
        )
    entries = loaded.get("plugins") or ()
    names = {str(name) for entry in entries for name in (entry if isinstance(entry, Mapping) else [entry])}
    for name in ("press-archive", "search"):
        if name not in names:
            faults.add(f"does not name the plugin {name}", f"Write under plugins: - {name}")


def _languages(loaded: Mapping[str, Any], faults: _Faults) -> Sequence[Mapping[str, Any]]:
    """The interface languages of the i18n plugin, the default one first."""
    entries = [
        plugin for plugin in loaded.get("plugins") or () if isinstance(plugin, Mapping) and "i18n" in plugin
    ]
    options = entries[0]["i18n"] if entries else None
    if not isinstance(options, Mapping) or not isinstance(options.get("languages"), list):
        faults.add("has no interface languages", "List them under plugins: - i18n: languages:")
        return ()
    languages = [
        entry for entry in options["languages"] if isinstance(entry, Mapping) and entry.get("build", True)
    ]
    for entry in languages:
        if not LANGUAGE.fullmatch(str(entry.get("locale", ""))):
            faults.add(
                f"has no usable locale for language {entry.get('name')!r}", "Write locale: en, ar, zh, …"
            )
        if "language" in (entry.get("theme") or {}):
            faults.add(
                f"sets theme.language for {entry.get('locale')!r}",
                "Leave it out: static-i18n sets it, and carries a hand-set one over into the next language",
            )
    for locale, times in Counter(str(entry.get("locale")) for entry in languages).items():
        if times > 1:
            faults.add(f"has the interface language {locale!r} {times} times", "Keep one of them")
    if sum(bool(entry.get("default")) for entry in languages) != 1:
        faults.add("must have exactly one default interface language", "Write default: true at one of them")
    if options.get("docs_structure", "suffix") != "suffix":
        faults.add("must keep docs_structure: suffix", "Generated pages are named NAME.md, NAME.ar.md, …")
    return sorted((e for e in languages if "locale" in e), key=lambda entry: not entry.get("default"))


def _name(language: Mapping[str, Any], loaded: Mapping[str, Any]) -> str:
    return str(language.get("site_name") or loaded.get("site_name") or "")


def _text(options: Mapping[str, Any], key: str, default: str, faults: _Faults) -> str:
    value = options.get(key, default)
    if isinstance(value, str) and value.strip():
        return value
    faults.add(f"{key} must name a folder", f"Write {key}: {default}")
    return default


def _rights(archive: Mapping[str, Any], faults: _Faults) -> Rights:
    known: tuple[Rights, ...] = get_args(Rights)
    wanted = archive.get("rights", known[0])
    if wanted not in known:
        faults.add(f"extra: archive: rights: {wanted!r} is not known here", f"One of: {', '.join(known)}")
        return known[-1]
    return cast(Rights, wanted)


def _offline(archive: Mapping[str, Any], faults: _Faults) -> str:
    wanted = archive.get("offline", True)
    if not isinstance(wanted, bool):
        faults.add("offline must be true or false", "Write offline: true to publish the site as a file, too")
    return OFFLINE if wanted is True else ""


def _downloads(archive: Mapping[str, Any], faults: _Faults) -> str:
    wanted = archive.get("downloads", "")
    if wanted not in ("", *DOWNLOADS):
        faults.add(
            f"downloads must be one of: {', '.join(DOWNLOADS)}",
            "Leave it out to go by the number of documents",
        )
        return ""
    return str(wanted)


def _meaning(archive: Mapping[str, Any], faults: _Faults) -> bool:
    wanted = archive.get("meaning", True)
    if not isinstance(wanted, bool):
        faults.add("meaning must be true or false", "Write meaning: false to do without search by meaning")
    return wanted is True


def _kept(archive: Mapping[str, Any], faults: _Faults) -> tuple[str, ...]:
    names = archive.get("keep") or []
    if isinstance(names, list) and all(isinstance(name, str) and _is_plain(name) for name in names):
        return tuple(dict.fromkeys(names))
    hint = "Write keep: [.git, CNAME], as the files and folders directly in it are called"
    faults.add("extra: archive: keep: must list names in the site's folder", hint)
    return ()


def _is_plain(name: str) -> bool:
    return bool(name) and name not in (".", "..") and not set(name) & set("/\\\0")


def _texts(docs: Path, languages: Sequence[str], faults: _Faults) -> dict[tuple[str, str], str]:
    """The hand-written passages. ``NAME.md`` is one in the default language, the first of ``languages``."""
    texts: dict[tuple[str, str], str] = {}
    for name in PASSAGES:
        for language in languages:
            paths = [docs / f"{name}.{language}.md"]
            if language == languages[0]:
                paths.append(docs / f"{name}.md")
            path = next((path for path in paths if path.is_file()), None)
            if path is None:
                continue
            try:
                texts[name, language] = path.read_text("utf-8-sig")
            except UnicodeDecodeError:
                faults.problems.append(
                    Problem(str(path), 0, "encoding", "It is no UTF-8", "Save it as UTF-8 in your editor")
                )
    return texts


def _custom_dir(theme: Any) -> str:
    named = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return named if isinstance(named, str) else "overrides"


def _check_folders(settings: Settings, faults: _Faults) -> None:
    """The site's folder is replaced as a whole, so it may hold nothing else that is needed, nor lie in it."""
    folders = {"seeds": settings.seeds, "docs": settings.docs, "overrides": settings.overrides}
    for name in sorted(set(in_the_way(settings.site_dir, settings.root, folders))):
        faults.add(f"site_dir would replace the folder of {name}", "Write site_dir: site")
    if not settings.seeds.is_dir():
        faults.add(
            f"there is no folder {settings.seeds.name}/", "Make it and put source texts into it (NAME.txt)"
        )
