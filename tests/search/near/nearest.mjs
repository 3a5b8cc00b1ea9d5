// Reads [[direction, …], …] as JSON, prints for each what is nearest and which files were read; the index lies in the folder that is
// named second. Run by test_nearest.py.
import { readFile } from "node:fs/promises";

const [modules, folder] = process.argv.slice(2);
const { Sentences } = await import(`file://${modules}/near/sentences.js`);
let input = "";
for await (const chunk of process.stdin) input += chunk;
const made = [];
for (const direction of JSON.parse(input)) {
  const read = [];
  const sentences = await new Sentences(async (path) => {
    read.push(path);
    return new Uint8Array(await readFile(`${folder}/${path}`));
  }).open();
  const nearness = sentences.outlines?.nearness(sentences.without(direction)) ?? null;
  made.push({ rows: await sentences.nearest(direction), read, nearness });
}
process.stdout.write(JSON.stringify(made));
