"""Whole sites of invented archives, as anybody would build them: ``python -m tests.benchmarks.large 300 1000``.

For each number of documents an archive is written as plain seeds and a configuration, and built in a process of its
own. Told are the processor seconds of all its processes, the memory that they hold together, and what each kind of file
weighs. ``--write FOLDER`` only writes the archive; ``--jobs N`` is passed on; ``--edits`` builds it again after nothing
changed, one text, one title, one name, one alias; ``--serve`` tells how long a saved text takes to the
screen; ``--meaning`` builds with search by meaning: with no vectors, then with all, then unchanged. ``--at FOLDER`` makes the
archive there and leaves it: a run that was ended in the midst of its vectors goes on with those that were made.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.request import urlopen

import yaml

from build_tools.model import Entity
from build_tools.publish.encoding import FOLDER as VECTORS
from tests.benchmarks.search_corpus import corpus

_LOOK = 0.25
"""Seconds between two looks at the memory."""
_BUILD = "from build_tools.cli import main; main()"
_TOLD = 4000
"""Characters of what a build said that are told where it failed; of one that did not, warnings would hide the figures."""
_PATIENCE = 600
PUBLISHERS = 40
LANGUAGES = (("en", "English"), ("ar", "العربية"), ("zh", "中文"))

KINDS = (
    ("documents/", ".html", "document pages"),
    ("entities/", ".html", "entity pages"),
    ("figures/", ".html", "figures"),
    ("", ".html", "other pages"),
    ("search/encoder/", "", "the encoder"),
    ("search/", "", "search"),
    ("data/site", ".zip", "site.zip"),
    ("data/", ".zip", "packed downloads"),
    ("data/", ".gz", "packed downloads"),
    ("", ".jsonld", "Web Annotations"),
    ("", ".sqlite", "SQLite"),
    ("", ".jsonl", "JSON Lines"),
    ("", ".csv", "CSV"),
    ("", ".png", "cards"),
)
"""Where a file lies (after the language), how its name ends, what it is called here; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Built:
    """``seconds`` of all processes' processor time, ``memory`` of all of them together in MB."""

    seconds: float
    wall: float
    memory: float


def write(folder: Path, documents: int) -> Path:
    """Write an archive of so many documents. Returns its configuration's path."""
    archive = corpus(documents, known=0).archive
    seeds = folder / "seeds"
    (seeds / "entities").mkdir(parents=True, exist_ok=True)
    lot = random.Random(documents)
    entities = list(archive.authority.entities.values())
    for number, annotated in enumerate(archive.documents.values()):
        document = annotated.document
        (seeds / f"{document.id}.txt").write_text(document.text, "utf-8", newline="\n")
        publisher = f"Paper {lot.randrange(PUBLISHERS)}"
        published = f"{document.record.source.published}-{1 + number % 28:02}"
        record = {"title": dict(document.record.title), "source": {"publisher": publisher, "published": published}}  # fmt: skip
        (seeds / f"{document.id}.yml").write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    listed = [_entity(entity) for entity in entities]
    (seeds / "entities" / "all.yml").write_text(yaml.safe_dump(listed, allow_unicode=True), "utf-8")
    return _configured(folder)


def _entity(entity: Entity) -> dict[str, object]:
    return {"id": entity.id, "type": entity.type, "names": dict(entity.names)}


def _configured(folder: Path) -> Path:
    languages = [{"locale": tag, "name": name} for tag, name in LANGUAGES]
    config = {
        "site_name": "An invented archive",
        "site_url": "https://example.org/invented/",
        "extra": {"archive": {"seeds": "seeds", "meaning": False}},
        "plugins": ["press-archive", {"search": {"lang": "en"}}, {"i18n": {"languages": languages}}],
        "theme": {"name": "material"},
    }
    languages[0]["default"] = True  # type: ignore[assignment]
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    for tag, _ in LANGUAGES:
        (folder / "docs" / ("about.md" if tag == "en" else f"about.{tag}.md")).write_text("---\ntitle: About\n---\n\nInvented.\n", "utf-8")  # fmt: skip
    return path


