// Results for the theme's search box, which puts titles, texts and tags into the page as HTML.

import { direction, escaped, filled, isolated, onDisk, snippet, titleOf } from "./snippet.js";

const SNIPPET = 220;
const SHOWN_PARAGRAPHS = 3;
const MOST_TERMS = 8;
const LONGEST_TERM = 60;
const MOST_REASONS = 4;

const surfaces = (paragraph) => {
  const terms = {};
  for (const { text, marks = [] } of [paragraph, paragraph.translation ?? {}])
    for (const [start, end] of marks.slice(0, MOST_TERMS))
      if (end - start <= LONGEST_TERM) terms[text.slice(start, end)] = true;
  return terms;
};

/** "بايت دانس = ByteDance": how a document says what the query says otherwise. */
export const reasons = (hit) =>
  hit.why.slice(0, MOST_REASONS).map(({ query, form }) => `${isolated(query)} = ${isolated(form, hit.lang)}`);

/** What kind of text a paragraph is, when it is not the source itself: a translation is always called one. */
export function origin({ made_by, summary, lang }, words) {
  if (!made_by && !summary) return "";
  const kind = summary ? words.summary : made_by === "machine" ? words.machine : words.translation;
  return `${escaped(kind)} (${escaped(words.languages[lang] ?? lang)})`;
}

/** A snippet, below it that of the translation for readers of another language, with what kind it is. */
export function withTranslation(paragraph, size, words) {
  const { translation } = paragraph;
  if (!translation) return snippet(paragraph, size);
  const kind = `<span class="search-origin">${origin(translation, words)}</span>`;
  return `<span class="original">${snippet(paragraph, size)}</span><span class="translation search-translation">${kind} ${snippet({ marks: [], ...translation }, size)}</span>`;
}

/** What a paragraph is called: its number, and what it is when it is not the source. */
export function place(paragraph, language, words) {
  const number = new Intl.NumberFormat(language, { numberingSystem: "latn" }).format(paragraph.n);
  const name = paragraph.n ? escaped(filled(words.paragraph, { n: number })) : "";
  return [name, origin(paragraph, words)].filter(Boolean).join(" · ");
}

/** The address of a document below the root of the site, or of a paragraph of it, with the words that were found there,
 * which the document's page marks. */
export function found(prefix, id, paragraph) {
  const path = onDisk(`${prefix}documents/${encodeURIComponent(id)}/`);
  const words = new URLSearchParams(Object.keys(paragraph ? surfaces(paragraph) : {}).map((word) => ["h", word]));
  // The theme takes the only entry without an anchor for the page; a summary stands on the page as a whole.
  return `${path}${String(words) ? `?${words}` : ""}${paragraph ? `#${paragraph.n ? `p${paragraph.n}` : ""}` : ""}`;
}

/** One document as the theme's box wants it: the page first, then its paragraphs, the first of which says why. */
export function group(hit, language, prefix, words) {
  const title = titleOf(hit, language);
  const page = {
    location: found(prefix, hit.id),
    title: `<span lang="${escaped(title.lang)}" dir="${direction(title.lang)}">${escaped(title.text)}</span>`,
    text: "",
    score: 1,
    terms: hit.paragraphs[0] ? surfaces(hit.paragraphs[0]) : {},
  };
  const why = hit.why.length ? `<span class="search-why">${reasons(hit).join(" · ")}</span>` : "";
  const paragraphs = hit.paragraphs.map((paragraph, i) => ({
    location: found(prefix, hit.id, paragraph),
    title: place(paragraph, language, words),
    text: (i ? "" : why) + withTranslation(paragraph, SNIPPET, words),
    score: i < SHOWN_PARAGRAPHS ? 2 : 0.5,
    terms: surfaces(paragraph),
  }));
  return [page, ...paragraphs];
}
