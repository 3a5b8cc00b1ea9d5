"""Files that are published as they are made, beside the pages: those that stand in the site as they come are not written."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from build_tools.model import OutputFile, SameFile
from build_tools.publish.kept.standing import Made, Standing
from build_tools.publish.pages import checked
from build_tools.writing import write


class Published(NamedTuple):
    """A file that has been compared with the standing site."""

    path: str
    digest: str
    """SHA-256 of its content."""
    place: str
    """Where it stands there; empty where it does not."""


class Beside:
    """The files of one build that are no pages. Use: ``looked_at`` each, in any process, then ``take``."""

    def __init__(self, folder: Path, standing: Standing) -> None:
        """``folder`` is where they are written to, those apart that stand in the site."""
        self.folder = folder
        self.standing = standing
        self.made: dict[str, Made] = {}
        self.same: dict[str, str] = {}
        """Paths of those that stand in the site, with their places there."""
        folder.mkdir()

    def looked_at(self, file: OutputFile) -> Published:
        path = checked(file.path)
        if isinstance(file, SameFile):
            return Published(path, file.digest, self.standing.place(path, file.digest))
        digest = hashlib.sha256(file.content).hexdigest()
        place = self.standing.place(path, digest)
        if not place:
            write(self.folder / path, file.content, flush=False)
        return Published(path, digest, place)

    def take(self, file: Published) -> None:
        """Raises ``ValueError`` where the file was made before."""
        if file.path in self.made:
            raise ValueError(f"file made twice: {file.path}")
        self.made[file.path] = Made(file.digest)
        if file.place:
            self.same[file.path] = file.place
