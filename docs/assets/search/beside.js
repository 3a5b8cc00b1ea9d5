// What stands above the results of the theme's search box: names that the query may mean, and what else there is.

import { escape, filled, isolated } from "./snippet.js";

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

function show(message) {
  const box = result.querySelector(".search-beside") ?? result.insertBefore(document.createElement("div"), result.firstChild);
  box.className = "search-beside";
  const { words, names = [], query, page, failed } = message;
  if (failed) {
    box.textContent = box.dataset.failed ?? "";
    return;
  }
  box.dataset.failed = words.failed;
  const link = `${new URL(page, site).href}?q=${encodeURIComponent(query)}`;
  const list = names.length ? `<ul class="search-names" aria-label="${escape(words.names)}">${names.map((name) => nameMarkup(name, words)).join("")}</ul>` : "";
  const said = notes(message);
  const more = said.length ? `<p class="search-notes"><a href="${escape(link)}">${said.map(escape).join(" · ")}</a></p>` : "";
  box.innerHTML = list + more;
}

if (channel && result) {
  const worker = new BroadcastChannel(channel);
  worker.onmessage = ({ data }) => show(data);
  const input = document.querySelector("[data-md-component=search-query]");
  input.addEventListener("focus", () => worker.postMessage("open"), { once: true });
  if (document.activeElement === input) worker.postMessage("open");
}
