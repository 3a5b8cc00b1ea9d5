// Chinese names with one character wrong, missing, too many or swapped with the next.

import { oneSlip } from "./expand.js";
import { hanTerms } from "./tokens.js";

const LEAST = 3;
const MOST_PLACES = 3;
const MOST_SHARDS = 3;
const SURE = 3;

/**
 * The name that a run may mean where no document has all of its pairs of characters: {offset, end, entities}, or
 * null. `free` tells whether a stretch is still to be explained.
 */
export async function misspelt(index, run, lookups, free) {
  const pairs = hanTerms(run).slice(0, -1);
  if (pairs.length < LEAST - 1 || !torn(pairs, lookups)) return null;
  const unknown = pairs.map((pair) => !lookups.get(pair).docs.length);
  // A name may begin up to two characters before a pair that stands nowhere; without any it is looked for at the start.
  const near = unknown.includes(true)
    ? pairs.map((_, n) => n).filter((n) => unknown.slice(n, n + LEAST).includes(true))
    : [0];
  const places = near.filter((n) => free(n, n + 2)).slice(0, MOST_PLACES);
  const lists = await Promise.all(places.map((offset) => candidates(index, run, offset)));
  let best = null;
  for (const [n, offset] of places.entries()) {
    for (const [[part], id, certainty, form] of lists[n]) {
      const end = certainty === SURE ? stretch(run, offset, part, unknown) : 0;
      if (!end || !free(offset, end) || (best && part.length < best.part.length)) continue;
      if (!best || part.length > best.part.length) best = { part, offset, end, entities: [] };
      if (best.part === part && best.offset === offset && !best.entities.some((one) => one.id === id))
        best.entities.push({ id, form });
    }
  }
  return best;
}

/**
 * Where a stretch of a run ends that is a name with one slip in it; 0 for none. Three characters of which one differs,
 * or of which one is missing, are often another word: one of their pairs must be unknown, or they are all that stands
 * there.
 */
function stretch(run, offset, name, unknown) {
  for (const length of [name.length, name.length - 1, name.length + 1]) {
    const end = offset + length;
    if (length < LEAST || end > run.length || !oneSlip(run.slice(offset, end), name)) continue;
    if (
      length === run.length ||
      (length === name.length && length > LEAST) ||
      unknown.slice(offset, end - 1).includes(true)
    )
      return end;
  }
  return 0;
}

/** Whether no document has all of some pairs. */
function torn(pairs, lookups) {
  let common = lookups.get(pairs[0]).docs;
  for (const pair of pairs.slice(1)) {
    const here = new Set(lookups.get(pair).docs);
    common = common.filter((doc) => here.has(doc));
  }
  return !common.length;
}

/** The names that begin with the character at a place or the next one, and those whose first one is wrong or missing. */
async function candidates(index, run, offset) {
  const swapped = run[offset + 1] + run[offset];
  const behind = [run.slice(offset + 1), run.slice(offset)].filter((end) => end.length > 1);
  const [own, ...ends] = await Promise.all([
    index.range(run[offset], MOST_SHARDS),
    ...behind.map((end) => index.range(`~${end.slice(0, 2)}`, 2)),
  ]);
  const whole = ends.flatMap((shards, n) =>
    shards
      .flatMap(({ terms }) => [...terms.keys()])
      .map((term) => term.split("~"))
      .filter(([before, rest, first]) => !before && first && rest.length > 1 && behind[n].startsWith(rest))
      .map(([, rest, first]) => first + rest),
  );
  const notes = await Promise.all(
    [...new Set([swapped, ...whole].map((name) => name.slice(0, 2)))].map(
      async (pair) => (await index.term(pair)).note ?? [],
    ),
  );
  const listed = [...own.flatMap((shard) => Object.values(shard.notes)), ...notes].filter(Array.isArray).flat();
  return listed.filter(([parts]) => parts.length === 1 && parts[0].length >= LEAST);
}
