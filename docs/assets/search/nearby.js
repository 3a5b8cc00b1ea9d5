// What the search page shows besides: documents that are near in meaning. Nothing for it is read before a question is
// asked, and only after asking the reader where that is wished.

import { choose, chosen, saving } from "./agreed.js";

const MOST = 10;

export class Nearby {
  /** `at(name)` gives the parts of the page, `form` has the switch, `root` is the address of search/. */
  constructor(at, form, root) {
    Object.assign(this, { at, form, root, near: null });
    this.restore();
    form.elements.near.addEventListener("change", ({ target }) => choose(target.checked ? "on" : "off"));
  }

  /** The switch as the reader left it; where a browser asks to save data, it is off until then. */
  restore() {
    this.form.elements.near.checked = (chosen() ?? (saving() ? "off" : "on")) === "on";
  }

  clear() {
    this.at("near").hidden = true;
    for (const part of ["near-results", "near-further", "near-status"]) this.at(part).replaceChildren();
  }

  /**
   * Shows what is near, after the `hits` that stand before it, of `total` that were found by words; `current()` says whether the question is still the newest. A reader who has not
   * agreed is asked first.
   */
  async show(read, asked, { total, hits }, current) {
    const { program, engine, words } = read;
    // What it needs is too much for a script, and nothing else can be read from a disk.
    const switchable = engine.index.near && location.protocol !== "file:";
    this.at("near-switch").hidden = !switchable;
    const query = switchable ? program.asked(asked.q) : "";
    if (!query) return this.clear();
    const look = () => this.look(read, { ...asked, query }, { total, hits }, current);
    if (this.form.elements.near.checked) return look();
    this.clear();
    this.at("near").hidden = false;
    this.button(words.near.ask, look);
  }

  async look(read, asked, { total, hits }, current) {
    const { program, engine, words, where } = read;
    this.at("near-further").replaceChildren();
    this.at("near").hidden = false;
    this.at("near-status").textContent = words.near.waiting;
    try {
      const near = (this.near ??= await this.open(engine));
      const test = await engine.test(program.parse(asked.q).filters, asked.filters);
      const shown = await near.hits(asked.query, { test, known: hits, most: MOST, language: where.language });
      if (!current()) return;
      this.at("near-status").textContent = shown.length ? words.near.judge : words.near.nothing;
      if (shown.length && !total) this.at("status").textContent = words.near.only;
      this.at("near-results").innerHTML = shown.map((hit) => program.hitMarkup(hit, words, where)).join("");
    } catch (error) {
      console.warn(error);
      this.near = null;
      if (!current()) return;
      this.at("near-results").replaceChildren();
      if (program.isAbsent(error)) {
        this.at("near-status").textContent = words.near.absent;
        return;
      }
      this.at("near-status").textContent = words.near.failed;
      this.button(words.near.again, () => this.look(read, asked, { total, hits }, current));
    }
  }

  async open(engine) {
    const { Near } = await import(/* apart */ "./near/near.js");
    const near = new Near(engine, this.root);
    await near.open();
    return near;
  }

  button(text, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", action);
    this.at("near-further").replaceChildren(made);
  }
}
