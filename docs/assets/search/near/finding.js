// Search by meaning: the documents with the sentences that lie nearest to a question, in whatever language. For whoever
// asks for it: nothing of this is read before.

import { answering } from "../rank.js";
import { Apart } from "./apart.js";
import { withoutAsking } from "./asking.js";
import { Encoder } from "./encoder.js";
import { keeper } from "./kept.js";
import { Sentences } from "./sentences.js";

const LEAST = 0.16;
/** What it counts that what stands around a sentence is near, too. */
const AROUND = 0.5;
const SHOWN = 3;
/** Share of the best sentence's score that another one of the document must reach to be shown beside it. */
const BESIDE = 0.75;

export class Near {
  /** Over the engine of the search by words; `root` is the address of search/. */
  constructor(engine, root) {
    Object.assign(this, { engine, root });
  }

  open() {
    this.opened ??= this.read();
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }

  async read() {
    const { version } = this.engine.index;
    const index = keeper(new URL(`${version}/`, this.root), `sentences ${this.root.pathname}${version}`);
    const sentences = await new Sentences(index).open();
    const folder = new URL(`encoder/${sentences.encoder}/`, this.root);
    const name = `encoder ${sentences.encoder}`;
    const encoder = self.document
      ? new Apart(new URL("../assets/search/near/encoding.js", this.root), folder, name)
      : new Encoder(keeper(folder, name));
    return { sentences, encoder: await encoder.open() };
  }

  /**
   * Documents by their best sentence: [{doc, score, nearness, sentences}], the nearest first; those for which `test` holds. The
   * nearness counts what stands around a sentence, too.
   */
  async ranked(query, test = () => true) {
    const { sentences, encoder } = await this.open();
    const found = await sentences.nearest(withoutAsking(await encoder.encode(query), encoder.asking));
    const documents = new Map();
    for (const row of found) {
      if (row.score < LEAST) break;
      const nearness = row.score + AROUND * row.around;
      const known = documents.get(row.doc);
      if (known) {
        known.sentences.push(row);
        known.nearness = Math.max(known.nearness, nearness);
      } else if (test(row.doc)) documents.set(row.doc, { doc: row.doc, score: row.score, nearness, sentences: [row] });
    }
    return [...documents.values()].sort((a, b) => b.nearness - a.nearness || a.doc - b.doc);
  }

  /**
   * The nearest documents, at most `most`, as results show them: those for which `test` holds, if there is one, and without
   * those `known` from the search by words; whose `shares` of the query's words count, too (engine.js).
   */
  async hits(query, { test, known, most, language, shares = new Map() }) {
    const there = new Set(known.map(({ doc }) => doc));
    const ranked = await this.ranked(query, (doc) => !there.has(doc) && (!test || test(doc)));
    const rank = ({ doc, nearness }) => answering(nearness, shares.get(doc) ?? 0);
    ranked.sort((a, b) => rank(b) - rank(a) || a.doc - b.doc);
    return Promise.all(ranked.slice(0, most).map((one) => this.shown(one, language)));
  }

  /** A document that was found, as results show it: its near sentences marked, with a translation where there is one. */
  async shown({ doc, score, sentences }, language) {
    const { documents } = this.engine;
    const { id, lang, title, date, paragraphs } = await documents.fragment(doc);
    const near = sentences.slice(0, SHOWN).filter((one, n) => !n || one.score >= BESIDE * score);
    const marks = new Map();
    for (const { paragraph, start, length } of near)
      marks.set(paragraph, [...(marks.get(paragraph) ?? []), [start, start + length]]);
    const translated = lang.split("-")[0] === language ? [] : await documents.translated(doc);
    const shown = [...marks].map(([place, spots]) => {
      const paragraph = paragraphs[place];
      const other = translated.find(({ n, lang: tag, summary }) => n === paragraph.n && tag === language && !summary);
      return {
        n: paragraph.n,
        text: paragraph.text,
        lang: paragraph.lang,
        marks: spots.sort((a, b) => a[0] - b[0]),
        translation: other,
      };
    });
    return {
      doc,
      near: true,
      score,
      id,
      lang,
      title,
      date,
      opening: paragraphs[0]?.text.slice(0, 70),
      matches: shown.length,
      paragraphs: shown,
      why: [],
    };
  }
}
