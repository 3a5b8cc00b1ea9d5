"""The search index beside Pagefind's, in one run: ``python -m tests.benchmarks.search --pagefind DIR [SIZE …]``.

``DIR`` is a folder where ``npm install pagefind@1.5`` was run; without it only the archive's own search is measured.
For each size an invented archive is indexed by both (processor seconds, greatest memory, bytes on disk), and the same
queries are asked of both in Chromium with an empty cache: bytes and milliseconds until ten results with their text are
there, and whether the document that the query was made from is among them. Pagefind is measured as it is set up by
default, one index per language, and once more with all its languages merged and the names of every entity in all
languages added to the pages, which comes nearest to the same task. The theme's own search stands beside them; since
it reads and builds its whole index first, only a few of its first queries are measured from an empty cache.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from build_tools.model import AnnotatedDocument, Archive, Site
from build_tools.publish.squeeze.scripts import join_scripts
from tests.benchmarks import search_material
from tests.benchmarks.search_corpus import Corpus, Known, corpus
from tests.browser.chromium import find

ROOT = Path(__file__).parents[2]
SITE = Site(url="https://example.org/archive/", languages=("en", "ar", "zh"))
QUERIES = 48
LANGUAGES = ("ar", "en", "zh")
COLD_OF_THE_THEME = 5

OWN = """<!doctype html><html lang="%s"><meta charset="utf-8"><script type="module">
window.ask = async (query) => {
  const begun = performance.now();
  window.engine ??= (async () => {
    const first = fetch("search/index.bin");
    const { Engine, Index, fetcher, inflated } = await import("./assets/search/search.js");
    const read = fetcher(new URL("search/", location.href));
    return new Engine(await new Index(async (path, fresh) => (fresh ? inflated(new Uint8Array(await (await first).arrayBuffer())) : read(path))).open());
  })();
  const found = await (await window.engine).search(query, { count: 10 });
  return { ms: performance.now() - begun, total: found.total, ids: found.hits.map((hit) => hit.id), text: found.hits.map((hit) => hit.paragraphs[0]?.text ?? "").join("").length };
};
window.ready = true;
</script>"""

PAGEFIND = """<!doctype html><html lang="%s"><meta charset="utf-8"><script type="module">
const MERGED = ALL.filter((language) => language !== document.documentElement.lang);
window.ask = async (query) => {
  const begun = performance.now();
  window.pagefind ??= await import("./pagefind/pagefind.js");
  for (const language of MERGED) await window.pagefind.mergeIndex(new URL("./pagefind/", location.href).href, { language });
  MERGED.length = 0;
  const found = await window.pagefind.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return { ms: performance.now() - begun, total: found.results.length, ids: shown.map((one) => one.url.split("/").at(-1).replace(".html", "")), text: shown.map((one) => one.excerpt).join("").length };
};
window.ready = true;
</script>"""


@dataclass
class Measured:
    """One system at one size."""

    name: str
    cpu: float
    memory: float
    """MB at the most."""
    files: int
    size: int
    rows: list[dict[str, Any]] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--pagefind", type=Path, help="folder that has node_modules/pagefind")
    parser.add_argument("--build-only", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.build_only:
        _build(corpus(options.sizes[0]).archive, options.build_only)
        return
    for size in options.sizes:
        print(f"\n{size} documents")
        measured = []
        for one in measure(size, options.pagefind):
            print(_line(one), flush=True)
            measured.append(one)
            if one.name == "pagefind":
                _beside(measured[0], one)


def measure(size: int, pagefind: Path | None) -> Iterator[Measured]:
    """Index and ask; the archive's own search first."""
    made = corpus(size)
    queries = made.known[:QUERIES]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=find(), args=[*sandbox, "--disable-gpu"])
        found = [own_index(made, Path(name) / "own")]
        if pagefind:
            for label, aliases in (("pagefind", False), ("pagefind with names", True)):
                found.append(
                    pagefind_index(made, Path(name) / label.replace(" ", "-"), pagefind, label, aliases)
                )
        found.append(theme_index(made, Path(name) / "material"))
        *others, theme = found
        _ask(browser, others, Path(name), queries, QUERIES)
        yield from others
        _ask(browser, [theme], Path(name), queries, COLD_OF_THE_THEME)
        yield theme
        browser.close()


