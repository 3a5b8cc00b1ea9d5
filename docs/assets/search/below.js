// The part of the theme's search box below its results. The worker is asked for what is near in meaning when the reader
// asks for it; and by itself where the reader has agreed before.

import { choose, chosen, saving } from "./agreed.js";

const PAUSE = 500;
/** Milliseconds after which a question is taken to be written. */

export class Below {
  /** `result` holds the results; `ask(query)` asks the worker. */
  constructor(result, ask) {
    Object.assign(this, { ask, query: "", pause: 0 });
    this.agreed = chosen() === "on";
    this.place = document.createElement("section");
    this.place.className = "search-near md-typeset";
    result.append(this.place);
    result.addEventListener("click", (event) => this.clicked(event), { capture: true });
    this.put("");
  }

  /** Results by words are there; `markup` offers to look further, or is empty where that cannot be. */
  offered(query, markup) {
    clearTimeout(this.pause);
    this.query = query;
    this.put(markup);
    if (markup && this.agreed) this.pause = setTimeout(() => this.ask(query), PAUSE);
  }

  /** What the worker has to say of a query. */
  answered({ query, markup }) {
    if (query === this.query) this.put(markup);
  }

  clicked(event) {
    if (!event.target.closest(".search-near-look")) return;
    event.preventDefault();
    event.stopPropagation();
    this.agreed = true;
    // Who has switched it off, or saves data, is asked on every page.
    if (!chosen() && !saving()) choose("on");
    this.ask(this.query);
  }

  put(markup) {
    this.place.innerHTML = markup;
    this.place.hidden = !markup;
  }
}
