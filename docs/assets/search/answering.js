// What the search box shows for a query: the same whether a worker finds it or, on a disk, the page itself.

import { offerMarkup } from "./beneath.js";
import { beside } from "./beside.js";
import { group } from "./box.js";
import { fetcher } from "./bytes.js";
import { Engine } from "./engine.js";
import { asked } from "./query.js";
import { holding } from "./rank.js";
import { Index } from "./shards.js";
import { suggestions } from "./suggest.js";

const COUNT = 10;
const utf8 = new TextDecoder();

export class Answers {
  /** For readers of a `language`, over the index below `site`; `first` is the file that is read first, if it is on its way. */
  constructor(language, site, first = null) {
    Object.assign(this, { language, site, first });
  }

  open() {
    this.opened ??= this.read();
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }

  async read() {
    const root = new URL("search/", this.site);
    const fetched = fetcher(root);
    const { first, language, site } = this;
    this.first = null;
    const words = fetched(`words.${language}.json`).then((bytes) => JSON.parse(utf8.decode(bytes)));
    words.catch(() => {});
    const index = await new Index((path, fresh) => (fresh && first ? first : fetched(path, fresh))).open();
    const prefix = language === index.interface[0] ? "" : `${language}/`;
    return { engine: new Engine(index), words: await words, where: { language, prefix, site } };
  }

  /** What the theme shows, what stands above it and below it: {data: {items}, beside, below}. */
  async to(query) {
    const { engine, words, where } = await this.open();
    const found = await engine.search(query, { count: COUNT, beside: this.language });
    const names = await suggestions(engine, query, found.corrected);
    const missing = Object.fromEntries(found.missing.map((word) => [word, false]));
    const items = [...found.hits, ...found.crossed]
      .slice(0, COUNT)
      .map((hit) => group(hit, this.language, where.prefix, words));
    for (const [page] of items) page.terms = { ...page.terms, ...missing };
    const text = engine.index.near && location.protocol !== "file:" ? asked(query) : "";
    this.last = { query, text, known: holding(found), shares: found.shares };
    return {
      data: { items },
      beside: beside(query, found, names, words, where),
      below: text && offerMarkup(query, words, where),
    };
  }
}
