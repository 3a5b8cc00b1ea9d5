// Unpacking gzip (RFC 1951 and 1952) in one go: the files of the index have a few kilobytes each, for which it takes a
// tenth of the time that a stream of the browser takes.

/** In which order the lengths of the codes for code lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END = 256;
const LONGEST = 15;

/** The least value and the further bits of each symbol; after every `every` symbols there is a bit more. */
function steps(count, first, every) {
  const bits = Array.from({ length: count }, (_, n) => Math.max(0, Math.floor(n / every) - 1));
  let next = first;
  return { bits, least: bits.map((more) => (next += 2 ** more) - 2 ** more) };
}

const LENGTHS = steps(28, 3, 4);
LENGTHS.bits.push(0);
LENGTHS.least.push(258);
const DISTANCES = steps(30, 1, 2);

/** What the next bits mean, by their value: symbol * 16 + length of its code; 0 where there is none. */
function table(lengths) {
  const made = new Uint16Array(1 << Math.max(1, ...lengths));
  let code = 0;
  for (let length = 1; length <= LONGEST; length++, code <<= 1) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      // Codes stand in the stream from their highest bit on, all else from its lowest.
      let turned = 0;
      for (let bit = 0; bit < length; bit++) if (code & (1 << bit)) turned |= 1 << (length - 1 - bit);
      for (let at = turned; at < made.length; at += 1 << length) made[at] = symbol * 16 + length;
      code++;
    }
  }
  return made;
}

let fixed = null;
function fixedTables() {
  const lengths = Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < END ? 9 : n < 280 ? 7 : 8));
  return (fixed ??= [table(lengths), table(new Array(30).fill(5))]);
}

/** Bits of a stream, the lowest of each byte first. */
class Bits {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at, held: 0, count: 0 });
  }
  fill(count) {
    while (this.count < count) {
      this.held |= (this.bytes[this.at++] ?? 0) << this.count;
      this.count += 8;
    }
    if (this.at > this.bytes.length + 4) throw new RangeError("unexpected end of data");
  }
  drop(count) {
    this.held >>>= count;
    this.count -= count;
  }
  take(count) {
    this.fill(count);
    const value = this.held & ((1 << count) - 1);
    this.drop(count);
    return value;
  }
  symbol(codes) {
    this.fill(LONGEST);
    const found = codes[this.held & (codes.length - 1)];
    if (!found) throw new RangeError("not a code");
    this.drop(found & 15);
    return found >> 4;
  }
  /** Goes on with whole bytes: the place of the next one. */
  byte() {
    this.at -= this.count >> 3;
    this.held = this.count = 0;
    return this.at;
  }
}

/** The tables of letters and distances that a block brings with it. */
function tables(bits) {
  const [letters, distances, count] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const first = new Array(ORDER.length).fill(0);
  for (let n = 0; n < count; n++) first[ORDER[n]] = bits.take(3);
  const codes = table(first);
  const lengths = [];
  while (lengths.length < letters + distances) {
    const one = bits.symbol(codes);
    if (one < 16) lengths.push(one);
    else {
      const value = one === 16 ? lengths.at(-1) : 0;
      for (let n = one === 16 ? 3 + bits.take(2) : one === 17 ? 3 + bits.take(3) : 11 + bits.take(7); n > 0; n--) lengths.push(value);
    }
  }
  return [table(lengths.slice(0, letters)), table(lengths.slice(letters))];
}

/** The bytes that were packed. Throws RangeError when they are not whole. */
export function gunzip(packed) {
  const flags = packed[3];
  let at = 10;
  if (flags & 4) at += 2 + packed[at] + packed[at + 1] * 256;
  for (const named of [8, 16]) if (flags & named) at = packed.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true);
  const made = new Uint8Array(size);
  const bits = new Bits(packed, at);
  let to = 0;
  for (let last = 0; !last; ) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (kind === 0) {
      const from = bits.byte();
      const length = packed[from] + packed[from + 1] * 256;
      made.set(packed.subarray(from + 4, from + 4 + length), to);
      bits.at = from + 4 + length;
      to += length;
      continue;
    }
    const [letters, distances] = kind === 1 ? fixedTables() : tables(bits);
    for (;;) {
      const one = bits.symbol(letters);
      if (one === END) break;
      if (one < END) {
        made[to++] = one;
        continue;
      }
      const length = LENGTHS.least[one - 257] + bits.take(LENGTHS.bits[one - 257]);
      const far = bits.symbol(distances);
      let from = to - DISTANCES.least[far] - bits.take(DISTANCES.bits[far]);
      for (const end = to + length; to < end; ) made[to++] = made[from++];
    }
  }
  if (to !== size) throw new RangeError("unexpected end of data");
  return made;
}
