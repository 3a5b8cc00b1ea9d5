"""How files come to the disk: each whole or not at all, some together, and by one writer at a time.

Everything that writes into ``seeds/``, ``docs/`` or the site goes through here. Whatever a killed program leaves has a
name that begins with ``.archive-``, and the next one that writes there finishes or removes it.
"""

from __future__ import annotations

from build_tools.writing.files import (
    copy_into,
    move,
    move_into,
    naming,
    second_name,
    sweep,
    sync_folder,
    write,
)
from build_tools.writing.lock import Tell, held, of_project, of_seeds, silent
from build_tools.writing.together import finish, write_together

__all__ = [
    "Tell",
    "copy_into",
    "finish",
    "held",
    "move",
    "move_into",
    "naming",
    "of_project",
    "of_seeds",
    "second_name",
    "silent",
    "sweep",
    "sync_folder",
    "write",
    "write_together",
]
