// What is shown of the documents that were found: their best paragraphs, marked, and why they match.

import { Reader } from "./bytes.js";
import { kept, opening } from "./cuts.js";
import { addHan, foldText } from "./fold.js";
import { elements, says } from "./query.js";
import { hanTerms, proclitics } from "./tokens.js";

const MOST_PARAGRAPHS = 10;
const EXACT = 1.25;
const OPENING = 70;

export class Documents {
  constructor(index) {
    this.index = index;
  }

  /** A document: {id, lang, title, date, paragraphs: [{n, text, entities, figures}]}. */
  async fragment(doc) {
    this.fragments ??= new Map();
    let kept = this.fragments.get(doc);
    if (!kept) {
      kept = this.index.file(`f/${doc}.bin`).then((bytes) => this.decoded(bytes));
      this.fragments.set(doc, kept);
      kept.catch(() => this.fragments.delete(doc));
    }
    return kept;
  }

  decoded(bytes) {
    const reader = new Reader(bytes);
    const about = reader.json();
    const encoding = this.index.encodings[bytes[reader.at++]];
    const whole = new TextDecoder(encoding).decode(bytes.subarray(reader.at));
    const texts = whole ? whole.split("\n") : [];
    if (about.han) addHan(about.han);
    const paragraphs = texts.map((text, n) => ({
      n: about.p?.[n] ?? n + 1,
      text,
      lang: about.lang,
      entities: [],
      figures: [],
    }));
    const flat = about.m ?? [];
    for (let i = 0; i < flat.length; i += 4) {
      const [at, start, length, place] = flat.slice(i, i + 4);
      paragraphs[at].entities.push({ term: `@${about.e[place]}`, start, end: start + length });
    }
    for (const [at, start, length, terms] of about.f ?? []) {
      paragraphs[at].figures.push({ terms: terms.split(" "), start, end: start + length });
    }
    return { ...about, paragraphs };
  }

  /** The translations of a document, in the same form as its paragraphs, with who made them. */
  async translated(doc) {
    if (!(await this.fragment(doc)).t) return [];
    const about = new Reader(await this.index.file(`t/${doc}.bin`)).json();
    const summaries = Object.entries(about.summary).map(([lang, text]) => ({
      n: 0,
      text,
      lang,
      summary: true,
      entities: [],
      figures: [],
    }));
    const texts = about.texts.flatMap(({ lang, made_by, p }) =>
      p.map(([n, text, names = [], stated = []]) => {
        const entities = [];
        for (let at = 0; at < names.length; at += 3)
          entities.push({ term: `@${about.e[names[at + 2]]}`, start: names[at], end: names[at] + names[at + 1] });
        const figures = stated.map(([start, length, terms]) => ({
          terms: terms.split(" "),
          start,
          end: start + length,
        }));
        return { n, text, lang, made_by, kept: kept({ text, entities, figures }), entities, figures };
      }),
    );
    return [...texts, ...summaries];
  }

  /** The paragraphs of a document, or of its translations, with their runs. */
  async paragraphs(doc, weak) {
    const list = weak
      ? [...(await this.fragment(doc)).paragraphs, ...(await this.translated(doc))]
      : (await this.fragment(doc)).paragraphs;
    for (const paragraph of list) paragraph.runs ??= elements(paragraph.text);
    return list;
  }

