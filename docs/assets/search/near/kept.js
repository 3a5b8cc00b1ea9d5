// Files whose address says what they hold, kept by the browser: read once, they need no connection any more.

import { inflated } from "../bytes.js";

/** A function that reads files below a URL, which are kept under a name. Throws when one is neither kept nor there. */
export const keeper = (base, name) => {
  const store = opened(name);
  return async (path) => {
    const url = new URL(path, base).href;
    const kept = await (await store)?.match(url).catch(() => null);
    const response = kept ?? (await fetch(url));
    if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status, url });
    const bytes = await response.arrayBuffer();
    if (!kept) (await store)?.put(url, new Response(bytes.slice(0))).catch(() => {});
    return inflated(new Uint8Array(bytes));
  };
};

/** The store of this name, those of earlier ones removed; null where the browser keeps none. */
async function opened(name) {
  try {
    const kind = `${name.split(" ")[0]} `;
    for (const other of await caches.keys()) if (other.startsWith(kind) && other !== name) await caches.delete(other);
    return await caches.open(name);
  } catch {
    return null;
  }
}
