"""Vectors that are drawn, and an index of them as the browser reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from build_tools.meaning import Vectors

SENSES = 12


def vectors(count: int, seed: int = 7) -> Vectors:
    """Vectors of some senses, each with a little of its own."""
    drawn = np.random.default_rng(seed)
    senses = drawn.normal(size=(SENSES, 64))
    rows = senses[drawn.integers(0, SENSES, count)] + drawn.normal(size=(count, 64)) * 0.4
    return np.clip(np.rint(rows * 30), -127, 127).astype(np.int8)


class Drawn:
    version = "drawn-1"
    size = 64

    def encode(self, sentences: Sequence[str]) -> Vectors:
        return vectors(len(sentences))


class Bytes:
    def __init__(self, content: bytes) -> None:
        self.content, self.at = content, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def taken(self, length: int) -> bytes:
        self.at += length
        return self.content[self.at - length : self.at]

    def rest(self) -> bytes:
        return self.content[self.at :]


def start(files: Mapping[str, bytes]) -> tuple[dict[str, Any], Bytes]:
    """What ``near.bin`` tells of the index, and what follows."""
    content = Bytes(files["near.bin"])
    return json.loads(content.taken(content.number())), content


def rows(files: Mapping[str, bytes]) -> Iterator[tuple[tuple[int, int, int, int], bytes]]:
    """Document, paragraph, start and length of every sentence, and its signs."""
    about, _ = start(files)
    for number in range(len(about["stretches"])):
        file = Bytes(files[f"n/{number}.bin"])
        lengths = [file.number() for _ in range(file.number())]
        assert len(lengths) == about["stretches"][number]
        columns = [[file.number() for _ in range(sum(lengths))] for _ in range(5)]
        signs = file.rest()
        assert len(signs) == columns[-1].count(0) * about["size"] // 8
        document = paragraph = end = new = 0
        for step, further, gap, length, back in zip(*columns, strict=True):
            document += step
            paragraph = further if step else paragraph + further
            begin = gap if step or further else end + gap
            end = begin + length
            at = new - back if back else new
            new += not back
            size = about["size"] // 8
            yield (document, paragraph, begin, length), signs[at * size : (at + 1) * size]


def stretches(files: Mapping[str, bytes]) -> Iterator[list[tuple[int, int, int, int]]]:
    """The places of the sentences of each stretch."""
    about, _ = start(files)
    places = [place for place, _ in rows(files)]
    for number in range(len(about["stretches"])):
        file = Bytes(files[f"n/{number}.bin"])
        for length in [file.number() for _ in range(file.number())]:
            yield places[:length]
            del places[:length]
