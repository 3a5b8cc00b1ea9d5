"""All files of the search index, in the order in which they are made."""

from __future__ import annotations

import gc
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from typing import Any

import numpy as np

from build_tools import languages
from build_tools.folding import han_variants
from build_tools.meaning import Meaning
from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.search import aliases, fragments
from build_tools.search.collect import BOOSTS, FIELDS, collect, in_order
from build_tools.search.encoding import compressed, varint, varints
from build_tools.search.facets import facets
from build_tools.search.figure_words import figure_words
from build_tools.search.first_letters import first_letters_of_names
from build_tools.search.near import near
from build_tools.search.postings import Column, Postings, postings
from build_tools.search.rules import kind, rules
from build_tools.search.shards import separators, shards
from build_tools.search.tokens import is_stopword
from build_tools.search.word_ends import word_ends

EXACT_LENGTHS = 2000
"""Up to so many documents lengths are written exactly; beyond, with so many steps to each doubling as ``STEPS`` says."""

STEPS = (1, 4, 1, 3, 2)
K1, B = 1.2, 0.75
"""The constants of BM25, those of lunr."""


def build(archive: Archive, site: Site, meaning: Meaning | None = None) -> Iterator[OutputFile]:
    """The index as files of the published site. The same archive gives the same bytes.

    Without ``meaning`` nothing is found by its meaning.
    """
    with _no_collection():
        names = aliases.names(archive)
        attached = _attached(archive, names)
        documents = in_order(archive)
        counted = postings(
            collect(documents), (*attached, *first_letters_of_names(names), *word_ends(archive, names))
        )
        cut = list(shards(counted, attached))
        files: dict[str, bytes] = {}
        for number, shard in enumerate(cut):
            files[f"s/{number}.bin"] = compressed(shard.content)
        for number, annotated in enumerate(documents):
            files[f"f/{number}.bin"] = compressed(fragments.fragment(annotated, _titles(annotated, site)))
            translated = fragments.translations(annotated)
            if translated:
                files[f"t/{number}.bin"] = compressed(translated)
        if meaning is not None:
            made = near(documents, meaning)
            files.update((path, compressed(content)) for path, content in made)
        files["facets.bin"] = compressed(facets(archive))
        files["han.bin"] = compressed(_han(counted))
        files["regional.bin"] = compressed(_regional(counted))
        version = _version(files)
        start = _start(archive, site, names, counted, separators(cut), version, near="near.bin" in files)
    yield OutputFile("search/index.bin", compressed(start), "site")
    for path, content in files.items():
        yield OutputFile(f"search/{version}/{path}", content, "site")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small objects that all stay: looking through them again and again costs a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _attached(archive: Archive, names: tuple[aliases.Name, ...]) -> dict[str, Any]:
    """By term: the names that begin with it, or what is shown of the entity that it stands for."""
    found: defaultdict[str, Any] = defaultdict(list)
    for name in names:
        found[name.term].append(name.record())
    return {**found, **aliases.labels(archive)}


def _languages(archive: Archive) -> list[list[str | int]]:
    """Language, kind of its runs and number of documents, in the order in which documents are numbered."""
    counts = Counter(one.document.language for one in in_order(archive))
    return [[tag, kind(tag), count] for tag, count in counts.items()]


def _titles(annotated: AnnotatedDocument, site: Site) -> dict[str, str]:
    title = annotated.document.record.title
    own = annotated.document.language.partition("-")[0]
    wanted = {*site.languages, own}
    return {language: title[language] for language in sorted(wanted) if language in title}


def _start(
    archive: Archive,
    site: Site,
    names: tuple[aliases.Name, ...],
    counted: Postings,
    keys: bytes,
    version: str,
    *,
    near: bool,
) -> bytes:
    """``varint(size of JSON) JSON``, the keys of the shards, and then field by field the lengths of all documents."""
    lengths = counted.lengths
    exact = len(archive.documents) <= EXACT_LENGTHS
    about = {
        "version": version,
        "documents": len(archive.documents),
        "near": near,
        "interface": list(site.languages),
        "languages": _languages(archive),
        "fields": list(FIELDS),
        "boosts": list(BOOSTS),
        "k1": K1,
        "b": B,
        "average": [float(value) for value in lengths.mean(axis=0)] if len(lengths) else [0.0] * len(FIELDS),
        "steps": [0] * len(FIELDS) if exact else list(STEPS),
        "rules": rules().as_json(),
        "figures": figure_words(archive),
        "encodings": [name for _, name in fragments.ENCODINGS],
        "openers": sorted({name.term for name in names if is_stopword(name.parts[0])}),
    }
    head = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()
    columns = [
        _exact(column) if exact else _rounded(column, n) for column, n in zip(lengths.T, STEPS, strict=True)
    ]
    return varint(len(head)) + head + keys + b"".join(columns)


def _exact(lengths: Column) -> bytes:
    return varints(np.ascontiguousarray(lengths))[0].tobytes()


def _rounded(lengths: Column, steps: int) -> bytes:
    """One byte each: 0 for none, else 1 + the logarithm in steps."""
    codes = np.zeros(len(lengths), np.uint8)
    some = lengths > 0
    codes[some] = 1 + np.rint(np.log2(lengths[some]) * steps).astype(np.uint8)
    return codes.tobytes()


def _han(counted: Postings) -> bytes:
    return han_variants(set("".join(counted.terms))).encode()


def _regional(counted: Postings) -> bytes:
    """JSON: words of one region that no text has, each with the other's word, which the texts may have."""
    known = set(counted.terms)
    table: dict[str, str] = {}
    for taiwan, mainland in languages.columns("zh/taiwan"):
        for word, other in ((taiwan, mainland), (mainland, taiwan)):
            if known.issuperset(map("".join, pairwise(other))):
                table.setdefault(word, other)
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _version(files: dict[str, bytes]) -> str:
    digest = sha256()
    for path, content in files.items():
        digest.update(path.encode() + len(content).to_bytes(8) + content)
    return digest.hexdigest()[:10]
