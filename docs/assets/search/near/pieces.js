// A normalized text cut into the pieces that are likeliest together (Kudo, "Subword Regularization", 2018).

import { Reader } from "../bytes.js";

const utf8 = new TextEncoder();

/** A difference as build_tools/search/near/pieces.py wrote it. */
const signed = (number) => (number % 2 ? -(number + 1) / 2 : number / 2);

/** More bytes than any piece has. */
const LONGEST = 1024;
/** Of so many pieces the first is known in full, and the others are read from it on. */
const STEP = 16;

/** The pieces of one script; what `get(text)` gives is [place, score], or nothing. */
export function pieces(bytes) {
  // They stay the bytes that they came as: tens of thousands of strings are much for a telephone.
  const reader = new Reader(bytes);
  const count = reader.number();
  const firsts = [];
  const word = new Uint8Array(LONGEST);
  for (let n = 0; n < count; n++) {
    const length = next(reader, word);
    if (n % STEP === 0) firsts.push({ word: word.slice(0, length), at: reader.at });
  }
  const places = sums(reader, count);
  const scores = new Float32Array(sums(reader, count).buffer);
  return {
    get(text) {
      const wanted = utf8.encode(text);
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (order(firsts[middle].word, firsts[middle].word.length, wanted) <= 0) low = middle + 1;
        else high = middle;
      }
      if (!low) return undefined;
      const first = firsts[low - 1];
      word.set(first.word);
      const from = new Reader(bytes, first.at);
      const end = Math.min(low * STEP, count);
      let length = first.word.length;
      for (let n = (low - 1) * STEP; ; length = next(from, word)) {
        const side = order(word, length, wanted);
        if (side === 0) return [places[n], scores[places[n]]];
        if (side > 0 || ++n === end) return undefined;
      }
    },
  };
}

/** Puts the next word in place of the one before it; gives its length. */
function next(reader, word) {
  const shared = reader.number();
  const rest = reader.slice(reader.number());
  word.set(rest, shared);
  return shared + rest.length;
}

/** Below 0, 0 or above: whether the first bytes of a word stand before others, are the same or stand behind. */
function order(word, length, other) {
  const both = Math.min(length, other.length);
  for (let n = 0; n < both; n++) if (word[n] !== other[n]) return word[n] - other[n];
  return length - other.length;
}

/** Numbers that were written as differences. */
function sums(reader, count) {
  const made = new Uint32Array(count);
  for (let n = 0, sum = 0; n < count; n++) made[n] = sum += signed(reader.number());
  return made;
}

/**
 * The rows of a text's pieces. `find(piece)` gives [row, score] or nothing; a character that no piece holds is `unknown`,
 * a pair like them.
 */
export function segmented(text, find, unknown, longest) {
  const chars = Array.from(text);
  if (!chars.length) return [unknown[0]];
  const best = [0, ...chars.map(() => Number.NEGATIVE_INFINITY)];
  const from = [];
  const rows = [];
  for (let start = 0; start < chars.length; start++) {
    let piece = "";
    let single = false;
    for (let end = start + 1; end <= Math.min(start + longest, chars.length); end++) {
      piece += chars[end - 1];
      const found = find(piece);
      if (!found) continue;
      single ||= end === start + 1;
      offer(end, start, found);
    }
    if (!single) offer(start + 1, start, unknown);
  }
  function offer(end, start, [row, score]) {
    if (best[start] + score <= best[end]) return;
    best[end] = best[start] + score;
    from[end] = start;
    rows[end] = row;
  }
  const made = [];
  for (let end = chars.length; end > 0; end = from[end]) made.push(rows[end]);
  return made.reverse();
}
