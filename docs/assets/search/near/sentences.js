// The sentences that lie nearest to a direction. Layout: build_tools/search/near/clusters.py.

import { Reader } from "../bytes.js";
import { Outlines } from "./outlines.js";

const BITS = 8;

/** A table for each byte of signs: what its eight signs add to the product with the direction. */
function tables(direction) {
  const bytes = direction.length / BITS;
  const made = new Float64Array(bytes * 256);
  for (let n = 0; n < bytes; n++) {
    for (let byte = 0; byte < 256; byte++) {
      let sum = 0;
      for (let bit = 0; bit < BITS; bit++) {
        const number = direction[n * BITS + bit];
        sum += byte & (128 >> bit) ? number : -number;
      }
      made[n * 256 + byte] = sum;
    }
  }
  return made;
}

export class Sentences {
  /** `read(path)` gives the bytes of a file of the index. */
  constructor(read) {
    this.read = read;
    this.kept = new Map();
  }

  async open() {
    const bytes = await this.read("near.bin");
    const reader = new Reader(bytes);
    Object.assign(this, reader.json());
    this.outlines = this.axes ? new Outlines(reader, this) : null;
    this.middle = new Float32Array(bytes.slice(reader.at).buffer);
    return this;
  }

  /**
   * The sentences of the nearest files, as many as a question reads or those of one: [{doc, paragraph, start, length, score,
   * around}], the best first. A score is about the cosine, 0 for what has nothing in common; `around` is the mean score of what
   * stands around the sentence, with it: of its stretch.
   */
  async nearest(whole) {
    const direction = this.without(whole);
    const nearness = this.outlines?.nearness(direction) ?? [0];
    const order = [...nearness.keys()].sort((a, b) => nearness[b] - nearness[a] || a - b);
    let sum = 0;
    const chosen = order.filter((n, place) => (sum += this.weights[n]) <= this.most || !place);
    const table = tables(direction);
    const found = await Promise.all(chosen.map(async (n) => this.scored(await this.file(n), table, direction.length)));
    return found.flat().sort((a, b) => b.score - a.score || a.doc - b.doc || a.start - b.start);
  }

  /** The direction without what all sentences have in common, at length 1. */
  without(direction) {
    const made = direction.map((number, n) => number - this.middle[n]);
    const length = Math.sqrt(made.reduce((sum, number) => sum + number * number, 0)) || 1;
    return made.map((number) => number / length);
  }

  scored({ rows, vectors, stretches, signs }, table, size) {
    const bytes = size / BITS;
    // The signs of a direction that is drawn by chance have this product with it.
    const whole = Math.sqrt((2 / Math.PI) * size);
    const scores = new Float64Array(signs.length / bytes);
    for (let n = 0; n < scores.length; n++) {
      for (let byte = 0; byte < bytes; byte++) scores[n] += table[byte * 256 + signs[n * bytes + byte]] / whole;
    }
    let at = 0;
    return stretches.flatMap((count) => {
      const own = rows.slice(at, at + count).map((row, n) => ({ ...row, score: scores[vectors[at + n]] }));
      at += count;
      const around = own.reduce((sum, { score }) => sum + score, 0) / count;
      return own.map((row) => ({ ...row, around }));
    });
  }

  file(n) {
    let kept = this.kept.get(n);
    if (!kept) {
      kept = this.read(`n/${n}.bin`).then(decoded);
      this.kept.set(n, kept);
      kept.catch(() => this.kept.delete(n));
    }
    return kept;
  }
}

/** The sentences of a file, where they stand; for each the number of its vector; how many each stretch has, and all signs. */
function decoded(bytes) {
  const reader = new Reader(bytes);
  const stretches = Array.from({ length: reader.number() }, () => reader.number());
  const count = stretches.reduce((sum, one) => sum + one, 0);
  const column = () => Array.from({ length: count }, () => reader.number());
  const [documents, paragraphs, starts, lengths, back] = [column(), column(), column(), column(), column()];
  const rows = [];
  let [doc, paragraph, end] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    if (documents[n]) paragraph = 0;
    if (documents[n] || paragraphs[n]) end = 0;
    doc += documents[n];
    paragraph += paragraphs[n];
    const start = end + starts[n];
    end = start + lengths[n];
    rows.push({ doc, paragraph, start, length: lengths[n] });
  }
  let fresh = 0;
  const vectors = back.map((steps) => (steps ? fresh - steps : fresh++));
  return { rows, vectors, stretches, signs: bytes.subarray(reader.at) };
}
