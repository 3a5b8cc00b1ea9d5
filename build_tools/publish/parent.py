"""A process that works for another one ends with it, however that ends."""

from __future__ import annotations

import os
import threading
from multiprocessing import connection, parent_process


def watch_parent() -> None:
    """Begin to watch the process that began this one."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
