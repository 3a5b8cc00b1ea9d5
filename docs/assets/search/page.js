// The search page: the same engine as the box, with filters, paging, phrases and ranges of figures, and an address
// that can be kept and sent. What could not be read is read anew for the next question.

import { Nearby } from "./nearby.js";

const STEP = 10;
const PAUSE = 180;
const ALL_FILTERS = {
  lang: "languages",
  year: "years",
  month: "months",
  publisher: "publishers",
  verdict: "verdicts",
  type: "types",
  entity: "entities",
  tag: "tags",
  collection: "collections",
};

const page = document.getElementById("search-page");
const form = page.querySelector("form");
// Tags and collections are only offered where the archive has some.
const FILTERS = Object.fromEntries(Object.entries(ALL_FILTERS).filter(([field]) => form.elements[field]));
const at = (id) => document.getElementById(`search-${id}`);
const language = document.documentElement.lang || "en";
const root = new URL(page.dataset.root, location.href);
const where = { language, prefix: page.dataset.prefix, site: new URL("../", root) };
const nearby = new Nearby(at, form, root);
const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });

let opened = null;
let failures = 0;
let failed = false;
let count = STEP;
let further = 1;
let run = 0;

/** The program, the engine over the index, and the words of the page's language; read once, and anew after a failure. */
function open() {
  opened ??= read();
  opened.catch(() => (opened = null));
  return opened;
}

async function read() {
  // The first file of the index is on its way while the program is.
  const first = globalThis.archivePacked ? null : fetched("index.bin");
  first?.catch(() => {});
  const program = globalThis.archiveSearch ?? (await loaded());
  const other = program.fetcher(root);
  const words = other(`words.${language}.json`).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  words.catch(() => {});
  const index = await new program.Index((path, fresh) =>
    fresh && first ? first.then(program.inflated) : other(path, fresh),
  ).open();
  return { program, engine: new program.Engine(index), words: await words, where };
}

