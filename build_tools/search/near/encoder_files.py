"""All files of the encoder for the browser; no archive changes them."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from importlib.metadata import files
from itertools import pairwise
from pathlib import Path

import numpy as np

from build_tools.meaning import Directions, asking, edition, universal
from build_tools.meaning.network import ORDERS, TABLES, parts
from build_tools.search.encoding import compressed, varint
from build_tools.search.near.network import network_file
from build_tools.search.near.pieces import SCRIPTS, piece_file, scripts
from build_tools.search.near.rows import cuts, row_files

FOLDER = "search/encoder"
FORMAT = 4
"""Another number where the same encoder makes other files: browsers keep what they have read under an address."""
ORIGIN = Path(__file__).with_name("ORIGIN.txt")
"""What the files are, where they come from, and who may use them."""


def encoder_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Path below ``FOLDER`` and content of each file; ``folder`` holds the encoder's weights and pieces."""
    segmenter = universal.segmenter(folder)
    stored = universal.weights(folder)
    listed, network = network_file(
        {name: own for name, own in parts(stored).items() if name not in _APART and own[0].ndim}
    )
    groups = scripts(segmenter)
    begin = cuts(groups)
    about = {
        "scripts": SCRIPTS,
        "pieces": [len(group.pieces) for group in groups],
        "controls": list(groups[0].pieces[:3]),
        "unknown": segmenter._unk_score,
        "longest": segmenter._max_len,
        "low": [float(low) for low in stored["lo"]],
        "scale": [float(scale) for scale in stored["scale"]],
        "epsilon": float(stored["eps"]),
        "orders": ORDERS,
        "arrays": listed,
    }
    head = json.dumps(about, separators=(",", ":")).encode()
    normal = segmenter._normalizer
    units = np.array(normal._units, "<u4").tobytes()
    sizes = b"".join(varint(last - first) for first, last in pairwise(begin))
    tables = np.concatenate([np.array(group.pieces) % TABLES for group in groups]).astype(np.uint8)
    start = (varint(len(head)), head, varint(len(begin) - 1), sizes, varint(len(units)), units,
             varint(len(normal._normalized)), normal._normalized, _whole(asking(universal.encoder_of(folder))))  # fmt: skip
    version = folder_of(universal.VERSION)
    yield f"{version}/ORIGIN.txt", ORIGIN.read_bytes()
    yield f"{version}/LICENSE.txt", licence().encode()
    yield f"{version}/start.bin", tight(b"".join(start))
    yield f"{version}/network.bin", tight(network, numbers=True)
    for number, group in enumerate(groups):
        yield f"{version}/p/{number}.bin", tight(piece_file(group, segmenter._pieces, segmenter._scores))
    order = 0
    for number, content in enumerate(row_files(groups, stored["rows"])):
        count = len(content) // stored["rows"].shape[1]
        yield (
            f"{version}/r/{number}.bin",
            tight(tables[order : order + count].tobytes() + content, numbers=True),
        )
        order += count


def folder_of(encoder: str) -> str:
    """Name below ``FOLDER`` of the files of an encoder of this version."""
    return f"{encoder}-{FORMAT}-{edition()}"


def _whole(rows: Directions) -> bytes:
    """How many rows, and a byte for each number; a row's length means nothing."""
    peaks = np.abs(rows).max(axis=1, keepdims=True)
    return varint(len(rows)) + bytes(np.rint(rows * (127 / peaks)).astype(np.int8).data)


def licence() -> str:
    """The licence that comes with the encoder's package. Raises ``FileNotFoundError`` when it comes with none."""
    for file in files(universal.DISTRIBUTION) or ():
        if file.name == "LICENSE":
            return file.read_text()
    raise FileNotFoundError(universal.DISTRIBUTION)


_APART = ("rows", "lo", "scale", "bits", "eps")


def tight(content: bytes, *, numbers: bool = False) -> bytes:
    """Gzip; ``numbers`` of a network repeat nothing, and looking for repetitions would make them longer."""
    if not numbers:
        return compressed(content)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_HUFFMAN_ONLY)
    packed = packer.compress(content) + packer.flush()
    frame = compressed(b"")[:10]
    return frame + packed + struct.pack("<II", zlib.crc32(content), len(content))
