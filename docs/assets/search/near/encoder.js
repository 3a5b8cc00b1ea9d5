// The encoder of sentences. What it needs is read when a query needs it: the network once, the pieces of a script when
// there is a letter of it, the rows of the table when there are such pieces. Layout: build_tools/search/near/.

import { Reader } from "../bytes.js";
import { asking } from "./asking.js";
import { arrays, encoded } from "./network.js";
import { Normal } from "./normal.js";
import { pieces, segmented } from "./pieces.js";

export class Encoder {
  /** `read(path)` gives the bytes of a file of the encoder. */
  constructor(read) {
    this.read = read;
    this.kept = new Map();
  }

  /** Reads what every query needs. */
  async open() {
    const [start, network] = await Promise.all([this.read("start.bin"), this.read("network.bin")]);
    const reader = new Reader(start);
    Object.assign(this, reader.json());
    this.begin = [0];
    for (let left = reader.number(); left > 0; left--) this.begin.push(this.begin.at(-1) + reader.number());
    const units = reader.slice(reader.number());
    this.normal = new Normal(new Uint32Array(units.slice().buffer), reader.slice(reader.number()));
    this.asking = asking(reader);
    this.weights = arrays(network, this.arrays);
    this.first = this.pieces.map((_, n) => this.pieces.slice(0, n).reduce((sum, count) => sum + count, 0));
    return this;
  }

  /** The direction of a text: 512 numbers. */
  async encode(text) {
    const rows = await this.rows(await this.segmented(text));
    return encoded(rows, this.weights, this);
  }

  /** The numbers of the rows of a text's pieces. */
  async segmented(text) {
    const [unknown, begin, end] = this.controls;
    const normal = this.normal.of(text);
    const scripts = [...new Set([0, ...Array.from(normal, (char) => this.script(char))])];
    const tables = await Promise.all(scripts.map((script) => this.table(script)));
    const find = (piece) => {
      for (const [n, table] of tables.entries()) {
        const found = table.get(piece);
        if (found) return [this.first[scripts[n]] + found[0], found[1]];
      }
      return null;
    };
    return [begin, ...segmented(normal, find, [unknown, this.unknown], this.longest), end];
  }

  script(char) {
    const code = char.codePointAt(0);
    const own = [1, 2, 3, 0].find((n) => this.scripts[n].some(([low, high]) => code >= low && code <= high));
    return own ?? this.scripts.length - 1;
  }

  table(script) {
    return this.once(`p/${script}.bin`, pieces);
  }

  /** The rows with these numbers, as floats. */
  async rows(numbers) {
    return Promise.all(
      numbers.map(async (number) => {
        const file = this.file(number);
        const bytes = await this.once(`r/${file}.bin`, (read) => read);
        const at = number - this.begin[file];
        const count = this.begin[file + 1] - this.begin[file];
        const size = bytes.length / count - 1;
        const table = bytes[at];
        const row = bytes.subarray(count + at * size, count + (at + 1) * size);
        return Float64Array.from(row, (step) => step * this.scale[table] + this.low[table]);
      }),
    );
  }

  /** The file that holds a row. */
  file(number) {
    let low = 0;
    let high = this.begin.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.begin[middle] <= number) low = middle;
      else high = middle;
    }
    return low;
  }

  once(path, decode) {
    let kept = this.kept.get(path);
    if (!kept) {
      kept = this.read(path).then(decode);
      this.kept.set(path, kept);
      kept.catch(() => this.kept.delete(path));
    }
    return kept;
  }
}
