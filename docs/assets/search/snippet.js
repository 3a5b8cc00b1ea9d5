// A stretch of a paragraph around what was found, as safe HTML. Everything that comes from a source is escaped.

import { before, behind, places } from "./cuts.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const RTL = /^(ar|fa|he|ur|ps|ckb|sd|ug|yi|dv)(-|$)/;

/** The address of a page, in a copy that is read from a disk that of its file: there, a folder has no page. */
export const onDisk = (path) => (globalThis.location?.protocol === "file:" ? `${path}index.html` : path);

export const escaped = (text) => String(text).replace(/[&<>"']/g, (char) => ESCAPES[char]);
export const direction = (lang) => (RTL.test(lang ?? "") ? "rtl" : "ltr");

/** The range of a text, about `size` units long, that holds most marks; what is `kept` is not cut. */
export function range(text, marks, size, kept) {
  if (text.length <= size * 1.2) return [0, text.length];
  let best = [0, 0];
  for (const [start] of marks) {
    const inside = marks.filter((mark) => mark[0] >= start && mark[1] <= start + size * 0.8).length;
    if (inside > best[1]) best = [start, inside];
  }
  const start = best[1] ? Math.max(0, best[0] - Math.round(size * 0.2)) : 0;
  const end = Math.min(text.length, start + size);
  const free = places(text, kept);
  return [before(free, start), behind(free, end)];
}

/** The text between two offsets with its marks. */
export function marked(text, marks, [from, to] = [0, text.length]) {
  let made = "";
  let at = from;
  for (const [start, end] of marks) {
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    if (a >= b || a < at) continue;
    made += `${escaped(text.slice(at, a))}<mark>${escaped(text.slice(a, b))}</mark>`;
    at = b;
  }
  made += escaped(text.slice(at, to));
  return (from > 0 ? "… " : "") + made + (to < text.length ? " …" : "");
}

/** A snippet in its own language and direction. */
export function snippet({ text, marks, lang, kept }, size) {
  return `<span class="search-text" lang="${escaped(lang)}" dir="${direction(lang)}">${marked(text, marks, range(text, marks, size, kept))}</span>`;
}

/** The title of a hit in the reader's language, else in its own, else its first words: {text, lang}. */
export function titleOf(hit, language) {
  const titles = hit.title ?? {};
  const own = hit.lang.split("-")[0];
  const lang = [language, own, ...Object.keys(titles)].find((tag) => titles[tag]);
  if (lang) return { text: titles[lang], lang };
  return { text: hit.opening || hit.id, lang: hit.lang };
}

/** A text of the archive inside a text of the interface. */
export const isolated = (text, lang) => `<bdi${lang ? ` lang="${escaped(lang)}"` : ""}>${escaped(text)}</bdi>`;

/** Says which words of a query stand nowhere, and for which of them something else was found. */
export function unmatched({ corrected, missing }, words) {
  const row = (texts) => texts.map((text) => isolated(text)).join(" · ");
  const said = corrected.map(({ query, forms }) =>
    filled(escaped(words.corrected), { words: isolated(query), forms: row(forms) }),
  );
  return missing.length ? [...said, filled(escaped(words.missing), { words: row(missing) })] : said;
}

/** Fills `{name}` in a catalogue's text, whose own words are taken as they are. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
