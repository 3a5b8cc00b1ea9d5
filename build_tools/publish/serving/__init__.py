"""Shows the site while it is being worked on: what is built is what would be published, built anew on every change.

It writes only while it builds, so that other commands work beside it. Nothing is left when it ends, however it ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
import webbrowser
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from build_tools.problems import DataError, Problem, refused, unexpected
from build_tools.publish.ending import ended_in_order
from build_tools.publish.serving.server import Server
from build_tools.publish.serving.watch import Snapshot, snapshot
from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.workspaces import IN_USE, SERVE
from build_tools.writing import Tell, held

Build = Callable[[Settings, Path], tuple[Problem, ...]]
"""Builds the site into a folder that does not exist yet; returns warnings, raises ``DataError``."""

Complain = Callable[[Iterable[Problem]], None]

_PAUSE = 0.4
"""Seconds between two looks at the sources; what still changes then is waited for."""


def serve(
    settings: Settings,
    build: Build,
    *,
    host: str,
    port: int,
    open_browser: bool,
    tell: Tell,
    complain: Complain,
) -> int:
    """Serve the site and build it anew when its sources change, until interrupted. Returns an exit code."""
    with suppress(KeyboardInterrupt), ended_in_order(even_in_background=True):
        server = Server(host, port)
        folder = settings.cache / f"{SERVE}{secrets.token_hex(4)}"
        try:
            with held([folder / IN_USE], "archive serve"):
                server.start()
                shown = f"[{host}]" if ":" in host else host
                address = f"http://{shown}:{port}{_mount(settings)}"
                tell(f"Serving on {address}")
                if open_browser:
                    webbrowser.open(address)
                _Show(settings, build, server, folder, tell, complain).run()
        finally:
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)
    return 0


class _Show:
    """One after the other: build, show, wait for a change."""

    def __init__(
        self, settings: Settings, build: Build, server: Server, folder: Path, tell: Tell, complain: Complain
    ) -> None:
        self._settings = settings
        self._build = build
        self._server = server
        self._folder = folder
        self._tell = tell
        self._complain = complain
        self._number = 0
        self._site: Path | None = None

    def run(self) -> None:
        """Until somebody interrupts."""
        while True:
            before = snapshot(self._settings)
            self._once()
            self._wait_for_change(before)

    def _once(self) -> None:
        started = time.monotonic()
        self._number += 1
        site = self._folder / f"site-{self._number}"
        try:
            self._settings = read_settings(self._settings.config)
            warnings = self._build(self._settings, site)
        except DataError as error:
            self._faulty(*error.problems)
        except OSError as error:
            self._faulty(refused(str(error.filename or "archive"), error.strerror or str(error), error.errno))
        except Exception as error:  # shown like any other fault: the server goes on until it is mended
            self._faulty(unexpected(error, "archive"))
        else:
            self._complain(warnings)
            self._tell(f"Built in {time.monotonic() - started:.1f} seconds")
            older, self._site = self._site, site
            self._show(site, ())
            if older is not None:
                shutil.rmtree(older, ignore_errors=True)

    def _faulty(self, *faults: Problem) -> None:
        self._complain(faults)
        self._show(self._site, faults)

    def _show(self, site: Path | None, faults: tuple[Problem, ...]) -> None:
        root = f"{self._settings.root}{os.sep}"
        here = [replace(fault, path=fault.path.removeprefix(root)) for fault in faults]
        self._server.show(_mount(self._settings), site, here)

    def _wait_for_change(self, before: Snapshot) -> None:
        while True:
            now = snapshot(self._settings)
            if now != before:
                break
            time.sleep(_PAUSE)
        while True:  # several files may be saved at once
            time.sleep(_PAUSE)
            later = snapshot(self._settings)
            if later == now:
                return
            now = later


def _mount(settings: Settings) -> str:
    return urlsplit(settings.site.url).path or "/"
