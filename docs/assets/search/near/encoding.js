// The worker that encodes for a page (apart.js): first where the files are, then texts; it answers one after the other.

let encoder = null;
let last = Promise.resolve();

async function answer({ folder, name, text }) {
  if (folder) {
    const { Encoder, keeper } = await import(new URL("near.js", self.location.href));
    encoder = await new Encoder(keeper(new URL(folder), name)).open();
    return encoder.asking;
  }
  return encoder.encode(text);
}

self.onmessage = ({ data }) => {
  last = last
    .then(() => answer(data))
    .then(
      (result) => self.postMessage({ result }),
      ({ message, status, url }) => self.postMessage({ failure: { message, status, url } }),
    );
};
