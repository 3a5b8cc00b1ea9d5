// A query answered: clauses find documents, documents are ranked, and the first of them show their places.

import { Clauses } from "./clauses.js";
import { Documents } from "./documents.js";
import { foldText } from "./fold.js";
import { elements, parse } from "./query.js";

const ENOUGH = 0.6;
const OWN_LANGUAGE = 2.5;
const FEW = 10;
const MOST_FORMS = 3;
const SURE = ["title", "text", "entity"];

/** The script that a query is in; Latin only when there is no other, since names are quoted in it everywhere. */
function scriptOf(input) {
  const letters = { A: 0, H: 0 };
  for (const { kind, text } of elements(input)) if (kind in letters) letters[kind] += text.length;
  return letters.A || letters.H ? (letters.A > 2 * letters.H ? "A" : "H") : "W";
}

export class Engine {
  constructor(index) {
    this.index = index;
    this.documents = new Documents(index);
    this.clauses = new Clauses(
      index,
      index.fields.map((field) => SURE.includes(field)),
    );
  }

  /**
   * Answers a query. Options: `cross` (names and figures in all languages, default true), `all` (also `apart` and
   * `translated`), `beside` (the language whose readers are shown translations), `filters`, `count`, `further` (look for a phrase in more documents).
   *
   * Gives {total, hits, partial: whether no document has it all, scattered: how many documents have the words in
   * different paragraphs, where others have them in one; apart: these; weak: how many only a translation or summary
   * has, where others say it themselves; translated: these; elsewhere: how many have the technology that is all that
   * was asked for in another language, where others have it in that of the query; crossed: these; more: whether a phrase
   * may stand in further documents, matched: the numbers of all documents, shares: Map of document number to the share of the query that it holds, clauses, corrected: words with a slip in them and what was taken in their
   * place, missing: words that stand nowhere}.
   */
  async search(input, { cross = true, all = false, beside = "", filters = {}, count = 10, further = 1 } = {}) {
    const query = parse(input);
    const clauses = await this.clauses.of(query.words, cross);
    // What few queries need is read when one does.
    const phrases = query.phrases.length || query.excluded.length ? await this.phrases() : null;
    const said = phrases ? await phrases.clauses(query.phrases.filter(({ excluded }) => !excluded)) : [];
    clauses.push(...said.flatMap((phrase) => phrase.clauses));
    const test = await this.test(query.filters, filters);
    const found = {
      total: 0,
      weak: 0,
      elsewhere: 0,
      scattered: 0,
      more: false,
      partial: false,
      hits: [],
      apart: [],
      translated: [],
      crossed: [],
      matched: [],
      shares: new Map(),
      clauses,
      corrected: [],
      missing: [],
    };
    if (!clauses.length && !test) return found;

    const required = clauses.filter((clause) => clause.required);
    const script = scriptOf(input);
    let [sure, unsure] = clauses.length ? this.ranked(clauses, required, script, found.shares) : [this.every(), []];
    found.partial = [...sure, ...unsure].some((hit) => hit.part < 1 - 1e-6);
    if (phrases) {
      const banned = await phrases.banned(query, cross, (made) => this.ranked(made, made, script)[0]);
      [sure, unsure] = [sure, unsure].map((list) => list.filter(({ doc }) => !banned.has(doc)));
    }
    if (test) [sure, unsure] = [sure, unsure].map((list) => list.filter(({ doc }) => test(doc)));
    if (said.length) {
      const [first, second] = [
        await phrases.saying(sure, said, false, count, further),
        await phrases.saying(unsure, said, true, count, further),
      ];
      found.more = first.more || second.more;
      [sure, unsure] = [first.list, second.list];
    }
    const [own, elsewhere] = this.byLanguage(sure, required, script);
    sure = own;
    const listed = sure.length ? sure : unsure;
    const shown = (list) =>
      Promise.all(list.slice(0, count).map((hit) => this.documents.shown(hit, clauses, said, beside))).then((hits) =>
        reordered(hits, found.partial),
      );
    const [first, translated, crossed] = await Promise.all(
      [listed, all && sure.length ? unsure : [], elsewhere].map(shown),
    );
    let hits = first;
    // Only where they are few and all were looked at; and words beside a name mean what the document says of it, wherever.
    if (
      listed.length <= Math.min(count, FEW) &&
      required.length > 1 &&
      required.every(({ names, figure }) => !names?.length && !figure)
    ) {
      const whole = first.filter((hit) => hit.whole || hit.weak);
      if (whole.some(({ weak }) => !weak)) hits = whole;
    }
    const scattered = first.length - hits.length;
    const corrected = corrections(required, hits);
    return {
      ...found,
      total: listed.length - scattered,
      scattered,
      weak: sure.length ? unsure.length : 0,
      elsewhere: elsewhere.length,
      hits,
      apart: all ? first.filter((hit) => !hits.includes(hit)) : [],
      translated,
      crossed,
      matched: [
        ...(all && !scattered ? listed : hits),
        ...elsewhere,
        ...(all ? [...first, ...(sure.length ? unsure : [])] : []),
      ]
        .map((hit) => hit.doc)
        .filter((doc, n, docs) => docs.indexOf(doc) === n),
      corrected,
      missing: [...new Set(required.filter((clause) => !clause.scores.size).map((clause) => clause.text))],
    };
  }

