// What stands above the results of the theme's search box: names that the query may mean, and what else there is.

import { escaped, filled, isolated, onDisk, unmatched } from "./snippet.js";

/**
 * Markup for what was `found` for a query, and the `names` that it may mean. `where` the reader is: {language, prefix
 * of the addresses of pages in it, site: address of its root}.
 */
export function beside(query, found, names, words, { language, prefix, site }) {
  const link = (path, query = "") => escaped(new URL(onDisk(prefix + path) + query, site).href);
  const instead = unmatched(found, words).map((text) => `<p>${text}</p>`);
  const rows = names.map((name) => nameMarkup(name, words, language, link));
  const list = rows.length ? `<ul class="search-names" aria-label="${escaped(words.names)}">${rows.join("")}</ul>` : "";
  const said = notes(found, words, language);
  const more = said.length
    ? `<p class="search-notes"><a href="${link("search/", `?q=${encodeURIComponent(query)}`)}">${said.map(escaped).join(" · ")}</a></p>`
    : "";
  return [...instead, list, more, found.total ? "" : adviceMarkup(words, link)].join("");
}

function notes({ total, weak, scattered, more }, words, language) {
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const said = [];
  if (scattered) said.push(filled(words.scattered, { n: number.format(scattered) }));
  if (weak) said.push(filled(words.weak, { n: number.format(weak) }));
  return said.length || more || total ? [...said, words.all] : [];
}

function nameMarkup({ id, names, form, type }, words, language, link) {
  const own = names[language] ?? names.en ?? form;
  const others = [...new Set([...Object.values(names), form])].filter((name) => name !== own);
  const spelled = others.length
    ? ` <span class="search-others">= ${others.map((name) => isolated(name)).join(" = ")}</span>`
    : "";
  const kind = `<span class="search-type">${escaped(words.types[type] ?? type ?? "")}</span>`;
  return `<li><a class="search-name" href="${link(`entities/${encodeURIComponent(id)}/`)}"><b>${isolated(own)}</b> ${kind}${spelled}</a></li>`;
}

/** Where to look when nothing is found. */
function adviceMarkup(words, link) {
  const lists = [
    [words.documents, "documents/"],
    [words.entities, "entities/"],
  ].map(([name, path]) => `<a href="${link(path)}">${escaped(name)}</a>`);
  return `<p>${escaped(words.advice)}</p><p class="search-lists">${lists.join(" ")}</p>`;
}
