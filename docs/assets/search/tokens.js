// From folded text to index terms; twin of build_tools/search/tokens.py, both obey tests/vectors.

import { stem } from "./porter.js";

const ARABIC = "\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff\\u0750-\\u077f";
const HAN = "\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const OTHER = `(?:(?![${ARABIC}${HAN}])[\\p{L}\\p{N}])`;
const RUN = new RegExp(
  `([${ARABIC}]+)|([${HAN}]+)|((?:[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?!${OTHER}))|(${OTHER}+)`,
  "gu",
);
const ARABIC_START = new RegExp(`^[${ARABIC}]`, "u");
const LEAST = 3;
let rules = { stop: new Set(), articles: [], suffixes: [], possessives: new Set(), hamza: [], proclitics: "", doubling: "", weak: "", opening: "", shapes: new Set() };

/** Takes the rules that the index carries. */
export function setRules(data) {
  rules = { ...data, stop: new Set(data.stop), possessives: new Set(data.possessives), shapes: new Set(data.shapes) };
}

/** The runs of a folded text: kind (A Arabic, H Han, N number, W other word), text, start. */
export function runs(folded) {
  return Array.from(folded.matchAll(RUN), (found) => ({
    kind: found[1] ? "A" : found[2] ? "H" : found[3] ? "N" : "W",
    text: found[0],
    start: found.index,
  }));
}

export const proclitics = () => rules.proclitics;
export const isStopword = (run) => rules.stop.has(run);

/** The terms of a Han run: for each character the pair that it begins, the last one alone. */
export function hanTerms(run) {
  const chars = [...run];
  return chars.map((char, i) => char + (chars[i + 1] ?? ""));
}

/** The readings of a run that is not Han: [{bare, stem}], the canonical one first. */
export function readings(kind, run) {
  if (kind === "A") return arabic(run);
  if (kind === "N") {
    const number = run.replaceAll(",", "");
    return [{ bare: number, stem: number }];
  }
  const word = run.replace(/([0-9])s$/, "$1");
  if (!/^[a-z]{3,}$/.test(word)) return [{ bare: word, stem: word }];
  const single = word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
  return [{ bare: single, stem: stem(word) }];
}

/** The key by which shards are sorted; the key of a beginning is the beginning of the key. */
export function skeleton(term) {
  if (!ARABIC_START.test(term)) return term;
  if (term.length > 1 && rules.opening.includes(term[0])) term = term.slice(1);
  return term[0] + [...term.slice(1)].filter((letter) => !rules.weak.includes(letter)).join("");
}

/** A word with C for each letter of its skeleton, the weak letters as they stand. */
export function shape(term) {
  const opening = term.length > 1 && rules.opening.includes(term[0]) ? term[0] : "";
  return opening + "C" + [...term.slice(opening.length + 1)].map((letter) => (rules.weak.includes(letter) ? letter : "C")).join("");
}

/** Whether two words are singular and broken plural of one noun, as far as their letters tell. */
export function areForms(one, other) {
  const key = skeleton(one);
  return key.length >= LEAST && key === skeleton(other) && rules.shapes.has(`${shape(one)} ${shape(other)}`);
}

const reading = (bare) => ({ bare, stem: withoutSuffixes(bare) });

function arabic(word) {
  for (const [article, least] of rules.articles) {
    if (word.startsWith(article) && word.length - article.length >= least) return [reading(word.slice(article.length))];
  }
  const found = [reading(word)];
  let rest = word;
  for (let i = rules.doubling.includes(word[0]) ? 2 : 1; i > 0; i--) {
    if (!rules.proclitics.includes(rest[0]) || rest.length <= LEAST) break;
    rest = rest.slice(1);
    found.push(reading(rest));
  }
  return found;
}

function withoutSuffixes(word) {
  for (let i = 0; i < 3; i++) {
    const suffix = rules.suffixes.find((one) => word.endsWith(one) && word.length - one.length >= LEAST);
    if (!suffix) return word;
    word = word.slice(0, -suffix.length);
    if (rules.possessives.has(suffix) && word.endsWith("ت") && word.length > LEAST) word = word.slice(0, -1);
    if (rules.hamza.includes(suffix) && word.endsWith("ا")) return word;
  }
  return word;
}
