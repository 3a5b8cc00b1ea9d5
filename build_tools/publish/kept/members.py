"""What the last build packed for downloading: the keys of the members of each file, which stands in the site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.program import program
from build_tools.publish.kept.standing import Standing


class Members:
    """``render.formats.packing.Before`` over files of what is kept, one for each packed file: they are made side by side."""

    def __init__(self, folder: Path, documents: Mapping[str, bytes], standing: Standing) -> None:
        """``documents``: by id a key of all that each was made of."""
        self.documents = documents
        self._folder, self._standing = folder, standing

    def packed(self, path: str) -> tuple[Path, Mapping[str, bytes]] | None:
        with self._kept(path) as kept:
            found = kept.get(_row(path))
        if found is None:
            return None
        digest, keys = json.loads(found)
        if not self._standing.holds(path, digest):
            return None
        return self._standing.folder / path, {name: bytes.fromhex(of) for name, of in keys.items()}

    def keep(self, path: str, content: bytes, keys: Mapping[str, bytes]) -> None:
        told = hashlib.sha256(content).hexdigest(), {name: of.hex() for name, of in keys.items()}
        with self._kept(path) as kept:
            kept.put(_row(path), json.dumps(told).encode())

    def _kept(self, path: str) -> Kept:
        return Kept(self._folder / f"packed-{PurePosixPath(path).stem}.sqlite")


def _row(path: str) -> bytes:
    return key(program(), path)
