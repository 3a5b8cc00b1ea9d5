"""Fixity: whether files are still, bit for bit, what the last build read and made.

A manifest lists the SHA-256 of every file of a folder in the form that BagIt (RFC 8493) and ``sha256sum --check``
share: digest, two spaces, path. The one of the site is published with it, so that any copy can be verified by anybody;
the one of ``seeds/`` names texts that may be withheld, and so stays in ``.cache/``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from build_tools.file_names import ALWAYS_KEPT, LOCK
from build_tools.problems import DataError, Problem
from build_tools.publish.settings import Settings
from build_tools.writing import write

MANIFEST = "manifest-sha256.txt"
"""Path in the site of the manifest of all other files of the site."""

_BLOCK = 1 << 20

_REMEDIES = {
    "changed": (
        "The file is not what it was",
        "Restore it from a copy, or build again if the change is meant",
    ),
    "missing": ("The file is gone", "Restore it from a copy, or build again if it went on purpose"),
    "added": ("The file was not there", "Remove it, or build again if it belongs here"),
}
"""Kind of difference → what is told, and what to do."""


def digest(path: Path) -> str:
    """SHA-256 of a file, as 64 hexadecimal digits."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            hashed.update(block)
    return hashed.hexdigest()


def digests(
    folder: Path, *, without: Collection[str] = (), known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """SHA-256 by path (relative, with forward slashes) of all files below ``folder``, sorted.

    ``without``: paths of files or folders that do not count; ``known``: digests of files that are not read for them.
    """
    known = known or {}
    return {path: known.get(path) or digest(folder / path) for path in sorted(_files(folder, "", without))}


def manifest(files: Mapping[str, str]) -> str:
    """The text of a manifest: a line for each of ``files`` (path → digest)."""
    return "".join(f"{digest}  {_encoded(path)}\n" for path, digest in files.items())


def read_manifest(path: Path) -> dict[str, str]:
    """Path → digest. Raises ``DataError`` where a line is none of a manifest's."""
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        digest, _, name = line.partition("  ")
        if len(digest) != 64 or not name:
            raise DataError(
                [Problem(str(path), number, "no-manifest", "This is no line of a manifest", "Build again")]
            )
        found[_decoded(name)] = digest
    return found


def seal(settings: Settings, site: Path, known: Mapping[str, str]) -> None:
    """Write the manifest of the finished ``site`` into it, and the checksum of the whole site's file beside that.

    ``known``: SHA-256 of files by their paths, as they were written.
    """
    if settings.site.offline:
        packed = site / settings.site.offline
        packed.with_name(f"{packed.name}.sha256").write_text(f"{digest(packed)}  {packed.name}\n", "utf-8")
    (site / MANIFEST).write_text(manifest(digests(site, known=known)), "utf-8")


def remember_seeds(settings: Settings, sources: Mapping[str, str]) -> None:
    """Keep the manifest of ``seeds/`` (path → digest) as they were when the site was built from them."""
    write(_of_seeds(settings), manifest(sources).encode())


def verify(settings: Settings) -> tuple[Problem, ...]:
    """What changed, is missing or was added since the last build, in ``seeds/`` and in the site; sorted.

    Raises ``DataError`` when there is no build to compare with.
    """
    kept = _of_seeds(settings)
    if not kept.is_file() or not (settings.site_dir / MANIFEST).is_file():
        raise DataError(
            [
                Problem(
                    str(settings.site_dir),
                    0,
                    "not-built",
                    "No build of it is on record here",
                    "Run: archive build",
                )
            ]
        )
    found = _differences(settings.seeds, read_manifest(kept), ())
    return tuple(sorted([*found, *verify_copy(settings.site_dir, settings.keep)]))


def verify_copy(site: Path, keep: Collection[str] = ()) -> tuple[Problem, ...]:
    """What changed, is missing or was added in a copy of a published site, by the manifest in it; sorted.

    ``keep``: names in it that are other programs'. Raises ``DataError`` when there is no manifest.
    """
    path = site / MANIFEST
    if not path.is_file():
        hint = f"Name the folder of a site or of a bag, or build: {MANIFEST} is made with the site"
        raise DataError([Problem(str(site), 0, "no-manifest", f"There is no {MANIFEST} in it", hint)])
    return tuple(sorted(_differences(site, read_manifest(path), (MANIFEST, *ALWAYS_KEPT, *keep))))


def verify_payload(bag: Path, listing: Path) -> tuple[Problem, ...]:
    """The same for the files in ``data/`` of a bag, by one of its manifests."""
    others = [path.name for path in bag.iterdir() if path.name != "data"]
    return tuple(sorted(_differences(bag, read_manifest(listing), others)))


def _of_seeds(settings: Settings) -> Path:
    return settings.cache / f"seeds-{MANIFEST}"


def _differences(folder: Path, expected: Mapping[str, str], without: Collection[str]) -> Iterator[Problem]:
    present = digests(folder, without=without)
    for path in present.keys() | expected.keys():
        if present.get(path) != expected.get(path):
            kind = "added" if path not in expected else "changed" if path in present else "missing"
            yield Problem(str(folder / path), 0, kind, *_REMEDIES[kind])


def _files(folder: Path, prefix: str, without: Collection[str]) -> Iterator[str]:
    with os.scandir(folder / prefix) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if path in without or entry.name == LOCK:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{path}/", without)
            else:
                yield path


def _encoded(path: str) -> str:
    """As BagIt asks: a name may hold the characters that end a line."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _decoded(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
