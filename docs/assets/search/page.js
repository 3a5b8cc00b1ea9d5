// The search page: the same engine as the box, with filters, paging, phrases and ranges of figures, and an address
// that can be kept and sent.

import { Engine, Index, address, direction, escape, fetcher, filled, foldText, origin, place, reasons, snippet, suggestions, titleOf, unmatched } from "./search.js";

const STEP = 10;
const SNIPPET = 420;
const SHOWN = 3;
const PAUSE = 180;
const MOST_ENTITIES = 60;
const FILTERS = { lang: "languages", year: "years", type: "types", entity: "entities" };

const page = document.getElementById("search-page");
const form = page.querySelector("form");
const at = (id) => document.getElementById(`search-${id}`);
const language = document.documentElement.lang || "en";
const root = new URL(page.dataset.root, location.href);
const site = new URL("../", root);
const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });

let opened = null;
let count = STEP;
let further = 1;
let run = 0;

const open = () => {
  opened ??= Promise.all([
    new Index(fetcher(root)).open().then((index) => new Engine(index)),
    fetch(new URL(`words.${language}.json`, root)).then((response) => response.json()),
  ]);
  opened.catch(() => (opened = null));
  return opened;
};

function state() {
  const filters = {};
  for (const [field, name] of Object.entries(FILTERS)) if (form.elements[field].value) filters[name] = [form.elements[field].value];
  return { q: form.elements.q.value, cross: form.elements.cross.checked, weak: form.elements.weak.checked, filters };
}

function remembered() {
  const query = new URLSearchParams();
  const { q, cross, weak } = state();
  if (q.trim()) query.set("q", q);
  if (!cross) query.set("cross", "0");
  if (weak) query.set("weak", "1");
  for (const field of Object.keys(FILTERS)) if (form.elements[field].value) query.set(field, form.elements[field].value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** An option for each value; what is chosen stays chosen, also when it finds nothing. */
function options(field, choices, any) {
  const chosen = form.elements[field].value || form.elements[field].dataset.wanted || "";
  if (chosen && !choices.some(([value]) => value === chosen)) choices.push([chosen, chosen, 0]);
  const rows = choices.map(([value, text, n]) => `<option value="${escape(value)}"${value === chosen ? " selected" : ""}>${escape(text)}${n === null ? "" : ` (${number.format(n)})`}</option>`);
  form.elements[field].innerHTML = `<option value="">${escape(any)}</option>${rows.join("")}`;
}

async function showFilters(engine, words, matched) {
  const facets = await engine.facets();
  const counted = { lang: new Map(), year: new Map(), type: new Map(), entity: new Map() };
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const doc of matched) {
    add(counted.lang, engine.language(doc)[0]);
    add(counted.year, facets.years[facets.year[doc]]);
    const places = facets.entity[doc];
    for (const place of places) add(counted.entity, facets.entities[place][0]);
    for (const type of new Set(places.map((place) => facets.entities[place][1]))) add(counted.type, type);
  }
  const most = (map) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const named = most(counted.entity).slice(0, MOST_ENTITIES);
  const notes = await Promise.all(named.map(([id]) => engine.index.term(`@${id}`)));
  options("lang", most(counted.lang).map(([tag, n]) => [tag, words.languages[tag] ?? tag, n]), words.any);
  options("year", most(counted.year).sort((a, b) => (a[0] < b[0] ? 1 : -1)).filter(([year]) => year).map(([year, n]) => [year, year, n]), words.any);
  options("type", most(counted.type).filter(([type]) => type).map(([type, n]) => [type, words.types[type] ?? type, n]), words.any);
  options("entity", named.map(([id, n], i) => [id, nameOf(notes[i].note?.names, id), n]), words.any);
}

const nameOf = (names, id) => names?.[language] ?? names?.en ?? Object.values(names ?? {})[0] ?? id;

const origins = (hit, words) => [...new Set(hit.paragraphs.map((paragraph) => origin(paragraph, words)))].filter(Boolean).slice(0, 2);

function hitMarkup(hit, words) {
  const prefix = page.dataset.prefix;
  const link = (n) => escape(new URL(address(prefix, hit.id, n), site).href);
  const title = titleOf(hit, language);
  const year = hit.date?.match(/\d{4}/)?.[0];
  const facts = [words.languages[hit.lang] ?? hit.lang, year, ...(hit.weak ? origins(hit, words) : [])].filter(Boolean);
  const places = hit.paragraphs.slice(0, SHOWN).map((paragraph) => {
    return `<li><a class="search-place" href="${link(paragraph.n)}">${place(paragraph, language, words)}</a> ${snippet(paragraph, SNIPPET)}</li>`;
  });
  const rest = hit.matches - places.length;
  return `<li class="search-hit"><h2 lang="${escape(title.lang)}" dir="${direction(title.lang)}"><a href="${link()}">${escape(title.text)}</a></h2>
    <p class="search-facts">${facts.join(" · ")}</p>
    ${hit.why.length ? `<p class="search-why">${reasons(hit).join(" · ")}</p>` : ""}
    <ul>${places.join("")}</ul>
    ${rest > 0 ? `<p class="search-rest">${escape(filled(words.places, { n: number.format(rest) }))}</p>` : ""}</li>`;
}

function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", action);
  at("further").append(made, " ");
}