def own_index(made: Corpus, folder: Path) -> Measured:
    folder.mkdir()
    shutil.copytree(ROOT / "docs/assets/search", folder / "assets/search")
    join_scripts(folder)
    cpu, memory = _in_child(_build, made.archive, folder)
    files = [path for path in (folder / "search").rglob("*") if path.is_file()]
    return Measured("own", cpu, memory, len(files), sum(path.stat().st_size for path in files))


def _build(archive: Archive, folder: Path) -> None:
    from build_tools.search import build

    for file in build(archive, SITE):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _in_child(work: Any, *arguments: Any) -> tuple[float, float]:
    """Processor seconds and greatest memory (MB) of some work, measured in a process of its own.

    The process starts with the archive in memory; what that takes is counted too.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        begun = time.process_time()
        work(*arguments)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(writing, json.dumps([time.process_time() - begun, used]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        cpu, memory = json.loads(pipe.read())
    os.waitpid(child, 0)
    return cpu, memory


def pagefind_index(made: Corpus, folder: Path, pagefind: Path, label: str, aliases: bool) -> Measured:
    folder.mkdir()
    for annotated in made.archive.documents.values():
        (folder / f"{annotated.document.id}.html").write_text(
            _page(annotated, made.archive, aliases), "utf-8"
        )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    binary = pagefind / "node_modules/pagefind/lib/runner/bin.cjs"
    command = ["node", str(binary), "--site", str(folder), "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = _watched(process)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
    for path in folder.glob("*.html"):
        path.unlink()
    return Measured(label, cpu, memory, len(files), sum(path.stat().st_size for path in files))


def theme_index(made: Corpus, folder: Path) -> Measured:
    cpu, memory = _in_child(search_material.index, made.archive, folder)
    file = folder / "search/search_index.json"
    return Measured("material", cpu, memory, 1, file.stat().st_size)


def _watched(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; the greatest memory of it and its children in MB."""
    most = 0.0
    while process.poll() is None:
        listed = subprocess.run(
            ["ps", "-o", "rss=", "--ppid", str(process.pid), "-p", str(process.pid)],
            capture_output=True,
            text=True,
        )
        most = max(most, sum(map(int, listed.stdout.split())) / 1024)
        time.sleep(0.2)
    if process.returncode:
        sys.exit("pagefind failed")
    return most


def _page(annotated: AnnotatedDocument, archive: Archive, aliases: bool) -> str:
    document = annotated.document
    paragraphs = "".join(
        f"<p>{html.escape(document.text[one.start : one.end])}</p>" for one in document.paragraphs
    )
    names = ""
    if aliases:
        ids = sorted({mention.entity for mention in annotated.mentions})
        names = " ".join(" ".join(archive.authority.entities[one].names.values()) for one in ids)
        names = f"<p>{html.escape(names)}</p>"
    title = html.escape(next(iter(document.record.title.values()), document.id))
    return (
        f'<!doctype html><html lang="{document.language}"><meta charset="utf-8"><title>{title}</title>'
        f"<body data-pagefind-body><h1>{title}</h1>{paragraphs}{names}</body></html>"
    )


@cache
def _packed(content: bytes) -> bytes:
    """Compressed once, as by a server that keeps what it has compressed."""
    return gzip.compress(content, 9)


