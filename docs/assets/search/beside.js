// What stands above the results of the theme's search box: names that the query may mean, and what else there is.

import { escape, filled, isolated, unmatched } from "./snippet.js";

const PATIENCE = 400;

const config = JSON.parse(document.getElementById("__config").textContent);
const channel = new URL(config.search, location.href).searchParams.get("channel");
const site = new URL(`${config.base}/`, location.href);
const language = document.documentElement.lang;
const result = document.querySelector("[data-md-component=search-result]");
const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });

function notes({ total, weak, elsewhere, scattered, more, words }) {
  const said = [];
  if (elsewhere) said.push(filled(words.elsewhere, { n: number.format(elsewhere) }));
  if (scattered) said.push(filled(words.scattered, { n: number.format(scattered) }));
  if (weak) said.push(filled(words.weak, { n: number.format(weak) }));
  return said.length || more || total ? [...said, words.all] : [];
}

function nameMarkup({ names, form, type, address }, words) {
  const own = names[language] ?? names.en ?? form;
  const others = [...new Set([form, ...Object.values(names)])].filter((name) => name !== own);
  const spelled = others.length ? ` <span class="search-others">= ${others.map((name) => isolated(name)).join(" = ")}</span>` : "";
  return `<li><a class="search-name" href="${escape(new URL(address, site).href)}"><b>${isolated(own)}</b> <span class="search-type">${escape(words.types[type] ?? type ?? "")}</span>${spelled}</a></li>`;
}

/** Where to look when nothing is found. */
function adviceMarkup({ words, prefix }) {
  const lists = [
    [words.documents, "documents/"],
    [words.entities, "entities/"],
  ].map(([name, at]) => `<a href="${escape(new URL(prefix + at, site).href)}">${escape(name)}</a>`);
  return `<p>${escape(words.advice)}</p><p class="search-lists">${lists.join(" ")}</p>`;
}

const box = () => result.querySelector(".search-beside") ?? result.insertBefore(document.createElement("div"), result.firstChild);

/** Puts something above the results; what the theme says there of their number is hidden while there is no answer. */
function put(markup, answered) {
  const place = box();
  place.className = "search-beside";
  place.innerHTML = markup;
  result.classList.toggle("search-unanswered", !answered);
}

const status = (text) => `<p role="status">${escape(text)}</p>`;

function show(message) {
  const { words, names = [], query, page, failed, total } = message;
  if (failed) return put(status(result.dataset.failed), false);
  const link = `${new URL(page, site).href}?q=${encodeURIComponent(query)}`;
  const instead = unmatched(message, words).map((text) => `<p>${text}</p>`).join("");
  const list = names.length ? `<ul class="search-names" aria-label="${escape(words.names)}">${names.map((name) => nameMarkup(name, words)).join("")}</ul>` : "";
  const said = notes(message);
  const more = said.length ? `<p class="search-notes"><a href="${escape(link)}">${said.map(escape).join(" · ")}</a></p>` : "";
  put(instead + list + more + (total ? "" : adviceMarkup(message)), true);
}

if (channel && result) {
  const worker = new BroadcastChannel(channel);
  const input = document.querySelector("[data-md-component=search-query]");
  let patience;
  worker.onmessage = ({ data }) => {
    clearTimeout(patience);
    if (input.value.trim()) show(data);
  };
  input.addEventListener("input", () => {
    clearTimeout(patience);
    if (input.value.trim()) patience = setTimeout(() => put(status(result.dataset.waiting), false), PATIENCE);
    else put("", true);
  });
  input.form.addEventListener("reset", () => {
    clearTimeout(patience);
    put("", true);
  });
  // The form leads to the search page; the theme would follow the first result, which may not be there yet.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) event.stopPropagation();
  });
  input.addEventListener("focus", () => worker.postMessage("open"), { once: true });
  if (document.activeElement === input) worker.postMessage("open");
}
