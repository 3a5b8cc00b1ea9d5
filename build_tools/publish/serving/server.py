"""Shows a site on this machine: the last good one, or what is wrong with the sources where they have faults.

A page learns from the server that there is a newer one and loads itself again. The server answers only under names of
this machine: else a page elsewhere could read a draft, by letting its own name lead here.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader

from build_tools.problems import DataError, Problem

_OWN = "/.archive/"
"""Beginning of the addresses that are the server's, not the site's."""

_PATIENCE = 25.0
"""Seconds after which a page that asks for news is told that there are none."""

_templates = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: a built site below the path ``mount`` (``/archive/``), unless there are ``faults``.

    Without either the site is being built for the first time. Pages in the folder ``first`` stand for those of the site.
    """

    version: int
    mount: str = "/"
    site: Path | None = None
    faults: tuple[Problem, ...] = ()
    first: Path | None = None


class Server(ThreadingHTTPServer):
    """Use: ``start``, then ``show`` each time that there is something new, then ``stop``."""

    daemon_threads = True

    def __init__(self, host: str, port: int) -> None:
        """Raises ``DataError`` where the address cannot be listened on."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.names = own_names(host)
        self._news = threading.Condition()
        self._shown = Shown(time.monotonic_ns())
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            where = f"{host}:{port}"
            hint = "Name another one: --port, --host"
            raise DataError([Problem(where, 0, "address", f"Nothing can be shown there: {error.strerror}", hint)]) from None  # fmt: skip

    @property
    def shown(self) -> Shown:
        return self._shown

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def show(
        self, mount: str, site: Path | None, faults: Sequence[Problem] = (), first: Path | None = None
    ) -> None:
        """Show a site, pages that come first, or faults in its place, and let every open page load itself again."""
        with self._news:
            self._shown = Shown(time.monotonic_ns(), mount, site, tuple(faults), first)
            self._news.notify_all()

    def newer_than(self, version: int) -> int:
        """The version that is shown, as soon as it is another one than ``version``, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self._shown.version != version, timeout=_PATIENCE)
            return self._shown.version

    def stop(self) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that leaves in the midst of an answer is no fault."""


def own_names(host: str) -> frozenset[str]:
    """Names under which this machine may be asked; numbers are always its own."""
    here = {socket.gethostname(), socket.getfqdn()}
    return frozenset(
        name.casefold() for name in {host, "localhost", *here, *(f"{name}.local" for name in here)}
    )


def is_own(header: str | None, names: frozenset[str]) -> bool:
    """Whether the header ``Host`` names this machine: by a number, which nobody can let lead elsewhere, or a name."""
    try:
        name = urlsplit(f"//{header or ''}").hostname
    except ValueError:
        return False
    if not name:
        return False
    if name in names or name.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class _Handler(SimpleHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        if not is_own(self.headers.get("Host"), self.server.names):
            self._send(HTTPStatus.FORBIDDEN, b"This is not the name of this machine.\n", "text/plain")
            return
        path, shown = urlsplit(self.path).path, self.server.shown
        if path.startswith(_OWN):
            self._own(path.removeprefix(_OWN))
        elif shown.site is None or shown.faults:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _page("faults.html.j2", shown), "text/html")
        elif not f"{path}/".startswith(shown.mount):
            self._redirect(shown.mount) if path == "/" else self._missing(shown.site, shown)
        else:
            self._file(shown.site, unquote(path).removeprefix(shown.mount.rstrip("/")), shown)

    def _own(self, name: str) -> None:
        if name == "live.js":
            self._send(HTTPStatus.OK, _page("live.js.j2", self.server.shown), "text/javascript")
        elif name.startswith("newer/") and name.removeprefix("newer/").isdecimal():
            version = self.server.newer_than(int(name.removeprefix("newer/")))
            self._send(HTTPStatus.OK, str(version).encode(), "text/plain")
        else:
            self._send(HTTPStatus.NOT_FOUND, b"There is nothing here.\n", "text/plain")

    def _file(self, site: Path, path: str, shown: Shown) -> None:
        target = site / path.lstrip("/")
        if "\0" in path or ".." in path.split("/"):
            self._missing(site, shown)
        elif target.is_dir() and not path.endswith("/"):
            self._redirect(f"{urlsplit(self.path).path}/")
        else:
            file = target / "index.html" if path.endswith("/") else target
            newer = shown.first / file.relative_to(site) if shown.first else file
            try:
                content = (newer if newer.is_file() else file).read_bytes()
            except OSError:
                self._missing(site, shown)
            else:
                self._send(HTTPStatus.OK, self._live(file, content, shown), self.guess_type(file))

    def _missing(self, site: Path, shown: Shown) -> None:
        page = site / "404.html"
        content = page.read_bytes() if page.is_file() else b"<p>Not found</p>"
        self._send(HTTPStatus.NOT_FOUND, self._live(page, content, shown), "text/html")

    def _live(self, file: Path, content: bytes, shown: Shown) -> bytes:
        """A page, with the script that loads it again when there is a newer one."""
        if file.suffix != ".html":
            return content
        before, end, after = content.rpartition(b"</body>")
        return before + _page("live.html.j2", shown) + end + after

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(to, safe="/%"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind in ("application/javascript", "application/json")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are no news."""


def _page(template: str, shown: Shown) -> bytes:
    return _templates.get_template(template).render(shown=shown, own=_OWN).encode()
