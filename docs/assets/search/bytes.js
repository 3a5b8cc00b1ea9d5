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

/**
 * A function that reads files below a URL. Throws when one is not there. Of a copy of the site that was unpacked from
 * one file, each file of the index is a script that hands over its bytes: a page that comes from a disk may read
 * nothing else (build_tools/publish/offline.py).
 */
export const fetcher = (base) => async (path, fresh) => {
  if (globalThis.archivePacked) return inflated(await unpacked(new URL(`${path}.js`, base), path));
  const response = await fetch(new URL(path, base), fresh ? { cache: "no-cache" } : undefined);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return inflated(new Uint8Array(await response.arrayBuffer()));
};

const handed = new Map();

async function unpacked(address, path) {
  const content = location.protocol === "file:" ? await run(address, path) : await spelled(address);
  return Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
}

function run(address, path) {
  globalThis.archiveFile ??= (name, content) => handed.set(name, content);
  const script = document.createElement("script");
  script.src = address;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve(handed.get(path));
    script.onerror = () => reject(new Error(`${path}: not there`));
    document.head.append(script);
  }).finally(() => {
    script.remove();
    handed.delete(path);
  });
}

/** The content of such a script, where it comes from a server after all. */
async function spelled(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.text()).split('"')[3];
}
