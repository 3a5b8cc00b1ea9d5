// Finds the places of Web Annotations again, with Apache Annotator in a DOM of its own.
// Usage: node anchor.mjs FOLDER, with NAME.txt and NAME.annotations.jsonld in it. Prints what was found as JSON.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";

const folder = process.argv[2];
const dom = new JSDOM("<!doctype html><body></body>");
for (const name of ["window", "document", "Node", "Range", "NodeFilter", "Element", "Text"]) {
  globalThis[name] = name === "window" ? dom.window : dom.window[name];
}
const { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } = await import("@apache-annotator/dom");

const counted = { annotations: 0, by_position: 0, by_quotation: 0 };
for (const file of readdirSync(folder).filter((name) => name.endsWith(".annotations.jsonld"))) {
  const collection = JSON.parse(readFileSync(join(folder, file), "utf-8"));
  const text = readFileSync(join(folder, file.replace(".annotations.jsonld", ".txt")), "utf-8");
  const place = document.createElement("pre");
  place.append(...pieces(text));
  document.body.replaceChildren(place);
  const points = Array.from(text);
  for (const { target } of collection.first?.items ?? []) {
    const [position, quote] = target[0].selector;
    const surface = points.slice(position.start, position.end).join("");
    counted.annotations += 1;
    const byPosition = await all(createTextPositionSelectorMatcher(position)(place));
    if (byPosition.length === 1 && byPosition[0].toString() === surface) counted.by_position += 1;
    const byQuotation = await all(createTextQuoteSelectorMatcher(quote)(place));
    if (byQuotation.length === 1 && same(byQuotation[0], byPosition[0])) counted.by_quotation += 1;
  }
}
console.log(JSON.stringify(counted));

/** The text in several nodes, as a page with marks in it has it; no letter is cut in two. */
function pieces(text) {
  const points = Array.from(text);
  const found = [];
  for (let at = 0; at < points.length; at += 7) {
    const element = document.createElement(found.length % 2 ? "b" : "i");
    element.textContent = points.slice(at, at + 7).join("");
    found.push(element);
  }
  return found;
}

async function all(matches) {
  const found = [];
  for await (const match of matches) found.push(match);
  return found;
}

/** Whether two ranges hold the same stretch of the text, wherever between two nodes their ends are put. */
function same(left, right) {
  return offset(left) === offset(right) && left.toString() === right.toString();
}

function offset(range) {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().length;
}
