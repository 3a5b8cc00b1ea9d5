// What was typed, taken apart: "phrases", -excluded words, filters such as lang:ar, and the rest.

import { fold } from "./fold.js";
import { isStopword, readings, runs } from "./tokens.js";

const MOST_LETTERS = 400;
const QUOTES = '"“”„«»「」『』＂';
const PHRASE = new RegExp(`(^|[\\s(])([-−–]?)[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)`, "gu");
const FILTER = /(^|\s)(lang|year|month|publisher|verdict|type|entity|tag|collection):([^\s:]+)/gu;
const EXCLUDED = /(^|\s)[-−]([^\s\d-][^\s]*)/gu;
const NAMES = {
  lang: "languages",
  year: "years",
  month: "months",
  publisher: "publishers",
  verdict: "verdicts",
  type: "types",
  entity: "entities",
  tag: "tags",
  collection: "collections",
};

/** {words, excluded: [text], phrases: [{text, excluded}], filters: {languages, years, months, publishers, verdicts, types, entities, tags, collections}}. */
export function parse(input) {
  const phrases = [];
  const excluded = [];
  const filters = Object.fromEntries(Object.values(NAMES).map((name) => [name, []]));
  const words = [...input.normalize("NFC")]
    .slice(0, MOST_LETTERS)
    .join("")
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(PHRASE, (_, before, minus, text) => {
      if (text.trim()) phrases.push({ text, excluded: minus !== "" });
      return before + " ";
    })
    .replace(FILTER, (_, before, name, value) => {
      filters[NAMES[name]].push(value);
      return before + " ";
    })
    .replace(EXCLUDED, (_, before, word) => {
      excluded.push(word);
      return before + " ";
    });
  return { words, excluded, phrases, filters };
}

/** What can be looked up by meaning: the words of a query; none where it says what only the search by words understands. */
export function asked(input) {
  const { words, phrases } = parse(input);
  const text = words.replace(/\s+/g, " ").trim();
  return phrases.length || !/\p{L}/u.test(text) ? "" : text;
}

/** The words of a text: runs with their readings, `from` and `to` in the text itself. */
export function elements(text) {
  const folded = fold(text);
  return runs(folded.text).map(({ kind, text: run, start }) => ({
    kind,
    text: run,
    start,
    from: folded.starts[start],
    to: folded.ends[start + run.length - 1],
    stop: kind !== "H" && isStopword(run),
    readings: kind === "H" ? [] : readings(kind, run),
  }));
}

/** Whether a paragraph says a phrase word for word; a proclitic may stand before its first word. */
export function says(paragraph, phrase, proclitics) {
  const fits = (have, want, first, last) => {
    if (have.kind !== want.kind) return false;
    if (have.text === want.text) return true;
    if (want.kind === "H") {
      if (first && last) return have.text.includes(want.text);
      return (first && have.text.endsWith(want.text)) || (last && have.text.startsWith(want.text));
    }
    const extra = have.text.length - want.text.length;
    return (
      first &&
      want.kind === "A" &&
      extra > 0 &&
      extra < 3 &&
      have.text.endsWith(want.text) &&
      [...have.text.slice(0, extra)].every((letter) => proclitics.includes(letter))
    );
  };
  for (let at = 0; at + phrase.length <= paragraph.length; at++) {
    if (phrase.every((want, i) => fits(paragraph[at + i], want, i === 0, i === phrase.length - 1))) {
      return [paragraph[at].from, paragraph[at + phrase.length - 1].to];
    }
  }
  return null;
}
