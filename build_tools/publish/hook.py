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

from markdown.extensions.toc import slugify_unicode  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.problems import DataError
from build_tools.publish import generate, read_settings, ready, theme, workspace
from build_tools.publish.markup import lighter
from build_tools.publish.site import ONLY_LANGUAGE, PAGES_READY
from build_tools.publish.stylesheets import link_one

_log = get_plugin_logger("archive")
_unfinished = ExitStack()
_beside: list[Path] = []
_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> None:
    """Before static-i18n's, which builds the language it finds in ``current_language`` first."""
    settings = read_settings(Path(config.config_file_path))
    config.watch.extend(str(p) for p in (settings.seeds, Path(config.theme.custom_dir or "")) if p.is_dir())
    config.mdx_configs.setdefault("toc", {})["slugify"] = slugify_unicode
    if _command == "build":
        config.site_url = settings.site.url
    if only := os.environ.get(ONLY_LANGUAGE):
        i18n: Any = config.plugins["i18n"]
        i18n.current_language, i18n.building = only, True


def on_pre_build(config: MkDocsConfig) -> None:
    if os.environ.get(PAGES_READY) or _in_second_language(config):
        return
    _unfinished.close()
    settings = read_settings(Path(config.config_file_path)).without_offline()
    try:
        folder = _unfinished.enter_context(workspace(settings))
        _, built = generate(settings, folder)
    except DataError as error:
        raise Abort(f"{error}\n{len(error.problems)} problem(s); nothing was written.") from None
    _log.info("\n".join(map(str, built.warnings)) or "Pages are up to date.")
    _beside[:] = [folder / "beside"]


@event_priority(-200)  # after static-i18n's, which makes the files anew
def on_files(files: Files, config: MkDocsConfig) -> None:
    ready.adopt(files, config)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    theme.equip(env, config.plugins["i18n"])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    if not theme.make_safe(page.meta):
        _log.warning(f"Doc file '{page.file.src_uri}' has no title in its front matter")


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return lighter(link_one(output)) if os.environ.get(PAGES_READY) else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page for missing pages stands in all languages, and links as seen from the default one."""
    if template_name == "404.html" and _in_second_language(config):
        return ""
    return lighter(link_one(output_content)) if os.environ.get(PAGES_READY) else output_content


@event_priority(-200)  # after static-i18n's, which builds the other languages
def on_post_build(config: MkDocsConfig) -> None:
    if _beside and not _in_second_language(config):
        shutil.copytree(_beside.pop(), config.site_dir, dirs_exist_ok=True)
        _unfinished.close()


def _in_second_language(config: MkDocsConfig) -> bool:
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.building) and i18n.current_language != i18n.default_language
