// Results as the search page shows them. `where` the reader is: {language, prefix of the addresses of pages in it,
// site: address of its root}.

import { address, origin, place, reasons } from "./box.js";
import { direction, escaped, filled, snippet, titleOf } from "./snippet.js";

const SNIPPET = 420;
const SHOWN = 3;
const ORIGINS = 2;

/** What an entity is called for readers of a language: in it, in English, in any, else its id. */
export const nameOf = (names, id, language) => names?.[language] ?? names?.en ?? Object.values(names ?? {})[0] ?? id;

const origins = (hit, words) =>
  [...new Set(hit.paragraphs.map((paragraph) => origin(paragraph, words)))].filter(Boolean).slice(0, ORIGINS);

/** One document with its best places. */
export function hitMarkup(hit, words, { language, prefix, site }) {
  const link = (n) => escaped(new URL(address(prefix, hit.id, n), site).href);
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const title = titleOf(hit, language);
  const year = hit.date?.match(/\d{4}/)?.[0];
  const mark = hit.near ? `<span class="search-near-mark">${escaped(words.near.mark)}</span>` : "";
  const facts = [mark, words.languages[hit.lang] ?? hit.lang, year, ...(hit.weak ? origins(hit, words) : [])].filter(
    Boolean,
  );
  const places = hit.paragraphs.slice(0, SHOWN).map((paragraph) => {
    return `<li><a class="search-place" href="${link(paragraph.n)}">${place(paragraph, language, words)}</a> ${snippet(paragraph, SNIPPET)}${translation(paragraph, words)}</li>`;
  });
  const rest = hit.matches - places.length;
  const [kind, heading] = hit.near ? ["search-near-hit", "h3"] : ["search-hit", "h2"];
  return `<li class="${kind}"><${heading} lang="${escaped(title.lang)}" dir="${direction(title.lang)}"><a href="${link()}">${escaped(title.text)}</a></${heading}>
    <p class="search-facts">${facts.join(" · ")}</p>
    ${hit.why.length ? `<p class="search-why">${reasons(hit).join(" · ")}</p>` : ""}
    <ul>${places.join("")}</ul>
    ${rest > 0 ? `<p class="search-rest">${escaped(filled(words.places, { n: number.format(rest) }))}</p>` : ""}</li>`;
}

/** The translation of a paragraph, with what kind it is; for readers of another language than the paragraph's. */
function translation({ translation: found }, words) {
  if (!found) return "";
  return `<span class="search-translation"><span class="search-origin">${origin(found, words)}</span> ${snippet({ ...found, marks: [] }, SNIPPET)}</span>`;
}

/** The names that a query may mean, with links to their pages. */
export function namesMarkup(names, words, { language, prefix, site }) {
  const rows = names.map(({ id, names: own, type }) => {
    const target = escaped(new URL(`${prefix}entities/${encodeURIComponent(id)}/`, site).href);
    return `<li><a href="${target}"><bdi>${escaped(nameOf(own, id, language))}</bdi></a> <span class="type">${escaped(words.types[type] ?? type ?? "")}</span></li>`;
  });
  return rows.join("");
}

/** Options for choices [value, text, how many or null]; what is `chosen` stays so, also when it finds nothing. */
export function optionsMarkup(choices, chosen, any, language) {
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const all = chosen && !choices.some(([value]) => value === chosen) ? [...choices, [chosen, chosen, 0]] : choices;
  const rows = all.map(([value, text, n]) => {
    return `<option value="${escaped(value)}"${value === chosen ? " selected" : ""}>${escaped(text)}${n === null ? "" : ` (${number.format(n)})`}</option>`;
  });
  return `<option value="">${escaped(any)}</option>${rows.join("")}`;
}
