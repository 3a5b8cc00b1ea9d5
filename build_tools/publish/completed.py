"""An archive's configuration, as MkDocs loaded it, completed by what ``defaults.yml`` takes for granted."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from pathspec.gitignore import GitIgnoreSpec

from build_tools.publish import shipped
from build_tools.publish.defaults import defaults, titles
from build_tools.render.paths import is_shared
from build_tools.render.wording.words import catalogue


def complete(config: MkDocsConfig) -> None:
    """Add to a loaded configuration what it does not say itself. MkDocs reads both, so both mean the same."""
    given: dict[str, Any] = {}
    for layer in config.user_configs:
        given.update(layer)
    ours = _loaded(config)
    for key in ("nav", "validation"):
        if key not in given:
            config[key] = ours[key]
    for key in ("exclude_docs", "not_in_nav"):
        patterns = [*ours[key].patterns, *(config[key].patterns if config[key] else ())]
        config[key] = GitIgnoreSpec(patterns)
    for key in ("extra_css", "extra_javascript", "markdown_extensions"):
        present = {str(item) for item in ours[key]}
        config[key] = [*ours[key], *(item for item in config[key] if str(item) not in present)]
    for name, options in ours.mdx_configs.items():
        config.mdx_configs.setdefault(name, options)
    own_look = given["theme"] if isinstance(given.get("theme"), Mapping) else {}
    for key, value in defaults()["theme"].items():
        if key not in own_look:
            config.theme[key] = value
    config.extra.setdefault("generator", False)  # the theme would add a line of its own to each page
    _complete_languages(config.plugins["i18n"])


def hand_out_once(files: Files, i18n: Any) -> None:
    """Leave pages that the languages share to the default one: static-i18n would make a copy of each for every other."""
    default: str = i18n.default_language
    for file in list(files.documentation_pages()):
        if not is_shared(str(file.norm_src_uri).removesuffix(".md")):  # type: ignore[attr-defined]
            continue
        if i18n.current_language == default:
            file.alternates = {default: file}  # type: ignore[attr-defined]
        else:
            files.remove(file)


def list_own_pages(config: MkDocsConfig, files: Files) -> None:
    """Put the archive's own pages, which lie in ``docs/`` itself, at the end of the navigation that is taken for granted."""
    given = [*(config.nav or ())]
    usual = list(defaults()["nav"])
    if given[: len(usual)] != usual:
        return  # the archive has a navigation of its own
    known = {path for entry in usual for path in entry.values()}
    own = {
        str(getattr(file, "norm_src_uri", file.src_uri))
        for file in files.documentation_pages()
        if file.inclusion.is_in_nav()  # type: ignore[no-untyped-call]
    }
    config.nav = [*usual, *(path for path in sorted(own - known) if "/" not in path)]


def place_overrides(config: MkDocsConfig) -> None:
    """Look for templates in the archive's own ``custom_dir``, then among the program's, then in the theme."""
    own = [config.theme.custom_dir] if config.theme.custom_dir else []
    first = [*own, str(shipped.OVERRIDES)]
    config.theme.dirs = [*first, *(path for path in config.theme.dirs if path not in first)]


def _loaded(config: MkDocsConfig) -> MkDocsConfig:
    """``defaults.yml`` as a configuration of its own, beside the given one."""
    ours = MkDocsConfig(config.config_file_path)
    theme = {"name": config.theme.name, **defaults()["theme"]}
    needed = {"site_name": config.site_name, "docs_dir": config.docs_dir, "site_dir": config.site_dir}
    ours.load_dict({**deepcopy(defaults()), **needed, "theme": theme, "plugins": []})
    failed, _ = ours.validate()
    if failed:
        raise ValueError(f"defaults.yml: {failed}")
    return ours


def _complete_languages(i18n: Any) -> None:
    """Titles of the navigation in the words of the interface, and no second search index."""
    i18n.config.reconfigure_search = False
    for language in i18n.config.languages:
        words = catalogue(language.locale)
        translated = {title: words.gettext(title) for title in titles()}
        language.nav_translations = {**translated, **(language.nav_translations or {})}