def build(config: Path, *options: str) -> Built:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, "-c", _BUILD, "build", "--config", str(config), *options], stdout=said, stderr=said)  # fmt: skip
        together = _watched(process)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode("utf-8", "replace")[-_TOLD:])
            raise subprocess.CalledProcessError(process.returncode, "archive build")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    # The system's own figure is that of the greatest of all builds so far.
    return Built(taken, time.monotonic() - start, together or after.ru_maxrss / 1000)


def _watched(process: subprocess.Popen[bytes]) -> float:
    """MB at most, until the process ends."""
    together = 0.0
    while process.poll() is None:
        together = max(together, _memory(process.pid))
        time.sleep(_LOOK)
    return together


def _memory(process: int) -> float:
    """MB that a process and those that it began hold together, what they share counted once; 0 where the system does not
    tell."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
        own = int(told.partition("\nPss:")[2].split()[0]) / 1000
        begun = [*Path(f"/proc/{process}/task").glob("*/children")]
        return own + sum(_memory(int(one)) for path in begun for one in path.read_text("ascii").split())
    except (OSError, IndexError, ValueError):
        return 0.0


def edits(config: Path, *options: str) -> Iterator[tuple[str, Built]]:
    """Builds after nothing changed, one text, one record's title, one entity's name, and one alias that stands in one of two
    hundred texts."""
    seeds = config.parent / "seeds"
    texts = sorted(seeds.glob("*.txt"))
    yield "nothing changed", build(config, *options)
    texts[0].write_text(texts[0].read_text("utf-8") + "\nA sentence that nobody wrote before.\n", "utf-8")
    yield "one text changed", build(config, *options)
    record = texts[1].with_suffix(".yml")
    told = yaml.safe_load(record.read_text("utf-8"))
    told["title"] = {**told["title"], "en": "A title that nobody gave before"}
    record.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
    yield "one title changed", build(config, *options)
    register = seeds / "entities/all.yml"
    entities = yaml.safe_load(register.read_text("utf-8"))
    entities[1]["names"]["en"] = f"{entities[1]['names'].get('en', 'Somebody')} Else"
    register.write_text(yaml.safe_dump(entities, allow_unicode=True), "utf-8")
    yield "one name changed", build(config, *options)
    occurring = Counter(
        word for path in texts for word in set(re.findall(r"[a-z]{5,}", path.read_text("utf-8")))
    )
    wanted = max(1, len(texts) // 200)
    word = min(occurring, key=lambda one: (abs(occurring[one] - wanted), one))
    entities[0]["aliases"] = {"en": [word]}
    register.write_text(yaml.safe_dump(entities, allow_unicode=True), "utf-8")
    yield f"an alias that stands in {occurring[word]} texts", build(config, *options)


def served(config: Path) -> tuple[float, float]:
    """Seconds that ``archive serve`` takes to show the site after it was built, and a text after it was saved."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    text = min((config.parent / "seeds").glob("*.txt"))
    address = f"http://127.0.0.1:{port}/invented/documents/{text.stem}/"
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", _BUILD, "serve", "--config", str(config), "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        _until_shown(address, "<main")
        ready = time.monotonic()
        text.write_text(f"{text.read_text('utf-8')}\nA sentence that was saved.\n", "utf-8")
        _until_shown(address, "A sentence that was saved")
        return ready - begun, time.monotonic() - ready
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _until_shown(address: str, words: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urlopen(address, timeout=5) as answer:
            if words in answer.read().decode():
                return
        time.sleep(0.1)
    raise TimeoutError(f"{address} never showed {words!r}")


def by_meaning(config: Path, *options: str, anew: bool) -> Iterator[tuple[str, Built]]:
    """Builds with search by meaning: of nothing or, if not ``anew``, of the vectors that are there; of all vectors alone; of all
    that the last build kept."""
    config.write_text(config.read_text("utf-8").replace("meaning: false", "meaning: true"), "utf-8")
    for kept in ("" if anew else VECTORS, VECTORS):
        for made in (config.parent / "site", *(config.parent / ".cache").glob("*")):
            if made.name != kept and made.exists():
                shutil.rmtree(made) if made.is_dir() else made.unlink()
        yield f"by meaning, {megabytes(config)} MB of vectors kept", build(config, *options)
    yield "by meaning, nothing changed", build(config, *options)


def megabytes(config: Path) -> int:
    """Of the vectors that are kept."""
    return (
        sum(path.stat().st_size for path in (config.parent / ".cache" / VECTORS).glob("*.vectors")) // 10**6
    )


def weighed(site: Path) -> dict[str, tuple[int, int]]:
    """Files and bytes of each kind."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(site.rglob("*")):
        if path.is_file():
            kind = _kind(path.relative_to(site).as_posix())
            found[kind][0] += 1
            found[kind][1] += path.stat().st_size
    return {
        kind: (files, size) for kind, (files, size) in sorted(found.items(), key=lambda item: -item[1][1])
    }


def _kind(path: str) -> str:
    parts = path.split("/")
    inner = "/".join(parts[1:]) if parts[0] in [tag for tag, _ in LANGUAGES] else path
    for folder, ending, name in KINDS:
        if inner.startswith(folder) and path.endswith(ending):
            return name
    folder = parts[0] if len(parts) > 1 else ""
    return f"{folder} {''.join(PurePosixPath(path).suffixes[-1:])}"


def lines(documents: int, built: Built, site: Path) -> Iterator[str]:
    yield f"{documents:,} documents: {built.seconds:.1f} CPU s, {built.wall:.0f} s, {built.memory:.0f} MB at most"
    yield from weights(documents, site)


def weights(documents: int, site: Path) -> Iterator[str]:
    kinds = weighed(site)
    files, size = (sum(column) for column in zip(*kinds.values(), strict=True))
    yield f"  {size / documents / 1000:.0f} KB a document, {files / documents:.1f} files a document"
    for kind, (count, weight) in kinds.items():
        if weight > documents * 100:
            yield f"  {kind:32} {weight / documents / 1000:8.1f} KB a document {count / documents:6.2f} files"


def pages(site: Path) -> str:
    """What the document pages of one language come to, and the texts that they show."""
    shown = sorted((site / "documents").glob("d*/index.html"))
    bytes_of = sum(path.stat().st_size for path in shown)
    texts = sum(path.parent.with_suffix(".txt").stat().st_size for path in shown)
    return f"  a document page: {bytes_of / len(shown) / 1000:.1f} KB of HTML for {texts / len(shown) / 1000:.1f} KB of text"


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.large")
    options.add_argument("documents", type=int, nargs="+")
    options.add_argument("--write", type=Path)
    options.add_argument("--jobs", default="1")
    options.add_argument("--edits", action="store_true")
    options.add_argument("--serve", action="store_true")
    options.add_argument("--meaning", action="store_true")
    options.add_argument("--at", type=Path)
    given = options.parse_args()
    for documents in given.documents:
        if given.write:
            print(write(given.write, documents))
            continue
        with nullcontext(given.at / f"{documents}") if given.at else tempfile.TemporaryDirectory() as name:
            config, site = Path(name) / "mkdocs.yml", Path(name) / "site"
            jobs = ("--jobs", given.jobs)
            anew = not (config.exists() and megabytes(config))
            if anew:
                built = build(write(Path(name), documents), *jobs)
                print("\n".join([*lines(documents, built, site), pages(site)]), flush=True)
            made = edits(config, *jobs) if given.edits else ()
            for what, again in chain(made, by_meaning(config, *jobs, anew=anew) if given.meaning else ()):
                told = f"{again.seconds:.1f} CPU s, {again.wall:.0f} s, {again.memory:.0f} MB"
                print(f"  {what}: {told}", flush=True)
            if given.meaning:
                print("\n".join(weights(documents, site)), flush=True)
            if given.serve:
                begun, shown = served(config)
                print(f"  serve: {begun:.0f} s to its first page, {shown:.1f} s from a saved text to the screen", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
