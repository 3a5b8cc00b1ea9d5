// A text as the encoder's pieces write it. The table and the way through it are those of SentencePiece: a double array
// (Yata's darts-clone) finds the longest beginning that is written otherwise.

const SPACE = [0xe2, 0x96, 0x81];
const BLANK = 0x20;
const utf8 = new TextDecoder();

export class Normal {
  /** `units`: the double array; `texts`: what it leads to, each ended by a zero. */
  constructor(units, texts) {
    Object.assign(this, { units, texts });
  }

  /** The normal form: compatibility characters resolved, white space as one sign, and one before the text. */
  of(text) {
    const bytes = new TextEncoder().encode(text);
    const made = [];
    let blank = true;
    for (let at = 0; at < bytes.length; ) {
      const [part, length] = this.next(bytes, at);
      at += length;
      for (const byte of part) {
        if (byte === BLANK && blank) continue;
        blank = byte === BLANK;
        // A sign of its own stands for white space, also before the text.
        if (blank || !made.length) made.push(...SPACE);
        if (!blank) made.push(byte);
      }
    }
    if (blank && made.length) made.length -= SPACE.length;
    return utf8.decode(Uint8Array.from(made));
  }

  /** What stands for the longest beginning that the table knows, else for one character; and its length. */
  next(bytes, from) {
    const { units, texts } = this;
    let place = offset(units[0]);
    let length = 0;
    let value = 0;
    for (let at = from; at < bytes.length; ) {
      place ^= bytes[at];
      const unit = units[place];
      if ((unit & 0x800000ff) >>> 0 !== bytes[at]) break;
      place ^= offset(unit);
      at += 1;
      if (unit & 0x100) [length, value] = [at - from, units[place] & 0x7fffffff];
    }
    if (!length) {
      const size = width(bytes[from]);
      return [bytes.subarray(from, from + size), size];
    }
    return [texts.subarray(value, texts.indexOf(0, value)), length];
  }
}

const offset = (unit) => (unit >>> 10) << ((unit & 0x200) >>> 6);
const width = (byte) => (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
