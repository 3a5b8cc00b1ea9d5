// Names that a query may be about to say: those of entities, with their type.

import { ending, vague } from "./names.js";
import { elements, parse } from "./query.js";
import { hanTerms, skeleton } from "./tokens.js";

const MOST = 5;
const MOST_SHARDS = 2;
const LAST_WORDS = 4;

/**
 * [{id, form, type, names}] of the entities whose name ends the query or begins with its end; the surest first, and
 * before them those that `corrected` words were taken for.
 */
export async function suggestions(engine, input, corrected = []) {
  const all = elements(parse(input).words).slice(-LAST_WORDS);
  const found = new Map();
  for (let i = 0; i < all.length; i++) {
    const element = all[i];
    const offsets = element.kind === "H" ? [...element.text].map((_, n) => n) : [0];
    for (const offset of offsets) {
      for (const [parts, id, certainty, form] of await beginning(engine.index, element, offset)) {
        const end = ending(parts, all, i, offset, true);
        if (!end || end[0] < all.length || (!end[2] && vague(parts, form, element.text.length))) continue;
        const better = { id, form, rank: [all.length - i, certainty, end[2] ? 1 : 0, -form.length] };
        if (!found.has(id) || compare(better, found.get(id)) < 0) found.set(id, better);
      }
    }
  }
  const meant = corrected
    .flatMap(({ ids, forms }) => ids.map((id, n) => ({ id, form: forms[n] ?? forms[0] })))
    .filter(({ id }) => !found.has(id));
  // Where a name ends the query as a whole, its last word is not the beginning of another one.
  const whole = Math.max(0, ...[...found.values()].filter(({ rank }) => rank[2]).map(({ rank }) => rank[0]));
  const likely = [...found.values()].filter(({ rank }) => rank[2] || rank[0] >= whole);
  const best = [...meant, ...likely.sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))].slice(0, MOST);
  const labels = await Promise.all(best.map(({ id }) => engine.index.term(`@${id}`)));
  return best.map(({ id, form }, n) => ({ id, form, type: labels[n].note?.type, names: labels[n].note?.names ?? {} }));
}

function compare(a, b) {
  for (let n = 0; n < a.rank.length; n++) if (a.rank[n] !== b.rank[n]) return b.rank[n] - a.rank[n];
  return 0;
}

/** The names that may begin at a place: those that stand under its terms, and those of which it is the beginning. */
async function beginning(index, element, offset) {
  const terms =
    element.kind === "H" ? [hanTerms(element.text.slice(offset))[0]] : element.readings.map(({ stem }) => stem);
  const notes = [];
  for (const term of terms) {
    const { note, shard } = await index.term(term);
    if (Array.isArray(note)) notes.push(...note);
    const word = element.kind === "H" ? element.text.slice(offset) : element.text;
    if (word.length < 2) continue;
    const shards = await index.range(skeleton(term), MOST_SHARDS);
    for (const one of shards.length ? shards : [shard]) {
      for (const other of Object.values(one.notes)) if (Array.isArray(other)) notes.push(...other);
    }
  }
  return notes;
}
