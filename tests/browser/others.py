"""Firefox and WebKitGTK as Debian has them, driven by what they speak themselves: Marionette, and WebDriver.

``python -m tests.browser.others`` prints which of them cannot be driven here, and why.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Run = Callable[[str, str], Any]
"""``run(address, script)`` opens a page, unless the address is empty, and gives what the script returns."""
NAMES = ("firefox", "webkit")
PATIENCE = 60.0
"""Seconds until a browser must have begun, and until a script must have an answer."""

_PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "app.update.enabled": False,
}


def missing(name: str) -> str:
    """Why the browser cannot be driven here; empty when it can."""
    if name == "firefox":
        return "" if shutil.which("firefox-esr") else "there is no Firefox: apt-get install firefox-esr"
    if not shutil.which("WebKitWebDriver"):
        return "there is no WebKitGTK: apt-get install webkit2gtk-driver"
    if not os.environ.get("DISPLAY") and not shutil.which("Xvfb"):
        return "WebKitGTK needs a display: apt-get install xvfb"
    return ""


@contextmanager
def driven(name: str, folder: Path) -> Iterator[Run]:
    """The browser ``name`` (``firefox`` or ``webkit``), with a profile in ``folder``."""
    with (_firefox if name == "firefox" else _webkit)(folder) as run:
        yield run


@contextmanager
def _process(
    command: list[str], *, heard: bool = False, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """A program and whatever it starts, which end with it; ``heard``: what it says can be read."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE if heard else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _until(ready: Callable[[], Any]) -> Any:
    """What ``ready`` gives once it gives something; it may fail with ``OSError`` until then."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if found := ready():
                return found
        except OSError:
            pass
        if time.monotonic() > end:
            raise TimeoutError(f"nothing after {PATIENCE:.0f} s")
        time.sleep(0.05)


@contextmanager
def _firefox(folder: Path) -> Iterator[Run]:
    lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in _PREFERENCES.items()]
    (folder / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "--headless", "--marionette", "--profile", str(folder), "about:blank"]
    with _process(command, HOME=str(folder)):
        port = int(_until(lambda: (folder / "MarionetteActivePort").read_text().strip()))
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            talk = connection.makefile("rwb")
            _heard(talk)

            def ask(command: str, **values: Any) -> Any:
                message = json.dumps([0, 1, command, values]).encode()
                talk.write(b"%d:%s" % (len(message), message))
                talk.flush()
                _, _, error, result = _heard(talk)
                if error:
                    raise RuntimeError(error["message"])
                return result

            ask("WebDriver:NewSession", capabilities={})

            def run(address: str, script: str) -> Any:
                if address:
                    ask("WebDriver:Navigate", url=address)
                return ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

            yield run


def _heard(talk: Any) -> Any:
    """One message: its length, a colon, JSON."""
    length = b""
    while (char := talk.read(1)) != b":":
        if not char:
            raise ConnectionError("the browser has gone")
        length += char
    return json.loads(talk.read(int(length)))


@contextmanager
def _display() -> Iterator[str]:
    """One to draw on: the machine's, or one that nobody sees."""
    if there := os.environ.get("DISPLAY"):
        yield there
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with _process(command, heard=True) as process:
        assert process.stdout
        yield f":{process.stdout.readline().decode().strip()}"


@contextmanager
def _webkit(folder: Path) -> Iterator[Run]:
    port = _free_port()
    with (
        _display() as display,
        _process(["WebKitWebDriver", f"--port={port}"], HOME=str(folder), DISPLAY=display),
    ):

        def ask(method: str, path: str, body: object = None) -> Any:
            request = urllib.request.Request(
                f"http://127.0.0.1:{port}{path}",
                json.dumps(body).encode() if body is not None else None,
                {"Content-Type": "application/json"},
                method=method,
            )
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return json.load(response)["value"]

        _until(lambda: ask("GET", "/status"))
        session = f"/session/{ask('POST', '/session', {'capabilities': {}})['sessionId']}"

        def run(address: str, script: str) -> Any:
            if address:
                ask("POST", f"{session}/url", {"url": address})
            return ask("POST", f"{session}/execute/sync", {"script": script, "args": []})

        yield run
        ask("DELETE", session)


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


if __name__ == "__main__":
    reasons = [reason for name in NAMES if (reason := missing(name))]
    print(*reasons, sep="\n")
    sys.exit(bool(reasons))
