"""The theme's own search over the invented archive, as it comes: one index of all pages, read on every page view.

Its index is made by the theme's plugin class with the plugin's defaults, its answers come from the theme's worker.
"""

from __future__ import annotations

import html
import shutil
from pathlib import Path
from types import SimpleNamespace

import material
from material.plugins.search.plugin import SearchIndex

from build_tools.model import Archive

DEFAULTS = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}},
}
"""What the plugin falls back to in the theme's default language."""

PATIENCE = 120
"""Seconds to wait for the first answer."""

ASK = """<!doctype html><html lang="%s"><meta charset="utf-8"><script type="module">
const answer = (worker, message) => new Promise((resolve, reject) => {
  setTimeout(reject, PATIENCE * 1000);
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage(message);
});
window.ask = async (query) => {
  const begun = performance.now();
  window.worker ??= (async () => {
    const worker = new Worker("assets/worker.js");
    const { config, docs } = await (await fetch("search/search_index.json")).json();
    await answer(worker, { type: 0, data: { config, docs, options: { suggest: false } } });
    return worker;
  })();
  let items;
  try {
    items = (await answer(await window.worker, { type: 2, data: query })).data.items;
  } catch {
    return { ms: null, total: 0, ids: [], text: 0 };
  }
  const ids = items.map((group) => group[0].location.replace("/", ""));
  return { ms: performance.now() - begun, total: ids.length, ids, text: items.slice(0, 10).map((group) => group[0].text).join("").length };
};
window.ready = true;
</script>""".replace("PATIENCE", str(PATIENCE))
"""Bytes and time are counted from the first query on; on a real page the theme takes them before any is typed."""


def index(archive: Archive, folder: Path) -> None:
    """Write the theme's index and its worker into ``folder``."""
    made = SearchIndex(**DEFAULTS)
    for annotated in archive.documents.values():
        document = annotated.document
        title = next(iter(document.record.title.values()), document.id)
        text = "".join(
            f"<p>{html.escape(document.text[one.start : one.end])}</p>" for one in document.paragraphs
        )
        content = f"<h1>{html.escape(title)}</h1>{text}"
        made.add_entry_from_context(
            SimpleNamespace(
                meta={"title": title}, content=content, toc=[], url=f"{document.id}/", title=title
            )
        )
    (folder / "search").mkdir(parents=True)
    (folder / "search/search_index.json").write_text(made.generate_search_index(None), "utf-8")
    assets = Path(material.__file__).parent / "templates/assets/javascripts/workers"
    (folder / "assets").mkdir()
    shutil.copy(next(assets.glob("search.*.min.js")), folder / "assets/worker.js")
