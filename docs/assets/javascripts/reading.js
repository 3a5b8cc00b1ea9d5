/* Reading a document: what is marked in it, what is known of a name or figure without leaving the page, keys, copying.
   Everything said here stands in the page already; nothing is requested. Without this script the page lacks nothing
   but comfort: names lead to their pages, figures to the table of readings, numbers of paragraphs are links. */

import { cards } from "./cards.js";
import { marks } from "./marks.js";
import { stops } from "./stops.js";

const KEY = "archive.reading";
const SWITCH = ["on", "off"];
const CHOICES = { names: SWITCH, again: SWITCH, figures: SWITCH, related: SWITCH };
const text = document.querySelector(".text[data-copy]");
if (text) {
  found(text);
  controls(document.querySelector("[data-reading-controls]"));
  marks(text);
  cards(text);
  stops(text);
}

/** Marks the words that a search found here (`?h=` of the address), and leaves the text itself as it is. */
function found(text) {
  const words = new URLSearchParams(location.search).getAll("h").filter(Boolean);
  if (!words.length || !CSS.highlights) return;
  const any = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "giu");
  const ranges = [];
  const nodes = document.createNodeIterator(text, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    for (const match of node.data.matchAll(any)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

/** What is marked, kept in this browser; which texts are shown is the same choice on all pages (frame.js). */
function controls(form) {
  if (!form) return;
  const kept = stored();
  for (const input of form.elements) {
    if (kept[input.name]) input.checked = kept[input.name] === "on";
  }
  const apply = () => {
    const chosen = new FormData(form);
    const state = stored();
    for (const input of form.elements) {
      if (CHOICES[input.name]) state[input.name] = chosen.has(input.name) ? "on" : "off";
    }
    for (const [name, value] of Object.entries(state)) {
      // A choice that this page does not offer stays in store for those that do.
      if (form.elements[name]) text.dataset[name] = value;
    }
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...JSON.parse(localStorage.getItem(KEY)), ...state }));
    } catch {
      /* storage may be refused; the choice then lasts for this page */
    }
  };
  form.addEventListener("change", apply);
  apply();
}

/** What was kept. Other sites of the same origin write into the same store: only words for what can be chosen count. */
function stored() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEY)) ?? {});
    return Object.fromEntries(kept.filter(([name, value]) => CHOICES[name]?.includes(value)));
  } catch {
    return {};
  }
}
