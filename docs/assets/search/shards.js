// The index: which file a term stands in, and what stands there. Layout: build_tools/search/shards.py.

import { Reader } from "./bytes.js";
import { addHan } from "./fold.js";
import { setRules, skeleton } from "./tokens.js";

const utf8 = new TextDecoder();
const TEXT = 1;
const NONE = { docs: [], counts: [] };

/** One term's documents, rising, and per document the frequencies by field; read when they are asked for. */
class Postings {
  /** Of `count` documents, which stand where the reader is; it is moved behind them. */
  constructor(reader, count, fields) {
    Object.assign(this, { bytes: reader.bytes, at: reader.at, count, fields, read: null });
    reader.skip(count);
    for (let i = 0; i < count; i++) {
      const lead = reader.bytes[reader.at++];
      if (lead === 127) reader.skip(1);
      else if (lead > 127) for (let bits = lead - 128; bits; bits &= bits - 1) reader.skip(1);
    }
  }

  get docs() {
    return (this.read ??= this.decoded()).docs;
  }

  get counts() {
    return (this.read ??= this.decoded()).counts;
  }

  decoded() {
    const reader = new Reader(this.bytes, this.at);
    const docs = new Array(this.count);
    const counts = new Array(this.count);
    for (let i = 0, doc = 0; i < this.count; i++) docs[i] = doc += reader.number();
    for (let i = 0; i < this.count; i++) {
      const lead = this.bytes[reader.at++];
      const row = (counts[i] = new Array(this.fields).fill(0));
      if (lead < 127) row[TEXT] = lead;
      else if (lead === 127) row[TEXT] = reader.number();
      else
        for (let field = 0; field < this.fields; field++) if ((lead - 128) & (1 << field)) row[field] = reader.number();
    }
    return { docs, counts };
  }
}

function decoded(bytes, fields) {
  const reader = new Reader(bytes);
  const notes = reader.json();
  const terms = new Map();
  let word = new Uint8Array(0);
  for (let left = reader.number(); left > 0; left--) {
    const shared = reader.number();
    const rest = reader.slice(reader.number());
    const next = new Uint8Array(shared + rest.length);
    next.set(word.subarray(0, shared));
    next.set(rest, shared);
    word = next;
    terms.set(utf8.decode(word), new Postings(reader, reader.number(), fields));
  }
  return { notes, terms };
}

/** The texts between the shards, as build_tools/search/shards.py wrote them. */
function keys(reader) {
  let units = [];
  return Array.from({ length: reader.number() }, () => {
    const head = reader.bytes[reader.at++];
    const place = head >> 4;
    const next = units.slice(0, place);
    const length = place + ((head & 15) < 15 ? head & 15 : 15 + reader.number());
    next.push((units[place] ?? 0) + reader.number());
    while (next.length < length) next.push(reader.number());
    units = next;
    return String.fromCharCode(...units);
  });
}

/** A text with each word that a table has in its place; the longest one at each place. */
function said(text, table, longest) {
  let made = "";
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !table.has(text.slice(at, at + length))) length--;
    made += length > 1 ? table.get(text.slice(at, at + length)) : text[at];
    at += Math.max(length, 1);
  }
  return made;
}

export class Index {
  /** `read(path, fresh)` gives the bytes of a file below search/. */
  constructor(read) {
    this.read = read;
    this.kept = new Map();
  }

  /** Reads what every query needs. */
  async open() {
    const reader = new Reader(await this.read("index.bin", true));
    Object.assign(this, reader.json());
    setRules(this.rules);
    this.openers = new Set(this.openers);
    this.keys = keys(reader);
    this.lengths = this.steps.map((steps) => {
      const column = new Float64Array(this.documents);
      for (let doc = 0; doc < this.documents; doc++) {
        const code = steps ? reader.bytes[reader.at++] : reader.number();
        column[doc] = steps && code ? 2 ** ((code - 1) / steps) : code;
      }
      return column;
    });
    return this;
  }

  /** A file of this build, read once. */
  file(path) {
    let kept = this.kept.get(path);
    if (!kept) {
      kept = this.read(`${this.version}/${path}`);
      this.kept.set(path, kept);
      kept.catch(() => this.kept.delete(path));
    }
    return kept;
  }

  /** The place of the shard that holds a key. */
  place(key) {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  shard(place) {
    const path = `s/${place}`;
    let kept = this.kept.get(path);
    if (!kept) {
      kept = this.documents
        ? this.file(`s/${place}.bin`).then((bytes) => decoded(bytes, this.fields.length))
        : decoded([0, 0], 0);
      kept = Promise.resolve(kept);
      this.kept.set(path, kept);
      kept.catch(() => this.kept.delete(path));
    }
    return kept;
  }

  /** What the index has of a term: {docs, counts, note}; no documents when it has nothing. */
  async term(term) {
    const shard = await this.shard(this.place(skeleton(term)));
    const { docs, counts } = shard.terms.get(term) ?? NONE;
    return { docs, counts, note: shard.notes[term], shard };
  }

  /** The shards whose keys begin with `start`; none when there are more than `most`. */
  async range(start, most) {
    const first = this.place(start);
    const last = this.place(start + "\uffff");
    if (last - first >= most) return [];
    return Promise.all(Array.from({ length: last - first + 1 }, (_, i) => this.shard(first + i)));
  }

  /** Once and only when wanted: a function that says the words of one region as the texts say them. */
  regional() {
    if (!this.regionalTable) {
      this.regionalTable = this.file("regional.bin").then((bytes) => {
        const table = new Map(Object.entries(JSON.parse(utf8.decode(bytes))));
        const longest = Math.max(...[...table.keys()].map((word) => word.length), 0);
        return (text) => said(text, table, longest);
      });
      this.regionalTable.catch(() => (this.regionalTable = null));
    }
    return this.regionalTable;
  }

  /** Once and only when wanted: the table from Traditional to Simplified characters. */
  han() {
    if (!this.hanTable) {
      this.hanTable = this.file("han.bin").then((bytes) => addHan(utf8.decode(bytes)));
      this.hanTable.catch(() => (this.hanTable = null));
    }
    return this.hanTable;
  }
}
