// The worker of the search box. It reads nothing before the box is used, and answers the newest query. What it cannot
// read it says once; the page then takes another worker (javascripts/frame.js).

const here = new URL(self.location.href);
const language = here.searchParams.get("lang") || "en";
const site = new URL("../../", here);
const root = new URL("search/", site);
const COUNT = 10;
const COUNT_NEAR = 5;
const [QUERY, FOUND, FAILED, OPEN, NEAR] = [2, 3, 4, 5, 6];

let opened = null;
let near = null;
let last = {};
let waiting = null;
let busy = false;

async function read(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function open() {
  // The first file of the index is on its way while the program is.
  const first = read(new URL("index.bin", root), { cache: "no-cache" });
  const words = read(new URL(`words.${language}.json`, root)).then((response) => response.json());
  for (const one of [first, words]) one.catch(() => {});
  const program = await import(new URL("search.js", here));
  const fetched = program.fetcher(root);
  const index = new program.Index(async (path, fresh) =>
    fresh ? program.inflated(new Uint8Array(await (await first).arrayBuffer())) : fetched(path),
  );
  const engine = new program.Engine(await index.open());
  const prefix = language === index.interface[0] ? "" : `${language}/`;
  return { program, engine, words: await words, where: { language, prefix, site } };
}

async function answer(query) {
  opened ??= open();
  const { program, engine, words, where } = await opened;
  const found = await engine.search(query, { count: COUNT });
  const names = await program.suggestions(engine, query, found.corrected);
  const missing = Object.fromEntries(found.missing.map((word) => [word, false]));
  const items = found.hits.map((hit) => program.group(hit, language, where.prefix, words));
  for (const [page] of items) page.terms = { ...page.terms, ...missing };
  const text = engine.index.near ? program.asked(query) : "";
  last = { query, text, known: program.divided(found)[0] };
  return {
    type: FOUND,
    data: { items },
    beside: program.beside(query, found, names, words, where),
    below: text && program.offerMarkup(query, words, where),
  };
}

/** Says what is near in meaning to the question that was answered last. */
async function answerNear(query) {
  if (query !== last.query || !last.text) return;
  const { text, known } = last;
  const { program, engine, words, where } = await opened;
  const say = (markup) => self.postMessage({ type: NEAR, query, markup });
  say(program.waitingMarkup(words));
  try {
    near ??= import(new URL("near/near.js", here)).then(({ Near }) => new Near(engine, root));
    const test = await engine.test(program.parse(query).filters, {});
    const hits = await (await near).hits(text, { test, known, most: COUNT_NEAR, language });
    say(program.nearMarkup(hits, words, where));
  } catch (error) {
    near = null;
    // A copy of the site for reading without a server comes without the encoder.
    if (error.status === 404) return say("");
    console.warn(error);
    say(program.failedMarkup(query, words, where));
  }
}

/** An answer, or that there is none; a new build may have taken the place of the one that was opened, so it looks twice. */
async function answered(query) {
  for (const final of [false, true]) {
    try {
      return await answer(query);
    } catch (error) {
      opened = near = null;
      if (final) console.warn(error);
    }
  }
  return { type: FAILED, query };
}

/** Answers the newest query, and no other that came before it. */
async function serve() {
  if (busy) return;
  busy = true;
  while (waiting !== null) {
    const query = waiting;
    waiting = null;
    const found = await answered(query);
    if (waiting === null || found.type === FAILED) self.postMessage(found);
  }
  busy = false;
}

self.onmessage = ({ data: { type, data } }) => {
  // The page says when the box has got the focus, so that all is there when the first word is typed.
  if (type === OPEN) (opened ??= open()).catch(() => (opened = null));
  if (type === QUERY) {
    waiting = data;
    serve();
  }
  if (type === NEAR) answerNear(data);
};
