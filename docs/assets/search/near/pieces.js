// A normalized text cut into the pieces that are likeliest together (Kudo, "Subword Regularization", 2018).

import { Reader } from "../bytes.js";

const utf8 = new TextDecoder();

/** A difference as build_tools/search/near/pieces.py wrote it. */
const signed = (number) => (number % 2 ? -(number + 1) / 2 : number / 2);

/** More bytes than any piece has. */
const LONGEST = 1024;

/** The pieces of one script; what `get(text)` gives is [place, score], or nothing. */
export function pieces(bytes) {
  const reader = new Reader(bytes);
  const count = reader.number();
  const texts = new Array(count);
  // One after the other in the same bytes: tens of thousands of small arrays are much for a telephone.
  const word = new Uint8Array(LONGEST);
  for (let n = 0; n < count; n++) {
    const shared = reader.number();
    const rest = reader.slice(reader.number());
    word.set(rest, shared);
    texts[n] = utf8.decode(word.subarray(0, shared + rest.length));
  }
  const places = sums(reader, count);
  const scores = new Float32Array(Uint32Array.from(sums(reader, count)).buffer);
  const known = new Map(texts.map((text, n) => [text, places[n]]));
  return {
    get(text) {
      const place = known.get(text);
      return place === undefined ? undefined : [place, scores[place]];
    },
  };
}

function sums(reader, count) {
  const made = new Array(count);
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