  /** A hit with all that is shown of it; `beside`: the language of whom translations are shown to, if any are. */
  async shown(hit, clauses, phrases, beside = "") {
    const { id, lang, title, date, paragraphs } = await this.fragment(hit.doc);
    const [list, translated] = await Promise.all([
      this.paragraphs(hit.doc, hit.weak),
      beside && lang.split("-")[0] !== beside ? this.translated(hit.doc) : [],
    ]);
    const wanted = new Set(clauses.flatMap((clause) => [...clause.terms.keys()]));
    const why = new Map();
    const scored = list
      .map((paragraph) => ({ paragraph, ...this.marked(paragraph, clauses, wanted, phrases, why) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.paragraph.n - b.paragraph.n);
    const translation = (paragraph) => {
      if (paragraph.made_by || paragraph.summary) return null;
      const found = translated.find(({ n, lang: tag, summary }) => n === paragraph.n && tag === beside && !summary);
      if (!found) return null;
      found.runs ??= elements(found.text);
      return { ...found, marks: this.marked(found, clauses, wanted, phrases, new Map()).marks };
    };
    const met = new Set(scored.flatMap((one) => one.met));
    const written = new Set(scored.flatMap((one) => one.written));
    return {
      ...hit,
      written: met.size ? written.size / met.size : 1,
      whole: scored.some(({ all }) => all) || this.titled(title, lang, clauses, wanted),
      id,
      lang,
      title,
      opening: paragraphs[0] && opening(paragraphs[0].text, OPENING, kept(paragraphs[0])),
      date,
      matches: scored.length,
      paragraphs: scored.slice(0, MOST_PARAGRAPHS).map(({ paragraph, score, marks }) => ({
        n: paragraph.n,
        text: paragraph.text,
        kept: paragraph.kept ?? kept(paragraph),
        lang: paragraph.lang,
        made_by: paragraph.made_by,
        summary: paragraph.summary,
        score,
        marks,
        translation: translation(paragraph),
      })),
      why: [...why.values()],
    };
  }

  /** Whether the title that a document has in its own language holds the whole query. */
  titled(titles, lang, clauses, wanted) {
    const text = titles?.[lang.split("-")[0]] ?? "";
    return this.marked({ text, runs: elements(text), entities: [], figures: [] }, clauses, wanted, [], new Map()).all;
  }

  /**
   * How much of the query a paragraph holds, and where: {score, all: whether all that must be there, met: the clauses that
   * must be and are, written: those of them that are names, figures or in the form asked for, marks: [[start, end], …]}.
   */
  marked(paragraph, clauses, wanted, phrases, why) {
    const marks = [];
    let score = 0;
    const met = [];
    const written = [];
    const spots = new Map();
    const at = (term, start, end) => {
      if (!wanted.has(term)) return;
      const known = spots.get(term);
      if (known) known.push([start, end]);
      else spots.set(term, [[start, end]]);
    };
    for (const run of paragraph.runs) {
      if (run.kind === "H") {
        run.terms ??= hanTerms(run.text);
        for (let n = 0; n < run.terms.length; n++) at(run.terms[n], run.from + n, run.from + n + run.terms[n].length);
      } else for (const { stem } of run.readings) at(stem, run.from, run.to);
    }
    for (const { term, start, end } of paragraph.entities) at(term, start, end);
    for (const { terms, start, end } of paragraph.figures) for (const term of terms) at(term, start, end);
    for (const clause of clauses) {
      let best = 0;
      let times = 0;
      let exact = false;
      let meant = clause.figure;
      for (const [term, weight] of clause.terms) {
        const places = spots.get(term);
        if (!places) continue;
        best = Math.max(best, weight);
        times += places.length;
        marks.push(...places);
        exact ||= places.some(([start, end]) => same(paragraph.text.slice(start, end), clause.text));
        meant ||= term[0] === "@";
        if (term[0] === "@" || clause.figure || clause.slip) this.explain(why, clause, term, paragraph, places);
      }
      if (best && clause.required) met.push(clause);
      if (best && clause.required && (exact || meant)) written.push(clause);
      if (best) score += clause.idf * best * (exact ? EXACT : 1) * (1 + Math.min(times, 5) / 50);
    }
    for (const phrase of phrases) {
      const said = says(paragraph.runs, phrase.run, proclitics());
      if (said) {
        score += 100;
        marks.push(said);
      }
    }
    const all = met.length === clauses.filter(({ required }) => required).length;
    return { score, all, met, written, marks: joined(marks) };
  }

  /** Notes in which other words the document says what was asked for. */
  explain(why, clause, term, { text }, places) {
    for (const [start, end] of places) {
      const form = text.slice(start, end);
      if (same(form, clause.text)) continue;
      const key = `${clause.text}\0${foldText(form)}`;
      if (!why.has(key)) why.set(key, { query: clause.text, form, term });
    }
  }
}

const same = (a, b) => foldText(a).replaceAll(" ", "") === foldText(b).replaceAll(" ", "");

/** Overlapping and touching marks made one, in order. */
function joined(marks) {
  const result = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
