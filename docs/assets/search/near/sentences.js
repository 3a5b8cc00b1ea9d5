// The sentences that lie nearest to a direction. Layout: build_tools/search/near/clusters.py.

import { Reader } from "../bytes.js";

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
    const end = reader.at + (this.clusters.length * this.size) / 2;
    this.centres = new Int8Array(2 * (end - reader.at));
    for (let at = reader.at, n = 0; at < end; at++) {
      this.centres[n++] = (bytes[at] & 15) - 8;
      this.centres[n++] = (bytes[at] >> 4) - 8;
    }
    this.middle = new Float32Array(bytes.slice(end).buffer);
    return this;
  }

  /**
   * The sentences of the nearest clusters, as many as a question reads or those of one: [{doc, paragraph, start, length, score}], the
   * best first. A score is about the cosine, 0 for what has nothing in common.
   */
  async nearest(whole) {
    const direction = this.without(whole);
    const size = direction.length;
    const order = this.weights
      .map((weight, n) => ({ n, weight, score: this.product(direction, n * size, size) }))
      .sort((a, b) => b.score - a.score);
    let sum = 0;
    const chosen = order.filter(({ weight }, place) => (sum += weight) <= this.most || !place);
    const table = tables(direction);
    const found = await Promise.all(chosen.map(async ({ n }) => this.scored(await this.cluster(n), table, size)));
    return found.flat().sort((a, b) => b.score - a.score || a.doc - b.doc || a.start - b.start);
  }

  /** The direction without what all sentences have in common, at length 1. */
  without(direction) {
    const made = direction.map((number, n) => number - this.middle[n]);
    const length = Math.sqrt(made.reduce((sum, number) => sum + number * number, 0)) || 1;
    return made.map((number) => number / length);
  }

  /** The cosine of a direction and a cluster's centre. */
  product(direction, at, size) {
    let sum = 0;
    let square = 0;
    for (let n = 0; n < size; n++) {
      sum += direction[n] * this.centres[at + n];
      square += this.centres[at + n] ** 2;
    }
    return sum / Math.sqrt(square);
  }

  scored({ rows, signs }, table, size) {
    const bytes = size / BITS;
    // The signs of a direction that is drawn by chance have this product with it.
    const whole = Math.sqrt((2 / Math.PI) * size);
    return rows.flatMap((own, n) => {
      let sum = 0;
      for (let byte = 0; byte < bytes; byte++) sum += table[byte * 256 + signs[n * bytes + byte]];
      return own.map((row) => ({ ...row, score: sum / whole }));
    });
  }

  cluster(n) {
    let kept = this.kept.get(n);
    if (!kept) {
      kept = this.read(`n/${n}.bin`).then((bytes) => this.decoded(bytes, this.clusters[n]));
      this.kept.set(n, kept);
      kept.catch(() => this.kept.delete(n));
    }
    return kept;
  }

  decoded(bytes, count) {
    const reader = new Reader(bytes);
    const numbers = (length) => Array.from({ length }, () => reader.number());
    const counts = numbers(count);
    const every = counts.reduce((sum, one) => sum + one, 0);
    const [steps, paragraphs, starts, lengths] = [numbers(every), numbers(every), numbers(every), numbers(every)];
    let n = 0;
    const rows = counts.map((own) => {
      let doc = 0;
      return Array.from({ length: own }, () => {
        doc += steps[n];
        return { doc, paragraph: paragraphs[n], start: starts[n], length: lengths[n++] };
      });
    });
    return { rows, signs: bytes.subarray(reader.at) };
  }
}
