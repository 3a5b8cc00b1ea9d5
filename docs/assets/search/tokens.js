// From folded text to index terms; twin of build_tools/search/tokens.py, both obey tests/vectors.

import { stem } from "./porter.js";

const ARABIC =
  "\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff\\u0750-\\u077f";
const HAN = "\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const OTHER = `(?:(?![${ARABIC}${HAN}])[\\p{L}\\p{N}])`;
const RUN = new RegExp(
  `([${ARABIC}]+)|([${HAN}]+)|((?:[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)(?!${OTHER}))|(${OTHER}+)`,
  "gu",
);
const ARABIC_START = new RegExp(`^[${ARABIC}]`, "u");
const LEAST = 3;
const SETS = ["stop", "possessives", "careful", "shapes", "hollow", "unlike"];
let rules = {
  articles: [],
  suffixes: [],
  behind: {},
  hamza: [],
  proclitics: "",
  doubling: "",
  sound: [],
  participle: "",
  masculine: [],
  alike: "",
  weak: "",
  opening: "",
  ...Object.fromEntries(SETS.map((name) => [name, new Set()])),
};

/** Takes the rules that the index carries. */
export function setRules(data) {
  rules = { ...data, ...Object.fromEntries(SETS.map((name) => [name, new Set(data[name])])) };
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
  return (
    opening +
    "C" +
    [...term.slice(opening.length + 1)].map((letter) => (rules.weak.includes(letter) ? letter : "C")).join("")
  );
}

/** Whether two stems are forms of one noun, as far as their letters tell; `feminine`: the first had that ending. */
export function areForms(one, other, feminine = false) {
  const key = skeleton(one);
  if (key.length < LEAST - 1 || key !== skeleton(other)) return false;
  const pair = `${shape(one)} ${shape(other)}`;
  if (feminine && rules.unlike.has(pair)) return false;
  return (key.length >= LEAST ? rules.shapes : rules.hollow).has(pair);
}

/** Whether a folded word has the feminine ending. */
export const isFeminine = (word) => word.endsWith("ه") || word.endsWith("ات");

/** Whether a word is a plural whose noun has no broken one. */
export const isSoundPlural = (word) =>
  rules.sound.some((ending) => word.endsWith(ending) && word.length - ending.length >= LEAST);

/** The term of the feminine beside the stem of a masculine that it may be another word than; null for other words. */
export function feminineBeside(word, stem) {
  const masculine = word.endsWith(stem) || isPlural(word, stem);
  return masculine && stem.length > LEAST && rules.participle.includes(stem[0]) ? `${stem}ه` : null;
}

/** Whether a word is its stem in the plural that people alone have. */
export const isPlural = (word, stem) => rules.masculine.some((ending) => word.endsWith(stem + ending));

/** Whether two last letters of a name are written for one another. */
export const endAlike = (a, b) => a === b || (rules.alike.includes(a) && rules.alike.includes(b));

const reading = (bare) => ({ bare, stem: withoutSuffixes(bare) });

function arabic(word) {
  for (const [article, least] of rules.articles) {
    if (word.startsWith(article) && word.length - article.length >= least)
      return withShort([reading(word.slice(article.length))]);
  }
  const found = [reading(word)];
  let rest = word;
  for (let i = rules.doubling.includes(word[0]) ? 2 : 1; i > 0; i--) {
    if (!rules.proclitics.includes(rest[0]) || rest.length <= LEAST) break;
    rest = rest.slice(1);
    found.push(reading(rest));
  }
  return withShort(found);
}

/** Beside the readings those of nouns of two letters and ة, of which no stem is left: خطتها, خطط, لغات. */
function withShort(found) {
  const short = found.filter(({ bare, stem }) => {
    if (stem.length === 4) return stem.endsWith("ات");
    return stem.length === 3 && ((stem[2] === "ت" && stem !== bare) || stem[1] === stem[2]);
  });
  return [...found, ...short.map(({ bare, stem }) => ({ bare, stem: stem.slice(0, 2) + "ه" }))];
}

function withoutSuffixes(word) {
  for (let i = 0; i < 3; i++) {
    const suffix = rules.suffixes.find(
      (one) =>
        word.endsWith(one) &&
        word.length - one.length >= LEAST + rules.careful.has(one) &&
        !rules.behind[one]?.includes(word.at(-one.length - 1)),
    );
    if (!suffix) return word;
    word = word.slice(0, -suffix.length);
    if (rules.possessives.has(suffix) && word.endsWith("ت") && word.length > LEAST) word = word.slice(0, -1);
    if (rules.hamza.includes(suffix) && word.endsWith("ا")) return word;
  }
  return word;
}
