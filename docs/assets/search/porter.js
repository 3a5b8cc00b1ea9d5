// Porter's stemmer (Program 14(3), 1980) with the step 1c of lunr.js; twin of build_tools/search/porter.py.

const C = "[^aeiou][^aeiouy]*";
const V = "[aeiouy][aeiou]*";
const more = new RegExp(`^(?:${C})?${V}${C}`);
const once = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`);
const twice = new RegExp(`^(?:${C})?${V}${C}${V}${C}`);
const vowel = new RegExp(`^(?:${C})?[aeiouy]`);
const short = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
const double = /([^aeioulsz])\1$/;

const pairs = (text) => text.split(" ").map((pair) => pair.split(":"));
const STEP_2 = pairs(
  "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize " +
    "ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log",
);
const STEP_3 = pairs("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:");
const STEP_4 = pairs("al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize");

const longest = (word, table) =>
  table.reduce((best, row) => (word.endsWith(row[0]) && !(best?.[0].length >= row[0].length) ? row : best), null);

function past(word) {
  if (word.endsWith("eed")) return more.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const ending = ["ed", "ing"].find((one) => word.endsWith(one));
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  if (!vowel.test(base)) return word;
  if (/(at|bl|iz)$/.test(base) || short.test(base)) return base + "e";
  return double.test(base) ? base.slice(0, -1) : base;
}

function replaced(word, table) {
  const row = longest(word, table);
  if (!row) return word;
  const base = word.slice(0, -row[0].length);
  return more.test(base) ? base + row[1] : word;
}

/** The stem of a lower-case word of at least three letters a to z. */
export function stem(word) {
  const initialY = word[0] === "y";
  if (initialY) word = "Y" + word.slice(1);
  if (/(sses|ies)$/.test(word)) word = word.slice(0, -2);
  else if (/s$/.test(word) && !/ss$/.test(word)) word = word.slice(0, -1);
  word = past(word);
  if (/.[^aeiou]y$/.test(word)) word = word.slice(0, -1) + "i";
  word = replaced(replaced(word, STEP_2), STEP_3);
  const last = longest(word, STEP_4);
  if (last) {
    const base = word.slice(0, /^[st]ion$/.test(last[0]) ? -3 : -last[0].length);
    if (twice.test(base)) word = base;
  }
  if (word.endsWith("e")) {
    const base = word.slice(0, -1);
    if (twice.test(base) || (once.test(base) && !short.test(base))) word = base;
  }
  if (word.endsWith("ll") && twice.test(word)) word = word.slice(0, -1);
  return initialY ? "y" + word.slice(1) : word;
}
