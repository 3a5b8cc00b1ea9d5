"""Names of files that are never an archive's: what systems leave in folders, and what writers at work make beside them."""

from __future__ import annotations

UNFINISHED = ".archive-new-"
"""Beginning of the names of files and folders that are still being written, or that a killed program left."""

READY = ".archive-ready-"
"""Beginning of the names of folders with files that belong into the folder around them, all written."""

LOCK = ".archive-lock"
"""Name of the file that keeps others from writing into a folder of sources without a project around it."""

EXCHANGE = ".archive-exchange"
"""Name of the folder in a site, where that is a mount point, from which the next one is moved to its place."""

ALWAYS_KEPT = ("lost+found",)
"""What file systems put into their own roots."""

_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", ".keep", ".editorconfig"})  # fmt: skip


def is_system_file(name: str) -> bool:
    """Files that systems, version control and writers at work leave in folders, and that never are an archive's."""
    if name == LOCK or name.startswith(UNFINISHED):
        return True
    return name in _SYSTEM or name.startswith("._")  # what macOS keeps beside a file on other systems' disks
