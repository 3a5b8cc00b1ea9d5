// Words in quotation marks, which must stand one after the other, and words that must not stand in a document.

import { elements, says } from "./query.js";
import { hanTerms, proclitics } from "./tokens.js";

const BATCH = 10;
const LOOKS = 20;

export class Phrases {
  constructor(index, clauses, documents) {
    Object.assign(this, { index, made: clauses, documents });
  }

  /** Per phrase its run of words and a clause for each of them. */
  async clauses(phrases) {
    const runs = phrases.map(({ text }) => ({ text, run: elements(text) })).filter(({ run }) => run.length);
    return Promise.all(
      runs.map(async ({ text, run }) => ({ run: await this.known(run, text), clauses: await this.strict(run, text) })),
    );
  }

  /** A phrase in Traditional characters is compared in Simplified ones, as the index has them. */
  async known(run, text) {
    const pairs = run.flatMap((element) => (element.kind === "H" ? hanTerms(element.text).slice(0, -1) : []));
    const found = await Promise.all(pairs.map((pair) => this.index.term(pair)));
    if (found.every(({ docs }) => docs.length)) return run;
    await this.index.han();
    return elements(text);
  }

  async strict(first, text) {
    const run = await this.known(first, text);
    const pieces = run.flatMap((element) => {
      if (element.stop) return [];
      if (element.kind !== "H") return [element.readings.map(({ stem }) => stem)];
      return element.text.length > 1
        ? hanTerms(element.text)
            .slice(0, -1)
            .map((term) => [term])
        : [];
    });
    return Promise.all(
      pieces.map(async (terms) => {
        const found = await Promise.all(terms.map((term) => this.index.term(term)));
        return this.made.clause(
          text,
          terms.map((term, n) => ({ term, found: found[n], weight: 1 })),
        );
      }),
    );
  }

  /**
   * The documents of a list that say all phrases, looked at in order until there are `count`, or `further` times
   * LOOKS were looked at: {list, more: whether others may say them too}.
   */
  async saying(list, phrases, weak, count, further) {
    const kept = [];
    let at = 0;
    while (at < list.length && at < LOOKS * further && kept.length < count) {
      const batch = list.slice(at, (at += BATCH));
      const fits = await Promise.all(batch.map((hit) => this.says(hit.doc, phrases, weak)));
      kept.push(...batch.filter((_, n) => fits[n]));
    }
    return { list: kept, more: at < list.length };
  }

  async says(doc, phrases, weak) {
    const paragraphs = await this.documents.paragraphs(doc, weak);
    return phrases.every(({ run }) => paragraphs.some(({ runs }) => says(runs, run, proclitics())));
  }

  /** The documents that a query leaves out. `ranked` orders the documents of some clauses. */
  async banned({ excluded, phrases }, cross, ranked) {
    const banned = new Set();
    for (const word of excluded) {
      for (const { scores } of await this.made.of(word, cross)) {
        for (const [doc, { strong }] of scores) if (strong) banned.add(doc);
      }
    }
    for (const phrase of await this.clauses(phrases.filter((one) => one.excluded))) {
      const { list } = await this.saying(ranked(phrase.clauses), [phrase], false, Infinity, 3);
      for (const { doc } of list) banned.add(doc);
    }
    return banned;
  }
}
