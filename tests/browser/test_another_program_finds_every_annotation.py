from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PROGRAM = "@apache-annotator/dom"

ANCHOR = """async ([text, annotations]) => {
  const points = Array.from(await (await fetch(text)).text());
  const collection = await (await fetch(annotations)).json();
  const place = document.createElement("pre");
  for (let at = 0; at < points.length; at += 7) {
    const piece = document.createElement(at % 2 ? "b" : "i");
    piece.textContent = points.slice(at, at + 7).join("");
    place.append(piece);
  }
  document.body.append(place);
  const all = async (matches) => {
    const found = [];
    for await (const match of matches) found.push(match);
    return found;
  };
  const where = (range) => {
    const before = document.createRange();
    before.setStart(place, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return Array.from(before.toString()).length;
  };
  const lost = [];
  for (const { target } of collection.first?.items ?? []) {
    const [position, quote] = target[0].selector;
    const surface = points.slice(position.start, position.end).join("");
    const found = [
      ...(await all(annotator.createTextPositionSelectorMatcher(position)(place))),
      ...(await all(annotator.createTextQuoteSelectorMatcher(quote)(place))),
    ];
    if (found.length !== 2 || found.some((range) => where(range) !== position.start || range.toString() !== surface))
      lost.push(quote);
  }
  return [points.length, collection.total, lost];
}"""
"""Shows the source text in many small elements, as a page with marks in it does, and looks for every annotation by its
position and by its quotation: how long the text is, how many there are, and those that lead elsewhere."""


@pytest.fixture(scope="session")
def annotator() -> str:
    """Apache Annotator as one script for a page."""
    bundler = ROOT / "node_modules" / ".bin" / "esbuild"
    if not bundler.exists() or not shutil.which("node"):
        pytest.skip("needs Node.js and the packages of package.json: make packages")
    command = [str(bundler), "--bundle", "--format=iife", "--global-name=annotator", "--log-level=error"]
    source = f'export * from "{PROGRAM}"'
    return subprocess.run(
        command, input=source, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True
    ).stdout


def test_by_position_and_by_quotation(page: Page, address: str, site: Path, annotator: str) -> None:
    collections = sorted(path.name for path in site.glob("documents/*.annotations.jsonld"))
    assert collections
    page.goto(address)
    page.evaluate(annotator + "; window.annotator = annotator")
    for name in collections:
        text = name.replace(".annotations.jsonld", ".txt")
        length, total, lost = page.evaluate(ANCHOR, [f"documents/{text}", f"documents/{name}"])
        assert length == len((site / "documents" / text).read_text("utf-8"))
        assert total > 10
        assert lost == [], name
