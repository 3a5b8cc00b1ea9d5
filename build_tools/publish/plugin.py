"""The plugin ``press-archive``, by which MkDocs finds the generator. Thin: every decision is made elsewhere.

With it ``mkdocs build`` and ``mkdocs serve`` work as usual: pages are generated first, files that are no pages are put
beside them afterwards, and changes in ``seeds/`` or in templates rebuild the site. ``archive build`` does that work
itself and says so through the environment.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from markdown.extensions.toc import slugify_unicode  # type: ignore[import-untyped]
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_tools.problems import DataError
from build_tools.publish import completed, generate, handed, read_settings, shipped, theme, workspace
from build_tools.publish.ownership import claim, mark
from build_tools.publish.site import JOBS, PAGES_READY
from build_tools.publish.squeeze import frame, icons, ready, resident, stream, unchanged, whole
from build_tools.publish.squeeze.markup import lighter, unquoted
from build_tools.publish.squeeze.sheets import link_one
from build_tools.publish.squeeze.unchanged import only_known
from build_tools.render.pagefile.compiled import Compiled

_log = get_plugin_logger("archive")
_COMPILED = Compiled()
"""The theme's templates, compiled once for all languages."""


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """Those of the archive stand under ``extra: archive:``, where ``archive`` reads them too."""


class PressArchive(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """What MkDocs calls at each step."""

    def __init__(self) -> None:
        self._unfinished = ExitStack()
        self._beside: list[Path] = []
        self._command = "build"
        self._completed: MkDocsConfig | None = None
        self._unchanged = unchanged.Unchanged(None)
        self._packed = self._bare = False
        self._stream: stream.Stream | None = None
        self._nav: Any = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._command = command
        told = os.environ.get(handed.FOLDER)
        self._unchanged = unchanged.Unchanged(Path(told) if told else None)

    def on_config(self, config: MkDocsConfig) -> None:
        """Before static-i18n's, which builds the language it finds in ``current_language`` first."""
        settings = read_settings(Path(config.config_file_path))
        if config is not self._completed:
            completed.complete(config)
            self._completed = config
        own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        watched = (settings.seeds, *own, shipped.OVERRIDES, shipped.DOCS / "assets")
        config.watch.extend(str(path) for path in watched if path.is_dir())
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify_unicode
        if self._command == "build":
            config.site_url = settings.site.url
        site = settings.counted().site
        # A page that goes into the file for reading offline is changed once more, by its quotation marks.
        self._packed, self._bare = site.packed, site.packed and not site.offline

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        completed.place_overrides(config)  # static-i18n puts its own first
        if os.environ.get(PAGES_READY) or _in_second_language(config):
            return
        self._unfinished.close()
        settings = read_settings(Path(config.config_file_path)).counted().without_offline()
        try:
            folder = self._unfinished.enter_context(workspace(settings))
            claim(Path(config.site_dir), settings.keep)
            _, built = generate(settings, folder)
        except DataError as error:
            raise Abort(f"{error}\n{len(error.problems)} problem(s); nothing was written.") from None
        _log.info("\n".join(map(str, built.warnings)) or "Pages are up to date.")
        self._beside[:] = [folder / "beside"]

    @event_priority(200)  # before static-i18n's, which makes the files anew
    def _divert(self, files: Files, *, config: MkDocsConfig) -> None:
        if os.environ.get(PAGES_READY):
            self._stream = stream.Stream(int(os.environ.get(JOBS, "1")))
            self._stream.divert(files, config, _languages(config))

    @event_priority(-200)  # after it
    def _complete_files(self, files: Files, *, config: MkDocsConfig) -> None:
        for path in shipped.assets():
            if files.get_file_from_path(path) is None:  # a file of the archive's own counts first
                files.append(File(path, str(shipped.DOCS), config.site_dir, config.use_directory_urls))
        completed.hand_out_once(files, config.plugins["i18n"])
        ready.adopt(files, config)
        completed.list_own_pages(config, files)
        if self._stream:
            self._stream.announce(files, config, config.plugins["i18n"].current_language, _languages(config))  # type: ignore[attr-defined]

    on_files = CombinedEvent(_divert, _complete_files)

    @event_priority(-200)  # after static-i18n's, which translates its titles
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        if os.environ.get(PAGES_READY):
            i18n: Any = config.plugins["i18n"]
            self._unchanged.begin(i18n.current_language, config, nav, light=(self._packed, self._bare))
            self._nav = nav

    @event_priority(-200)  # after all others: pages are written here
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        # MkDocs' own server writes a script into each page, which tells when the page has changed.
        theme.equip(env, config.plugins["i18n"], closed=self._command != "serve", folders=config.theme.dirs)
        if os.environ.get(PAGES_READY):
            icons.name_them(env)
        env.bytecode_cache = _COMPILED
        frame.share(env)
        if only_known(config) and not (
            config.theme.custom_dir and any(Path(config.theme.custom_dir).rglob("*.html"))
        ):
            whole.equip(env)
        if self._stream:
            i18n: Any = config.plugins["i18n"]
            order = self._stream.run(config, env, self._nav, files, self._unchanged)
            i18n.i18n_files_per_language[i18n.current_language] = order
            single = partial(self._stream.single, config, env, self._nav, files)
            resident.stay(i18n.current_language, single)

    @event_priority(100)  # before static-i18n's, which looks through the Markdown line by line
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        if not theme.make_safe(page.meta):
            _log.warning(f"Doc file '{page.file.src_uri}' has no title in its front matter")
        if not isinstance(page, ready.ReadyPage):
            return None
        return "" if page.convert() else None

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        if not os.environ.get(PAGES_READY):
            return output
        page.content = ""  # written, and MkDocs would hold it until all languages are
        output = lighter(link_one(output), implied=self._packed)
        return unquoted(output) if self._bare and isinstance(page, ready.ReadyPage) and page.ready else output

    def on_pre_template(self, template: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The map of the site is made once, when the addresses of all languages are known."""
        last = config.plugins["i18n"].current_language == _languages(config)[-1]  # type: ignore[attr-defined]
        return template if last or template_name != "sitemap.xml" else template.environment.from_string("")

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for missing pages stands in all languages, and links as seen from the default one."""
        if template_name == "404.html" and _in_second_language(config):
            return ""
        return (
            lighter(link_one(output_content), implied=self._packed)
            if os.environ.get(PAGES_READY)
            else output_content
        )

    @event_priority(-200)  # after static-i18n's, which builds the other languages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not _in_second_language(config):
            self._unchanged.end()
        if self._beside and not _in_second_language(config):
            shutil.copytree(self._beside.pop(), config.site_dir, dirs_exist_ok=True)
            mark(Path(config.site_dir))
            self._unfinished.close()

    def on_build_error(self, *, error: Exception) -> None:
        self._unfinished.close()


def _in_second_language(config: MkDocsConfig) -> bool:
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.building) and i18n.current_language != i18n.default_language


def _languages(config: MkDocsConfig) -> list[str]:
    """In the order in which static-i18n builds them."""
    i18n: Any = config.plugins["i18n"]
    return list(dict.fromkeys([i18n.default_language, *i18n.build_languages]))
