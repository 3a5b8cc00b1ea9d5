"""``make bench``: the benchmarks that need no other program, at a size of minutes, beside the figures on record.

Times are processor seconds, divided by those of a reference run in the same session (a fixed piece of work that has
nothing to do with the program), so that machines and days can be compared: a ratio of 1 is as on record, 2 is twice as
slow. Sizes are bytes. ``--renew`` puts today's figures on record (``record.yml``); ``--only WORD`` measures what has it
in its name.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from build_tools.annotate.figures import read_figures
from build_tools.annotate.names import NameFinder
from build_tools.annotate.resident import keep_resident
from build_tools.archive.passages import passages
from build_tools.archive.places import figure_uses
from build_tools.model import Paragraph
from tests.benchmarks import figures, lengths, names, weight
from tests.benchmarks import passages as invented
from tests.built_site import ROOT, copy_sources

RECORD = Path(__file__).with_name("record.yml")
PASSAGES = 1_000
_BUILD = "from build_tools.cli import main; main()"
DENSE = "tests/floors/documents"


@dataclass(frozen=True, slots=True)
class Measured:
    """``seconds`` of processor time (``unit`` is ``s``), or bytes or kilobytes."""

    name: str
    value: float
    unit: str = "s"


def reference() -> float:
    """Processor seconds of the work that all times are measured against: text, patterns, numbers, JSON."""

    def work() -> None:
        lot = random.Random(1)
        text = " ".join(f"{lot.choice('abcdefg')}{lot.randrange(10_000)}" for _ in range(60_000))
        found = re.findall(r"([a-c])(\d{2,4})\b", text)
        counted: dict[str, int] = {}
        for letter, number in found:
            counted[letter + number[:2]] = counted.get(letter + number[:2], 0) + int(number)
        json.loads(json.dumps(sorted(counted.items()) * 40))

    return seconds(work)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def of_figures() -> Iterator[Measured]:
    running = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "seeds").glob("translations/*/*.md")]
    sets = {"running text": running, "full of figures": [*(ROOT / DENSE).glob("*.txt")]}
    for what, paths in sets.items():
        for language, text in figures.texts([*map(str, paths)]).items():
            enough = text * (1 + 300_000 // len(text.encode()))
            read_figures(text, language)
            taken = seconds(lambda enough=enough, language=language: read_figures(enough, language))  # type: ignore[misc]
            yield Measured(f"figures, {what}, {language}: s a MB", taken / len(enough.encode()) * 1e6)


def of_names() -> Iterator[Measured]:
    lot = random.Random(7)
    authority = names.invented_authority(lot)
    finders: list[NameFinder] = []
    yield Measured("names, 10,000 entities: s to build the finder", seconds(lambda: finders.append(NameFinder(authority))))  # fmt: skip
    keep_resident()
    for language, text in names.texts(authority, lot):
        paragraphs = [Paragraph(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]
        taken = seconds(lambda t=text, tag=language, p=paragraphs: finders[0].find(t, tag, p))  # type: ignore[misc]
        yield Measured(f"names, 10,000 entities, {language}: s a MB", taken / len(text.encode()) * 1e6)


def of_passages() -> Iterator[Measured]:
    chance = random.Random(1)
    documents = [invented.document(number, chance) for number in range(PASSAGES)]
    uses = {a.document.id: figure_uses(a) for a in documents}
    yield Measured(f"passages of {PASSAGES:,} documents", seconds(lambda: passages(documents, uses)))


def of_lengths() -> Iterator[Measured]:
    yield Measured(f"a text of {lengths.LINES:,} lines", seconds(lambda: lengths.everything(lengths.lines())))
    yield Measured(f"a paragraph of {lengths.MENTIONS:,} names", seconds(lambda: lengths.everything(lengths.mentions())))  # fmt: skip


def of_the_site() -> Iterator[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        config = copy_sources(Path(folder))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", _BUILD, "build", "--config", str(config)], check=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        yield Measured("the example, built clean", taken)
        site = Path(folder) / "site"
        pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
        documents = {
            path: page
            for path, page in pages.items()
            if "page--document" in page and "page--documents" not in page
        }
        heaviest = max(len(page.encode()) - weight.words(page) for page in documents.values())
        yield Measured("heaviest document page beyond its words", heaviest / 1000, "KB")
        yield Measured("heaviest page with all it loads", max(weight.loaded(*item) for item in pages.items()) / 1000, "KB")  # fmt: skip
        files = [path for path in site.rglob("*") if path.is_file()]
        yield Measured("the example's site", sum(path.stat().st_size for path in files) / 1000, "KB")
        yield Measured("the example's site, files", len(files), "files")


PARTS = {
    "figures": of_figures,
    "names": of_names,
    "passages": of_passages,
    "lengths": of_lengths,
    "site": of_the_site,
}


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    options.add_argument("--renew", action="store_true")
    options.add_argument("--only", choices=sorted(PARTS))
    given = options.parse_args()
    record = yaml.safe_load(RECORD.read_text("utf-8")) if RECORD.is_file() else {}
    unit = min(reference() for _ in range(3))
    print(f"{'':52} {'now':>10} {'on record':>10} {'ratio':>6}   (reference run: {unit:.3f} s)")
    for name, part in PARTS.items():
        if given.only in (None, name):
            for measured in part():
                value = measured.value / unit if measured.unit == "s" else measured.value
                then = record.get(measured.name)
                shown = f"{then:10.2f} {value / then:6.2f}" if then else f"{'–':>10} {'–':>6}"
                print(f"{measured.name:52} {value:10.2f} {shown}", flush=True)
                if given.renew:
                    record[measured.name] = round(value, 3)
    if given.renew:
        head = "# What `make bench` measured: times as multiples of the reference run, sizes in the unit named.\n"
        RECORD.write_text(head + yaml.safe_dump(record, allow_unicode=True, sort_keys=True), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
