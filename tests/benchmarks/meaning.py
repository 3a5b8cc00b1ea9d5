"""What search by meaning costs, and how exact it is: ``python -m tests.benchmarks.meaning [--site DIR]``.

Of a built site of this archive, in Chromium with a processor four times slower, as a telephone's: bytes that are read once
and for each question, time of a question beside that of the same words in the search by words, memory. Of the encoder: the
cosine between what a browser and Python compute for 300 sentences in three languages. Of large archives: sentences are drawn
near those of the archive, put into clusters as a build does, and one looks for the archive's own by their translations –
what the clusters that a question reads hold of what all would.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt
from playwright.sync_api import Browser, Page, sync_playwright

from build_tools.meaning import Encoder, directions, installed, sentences, without
from build_tools.meaning.encoder import Vectors
from build_tools.read import read_seeds
from build_tools.search.near.clusters import clusters, common, most_read
from tests.benchmarks.search import ROOT
from tests.browser.chromium import find
from tests.browser.server import serving

EACH = 100
"""Sentences of each language that are encoded in both."""
SLOWER = 4
QUESTIONS = 20
SIZES = {1_000: 35_000, 10_000: 350_000}
"""Documents → sentences."""
LIKE, BESIDE, OWN = 0.8, 0.45, 0.3
"""How much of a drawn sentence is one of the archive, another one, and neither."""
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
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    addresses: dict[str, str] = {}
    weights: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
    session.on(
        "Network.loadingFinished", lambda e: weights.update({e["requestId"]: int(e["encodedDataLength"])})
    )
    page.goto(f"{site}search/")
    each, times = [], []
    once = 0
    for number, question in enumerate(questions):
        weights.clear()
        times.append(page.evaluate(ASK, [site, question]))
        read = [(addresses[key], size) for key, size in weights.items()]
        rows = sum(size for url, size in read if "/r/" in url or "/n/" in url)
        once += (
            sum(size for url, size in read if "/encoder/" in url or "near" in url)
            - sum(size for url, size in read if "/r/" in url)
            - sum(size for url, size in read if "/n/" in url)
        )
        if number:
            each.append(rows)
    session.send("HeapProfiler.collectGarbage")
    heap: Any = session.send("Runtime.getHeapUsage")
    near, words = zip(*times, strict=True)
    yield f"read once: {once / 1e6:.2f} MB; for each question, median: {median(each) / 1e3:.0f} KB"
    yield f"a question, warm, processor {SLOWER} times slower: {median(near):.0f} ms by meaning, {median(words):.0f} ms by words"
    yield f"memory of the page: {(heap['usedSize'] + heap.get('backingStorageSize', 0)) / 1e6:.0f} MB"
    page.close()


def drawn(own: Vectors, count: int) -> Vectors:
    """So many vectors near those of the archive."""
    chance = np.random.default_rng(1)
    rows = directions(own).astype(np.float32)
    made = np.empty((count, own.shape[1]), np.int8)
    for at in range(0, count, 20_000):
        size = min(20_000, count - at)
        noise = chance.normal(size=(size, own.shape[1])).astype(np.float32) / np.sqrt(own.shape[1])
        mixed = LIKE * rows[chance.integers(0, len(rows), size)] + OWN * noise
        mixed += BESIDE * rows[chance.integers(0, len(rows), size)]
        made[at : at + size] = np.rint(mixed * (127 / np.abs(mixed).max(axis=1, keepdims=True)))
    return made


def large(encoder: Encoder, pairs: Sequence[tuple[str, str]], documents: int, count: int) -> str:
    """How much of what an exhaustive search finds among ten the clusters of a question hold, in an archive of this size."""
    own = encoder.encode([text for text, _ in pairs])
    asked = directions(encoder.encode([text for _, text in pairs])).astype(np.float32)
    every = np.concatenate([own, drawn(own, count - len(own))])
    middle = common(every)
    centres, members = clusters(every, middle)
    asked = without(asked, middle).astype(np.float32)
    near = asked @ centres.T.astype(np.float32)
    signs = np.concatenate([directions(every[at : at + 4096]) > middle for at in range(0, count, 4096)])
    whole = within = 0
    read = []
    for number, question in enumerate(asked):
        scores = (
            np.where(signs, question, -question).sum(axis=1) if count < 50_000 else _scores(signs, question)
        )
        best = set(np.argsort(-scores)[:TEN].tolist())
        total = 0
        kept: list[int] = []
        for group in np.argsort(-near[number]).tolist():
            if kept and total + len(members[group]) > most_read(count):
                break
            kept.append(group)
            total += len(members[group])
        read.append(total)
        if number in best:
            whole += 1
            within += number in set(chain.from_iterable(members[group] for group in kept))
    return (
        f"{documents:,} documents, {len(members)} clusters: {within / whole:.3f} of what an exhaustive search finds among ten; "
        f"{median(read):,.0f} sentences read for a question"
    )


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
        print(large(encoder, pairs, documents, count))


if __name__ == "__main__":
    main()
