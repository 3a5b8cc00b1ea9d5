"""Copies of MkDocs' process that stay when it ends, each as it stood when it made the pages of a language.

To load MkDocs, its plugins and the theme takes longer than to make a page. Whoever shows a site while it is worked on asks
a copy for the pages of what was just saved, before the whole site is made again. A copy ends with the process that may ask
it, however that ends.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

SOCKETS = "ARCHIVE_RESIDENTS"
"""Set for MkDocs where copies shall stay: the numbers of the sockets at which they are asked, by language."""

Make = Callable[[str, str], str]
"""The HTML of a generated page, by its path in ``docs/`` and its source."""
Pages = Mapping[str, str]
"""Path in ``docs/`` → source, or HTML."""


class Residents:
    """The copies, as who asks them sees them: one for each interface language."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        pairs = {language: Pipe() for language in languages}
        self._ours: dict[str, Connection[Any, Any]] = {tag: ours for tag, (ours, _) in pairs.items()}
        self._theirs = {tag: theirs for tag, (_, theirs) in pairs.items()}

    @property
    def descriptors(self) -> tuple[int, ...]:
        """What MkDocs is to be given."""
        return tuple(one.fileno() for one in self._theirs.values())

    @property
    def environment(self) -> dict[str, str]:
        return {SOCKETS: json.dumps({tag: one.fileno() for tag, one in self._theirs.items()})}

    def begun(self) -> None:
        """MkDocs has ended: copies that it did not leave are then known to be gone."""
        for one in self._theirs.values():
            one.close()

    def made(self, pages: Mapping[str, Pages]) -> dict[str, str] | None:
        """The HTML of pages, given by language; ``None`` where a copy is gone or cannot make them."""
        made: dict[str, str] = {}
        try:
            for language, sources in pages.items():
                self._ours[language].send(sources)
            for language in pages:
                made.update(self._ours[language].recv() or {})
        except (OSError, EOFError):
            return None
        return made if len(made) == sum(map(len, pages.values())) else None

    def end(self) -> None:
        for one in (*self._ours.values(), *self._theirs.values()):
            one.close()


def stay(language: str, make: Make) -> None:
    """Leave a copy of this process that makes pages of the language, where somebody may ask for them."""
    socket = json.loads(os.environ.get(SOCKETS, "{}")).get(language)
    if socket is None or not hasattr(os, "fork"):
        return
    gc.freeze()  # the copy shares what nobody looks through
    if os.fork():
        return
    try:
        _alone(socket)
        _answer(Connection(socket), make)
    finally:
        os._exit(0)


def _alone(socket: int) -> None:
    """Let go of everything but the socket: output that is waited for, locks, what others have open."""
    for number in (
        signal.SIGINT,
        signal.SIGHUP,
    ):  # asked of all that a terminal began; the socket says when to end
        signal.signal(number, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for own in range(3):
        os.dup2(nothing, own)
    os.closerange(3, socket)
    os.closerange(socket + 1, os.sysconf("SC_OPEN_MAX"))
    sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _answer(asked: Connection[Any, Any], make: Make) -> None:
    while True:
        try:
            sources: Pages = asked.recv()
        except (OSError, EOFError):
            return
        try:
            made = {path: make(path, source) for path, source in sources.items()}
        except Exception:  # whoever asked has the whole site made, which tells what is wrong
            made = {}
        asked.send(made)
