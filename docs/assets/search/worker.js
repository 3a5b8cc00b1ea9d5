// The worker of the theme's search box. It reads nothing before the box is used, and answers the newest query.

const here = new URL(self.location.href);
const language = here.searchParams.get("lang") || "en";
const channel = here.searchParams.get("channel");
const beside = channel && new BroadcastChannel(channel);
const root = new URL("../../search/", here);
const COUNT = 10;

let opened = null;
let waiting = null;
let busy = false;

async function open() {
  // The first file of the index is on its way while the program is.
  const first = fetch(new URL("index.bin", root), { cache: "no-cache" });
  first.catch(() => {});
  const words = fetch(new URL(`words.${language}.json`, root)).then((response) => response.json());
  const { Engine, Index, fetcher, group, inflated, suggestions } = await import(new URL("search.js", here));
  const read = fetcher(root);
  const index = new Index(async (path, fresh) => {
    if (!fresh) return read(path);
    const response = await first;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return inflated(new Uint8Array(await response.arrayBuffer()));
  });
  const engine = new Engine(await index.open());
  return { engine, group, suggestions, words: await words, prefix: language === index.interface[0] ? "" : `${language}/` };
}

async function answer(query) {
  // The theme asks for nothing as soon as a page is there; that is no use of the box.
  if (!query.trim()) return { items: [] };
  opened ??= open();
  const { engine, group, suggestions, words, prefix } = await opened;
  const found = await engine.search(query, { count: COUNT });
  beside?.postMessage({
    query,
    total: found.total,
    weak: found.weak,
    elsewhere: found.elsewhere,
    scattered: found.scattered,
    corrected: found.corrected,
    missing: found.missing,
    more: found.total > found.hits.length || found.more,
    names: (await suggestions(engine, query, found.corrected)).map((name) => ({ ...name, address: `${prefix}entities/${encodeURIComponent(name.id)}/` })),
    words,
    prefix,
    page: `${prefix}search/`,
  });
  const missing = Object.fromEntries(found.missing.map((word) => [word, false]));
  const items = found.hits.map((hit) => group(hit, language, prefix, words));
  for (const [page] of items) page.terms = { ...page.terms, ...missing };
  return { items };
}

async function serve() {
  if (busy) return;
  busy = true;
  while (waiting !== null) {
    const query = waiting;
    waiting = null;
    let data = { items: [] };
    try {
      data = await answer(query);
    } catch (first) {
      // A new build may have taken the place of the one that was opened: look once more.
      opened = null;
      try {
        data = await answer(query);
      } catch (second) {
        opened = null;
        beside?.postMessage({ query, failed: true });
        console.warn(first, second);
      }
    }
    if (waiting === null) self.postMessage({ type: 3, data });
  }
  busy = false;
}

// The page says when the box has got the focus, so that all is there when the first word is typed.
if (beside) {
  beside.onmessage = () => {
    opened ??= open();
    opened.catch(() => (opened = null));
  };
}

self.onmessage = ({ data: message }) => {
  if (message.type === 0) self.postMessage({ type: 1 });
  if (message.type === 2) {
    waiting = message.data;
    serve();
  }
};
