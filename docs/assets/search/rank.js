// What stands first. BM25 as lunr computes it: a term's weight in one field of one document, summed over the fields.

/** lunr's inverse document frequency; each field in which a document has the term counts. A part is as rare as the `whole`. */
export function idf(index, found) {
  let uses = 0;
  for (const row of (found.whole ?? found).counts) for (const count of row) if (count) uses++;
  return Math.log(1 + Math.abs((index.documents - uses + 0.5) / (uses + 0.5)));
}

/** Words of a query that is too short for a question. */
const FEW = 3;
/** Share of such a query, by how rare its words are, that a document must hold to stand before what is near in meaning. */
const MOST_OF_IT = 0.6;
/** What it counts beside the cosine that a document holds all words of a question; half of them count a quarter of it. */
const WORDS = 0.25;

/** Documents that hold the query, or most of a short one, and those that hold less, of what was found by words. */
export function divided({ hits, partial, clauses }) {
  if (!partial) return [hits, []];
  const short = clauses.filter(({ required }) => required).length <= FEW;
  const holds = short ? hits.filter(({ part }) => part >= MOST_OF_IT) : [];
  return [holds, hits.filter((hit) => !holds.includes(hit))];
}

/** All documents that hold it, those in other languages too. */
export const holding = (found) => [...divided(found)[0], ...found.crossed];

/** How good an answer a document is that is so near in meaning and holds such a share of the question's words. */
export const answering = (nearness, share) => nearness + WORDS * share ** 2;

/** The scores of a term: Map of document number to {score, strong}; strong: in the source itself. */
export function scores(index, found, strong) {
  const weight = idf(index, found);
  const result = new Map();
  found.docs.forEach((doc, i) => {
    let score = 0;
    let own = false;
    found.counts[i].forEach((count, field) => {
      if (!count) return;
      const length = index.lengths[field][doc] / index.average[field];
      score +=
        (index.boosts[field] * weight * ((index.k1 + 1) * count)) /
        (index.k1 * (1 - index.b + index.b * length) + count);
      own ||= strong[field];
    });
    result.set(doc, { score, strong: own });
  });
  return result;
}
