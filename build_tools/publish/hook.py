"""What MkDocs calls back while it builds. Thin: every decision is made elsewhere.

With it ``mkdocs build`` and ``mkdocs serve`` work as usual: pages are generated first, files that are no pages are put
beside them afterwards, and changes in ``seeds/`` or ``overrides/`` rebuild the site. ``archive build`` does that work
itself and says so through the environment.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.problems import DataError
from build_tools.publish import generate, read_settings, workspace
from build_tools.publish.site import ONLY_LANGUAGE, PAGES_READY
from build_tools.render.words import catalogue

_log = get_plugin_logger("archive")
_unfinished = ExitStack()
_beside: list[Path] = []
_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> None:
    """Before static-i18n's: it reads ``current_language`` as the one to build."""
    settings = read_settings(Path(config.config_file_path))
    config.watch.extend(str(p) for p in (settings.seeds, Path(config.theme.custom_dir or "")) if p.is_dir())
    if _command == "build":
        config.site_url = settings.site.url
    i18n = config.plugins["i18n"]
    if only := os.environ.get(ONLY_LANGUAGE):
        i18n.current_language = only  # type: ignore[attr-defined]
        i18n.building = True  # type: ignore[attr-defined]


def on_pre_build(config: MkDocsConfig) -> None:
    if os.environ.get(PAGES_READY) or _in_second_language(config):
        return
    _unfinished.close()
    settings = read_settings(Path(config.config_file_path))
    try:
        folder = _unfinished.enter_context(workspace(settings))
        _, built = generate(settings, folder)
    except DataError as error:
        raise Abort(f"{error}\n{len(error.problems)} problem(s); nothing was written.") from None
    for problem in built.warnings:
        _log.info(str(problem))
    _beside[:] = [folder / "beside"]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Words of the theme's overrides come from the same catalogues as those of the pages."""
    i18n: Any = config.plugins["i18n"]
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(catalogue(i18n.current_language), newstyle=True)  # type: ignore[attr-defined]
    env.globals["default_language"] = i18n.default_language
    env.globals["interface_languages"] = [
        {
            "tag": tag,
            "direction": Locale.parse(tag, sep="-").text_direction,
            "home": "./" if tag == i18n.default_language else f"{tag}/",
            "gettext": catalogue(tag).gettext,
        }
        for tag in i18n.build_languages
    ]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """The theme puts titles into its templates as they are, so they are escaped here; and it indexes nothing."""
    meta: Any = page.meta
    if not isinstance(meta.get("title"), str):
        _log.warning(f"Doc file '{page.file.src_uri}' has no title in its front matter")
    meta.update(
        {key: escape(meta[key]) for key in ("title", "description") if isinstance(meta.get(key), str)}
    )
    meta["search"] = {"exclude": True}


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for missing pages stands in all languages, and links as seen from the default one."""
    return "" if template_name == "404.html" and _in_second_language(config) else output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n's, which builds the other languages."""
    if _beside and not _in_second_language(config):
        shutil.copytree(_beside.pop(), config.site_dir, dirs_exist_ok=True)
        _unfinished.close()


def _in_second_language(config: MkDocsConfig) -> bool:
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.building) and i18n.current_language != i18n.default_language
