"""What search by meaning costs, and how exact it is: ``python -m tests.benchmarks.meaning [--site DIR]``.

Of a built site of this archive, in Chromium with a processor four times slower, as a telephone's: bytes that are read once
and for each question, time of a question beside that of the same words in the search by words, memory. Of the encoder: the
cosine between what a browser and Python compute for 300 sentences in three languages. Of large archives: documents are drawn
near those of the archive, put into files as a build does, and one looks for the archive's own by the translations of their
paragraphs – what the files that a question reads hold of what all would.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
from playwright.sync_api import Browser, Page, sync_playwright

from build_tools.meaning import Encoder, Told, Vectors, directions, installed, sentences, without
from build_tools.read import read_seeds
from build_tools.search.near.clusters import PLACE, common, files_of, most_read
from build_tools.search.near.outlines import Axes
from build_tools.search.near.stretches import File, together
from tests.benchmarks.search import ROOT
from tests.browser.chromium import find
from tests.browser.server import serving

EACH = 100
"""Sentences of each language that are encoded in both."""
SLOWER = 4
QUESTIONS = 20
SIZES = {1_000: 35_000, 10_000: 350_000}
"""Documents → sentences."""
LIKE, BESIDE, OWN = 0.72, 0.6, 0.35
"""How much of a drawn sentence is one of a document, one of another, and neither."""
LENGTH = 35
"""Sentences of a drawn document; longer ones of the archive are cut into such."""
TEN = 10

ENCODE = """async ([site, texts]) => {
  const { Near } = await import(new URL("assets/search/near/near.js", site));
  const { Engine, Index, fetcher } = await import(new URL("assets/search/search.js", site));
  const root = new URL("search/", site);
  const near = new Near(new Engine(await new Index(fetcher(root)).open()), root);
  const { encoder } = await near.open();
  const made = [];
  for (const text of texts) made.push(Array.from(await encoder.encode(text)));
  return made;
}"""
ASK = """async ([site, question]) => {
  const { Near } = await import(new URL("assets/search/near/near.js", site));
  const { Engine, Index, fetcher } = await import(new URL("assets/search/search.js", site));
  const root = new URL("search/", site);
  if (!self.asking) {
    const engine = new Engine(await new Index(fetcher(root)).open());
    self.asking = { engine, near: new Near(engine, root) };
  }
  const { engine, near } = self.asking;
  await near.hits(question, { known: [], most: 10, language: "en" });
  const times = [];
  for (const ask of [() => near.hits(question, { known: [], most: 10, language: "en" }), () => engine.search(question, { count: 10 })]) {
    await ask();
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return times;
}"""


def said() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Sentences of the archive's texts and translations by language, and pairs of a paragraph and its translation."""
    found: dict[str, list[str]] = {}
    pairs = []
    seeds, _ = read_seeds(ROOT / "seeds")
    for document in seeds.documents:
        texts = [(document.language, document.text, document.paragraphs)]
        texts += [(t.language, t.text, t.paragraphs) for t in document.translations]
        for language, text, paragraphs in texts:
            for one in paragraphs:
                spans = sentences(text, one.start, one.end, language)
                found.setdefault(language, []).extend(" ".join(text[a:b].split()) for a, b in spans)
        for translation in document.translations:
            pairs += [
                (document.text[one.start : one.end], translation.text[other.start : other.end])
                for one, other in zip(document.paragraphs, translation.paragraphs, strict=False)
            ]
    return {key: list(dict.fromkeys(rows)) for key, rows in sorted(found.items())}, pairs


def cosines(page: Page, site: str, encoder: Encoder, texts: Sequence[str]) -> npt.NDArray[np.float64]:
    made = np.array(page.evaluate(ENCODE, [site, list(texts)]))
    rows: npt.NDArray[np.float64] = (directions(encoder.encode(texts)) * made).sum(axis=1)
    return rows


def cost(browser: Browser, site: str, questions: Sequence[str]) -> Iterator[str]:
    """Lines on bytes, times and memory."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    read: list[tuple[str, int]] = []
    # Of the context: the encoder reads its files in a worker.
    page.context.on("response", lambda one: read.append((one.url, int(one.headers.get("content-length", 0)))))
    page.goto(f"{site}search/")
    each, times = [], []
    once = 0
    for number, question in enumerate(questions):
        read.clear()
        times.append(page.evaluate(ASK, [site, question]))
        rows = sum(size for url, size in read if "/r/" in url or "/n/" in url)
        once += sum(size for url, size in read if "/encoder/" in url or "near" in url or "/n/" in url) - rows
        if number:
            each.append(rows)
    held = renderer()
    session.send("HeapProfiler.collectGarbage")
    heap: Any = session.send("Runtime.getHeapUsage")
    near, words = zip(*times, strict=True)
    yield f"read once: {once / 1e6:.2f} MB; for each question, median: {median(each) / 1e3:.0f} KB"
    yield f"a question, warm, processor {SLOWER} times slower: {median(near):.0f} ms by meaning, {median(words):.0f} ms by words"
    yield f"memory of the page: {(heap['usedSize'] + heap.get('backingStorageSize', 0)) / 1e6:.0f} MB"
    yield f"memory of its process with all workers: {held:.0f} MB, after a collection {renderer():.0f} MB"
    page.close()


def renderer() -> float:
    """MB that the largest process of a page holds, what it shares with others counted in part; 0 where no system tells."""
    return max(map(_held, Path("/proc").glob("[0-9]*")), default=0.0)


def _held(process: Path) -> float:
    try:
        if b"--type=renderer" not in (process / "cmdline").read_bytes():
            return 0.0
        told = (process / "smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return int(told.partition("\nPss:")[2].split()[0]) / 1000


def own(encoder: Encoder) -> tuple[list[Told], Vectors, list[int]]:
    """The archive's texts as documents of at most ``LENGTH`` sentences; questions – paragraphs of translations – and in which
    document the answer to each stands."""
    told: list[Told] = []
    asked: list[str] = []
    answers: list[int] = []
    seeds, _ = read_seeds(ROOT / "seeds")
    for document in seeds.documents:
        spans = [
            (number, span)
            for number, one in enumerate(document.paragraphs)
            for span in sentences(document.text, one.start, one.end, document.language)
        ]
        for at in range(0, len(spans), LENGTH):
            part = spans[at : at + LENGTH]
            texts = [" ".join(document.text[start:end].split()) for _, (start, end) in part]
            for translation in document.translations:
                numbers = {number for number, _ in part}.intersection(range(len(translation.paragraphs)))
                chosen = [translation.paragraphs[number] for number in sorted(numbers)]
                asked += [translation.text[one.start : one.end] for one in chosen]
                answers += [len(told)] * len(chosen)
            told.append(Told((), encoder.encode(texts)))
    return told, encoder.encode(asked), answers


def drawn(own: Sequence[Told], count: int) -> list[Told]:
    """Documents with so many sentences in all, each near two of the given ones."""
    chance = np.random.default_rng(1)
    rows = [directions(one.vectors) for one in own]
    made = []
    for _ in range(count // LENGTH):
        one, other = (rows[n] for n in chance.integers(0, len(rows), 2))
        noise = chance.normal(size=(LENGTH, one.shape[1])) / np.sqrt(one.shape[1])
        mixed = LIKE * one[chance.integers(0, len(one), LENGTH)] + OWN * noise
        mixed += BESIDE * other[chance.integers(0, len(other), LENGTH)]
        peaks = np.abs(mixed).max(axis=1, keepdims=True)
        made.append(Told((), np.rint(mixed * (127 / peaks)).astype(np.int8)))
    return made


def large(encoder: Encoder, documents: int, count: int) -> str:
    """How much of what an exhaustive search finds among ten documents the files of a question hold, in an archive of this
    size."""
    told, questions, answers = own(encoder)
    told += drawn(told, count - sum(len(one.vectors) for one in told))
    every = np.concatenate([one.vectors for one in told])
    middle = common(every)
    along, files = together(told, middle, files_of(count, every.shape[1]))
    asked = without(directions(questions), middle)
    order = np.argsort(-nearness(asked, along, files), axis=1)
    signs = np.concatenate([directions(every[at : at + 4096]) > middle for at in range(0, count, 4096)])
    begin = np.cumsum([0, *(len(one.vectors) for one in told)])
    rows = [
        np.concatenate(
            [np.arange(begin[one.place] + one.first, begin[one.place] + one.last) for one in file.stretches]
        )
        for file in files
    ]
    whole = within = 0
    read = []
    for question, nearest, answer in zip(asked.astype(np.float32), order, answers, strict=True):
        scores = _scores(signs, question)
        kept = files_read([len(rows[n]) * (every.shape[1] // 8 + PLACE) for n in nearest], most_read(count))
        held = np.concatenate([rows[n] for n in nearest[:kept]])
        read.append(len(held))
        if answer in among(scores, begin):
            whole += 1
            seen = np.full(len(scores), -np.inf)
            seen[held] = scores[held]
            within += answer in among(seen, begin)
    return (
        f"{documents:,} documents, {len(files)} files: {within / whole:.3f} of what an exhaustive search finds among ten, "
        f"of {whole} in {len(answers)} questions; {median(read):,.0f} sentences read for a question"
    )


def nearness(asked: npt.NDArray[np.float64], along: Axes, files: Sequence[File]) -> npt.NDArray[np.float64]:
    """Of each question how near each file's nearest stretch is."""
    rows = np.concatenate([file.outlines for file in files])
    steps = np.stack([rows >> shift & 3 for shift in (6, 4, 2, 0)], axis=-1).reshape(len(rows), -1)
    levels = 2.0 * steps - 3
    scores = asked @ along.astype(float) @ (levels / np.linalg.norm(levels, axis=1, keepdims=True)).T
    begin = np.cumsum([0, *(len(file.stretches) for file in files)])[:-1]
    made: npt.NDArray[np.float64] = np.maximum.reduceat(scores, begin, axis=1)
    return made


def files_read(weights: Sequence[int], most: int) -> int:
    """How many of the files, the nearest first, are read."""
    return max(1, int((np.cumsum(weights) <= most).sum()))


def among(scores: npt.NDArray[np.floating[Any]], begin: npt.NDArray[np.int64]) -> set[int]:
    """The documents with the best sentences."""
    best = np.maximum.reduceat(scores, begin[:-1])
    return set(np.argsort(-best, kind="stable")[:TEN].tolist())


def _scores(signs: npt.NDArray[np.bool_], question: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    blocks = [signs[at : at + 50_000] for at in range(0, len(signs), 50_000)]
    return np.concatenate([2 * (block @ question) - question.sum() for block in blocks])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site of this archive")
    parser.add_argument("--large", action="store_true", help="look into large archives too (minutes)")
    options = parser.parse_args(arguments)
    encoder = installed()
    if encoder is None:
        raise SystemExit("The extra meaning is not installed.")
    by_language, pairs = said()
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright, serving(options.site, "/archive/") as site:
        browser = playwright.chromium.launch(executable_path=find(), args=[*sandbox, "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"{site}search/")
        for language in ("en", "ar", "zh"):
            texts = by_language[language][:EACH]
            found = cosines(page, site, encoder, texts)
            print(
                f"{language}: cosine of {len(texts)} sentences at least {found.min():.5f}, mean {found.mean():.5f}"
            )
        page.close()
        print(
            *cost(browser, site, [text[:90] for _, text in pairs[:: len(pairs) // QUESTIONS]]),
            sep="\n",
        )
        browser.close()
    for documents, count in SIZES.items() if options.large else ():
        print(large(encoder, documents, count))


if __name__ == "__main__":
    main()
