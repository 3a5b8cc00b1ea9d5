// Reading what build_tools/search/encoding.py wrote.

const utf8 = new TextDecoder();

/** A cursor over bytes. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
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
  slice(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  json() {
    const length = this.number();
    return length ? JSON.parse(utf8.decode(this.slice(length))) : {};
  }
}

/** Unpacks a file, whether or not the server has already done so. */
export async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A function that reads files below a URL. Throws when one is not there. */
export const fetcher = (base) => async (path, fresh) => {
  const response = await fetch(new URL(path, base), fresh ? { cache: "no-cache" } : undefined);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return inflated(new Uint8Array(await response.arrayBuffer()));
};
