"""Shows the site while it is being worked on: what is built is what would be published, built anew on every change.

What a text says after it was saved is shown first (``first``); the whole site follows, made in a process of its own, which
is stopped when something else is saved meanwhile. It writes only while it builds, so that other commands work beside it.
Nothing is left when it ends, however it ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
import webbrowser
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from build_tools.problems import DataError, Problem, refused, unexpected
from build_tools.publish.assembled import OLDER
from build_tools.publish.ending import ended_in_order
from build_tools.publish.serving.apart import Apart
from build_tools.publish.serving.server import Server
from build_tools.publish.serving.watch import Snapshot, changed, snapshot
from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.site import built_path
from build_tools.publish.squeeze.resident import Residents
from build_tools.publish.workspaces import IN_USE, SERVE, one_builder
from build_tools.writing import Tell, held, write

if TYPE_CHECKING:
    from build_tools.publish.pipeline import Prepared
    from build_tools.publish.serving.first import First

Build = Callable[[Settings, Path, "Prepared | None", Residents], tuple[Problem, ...]]
"""Builds the site into a folder that does not exist yet, of what is prepared already where that is given; returns warnings,
raises ``DataError``."""

Complain = Callable[[Iterable[Problem]], None]

_PAUSE = 0.2
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
        show = _Show(settings, build, server, folder, tell, complain)
        try:
            with held([folder / IN_USE], "archive serve"):
                server.start()
                shown = f"[{host}]" if ":" in host else host
                address = f"http://{shown}:{port}{_mount(settings)}"
                tell(f"Serving on {address}")
                if open_browser:
                    webbrowser.open(address)
                show.run()
        finally:
            show.end()
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)
    return 0


@dataclass(frozen=True, slots=True)
class _Done:
    """How the work on a site ended."""

    warnings: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()


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
        self._pages_first = folder / "first"
        self._site: Path | None = None
        self._first: First | None = None
        self._residents: Residents | None = None
        """Those of the site that is shown."""
        self._work: Apart[_Done] | None = None

    def run(self) -> None:
        """Until somebody interrupts."""
        saved: Collection[Path] = ()
        while True:
            before = snapshot(self._settings)
            self._once(before, saved)
            saved = self._wait_for_change(before)

    def end(self) -> None:
        self._stop_work()
        self._let_residents_go()

    def _once(self, before: Snapshot, saved: Collection[Path]) -> None:
        """Show what was saved, then the whole site, unless something else is saved meanwhile."""
        started = time.monotonic()
        self._number += 1
        prepared: list[Prepared] = []
        read = _told(lambda: self._read(saved, prepared))
        self._stop_work()
        if read.faults:
            self._faulty(read.faults)
            return
        site, residents = self._folder / f"site-{self._number}", Residents(self._settings.site.languages)
        settings, given = self._settings, prepared[0] if prepared else None
        self._work = Apart(lambda: _told(lambda: self._build(settings, site, given, residents)))
        if self._first is not None:
            self._first.ready(settings)
        while not self._work.waited(_PAUSE):
            # Only where that can be shown first: else a site that takes long would never be shown.
            if self._residents is not None and snapshot(settings) != before:
                residents.end()
                self._work.ask_to_stop()
                return
        done, self._work = self._work.result(), None
        residents.begun()
        if done.faults:
            residents.end()
            self._faulty(done.faults)
            return
        self._complain(done.warnings)
        self._tell(f"Built in {time.monotonic() - started:.1f} seconds")
        self._take(site, residents)

    def _take(self, site: Path, residents: Residents) -> None:
        """Show a whole site in the place of the former one."""
        former, self._site = self._site, site
        self._show(site, ())
        self._let_residents_go()
        self._residents = residents
        shutil.rmtree(self._pages_first, ignore_errors=True)
        if former is not None:  # the next build brings its folder up to date
            shutil.rmtree(self._folder / OLDER, ignore_errors=True)
            former.rename(self._folder / OLDER)

    def _read(self, saved: Collection[Path], prepared: list[Prepared]) -> tuple[Problem, ...]:
        """Show the texts that were saved; where there is more to show than texts, read everything, and add what is prepared."""
        started = time.monotonic()
        self._settings = read_settings(self._settings.config).counted().without_offline()
        if self._shown_first(saved):
            self._tell(f"Showed what was saved in {time.monotonic() - started:.1f} seconds")
            return ()
        # Here, because MkDocs' processes need none of it.
        from build_tools.publish import pipeline
        from build_tools.publish.progress import silent
        from build_tools.publish.serving.first import First
        from build_tools.publish.workers import sensible

        self._stop_work()
        self._let_residents_go()
        texts = sum(1 for _ in self._settings.seeds.rglob("*.txt"))
        with one_builder(self._settings, "archive serve", tell=self._tell):
            prepared.append(pipeline.prepare(self._settings, silent, jobs=sensible(texts)))
        self._first = First(prepared[0])
        return ()

    def _shown_first(self, saved: Collection[Path]) -> bool:
        """Whether the pages of what was saved are shown."""
        if self._first is None or self._residents is None or not saved:
            return False
        sources = self._first.pages(self._settings, saved)
        made = self._residents.made(sources) if sources else None
        if made is None:
            return False
        for path, html in made.items():
            write(self._pages_first / built_path(path, self._settings), html.encode(), flush=False)
        self._show(self._site, (), self._pages_first)
        return True

    def _stop_work(self) -> None:
        if self._work is not None:
            self._work.ask_to_stop()
            self._work.stop()
            self._work = None

    def _let_residents_go(self) -> None:
        if self._residents is not None:
            self._residents.end()
            self._residents = None

    def _faulty(self, faults: tuple[Problem, ...]) -> None:
        self._first = None  # what was read may be what is wrong
        self._complain(faults)
        self._show(self._site, faults)

    def _show(self, site: Path | None, faults: tuple[Problem, ...], first: Path | None = None) -> None:
        root = f"{self._settings.root}{os.sep}"
        here = [replace(fault, path=fault.path.removeprefix(root)) for fault in faults]
        self._server.show(_mount(self._settings), site, here, first)

    def _wait_for_change(self, before: Snapshot) -> Collection[Path]:
        """What changed, when it has."""
        while True:
            now = snapshot(self._settings)
            if now != before:
                break
            time.sleep(_PAUSE)
        while True:  # several files may be saved at once
            time.sleep(_PAUSE)
            later = snapshot(self._settings)
            if later == now:
                return changed(before, now)
            now = later


def _told(work: Callable[[], tuple[Problem, ...]]) -> _Done:
    """What work warns of, or its faults, whatever they are: the server goes on until they are mended."""
    try:
        return _Done(work())
    except DataError as error:
        return _Done(faults=error.problems)
    except OSError as error:
        fault = refused(str(error.filename or "archive"), error.strerror or str(error), error.errno)
        return _Done(faults=(fault,))
    except Exception as error:
        return _Done(faults=(unexpected(error, "archive"),))


def _mount(settings: Settings) -> str:
    return urlsplit(settings.site.url).path or "/"
