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
   * Shows what is near, after what was `found` by words and stands before it; gives the documents that it shows. `current()`
   * says whether the question is still the newest. A reader who has not agreed is asked first; `late` is called with what
   * is shown then.
   */
  async show(read, asked, found, current, late) {
    const { program, engine, words } = read;
    // What it needs is too much for a script, and nothing else can be read from a disk.
    const switchable = engine.index.near && location.protocol !== "file:";
    this.at("near-switch").hidden = !switchable;
    const query = switchable ? program.asked(asked.q) : "";
    if (!query) {
      this.clear();
      return [];
    }
    const look = () => this.look(read, { ...asked, query }, found, current, late);
    if (this.form.elements.near.checked) return look();
    this.clear();
    this.at("near").hidden = false;
    this.button(words.near.ask, () => look().then(late));
    return [];
  }

  async look(read, asked, found, current, late) {
    const { program, engine, words, where } = read;
    this.at("near-further").replaceChildren();
    this.at("near").hidden = false;
    this.at("near-status").textContent = words.near.waiting;
    try {
      const near = (this.near ??= await this.open(engine));
      const test = await engine.test(program.parse(asked.q).filters, asked.filters);
      const known = program.holding(found);
      const { shares } = found;
      const shown = await near.hits(asked.query, { test, known, shares, most: MOST, language: where.language });
      if (!current()) return [];
      this.at("near-status").textContent = shown.length ? words.near.judge : words.near.nothing;
      if (shown.length && !found.total) this.at("status").textContent = words.near.only;
      this.at("near-results").innerHTML = shown.map((hit) => program.hitMarkup(hit, words, where)).join("");
      return shown;
    } catch (error) {
      console.warn(error);
      this.near = null;
      if (!current()) return [];
      this.at("near-results").replaceChildren();
      const absent = program.isAbsent(error);
      this.at("near-status").textContent = absent ? words.near.absent : words.near.failed;
      if (!absent) this.button(words.near.again, () => this.look(read, asked, found, current, late).then(late));
      return [];
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