function showNames(names, words) {
  const rows = names.map(({ id, names: own, type }) => {
    const target = escape(new URL(`${page.dataset.prefix}entities/${encodeURIComponent(id)}/`, site).href);
    return `<li><a href="${target}"><bdi>${escape(nameOf(own, id))}</bdi></a> <span class="type">${escape(words.types[type] ?? type ?? "")}</span></li>`;
  });
  at("names").innerHTML = rows.join("");
  at("names").hidden = !rows.length;
}

function show(found, words, { q, weak }) {
  at("results").innerHTML = found.hits.map((hit) => hitMarkup(hit, words)).join("");
  const nothing = found.total ? "" : `${words.nothing} ${words.advice}`;
  at("status").textContent = found.total ? filled(words.found, { n: number.format(found.total) }) : q.trim() ? nothing : "";
  const said = unmatched(found, words);
  at("missing").innerHTML = said.join("<br>");
  at("missing").hidden = !said.length;
  at("further").replaceChildren();
  if (found.total > found.hits.length) button(words.more, () => answer({ more: true }));
  if (found.more) button(words.further, () => answer({ deeper: true }));
  if (found.elsewhere) button(`${filled(words.elsewhere, { n: number.format(found.elsewhere) })} – ${words.show}`, () => answer({ everywhere: true }));
  if (found.scattered) button(`${filled(words.scattered, { n: number.format(found.scattered) })} – ${words.show}`, () => answer({ everywhere: true }));
  if (found.weak && !weak) {
    button(`${filled(words.weak, { n: number.format(found.weak) })} – ${words.show}`, () => {
      form.elements.weak.checked = true;
      answer({});
    });
  }
}

/** Answers what the form says; an older answer that comes later is not shown. */
async function answer({ more = false, deeper = false, everywhere = false, remember = true }) {
  const mine = ++run;
  count = more ? count + STEP : STEP;
  further = deeper ? further + 1 : 1;
  if (remember) history.replaceState(null, "", remembered());
  const chosen = state();
  const filtered = Object.keys(chosen.filters).length > 0;
  if (!chosen.q.trim() && !filtered) {
    for (const id of ["results", "further"]) at(id).replaceChildren();
    at("status").textContent = "";
    at("names").hidden = at("missing").hidden = true;
    return;
  }
  try {
    const [engine, words] = await open();
    const found = await engine.search(chosen.q, { ...chosen, weak: chosen.weak || "auto", count, further, everywhere });
    const names = await suggestions(engine, chosen.q, found.corrected);
    if (mine !== run) return;
    show(found, words, chosen);
    showNames(names, words);
    await Promise.all([showFilters(engine, words, found.matched ?? []), units()]);
  } catch (error) {
    console.warn(error);
    if (mine !== run) return;
    opened = null;
    const words = await fetch(new URL(`words.${language}.json`, root)).then((response) => response.json(), () => null);
    at("status").textContent = words?.failed ?? String(error);
  }
}

/** The units of the archive's figures, each under its name here, as the form that a query is understood with. */
async function units() {
  const [engine, words] = await open();
  const table = engine.index.figures.units;
  const known = [...new Set(Object.values(table))].map((unit) => {
    const name = words.units[unit] ?? unit;
    const form = [name, unit, ...Object.keys(table)].find((one) => table[foldText(one)] === unit);
    return [form, name, null];
  });
  options("unit", known.sort((a, b) => a[1].localeCompare(b[1], language)), words.any);
}

function restore() {
  const query = new URLSearchParams(location.search);
  form.elements.q.value = (query.get("q") ?? "").slice(0, form.elements.q.maxLength);
  form.elements.cross.checked = query.get("cross") !== "0";
  form.elements.weak.checked = query.get("weak") === "1";
  for (const field of Object.keys(FILTERS)) {
    const value = query.get(field) ?? "";
    form.elements[field].dataset.wanted = value;
    if (value && ![...form.elements[field].options].some((option) => option.value === value)) form.elements[field].add(new Option(value, value));
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
for (const event of ["pointerenter", "focusin"]) range.addEventListener(event, () => units().catch(() => {}), { once: true });
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

page.hidden = false;
at("narrow").open = matchMedia("(min-width: 60em)").matches || /[?&](lang|year|type|entity)=/.test(page.dataset.query);
history.replaceState(history.state, "", location.pathname + page.dataset.query + location.hash);
restore();
if (location.search) answer({ remember: false });
