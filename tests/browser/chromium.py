"""Where Chromium or Chrome is on this machine. ``python -m tests.browser.chromium`` prints its path.

Without a window the same engine needs half of the time, so the shell that has none goes before the whole browser.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
)
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find() -> str | None:
    """``$CHROMIUM`` when it is set, else the first browser found; ``None`` when there is none."""
    if named := os.environ.get("CHROMIUM"):
        return named if os.access(named, os.X_OK) else None
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((path for path in MAC_APPLICATIONS if Path(path).exists()), None)


if __name__ == "__main__":
    path = find()
    if not path:
        if "CHROMIUM" in os.environ:
            print(f"CHROMIUM names no program: {os.environ['CHROMIUM']}", file=sys.stderr)
        sys.exit(1)
    print(path)
