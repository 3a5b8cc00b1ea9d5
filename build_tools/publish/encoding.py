"""What sentences are encoded with, and what of that is kept in ``.cache/meaning/`` between builds.

A vector is found again by the digest of its sentence, so that a build encodes only what is new. They are added to their
file as they are made: an encoding that is ended goes on in the next build. Nothing there is needed; all can be removed.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from build_tools.meaning import Encoder, Vectors, installed
from build_tools.meaning.universal import VERSION, resources
from build_tools.model import OutputFile
from build_tools.publish.forked import shared
from build_tools.publish.progress import Progress
from build_tools.publish.settings import Settings, read_settings
from build_tools.search.near import FOLDER as SITE_FOLDER
from build_tools.search.near import encoder_files, folder_of
from build_tools.writing import write

FOLDER = "meaning"
"""In the cache of a project."""
CONFIG = "mkdocs.yml"
KEY = 16
"""Bytes of a sentence's digest."""
BLOCK = 512
"""Sentences that are encoded before their vectors are written."""


def kept_encoder(settings: Settings, progress: Progress, jobs: int = 1) -> Encoder | None:
    """The encoder that the settings ask for and that is installed; it keeps what it made, with up to ``jobs`` processes."""
    encoder = installed() if settings.meaning else None
    return KeptEncoder(encoder, settings.cache / FOLDER, progress, jobs=jobs) if encoder else None


def seeds_encoder(seeds: Path, progress: Progress) -> Encoder | None:
    """The encoder for those who only look at the texts of a folder: what a build kept is used, and nothing written. As the
    settings beside the folder say, where they are those of an archive of these texts."""
    config = seeds.resolve().parent / CONFIG
    settings = read_settings(config) if config.is_file() else None
    if settings is None or settings.seeds != seeds.resolve():
        return installed()
    encoder = installed() if settings.meaning else None
    return KeptEncoder(encoder, settings.cache / FOLDER, progress, adding=False) if encoder else None


class KeptEncoder:
    """Another encoder, whose vectors are kept in a file of ``folder``; without ``adding`` only those that are there are
    used."""

    def __init__(
        self, encoder: Encoder, folder: Path, progress: Progress, *, adding: bool = True, jobs: int = 1
    ) -> None:
        self.version, self.size = encoder.version, encoder.size
        self._adding, self._jobs = adding, jobs
        self._encoder, self._progress = encoder, progress
        self._path = folder / f"{encoder.version}.vectors"

    def encode(self, sentences: Sequence[str]) -> Vectors:
        made = np.empty((len(sentences), self.size), np.int8)
        keys = [_key(sentence) for sentence in sentences]
        new = self._taken_over(keys, made)
        blocks = [new[start : start + BLOCK] for start in range(0, len(new), BLOCK)]
        if self._jobs > 1 and len(blocks) > 1:
            # Of nothing first: what is read for that is there in all processes then.
            self._encoder.encode([])

        def of_block(number: int) -> Vectors:
            return self._encoder.encode([sentences[n] for n in blocks[number]])

        for number, vectors in enumerate(shared(of_block, len(blocks), self._jobs, here=False)):
            self._progress("encode", number * BLOCK, len(new))
            made[blocks[number]] = vectors
            if self._adding:
                self._append(b"".join(keys[n] + made[n].tobytes() for n in blocks[number]))
        return made

    def _taken_over(self, keys: Sequence[bytes], made: Vectors) -> list[int]:
        """Fill in what is kept; the numbers of the others."""
        kept = self._read()
        place = {key.tobytes(): n for n, key in enumerate(kept[:, :KEY])}
        known = [n for n, key in enumerate(keys) if key in place]
        places = [place[keys[n]] for n in known]
        for at in range(0, len(known), BLOCK):
            made[known[at : at + BLOCK]] = kept[places[at : at + BLOCK], KEY:].view(np.int8)
        if self._adding:
            self._tidy(kept, list(dict.fromkeys(places)))
        return [n for n, key in enumerate(keys) if key not in place]

    def _read(self) -> npt.NDArray[np.uint8]:
        """A row for each sentence, its digest and its vector; what an ended program wrote of the last one is left out."""
        try:
            stored = np.frombuffer(self._path.read_bytes(), np.uint8)
        except OSError:
            stored = np.empty(0, np.uint8)
        size = KEY + self.size
        return stored[: len(stored) // size * size].reshape(-1, size)

    def _tidy(self, kept: npt.NDArray[np.uint8], used: Sequence[int]) -> None:
        """Write the file anew when most of it is of sentences that are gone, or its end is torn; remove those of other
        encoders."""
        torn = self._path.exists() and self._path.stat().st_size != kept.size
        if torn or len(kept) > 2 * len(used) + BLOCK:
            write(self._path, kept[list(used)].tobytes(), flush=False)
        for other in self._path.parent.glob("*.vectors"):
            if other != self._path:
                other.unlink(missing_ok=True)

    def _append(self, content: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with open(self._path, "ab") as file:
            file.write(content)


def _key(sentence: str) -> bytes:
    return hashlib.blake2b(sentence.encode(), digest_size=KEY).digest()


def browser_encoder(kept: Path) -> Iterator[OutputFile]:
    """The encoder's files for the site, made once and then kept in one file of the folder ``kept``."""
    path = kept / f"{folder_of(VERSION)}.zip"
    packed = _whole(path)
    if packed is None:
        folder = resources()
        assert folder is not None, "there are no vectors without an encoder"
        packed = _packed(encoder_files(folder))
        write(path, packed, flush=False)
        for other in kept.glob("*.zip"):
            if other != path:
                other.unlink(missing_ok=True)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            yield OutputFile(f"{SITE_FOLDER}/{name}", archive.read(name), "site")


def _whole(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return content if archive.testzip() is None else None
    except (OSError, zipfile.BadZipFile):
        return None


def _packed(files: Iterator[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
