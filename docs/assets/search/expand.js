// Words that the index does not have: words that begin so, or that one slip of the pen makes of them.

import { vague } from "./names.js";
import { endAlike, proclitics, readings, skeleton } from "./tokens.js";

const MOST_SHARDS = 4;
const MOST_TERMS = 40;
const LEAST_FOR_SLIP = 5;
const LEAST_END = 3;
const SURE = 3;
const PROBES = { A: ["د"], W: ["a", "b"] };

/** Whether one letter more, less, other, or two swapped turn one word into the other. */
export function oneSlip(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (word, from) => word.slice(from);
  if (a.length === b.length) {
    return (
      rest(a, i + 1) === rest(b, i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2))
    );
  }
  return a.length > b.length ? rest(a, i + 1) === rest(b, i) : rest(a, i) === rest(b, i + 1);
}

/** Whether a word is a name with one slip in it. Other endings make other words: a slip stands before them. */
export function misspells(word, name) {
  if (Math.min(word.length, name.length) < LEAST_FOR_SLIP || word[0] !== name[0]) return false;
  const [a, b] = [word.at(-1), name.at(-1)];
  return endAlike(a, b) && (word.slice(0, -1) === name.slice(0, -1) ? a !== b : a === b && oneSlip(word, name));
}

/** Terms and names of the shards that fit a word of which so many letters were `typed`. */
function matching(shards, fits, typed) {
  const terms = [];
  const names = [];
  for (const shard of shards) {
    for (const [term, found] of shard.terms) {
      if (!"@#=~<".includes(term[0]) && fits(term) && found.docs.length) terms.push({ term, found });
    }
    for (const note of Object.values(shard.notes)) {
      if (Array.isArray(note))
        names.push(
          ...note.filter(([parts, , , form]) => parts.length === 1 && fits(parts[0]) && !vague(parts, form, typed)),
        );
    }
  }
  terms.sort((a, b) => b.found.docs.length - a.found.docs.length || (a.term < b.term ? -1 : 1));
  return { terms: terms.slice(0, MOST_TERMS), names };
}

/** A word that the archive has only once, and there with a proclitic: its stem is the whole of it. */
async function withProclitics(index, element) {
  if (element.kind !== "A") return [];
  const words = [...new Set([element.text, element.readings[0].bare])];
  const terms = [
    ...new Set(words.flatMap((word) => [...proclitics()].map((letter) => readings("A", letter + word)[0].stem))),
  ];
  const found = await Promise.all(terms.map((term) => index.term(term)));
  return terms.map((term, n) => ({ term, found: found[n] })).filter((one) => one.found.docs.length);
}

/** {terms: [{term, found}], names: [record], slip} in place of an element that nothing matches. */
export async function expand(index, element) {
  const joined = await withProclitics(index, element);
  if (joined.length) return { terms: joined, names: [], slip: false };
  const words = [...new Set(element.readings.flatMap((reading) => [reading.bare, reading.stem]))];
  const starts = words.filter((word) => word.length > 1);
  for (const start of starts) {
    const shards = await index.range(skeleton(start), MOST_SHARDS);
    const found = matching(shards, (term) => term.startsWith(start), start.length);
    if (found.terms.length || found.names.length) return { ...found, slip: false };
  }
  const ended = element.kind === "W" ? await withEnd(index, element.readings[0].bare) : null;
  if (ended) return { ...ended, slip: false };
  for (const word of words.filter((one) => one.length >= LEAST_FOR_SLIP && !/^[0-9.]+$/.test(one))) {
    // The range of keys, not the cut of the shards, says where to look: the shortest beginning that few shards hold.
    const key = skeleton(word);
    for (let letters = 1; letters <= key.length - 1; letters++) {
      const shards = await index.range(key.slice(0, letters), MOST_SHARDS);
      if (!shards.length) continue;
      const found = matching(shards, (term) => oneSlip(term, word), word.length);
      if (found.terms.length || found.names.length) return { ...found, slip: true };
      break;
    }
  }
  return firstLetter(index, element);
}

/** Names, and words made of parts, that end so; null for none: build_tools/search/word_ends.py. */
async function withEnd(index, end) {
  if (end.length < LEAST_END || !/^[a-z]+$/.test(end)) return null;
  const turned = (word) => [...word].reverse().join("");
  const before = `<${turned(end)}`;
  const shards = await index.range(before, MOST_SHARDS);
  const whole = shards
    .flatMap(({ terms }) => [...terms.keys()])
    .filter((term) => term.startsWith(before))
    .map((term) => turned(term.slice(1)))
    // One letter less is a slip.
    .filter((word) => word.length > end.length + 1)
    .slice(0, MOST_TERMS);
  const stems = whole.map((word) => readings("W", word)[0].stem);
  const found = await Promise.all(stems.map((stem) => index.term(stem)));
  const names = found.flatMap(({ note }, n) =>
    (Array.isArray(note) ? note : []).filter(([parts]) => parts.length === 1 && parts[0] === whole[n]),
  );
  const terms = stems.map((term, n) => ({ term, found: found[n] })).filter((one) => one.found.docs.length);
  return terms.length || names.length ? { terms, names } : null;
}

/**
 * A slip in the first letter leads elsewhere in the index. One letter too many and two that changed places are looked
 * up as they must have been meant; a letter that is missing or wrong under what follows it.
 */
async function firstLetter(index, { kind, text, readings: [{ bare }] }) {
  if (kind === "N") return { terms: [], names: [], slip: false };
  const stem = (word) => readings(kind, word)[0].stem;
  const long = (word) => word.length >= LEAST_FOR_SLIP;
  const stems = new Set([text.slice(1), text[1] + text[0] + text.slice(2)].filter(long).map(stem));
  // A stem may hang on whether the letter in front is a vowel: ends are taken behind one of each.
  const ends = [bare.slice(1), bare]
    .flatMap((rest) => PROBES[kind].map((letter) => letter + rest))
    .filter(long)
    .map((word) => stem(word).slice(1));
  const lists = await Promise.all([...new Set(ends)].map((end) => openings(index, end)));
  for (const one of lists.flat()) stems.add(one);
  const found = await Promise.all([...stems].map((one) => index.term(one)));
  const terms = [...stems].map((term, n) => ({ term, found: found[n] })).filter((one) => one.found.docs.length);
  const names = found.flatMap(({ note }) =>
    (Array.isArray(note) ? note : []).filter(
      ([parts, , certainty]) => certainty === SURE && parts.length === 1 && oneSlip(parts[0], bare),
    ),
  );
  return { terms, names, slip: true };
}

/** The words of the index that are `end` after their first letter: build_tools/search/first_letters.py. */
async function openings(index, end) {
  const before = `~${end}~`;
  const shards = await index.range(before, MOST_SHARDS);
  return shards.flatMap(({ terms }) =>
    [...terms.keys()].filter((term) => term.startsWith(before)).map((term) => term.slice(before.length) + end),
  );
}
