// Results as the search page shows them. `where` the reader is: {language, prefix of the addresses of pages in it,
// site: address of its root}.

import { found, origin, place, reasons, withTranslation } from "./box.js";
import { direction, escaped, filled, onDisk, titleOf } from "./snippet.js";

const SNIPPET = 420;
const SHOWN = 3;
const ORIGINS = 2;

/** What an entity is called for readers of a language: in it, in English, in any, else its id. */
export const nameOf = (names, id, language) => names?.[language] ?? names?.en ?? Object.values(names ?? {})[0] ?? id;

const origins = (hit, words) =>
  [...new Set(hit.paragraphs.map((paragraph) => origin(paragraph, words)))].filter(Boolean).slice(0, ORIGINS);

/** One document with its best places. */
export function hitMarkup(hit, words, { language, prefix, site }) {
  const link = (paragraph) => escaped(new URL(found(prefix, hit.id, paragraph), site).href);
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" });
  const title = titleOf(hit, language);
  const mark = hit.near ? `<span class="search-near-mark">${escaped(words.near.mark)}</span>` : "";
  const facts = [
    mark,
    words.languages[hit.lang] ?? hit.lang,
    spokenDate(hit.date, language, words),
    ...(hit.weak ? origins(hit, words) : []),
  ].filter(Boolean);
  const places = hit.paragraphs.slice(0, SHOWN).map((paragraph) => {
    return `<li><a class="search-place" href="${link(paragraph)}">${place(paragraph, language, words)}</a> ${withTranslation(paragraph, SNIPPET, words)}</li>`;
  });
  const rest = hit.matches - places.length;
  const [kind, heading] = hit.near || hit.below ? ["search-near-hit", "h3"] : ["search-hit", "h2"];
  return `<li class="${kind}"><${heading} lang="${escaped(title.lang)}" dir="${direction(title.lang)}"><a href="${link()}">${escaped(title.text)}</a></${heading}>
    <p class="search-facts">${facts.join(" · ")}</p>
    ${hit.why.length ? `<p class="search-why">${reasons(hit).join(" · ")}</p>` : ""}
    <ul>${places.join("")}</ul>
    ${rest > 0 ? `<p class="search-rest">${escaped(filled(words.places, { n: number.format(rest) }))}</p>` : ""}</li>`;
}

/** A date of a record (EDTF) in words, as far as it names a year, a month or a day; else as it stands. */
export function spokenDate(edtf, language, words) {
  const parts = edtf?.match(/^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?([~?%]?)$/);
  if (!parts) return edtf;
  const [, year, month, day, doubt] = parts;
  const shown = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  const locale = { calendar: "gregory", numberingSystem: "latn" };
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const said = new Intl.DateTimeFormat(language, { ...shown, ...locale }).format(date);
  if (!doubt) return said;
  return filled(words.dates[doubt], { date: said });
}

/** The names that a query may mean, with links to their pages. */
export function namesMarkup(names, words, { language, prefix, site }) {
  const rows = names.map(({ id, names: own, type }) => {
    const target = escaped(new URL(onDisk(`${prefix}entities/${encodeURIComponent(id)}/`), site).href);
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
