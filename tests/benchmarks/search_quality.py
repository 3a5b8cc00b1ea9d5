"""How well queries over the project's own documents are answered, beside others: ``python -m tests.benchmarks.search_quality``.

``--pagefind DIR`` is a folder where ``npm install pagefind@1.5`` was run. The queries and the documents that answer
them are those of ``tests/search/queries.tsv``; every system is asked in Chromium, on a page in the query's language.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from playwright.sync_api import sync_playwright

from build_tools.folding import fold_text
from build_tools.publish import pipeline, read_settings
from build_tools.publish.progress import silent
from build_tools.search.tokens import runs
from tests.benchmarks import search, search_material
from tests.benchmarks.search_corpus import Corpus
from tests.browser.chromium import find
from tests.search.test_queries_over_the_seeds import Quality, quality, queries

LANGUAGES = {"A": "ar", "H": "zh"}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pagefind", type=Path, help="folder that has node_modules/pagefind")
    options = parser.parse_args(arguments)
    archive = pipeline.prepare(
        replace(read_settings(search.ROOT / "mkdocs.yml"), meaning=False), silent
    ).archive
    made = Corpus(archive, ())
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=find(), args=[*sandbox, "--disable-gpu"])
        folder = Path(name)
        search.own_index(made, folder / "own")
        systems = {"own": search.OWN}
        if options.pagefind:
            search.pagefind_index(made, folder / "pagefind", options.pagefind, "pagefind", False)
            search.pagefind_index(made, folder / "pagefind with names", options.pagefind, "", True)
            systems["pagefind"] = search.PAGEFIND.replace("ALL", "[]")
            systems["pagefind with names"] = search.PAGEFIND.replace("ALL", '["ar", "zh"]')
        search.theme_index(made, folder / "material")
        systems["material"] = search_material.ASK
        for system, source in systems.items():
            for language in ("ar", "en", "zh"):
                (folder / system / f"ask-{language}.html").write_text(source % language, "utf-8")
            measured: defaultdict[str, list[Quality]] = defaultdict(list)
            with search.serving(folder / system) as url:
                pages = {one: search.Asker(browser, f"{url}ask-{one}.html") for one in ("ar", "en", "zh")}
                for kind, query, right in queries():
                    row = pages[language_of(query)].ask(query)
                    found = [one[:3] for one in dict.fromkeys(row["ids"])]
                    for key in (kind, "all"):
                        measured[key].append(quality(found, right))
            print(system)
            for kind, rows in measured.items():
                means = " / ".join(f"{mean(column):.2f}" for column in zip(*rows, strict=True))
                print(f"  {kind} ({len(rows)}): {means}")
        browser.close()


def language_of(query: str) -> str:
    """The language of the page on which somebody would type the query, by its script."""
    letters: defaultdict[str, int] = defaultdict(int)
    for run in runs(fold_text(query)):
        letters[run.kind] += len(run.text)
    kind = max(LANGUAGES, key=lambda one: letters[one])
    return LANGUAGES[kind] if letters[kind] else "en"


if __name__ == "__main__":
    main()
