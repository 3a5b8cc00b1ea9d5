// Reading what build_tools/search/encoding.py wrote.

const utf8 = new TextDecoder();

/** A cursor over bytes. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("unexpected end of data");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
  /** Passes over some numbers. */
  skip(count) {
    for (; count > 0; count--) while (this.bytes[this.at++] > 127);
  }
  slice(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  json() {
    const length = this.number();
    return length ? JSON.parse(utf8.decode(this.slice(length))) : {};
  }
}

/** Unpacks a file, whether or not the server has already done so. Throws when it is damaged. */
export async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacking = new DecompressionStream("gzip");
  const writer = unpacking.writable.getWriter();
  // Of a damaged file, reading what comes out tells.
  for (const done of [writer.write(bytes), writer.close()]) done.catch(() => {});
  return new Uint8Array(await new Response(unpacking.readable).arrayBuffer());
}

/** A function that reads files below a URL. Throws when one is not there. */
export const fetcher = (base) => async (path, fresh) => {
  const response = await fetch(new URL(path, base), fresh ? { cache: "no-cache" } : undefined);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return inflated(new Uint8Array(await response.arrayBuffer()));
};