async function fetched(path) {
  const response = await fetch(new URL(path, root), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function loaded() {
  // A browser keeps that a module could not be loaded, so it is asked for under another address.
  const again = failures ? `?again=${failures}` : "";
  const program = await import(/* apart */ `./search.js${again}`).catch((error) => {
    failures += 1;
    throw error;
  });
  return globalThis.archiveSearch ?? program;
}

function state() {
  const filters = {};
  for (const [field, name] of Object.entries(FILTERS))
    if (form.elements[field].value) filters[name] = [form.elements[field].value];
  return { q: form.elements.q.value, cross: form.elements.cross.checked, filters };
}

function remembered() {
  const query = new URLSearchParams();
  const { q, cross } = state();
  if (q.trim()) query.set("q", q);
  if (!cross) query.set("cross", "0");
  for (const field of Object.keys(FILTERS))
    if (form.elements[field].value) query.set(field, form.elements[field].value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/**
 * Each query is one step of the history: the first letter typed after an answer that the reader took begins one, and
 * further typing stays in it.
 */
let typing = false;
function keep() {
  const address = remembered();
  if (address === location.pathname + location.search) return;
  try {
    if (typing) history.replaceState({ ...history.state, count }, "", address);
    else history.pushState({ count }, "", address);
  } catch {
    // A browser may allow no other address to a page that comes from a disk.
  }
  typing = true;
}

/** Where the reader is on the page, kept with the step of the history, since results are there only after a while. */
function place() {
  history.replaceState({ ...history.state, count, scroll: Math.round(scrollY) }, "");
}

function back() {
  typing = false;
  const { count: least = STEP, scroll = 0 } = history.state ?? {};
  let at = null;
  // Again when more has come that stands before the place, unless the reader has moved meanwhile.
  const shown = () => {
    if (!scroll || (at ?? scrollY) !== scrollY) return;
    scrollTo({ top: scroll, behavior: "instant" });
    at = scrollY;
  };
  return answer({ remember: false, least, shown });
}

function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", action);
  at("further").append(made, " ");
}

/** Nothing but what the status says. */
function cleared(status) {
  for (const id of ["results", "crossed", "rest", "further", "names", "missing", "beside"]) at(id).replaceChildren();
  at("names").hidden = at("missing").hidden = true;
  at("status").textContent = status;
}

function options(choices, { program, words }) {
  for (const [field, rows] of Object.entries(choices)) {
    const select = form.elements[field];
    if (!select) continue;
    select.innerHTML = program.optionsMarkup(rows, select.value || select.dataset.wanted || "", words.any, language);
  }
}

function show({ found, names, choices, asked }, read) {
  const { program, words } = read;
  const say = (text, n) => program.filled(text, { n: number.format(n) });
  cleared(found.total ? say(words.found, found.total) : asked.q.trim() ? `${words.nothing} ${words.advice}` : "");
  const listed = (hits) => hits.map((hit) => program.hitMarkup(hit, words, where)).join("");
  at("results").innerHTML = listed(program.divided(found)[0]);
  showRest(found, read);
  at("names").innerHTML = program.namesMarkup(names, words, where);
  at("names").hidden = !names.length;
  const said = program.unmatched(found, words);
  at("missing").innerHTML = said.join("<br>");
  at("missing").hidden = !said.length;
  if (found.total > found.hits.length || found.elsewhere > found.crossed.length)
    button(words.more, () => answer({ more: true }));
  if (found.more) button(words.further, () => answer({ deeper: true }));
  const grouped = (rows) =>
    rows
      .filter(([, , hits]) => hits.length)
      .map(
        ([text, n, hits]) =>
          `<h2>${say(text, n)}</h2><ol class="search-results">${listed(hits.map((hit) => ({ ...hit, below: true })))}</ol>`,
      )
      .join("");
  at("crossed").innerHTML = grouped([[words.elsewhere, found.elsewhere, found.crossed]]);
  // What does not hold the query as well stands below all others, and says why.
  at("beside").innerHTML = grouped([
    [words.scattered, found.scattered, found.apart],
    [words.weak, found.weak, found.translated],
  ]);
  options(choices, read);
}

/** What holds some words of the query only, without what stands above as near in meaning. */
function showRest(found, { program, words }, near = []) {
  const there = new Set(near.map(({ doc }) => doc));
  const rest = program.divided(found)[1].filter(({ doc }) => !there.has(doc));
  at("rest").innerHTML = rest.map((hit) => program.hitMarkup(hit, words, where)).join("");
}

/** Answers what the form says; an older answer that comes later is not shown. `shown` is called when one is, and when all is. */
async function answer({ more = false, deeper = false, remember = true, least = STEP, shown = () => {} }) {
  const mine = ++run;
  count = more ? count + STEP : least;
  further = deeper ? further + 1 : 1;
  if (remember) keep();
  const asked = state();
  if (!asked.q.trim() && !Object.keys(asked.filters).length) {
    nearby.clear();
    return cleared("");
  }
  try {
    const read = await open();
    const { program, engine, words } = read;
    const found = await engine.search(asked.q, { ...asked, all: true, beside: language, count, further });
    const names = await program.suggestions(engine, asked.q, found.corrected);
    const choices = await program.filterChoices(engine, words, found.matched, language);
    choices.unit = program.unitChoices(engine, words, language);
    if (mine !== run) return;
    failed = false;
    show({ found, names, choices, asked }, read);
    shown();
    const rest = (near) => mine === run && showRest(found, read, near);
    rest(await nearby.show(read, asked, found, () => mine === run, rest));
    if (mine === run) shown();
  } catch (error) {
    console.warn(error);
    opened = null;
    if (mine !== run) return;
    failed = true;
    nearby.clear();
    cleared(page.dataset.failed);
    button(page.dataset.again, () => answer({}));
  }
}

async function showUnits() {
  const read = await open();
  options({ unit: read.program.unitChoices(read.engine, read.words, language) }, read);
}

function restore() {
  const query = new URLSearchParams(location.search);
  form.elements.q.value = (query.get("q") ?? "").slice(0, form.elements.q.maxLength);
  form.elements.cross.checked = query.get("cross") !== "0";
  for (const field of Object.keys(FILTERS)) {
    const value = query.get(field) ?? "";
    form.elements[field].dataset.wanted = value;
    if (value && ![...form.elements[field].options].some((option) => option.value === value))
      form.elements[field].add(new Option(value, value));
    form.elements[field].value = value;
  }
}

let pause;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  answer({});
  typing = false;
});
/** Not while an input method composes: what it shows is not yet what is meant. Keyboards of Android compose every word. */
function changed(event) {
  if (event.target.closest(".search-range")) return;
  if (event.isComposing && !/Android/.test(navigator.userAgent)) return;
  clearTimeout(pause);
  const typed = event.target.name === "q";
  if (!typed) {
    typing = false;
    delete event.target.dataset.wanted;
  }
  pause = setTimeout(() => answer({}), typed ? PAUSE : 0);
}
form.addEventListener("input", changed);
form.elements.q.addEventListener("compositionend", changed);
// The reader goes on with what was found, or leaves the field: the next query is another one.
form.elements.q.addEventListener("change", () => setTimeout(() => (typing = false), PAUSE));
page.addEventListener("click", ({ target }) => {
  if (target.closest("a")) place();
});
addEventListener("pagehide", place);
form.addEventListener("reset", () => {
  const kept = form.elements.q.value;
  setTimeout(() => {
    form.elements.q.value = kept;
    for (const field of Object.keys(FILTERS)) form.elements[field].value = "";
    answer({});
  });
});
form.elements.q.addEventListener("focus", () => open().catch(() => {}), { once: true });
// Not when the page comes: nothing of the index is read before it is used.
const range = form.querySelector(".search-range");
for (const event of ["pointerenter", "focusin"]) {
  range.addEventListener(event, () => form.elements.unit.length > 1 || showUnits().catch(() => {}));
}
form.elements.range.addEventListener("click", () => {
  const { low, high, unit } = form.elements;
  const plain = (field) => field.value.normalize("NFKC").replace(/[^\d.]/g, "");
  if (!plain(low) || !plain(high)) return (plain(low) ? high : low).focus();
  const [from, to] = [plain(low), plain(high)].sort((a, b) => a - b);
  form.elements.q.value = `${form.elements.q.value} ${from}..${to} ${unit.value}`.trim();
  answer({});
});
history.scrollRestoration = "manual";
addEventListener("popstate", () => {
  restore();
  back();
});
addEventListener("online", () => failed && answer({ remember: false }));

// The address is without it until the theme has looked there (javascripts/early.js).
const { query = "" } = document.documentElement.dataset;
if (query) history.replaceState(history.state, "", location.pathname + query + location.hash);
page.hidden = false;
at("unready").hidden = true;
const asked = new URLSearchParams(query);
at("narrow").open = Object.keys(FILTERS).some((field) => asked.get(field));
restore();
if (location.search) back();
