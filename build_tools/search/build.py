"""All files of the search index, in the order in which they are made."""

from __future__ import annotations

import gc
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from typing import Any

import numpy as np

from build_tools import languages
from build_tools.folding import han_variants
from build_tools.meaning import Meaning
from build_tools.model import AnnotatedDocument, Archive, OutputFile, SameFile, Site
from build_tools.search import aliases, fragments
from build_tools.search.collect import BOOSTS, FIELDS, in_order
from build_tools.search.collected import collect
from build_tools.search.encoding import compressed, varint, varints
from build_tools.search.facets import facets
from build_tools.search.figure_words import figure_words
from build_tools.search.first_letters import first_letters_of_names
from build_tools.search.near import near
from build_tools.search.postings import Column, Postings, postings
from build_tools.search.remembered import NOTHING, Memory, Part, key_of, part, remembered
from build_tools.search.rules import kind, rules
from build_tools.search.shards import separators, shards
from build_tools.search.tokens import is_stopword
from build_tools.search.word_ends import word_ends

EXACT_LENGTHS = 2000
"""Up to so many documents lengths are written exactly; beyond, with so many steps to each doubling as ``STEPS`` says."""

STEPS = (1, 4, 1, 3, 2)
K1, B = 1.2, 0.75
"""The constants of BM25, those of lunr."""


def build(
    archive: Archive, site: Site, meaning: Meaning | None = None, memory: Memory = NOTHING
) -> Iterator[OutputFile]:
    """The index as files of the published site. The same archive gives the same bytes.

    Without ``meaning`` nothing is found by its meaning. Of what the ``memory`` of the last build knows, and what stands in
    its site, files are only named.
    """
    with _no_collection():
        names = aliases.names(archive)
        attached = _attached(archive, names)
        documents = in_order(archive)
        words = collect(documents, memory)
        counted = postings(
            words, (*attached, *first_letters_of_names(names), *word_ends(words.inside, names))
        )
        del words
        cut = list(shards(counted, attached, memory))
        files = {f"s/{number}.bin": shard.part for number, shard in enumerate(cut)}
        files.update(_shown(documents, site, memory))
        if meaning is not None:
            files.update((path, part(content)) for path, content in near(documents, meaning))
        files["facets.bin"] = part(facets(archive))
        files["han.bin"] = part(_han(counted))
        files["regional.bin"] = part(_regional(counted))
        version = _version(files)
        start = _start(archive, site, names, counted, separators(cut), version, near="near.bin" in files)
    yield OutputFile("search/index.bin", compressed(start), "site")
    for path, one in files.items():
        if one.content is None:
            yield SameFile(f"search/{version}/{path}", b"", "site", digest=one.digest)
        else:
            yield OutputFile(f"search/{version}/{path}", one.content, "site")


def _shown(documents: Sequence[AnnotatedDocument], site: Site, memory: Memory) -> Iterator[tuple[str, Part]]:
    """What is shown of each document that is found, and of its translations where it has any."""
    for number, annotated in enumerate(documents):
        ways: dict[str, Callable[[], bytes | None]] = {
            "f": lambda one=annotated: fragments.fragment(one, _titles(one, site)),  # type: ignore[misc]
            "t": lambda one=annotated: fragments.translations(one),  # type: ignore[misc]
        }
        own = memory.documents.get(annotated.document.id)
        for folder, make in ways.items():
            key = key_of(folder.encode(), repr(site.languages).encode(), own) if own else b""
            made = remembered(memory if own else NOTHING, key, make)
            if made is not None:
                yield f"{folder}/{number}.bin", made


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


def _version(files: Mapping[str, Part]) -> str:
    digest = sha256()
    for path, one in files.items():
        digest.update(f"{path} {one.digest}\n".encode())
    return digest.hexdigest()[:10]