class _Handler(SimpleHTTPRequestHandler):
    """Compresses text as GitHub Pages does."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    """Head and body leave together: apart, the second waits 40 ms for the first to be acknowledged."""
    sent = 0
    """Bytes of all bodies so far; queries are asked one after the other."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", kind)
        if kind.startswith("text/") or path.suffix in (".js", ".json"):
            content = _packed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()
        _Handler.sent += len(content)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def _ask(
    browser: Browser, systems: Sequence[Measured], root: Path, queries: Sequence[Known], cold: int
) -> None:
    """Ask all systems the same query, then the next one, so that the load of the machine is the same for all.

    Each query twice: the first ``cold`` ones in a fresh browser, and all in one that is kept. A system is asked no
    further when its first answer takes longer than its page is willing to wait.
    """
    with ExitStack() as stack:
        kept: dict[str, dict[str, Asker]] = {}
        addresses: dict[str, str] = {}
        for one in systems:
            folder = root / one.name.replace(" ", "-")
            for language in LANGUAGES:
                (folder / f"ask-{language}.html").write_text(_source(one.name) % language, "utf-8")
            addresses[one.name] = url = stack.enter_context(serving(folder))
            kept[one.name] = {tag: Asker(browser, f"{url}ask-{tag}.html") for tag in LANGUAGES}
        for number, known in enumerate(queries):
            for one in systems:
                if len(one.rows) < number:
                    continue
                again = kept[one.name][known.language].ask(known.query)
                if again["ms"] is None:
                    continue
                row = {"kind": known.kind, "found": known.document in again["ids"][:10]}
                if number < cold:
                    fresh = Asker(browser, f"{addresses[one.name]}ask-{known.language}.html")
                    first = fresh.ask(known.query)
                    row |= first if first["ms"] is not None else {}
                    fresh.close()
                row["warm_bytes"], row["warm_ms"] = again["bytes"], again["ms"]
                one.rows.append(row)
        for pages in kept.values():
            for asker in pages.values():
                asker.close()


def _source(system: str) -> str:
    merged = '["ar", "en", "zh", "zh-hant"]' if "names" in system else "[]"
    return {"own": OWN, "material": search_material.ASK}.get(system, PAGEFIND).replace("ALL", merged)


class Asker:
    """A page with a browser profile of its own."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._context = browser.new_context()
        self._page = self._context.new_page()
        self._page.goto(url)
        self._page.wait_for_function("window.ready")
        self._page.wait_for_timeout(50)

    def ask(self, query: str) -> dict[str, Any]:
        before = _Handler.sent
        row: dict[str, Any] = self._page.evaluate("query => window.ask(query)", query)
        self._page.wait_for_timeout(30)
        return {**row, "bytes": _Handler.sent - before}

    def close(self) -> None:
        self._context.close()


def _line(one: Measured) -> str:
    built = f"{one.name}: build {one.cpu:.1f} s CPU, {one.memory:.0f} MB; {one.files} files, {one.size / 1e6:.1f} MB"
    if not any("ms" in row for row in one.rows):
        return f"{built}\n  no answer to the first query in {search_material.PATIENCE} s"

    def middle(key: str, share: float = 0.5) -> float:
        ordered = sorted(row[key] for row in one.rows if key in row)
        return float(ordered[min(len(ordered) - 1, int(share * len(ordered)))])

    kinds: dict[str, list[bool]] = defaultdict(list)
    for row in one.rows:
        kinds[row["kind"]].append(row["found"])
    success = ", ".join(f"{kind} {statistics.mean(found):.2f}" for kind, found in sorted(kinds.items()))
    return (
        f"{built}\n"
        f"  first query {middle('bytes') / 1000:.0f} KB median, {middle('bytes', 0.9) / 1000:.0f} KB p90; "
        f"{middle('ms'):.0f} ms median, {middle('ms', 0.9):.0f} ms p90\n"
        f"  further query {statistics.mean(row['warm_bytes'] for row in one.rows) / 1000:.0f} KB mean, "
        f"{middle('warm_ms'):.0f} ms median\n"
        f"  known item among ten: {statistics.mean(row['found'] for row in one.rows):.2f} ({success})"
    )


def _beside(own: Measured, other: Measured) -> None:
    def middle(rows: list[dict[str, Any]], key: str) -> float:
        return statistics.median(row[key] for row in rows)

    print(
        f"own / {other.name}: bytes {middle(own.rows, 'bytes') / middle(other.rows, 'bytes'):.2f}, "
        f"time {middle(own.rows, 'ms') / middle(other.rows, 'ms'):.2f}, CPU {own.cpu / other.cpu:.2f}, "
        f"memory {own.memory / other.memory:.2f}"
    )


if __name__ == "__main__":
    main()
