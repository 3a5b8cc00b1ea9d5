// The worker of the search box. It reads nothing before the box is used, and answers the newest query. What it cannot
// read it says once; the page then takes another worker (javascripts/frame.js).

const here = new URL(self.location.href);
const language = here.searchParams.get("lang") || "en";
const site = new URL("../../", here);
const COUNT_NEAR = 5;
const [QUERY, FOUND, FAILED, OPEN, NEAR] = [2, 3, 4, 5, 6];

let opened = null;
let near = null;
let waiting = null;
let busy = false;

async function open() {
  // The first file of the index is on its way while the program is.
  const first = fetch(new URL("search/index.bin", site), { cache: "no-cache" }).then(async (response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  first.catch(() => {});
  const read = await import(new URL("search.js", here));
  const program = globalThis.archiveSearch ?? read;
  const answers = new program.Answers(language, site, first.then(program.inflated));
  await answers.open();
  return { program, answers };
}

async function answer(query) {
  opened ??= open();
  const { answers } = await opened;
  return { type: FOUND, ...(await answers.to(query)) };
}

/** Says what is near in meaning to the question that was answered last. */
async function answerNear(query) {
  const { program, answers } = await opened;
  const { query: newest, text, known, shares } = answers.last;
  if (query !== newest || !text) return;
  const { engine, words, where } = await answers.open();
  const say = (markup) => self.postMessage({ type: NEAR, query, markup });
  say(program.waitingMarkup(words));
  try {
    near ??= import(new URL("near/near.js", here)).then(({ Near }) => new Near(engine, new URL("search/", site)));
    const test = await engine.test(program.parse(query).filters, {});
    const hits = await (await near).hits(text, { test, known, shares, most: COUNT_NEAR, language });
    say(program.nearMarkup(hits, words, where));
  } catch (error) {
    near = null;
    if (program.isAbsent(error)) return say(program.absentMarkup(words));
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
