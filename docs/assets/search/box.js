// Results for the theme's search box, which puts titles, texts and tags into the page as HTML.

import { direction, escape, filled, isolated, snippet, titleOf } from "./snippet.js";

const SNIPPET = 220;
const SHOWN_PARAGRAPHS = 3;
const MOST_TERMS = 8;
const MOST_REASONS = 4;

const surfaces = ({ text, marks }) => {
  const terms = {};
  for (const [start, end] of marks.slice(0, MOST_TERMS)) terms[text.slice(start, end)] = true;
  return terms;
};

/** "بايت دانس = ByteDance": how a document says what the query says otherwise. */
export const reasons = (hit) => hit.why.slice(0, MOST_REASONS).map(({ query, form }) => `${isolated(query)} = ${isolated(form, hit.lang)}`);

/** How a hit is labelled beside its title: a translation is always called one. */
export function labels(hit, words) {
  if (!hit.weak) return [];
  const found = hit.paragraphs.filter(({ made_by, summary }) => made_by || summary);
  const names = found.map(({ made_by, summary, lang }) => {
    const kind = summary ? words.summary : made_by === "machine" ? words.machine : words.translation;
    return `${escape(kind)} (${escape(words.languages[lang] ?? lang)})`;
  });
  return [...new Set(names)].slice(0, 2);
}

/** The address of a document below the root of the site, quoted. */
export const address = (prefix, id, n) => `${prefix}documents/${encodeURIComponent(id)}/${n ? `#p${n}` : ""}`;

/** One document as the theme's box wants it: the page first, then its paragraphs. */
export function group(hit, language, prefix, words) {
  const title = titleOf(hit, language);
  const page = {
    location: address(prefix, hit.id),
    title: `<span lang="${escape(title.lang)}" dir="${direction(title.lang)}">${escape(title.text)}</span>`,
    text: "",
    tags: [...labels(hit, words), ...reasons(hit)],
    score: 1,
    terms: hit.paragraphs[0] ? surfaces(hit.paragraphs[0]) : {},
  };
  const paragraphs = hit.paragraphs.map((paragraph, i) => ({
    location: paragraph.n ? address(prefix, hit.id, paragraph.n) : `${address(prefix, hit.id)}#summary`,
    title: escape(paragraph.n ? filled(words.paragraph, { n: new Intl.NumberFormat(language, { numberingSystem: "latn" }).format(paragraph.n) }) : words.summary),
    text: snippet(paragraph, SNIPPET),
    score: i < SHOWN_PARAGRAPHS ? 2 : 0.5,
    terms: surfaces(paragraph),
  }));
  return [page, ...paragraphs];
}
