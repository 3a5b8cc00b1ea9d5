// The search page: the same engine as the box, with filters, paging, phrases and ranges of figures, and an address
// that can be kept and sent. What could not be read is read anew for the next question.

import { Nearby } from "./nearby.js";

const STEP = 10;
const PAUSE = 180;
const ALL_FILTERS = {
  lang: "languages",
  year: "years",
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
  const words = fetch(new URL(`words.${language}.json`, root));
  words.catch(() => {});
  // A browser keeps that a module could not be loaded, so it is asked for under another address.
  const again = failures ? `?again=${failures}` : "";
  const program = await import(`./search.js${again}`).catch((error) => {
    failures += 1;
    throw error;
  });
  const index = await new program.Index(program.fetcher(root)).open();
  const response = await words;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return { program, engine: new program.Engine(index), words: await response.json(), where };
}

function state() {
  const filters = {};
  for (const [field, name] of Object.entries(FILTERS))
    if (form.elements[field].value) filters[name] = [form.elements[field].value];
  return { q: form.elements.q.value, cross: form.elements.cross.checked, weak: form.elements.weak.checked, filters };
}

function remembered() {
  const query = new URLSearchParams();
  const { q, cross, weak } = state();
  if (q.trim()) query.set("q", q);
  if (!cross) query.set("cross", "0");
  if (weak) query.set("weak", "1");
  for (const field of Object.keys(FILTERS))
    if (form.elements[field].value) query.set(field, form.elements[field].value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
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
  for (const id of ["results", "rest", "further", "names", "missing"]) at(id).replaceChildren();
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
  const [holding, rest] = program.divided(found);
  at("results").innerHTML = listed(holding);
  at("rest").innerHTML = listed(rest);
  at("names").innerHTML = program.namesMarkup(names, words, where);
  at("names").hidden = !names.length;
  const said = program.unmatched(found, words);
  at("missing").innerHTML = said.join("<br>");
  at("missing").hidden = !said.length;
  if (found.total > found.hits.length) button(words.more, () => answer({ more: true }));
  if (found.more) button(words.further, () => answer({ deeper: true }));
  for (const name of ["elsewhere", "scattered"]) {
    if (found[name]) button(`${say(words[name], found[name])} – ${words.show}`, () => answer({ everywhere: true }));
  }
  if (found.weak && !asked.weak) {
    button(`${say(words.weak, found.weak)} – ${words.show}`, () => {
      form.elements.weak.checked = true;
      answer({});
    });
  }
  options(choices, read);
}

/** Answers what the form says; an older answer that comes later is not shown. */
async function answer({ more = false, deeper = false, everywhere = false, remember = true }) {
  const mine = ++run;
  count = more ? count + STEP : STEP;
  further = deeper ? further + 1 : 1;
  if (remember) history.replaceState(null, "", remembered());
  const asked = state();
  if (!asked.q.trim() && !Object.keys(asked.filters).length) {
    nearby.clear();
    return cleared("");
  }
  try {
    const read = await open();
    const { program, engine, words } = read;
    const found = await engine.search(asked.q, { ...asked, weak: asked.weak || "auto", count, further, everywhere });
    const names = await program.suggestions(engine, asked.q, found.corrected);
    const choices = await program.filterChoices(engine, words, found.matched, language);
    choices.unit = program.unitChoices(engine, words, language);
    if (mine !== run) return;
    failed = false;
    show({ found, names, choices, asked }, read);
    await nearby.show(read, asked, { total: found.total, hits: program.divided(found)[0] }, () => mine === run);
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
  form.elements.weak.checked = query.get("weak") === "1";
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
  if (remembered() !== location.pathname + location.search) history.pushState(null, "", remembered());
  answer({ remember: false });
});
form.addEventListener("input", (event) => {
  if (event.target.closest(".search-range")) return;
  clearTimeout(pause);
  pause = setTimeout(() => answer({}), event.target.name === "q" ? PAUSE : 0);
});
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
addEventListener("popstate", () => {
  restore();
  answer({ remember: false });
});
addEventListener("online", () => failed && answer({ remember: false }));

// The address is without it until the theme has looked there (javascripts/early.js).
const { query = "" } = document.documentElement.dataset;
if (query) history.replaceState(history.state, "", location.pathname + query + location.hash);
page.hidden = false;
at("unready").hidden = true;
at("narrow").open =
  matchMedia("(min-width: 60em)").matches || /[?&](lang|year|type|entity|tag|collection)=/.test(query);
restore();
if (location.search) answer({ remember: false });
