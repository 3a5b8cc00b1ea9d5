// Where a quotation may be cut: never within a name, a figure with the words that bound it, or a word. The rules are
// those of build_tools/render/wording/cuts.py; Chinese words are those of the browser.

/** A piece without any place to cut that is longer, and holds neither name nor figure, is cut all the same. */
const LONGEST = 80;
/** Words, or Han characters, before a figure that may say "more than" of it, and how long they are at most. */
const BOUNDING = 3;
const BOUNDING_HAN = 4;
const FARTHEST = 30;

const HAN = "\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const IS_HAN = new RegExp(`[${HAN}]`, "u");
const HAN_RUN = new RegExp(`[${HAN}]+`, "gu");
const NUMBER = /\d[\d.,٫٬'’ ]*(?:\s?[%‰٪％万亿千百十余多])*|[$€£¥￥]\s?(?=\d)/gu;
const CLOSING = new Set("、。，；：！？）》」』”…");
const OPENING = new Set("（《「『“");
const HAN_BEFORE = new RegExp(`[${HAN}]{1,${BOUNDING_HAN}}\\s*$`, "u");
const WORDS_BEFORE = new RegExp(`(?:[^\\s${HAN}]+\\s+){0,${BOUNDING}}[^\\s${HAN}]*$`, "u");

/** The names and figures of a paragraph, [[start, end], …], each figure with the words that may bound it. */
export function kept({ text, entities = [], figures = [] }) {
  const names = entities.map(({ start, end }) => [start, end]);
  return [...names, ...figures.map(({ start, end }) => [bounded(text, start), end])];
}

function bounded(text, at) {
  const before = text.slice(Math.max(0, at - FARTHEST), at);
  return at - (HAN_BEFORE.exec(before) ?? WORDS_BEFORE.exec(before))[0].length;
}

/** The offsets at which a text may be cut, rising, its beginning and end among them; `spans` are kept whole. */
export function places(text, spans = []) {
  const numbers = [...text.matchAll(NUMBER)].map((found) => [found.index, found.index + found[0].length]);
  const firm = merged([...spans, ...numbers]);
  let next = 0;
  const within = (at) => {
    while (next < firm.length && firm[next][1] <= at) next++;
    return next < firm.length && firm[next][0] < at;
  };
  const rising = (offsets) => [...new Set(offsets)].sort((a, b) => a - b);
  const free = rising([0, ...breaks(text), text.length]).filter((at) => at === text.length || !within(at));
  next = 0;
  const more = [];
  for (let n = 1; n < free.length; n++) {
    for (let at = free[n - 1] + LONGEST; at < free[n]; at += LONGEST) {
      const here = /[\udc00-\udfff]/.test(text[at]) ? at - 1 : at;
      if (!within(here)) more.push(here);
    }
  }
  return more.length ? rising([...free, ...more]) : free;
}

function* breaks(text) {
  let at = 0;
  let last = " ";
  for (const char of text) {
    const space = /\s/.test(char);
    const apart = CLOSING.has(last) || OPENING.has(char) || IS_HAN.test(last) !== IS_HAN.test(char);
    if (!space && (/\s/.test(last) || apart)) yield at;
    at += char.length;
    last = char;
  }
  if (/\s/.test(last)) yield at;
  for (const { index, 0: run } of text.matchAll(HAN_RUN)) for (const end of ends(run)) yield index + end;
}

let segmenter;

/** Where the words of a run of Han characters end; where the browser knows none, only the run does. */
function ends(run) {
  if (!Intl.Segmenter) return [run.length];
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(run)].map(({ index, segment }) => index + segment.length);
}

function merged(spans) {
  const made = [];
  for (const [start, end] of spans.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = made.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else made.push([start, end]);
  }
  return made;
}

/** The last place to cut at `at` or before it. */
export const before = (free, at) => free.findLast((place) => place <= at) ?? 0;

/** The first place to cut at `at` or behind it. */
export const behind = (free, at) => free.find((place) => place >= at) ?? free.at(-1);

/** The beginning of a text, at most `length` units of it, unless its first word is longer. */
export function opening(text, length, spans) {
  if (text.length <= length) return text;
  const free = places(text, spans);
  return `${text.slice(0, before(free, length) || free[1]).trimEnd()} …`;
}