  /**
   * Two lists, best first: documents that match by themselves, and those that a translation or summary helps. Which share
   * of the query each document holds goes into `shares`.
   */
  ranked(clauses, required, script, shares = new Map()) {
    const totals = new Map();
    const whole = required.reduce((sum, clause) => sum + clause.idf, 0) || 1;
    for (const clause of clauses) {
      for (const [doc, { score, strong }] of clause.scores) {
        let total = totals.get(doc);
        if (!total) totals.set(doc, (total = { doc, score: 0, own: 0, any: 0, held: 0 }));
        total.score += score;
        if (!clause.required) continue;
        total.any += clause.idf;
        total.held++;
        if (strong) total.own += clause.idf;
      }
    }
    const found = [...totals.values()];
    for (const { doc, any } of found) if (any > 0) shares.set(doc, any / whole);
    const all = (part) => part > whole - 1e-6;
    let sure = found.filter((one) => all(one.own));
    const unsure = found.filter((one) => all(one.any) && !all(one.own));
    if (!sure.length && !unsure.length) {
      // No document has it all: those that have most, among them rather those that say it themselves.
      const best = Math.max(...found.map((one) => one.any));
      const most = found.filter((one) => one.any > 0 && one.any >= ENOUGH * best);
      sure = most.filter((one) => one.own >= ENOUGH * best);
      unsure.push(...most.filter((one) => one.own < ENOUGH * best));
    }
    const listed = (list, weak) =>
      list
        .map(({ doc, score, any, held }) => {
          const words = required.length ? held / required.length : 1;
          return {
            doc,
            weak,
            part: required.length ? any / whole : 1,
            // Most of the words go before a rare one: how rare each is stands in the score already.
            score: score * words ** 2 * (this.kind(doc) === script ? OWN_LANGUAGE : 1),
          };
        })
        .sort((a, b) => b.score - a.score || a.doc - b.doc);
    return [listed(sure, false), listed(unsure, true)];
  }

  /** Where what most texts name in passing is all that was asked for: documents in the query's language, if any, and the others. */
  byLanguage(sure, required, script) {
    const names = required[0]?.names ?? [];
    if (required.length !== 1 || !names.length || !names.every(({ passing }) => passing)) return [sure, []];
    const own = sure.filter(({ doc }) => this.kind(doc) === script);
    return own.length ? [own, sure.filter((hit) => !own.includes(hit))] : [sure, []];
  }

  /** The language of a document: [tag, kind of its words]. */
  language(doc) {
    let last = 0;
    for (const [tag, kind, count] of this.index.languages) if (doc < (last += count)) return [tag, kind];
    return ["", "W"];
  }

  kind(doc) {
    return this.language(doc)[1];
  }

  every() {
    return Array.from({ length: this.index.documents }, (_, doc) => ({ doc, score: 0, weak: false }));
  }

  async phrases() {
    const { Phrases } = await import("./phrases.js");
    return (this.kept ??= new Phrases(this.index, this.clauses, this.documents));
  }

  /** A test of documents by the filters of the query and those chosen beside it; null without any. */
  async test(typed, chosen) {
    const wanted = Object.keys(typed).map((name) => [name, [...typed[name], ...(chosen[name] ?? [])]]);
    if (wanted.every(([, values]) => !values.length)) return null;
    const { tester } = await import("./filters.js");
    return tester(wanted, await this.facets(), (doc) => this.language(doc)[0]);
  }

  /** The columns of all that documents are filtered by, read when something is filtered by them. */
  async facets() {
    return (this.columns ??= JSON.parse(new TextDecoder().decode(await this.index.file("facets.bin"))));
  }
}

/**
 * Words with a slip in them and what was found in their place: [{query, forms, ids: of the names among them}]; names
 * first, else as documents write them. Why a document was found is then said of what was meant.
 */
function corrections(clauses, hits) {
  const slips = clauses.filter(({ slip, scores }) => slip && scores.size);
  return slips.map(({ text, names }) => {
    const written = hits.flatMap(({ why }) => why.filter(({ query }) => query === text).map(({ form }) => form));
    const forms = names.length ? names.map(({ form }) => form) : written;
    for (const hit of hits) {
      hit.why = hit.why
        .map((reason) => (reason.query === text ? { ...reason, query: names.length === 1 ? forms[0] : "" } : reason))
        .filter(({ query, form }) => query && foldText(query) !== foldText(form));
    }
    return { query: text, forms: [...new Set(forms)].slice(0, MOST_FORMS), ids: names.map(({ id }) => id) };
  });
}

/**
 * Puts the documents of a page in order once their paragraphs are known: how well the best one answers counts too, and
 * where none has all of the query, how much of it stands there in another form only.
 */
function reordered(hits, partial) {
  const best = (hit) => hit.paragraphs[0]?.score ?? 0;
  const most = Math.max(...hits.map(best)) || 1;
  for (const hit of hits) hit.rank = hit.score * (1 + best(hit) / most) * (partial ? (1 + hit.written) / 2 : 1);
  return hits.sort((a, b) => a.weak - b.weak || b.rank - a.rank || a.doc - b.doc);
}
