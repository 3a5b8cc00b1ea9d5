// A query answered: words, names and figures become clauses, clauses find documents, documents show their places.

import { foldText } from "./fold.js";
import { expand } from "./expand.js";
import { figures } from "./figures.js";
import { find } from "./names.js";
import { elements, parse, says } from "./query.js";
import { idf, scores } from "./rank.js";
import { Documents } from "./documents.js";
import { areForms, hanTerms } from "./tokens.js";

const WEIGHT = { readings: [1, 0.7, 0.5], sibling: 0.35, prefix: 0.6, slip: 0.5, crossing: 0.5, figure: 2, together: 0.5, literal: 0.5 };
const CERTAINTY = { 3: 1.2, 2: 0.9, 1: 0.6 };
const ENOUGH = 0.6;
const MOST_WORDS = 32;
const MOST_PHRASE_LOOKS = 60;
const MOST_RANGE_SHARDS = 40;

const OWN_LANGUAGE = 1.5;

/** The script that a query is in; Latin only when there is no other, since names are quoted in it everywhere. */
function scriptOf(input) {
  const letters = { A: 0, H: 0 };
  for (const { kind, text } of elements(input)) if (kind in letters) letters[kind] += text.length;
  return letters.A || letters.H ? (letters.A > 2 * letters.H ? "A" : "H") : "W";
}

/** Puts the documents of a page in order once their paragraphs are known: how well the best one answers counts too. */
function reordered(hits) {
  const best = (hit) => hit.paragraphs[0]?.score ?? 0;
  const most = Math.max(...hits.map(best)) || 1;
  for (const hit of hits) hit.rank = hit.score * (1 + best(hit) / most);
  hits.sort((a, b) => a.weak - b.weak || b.rank - a.rank || a.doc - b.doc);
}

const words = globalThis.Intl?.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/** The characters of a Han run at which a word begins; null when the browser cannot tell. */
function wordStarts(run) {
  return words && new Set(Array.from(words.segment(run), (word) => word.index));
}

export class Engine {
  constructor(index) {
    this.index = index;
    this.documents = new Documents(index);
    const own = new Set(["title", "text", "entity"]);
    this.strong = index.fields.map((field) => own.has(field));
    this.all = index.fields.map(() => true);
  }

  /**
   * Answers a query. Options: `cross` (names and figures in all languages, default true), `weak` (documents that only
   * a translation or summary matches: "auto" when nothing else does, or true), `filters`, `from`, `count`, `further`
   * (look at more documents for a phrase), `everywhere` (a general term in other languages too). Gives {total, weak,
   * elsewhere: how many more there are by those means, hits, matched, clauses, names, missing, more}.
   */
  async search(input, options = {}) {
    const { cross = true, weak = "auto", from = 0, count = 10, further = 1, everywhere = false } = options;
    const query = parse(input);
    const clauses = await this.clauses(query.words, cross);
    const phrases = [];
    for (const { text, excluded } of query.phrases) {
      const run = elements(text);
      if (!run.length) continue;
      const made = await this.strict(run, text);
      if (excluded) query.excluded.push({ run, made });
      else {
        phrases.push(run);
        clauses.push(...made);
      }
    }
    const required = clauses.filter((clause) => clause.required);
    const empty = { total: 0, weak: 0, elsewhere: 0, hits: [], matched: [], clauses, names: this.namesOf(clauses), missing: [], more: false };
    const filters = await this.filters(query.filters, options.filters);
    if (!clauses.length && !filters) return empty;
    const script = scriptOf(input);
    let ranked = clauses.length ? this.ranked(clauses, required, script) : this.every();
    const missing = required.filter((clause) => !clause.scores.size).map((clause) => clause.text);
    ranked = await this.without(ranked, query.excluded, cross);
    if (filters) ranked.forEach((level) => (ranked[ranked.indexOf(level)] = level.filter(({ doc }) => filters(doc))));
    let [sure, unsure] = ranked;
    let elsewhere = [];
    if (weak !== true && !everywhere) [sure, elsewhere] = this.apart(sure, required, script);
    let more = false;
    if (phrases.length) {
      const looks = MOST_PHRASE_LOOKS * further;
      more = sure.length > looks || unsure.length > looks;
      sure = await this.saying(sure.slice(0, looks), phrases, false);
      unsure = await this.saying(unsure.slice(0, looks), phrases, true);
    }
    const shown = weak === true ? [...sure, ...unsure] : sure.length ? sure : unsure;
    const hits = await Promise.all(shown.slice(from, from + count).map((hit) => this.documents.shown(hit, clauses, phrases)));
    reordered(hits);
    return {
      ...empty,
      total: shown.length,
      weak: shown.length > sure.length ? 0 : unsure.length,
      elsewhere: elsewhere.length,
      matched: shown.map((hit) => hit.doc),
      hits,
      missing,
      more,
    };
  }

  namesOf(clauses) {
    return clauses.flatMap((clause) => clause.names ?? []);
  }

  /** Where a general term is all that was asked for: documents of the query's own language, and the others. */
  apart(sure, required, script) {
    const names = required[0]?.names ?? [];
    if (required.length !== 1 || !names.length || !names.every(({ common }) => common)) return [sure, []];
    const own = sure.filter(({ doc }) => this.kind(doc) === script);
    return own.length ? [own, sure.filter(({ doc }) => this.kind(doc) !== script)] : [sure, []];
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
    return [Array.from({ length: this.index.documents }, (_, doc) => ({ doc, score: 0, weak: false })), []];
  }

  /** Two lists, best first: documents that match by themselves, and those that a translation or summary helps. */
  ranked(clauses, required, script) {
    const totals = new Map();
    const value = (clause) => clause.idf ?? 1;
    const whole = required.reduce((sum, clause) => sum + value(clause), 0) || 1;
    for (const clause of clauses) {
      for (const [doc, { score, strong }] of clause.scores) {
        let total = totals.get(doc);
        if (!total) totals.set(doc, (total = { doc, score: 0, own: 0, any: 0 }));
        total.score += score;
        if (!clause.required) continue;
        total.any += value(clause);
        if (strong) total.own += value(clause);
      }
    }
    const found = [...totals.values()];
    const near = (part) => part > whole - 1e-6;
    let sure = found.filter((one) => near(one.own));
    let unsure = found.filter((one) => near(one.any) && !near(one.own));
    if (!sure.length && !unsure.length) {
      const best = Math.max(...found.map((one) => one.any));
      sure = found.filter((one) => one.any > 0 && one.any >= ENOUGH * best);
    }
    const listed = (list, weak) =>
      list
        .map(({ doc, score, any }) => ({ doc, weak, score: (score * any * (this.kind(doc) === script ? OWN_LANGUAGE : 1)) / whole }))
        .sort((a, b) => b.score - a.score || a.doc - b.doc);
    return [listed(sure, false), listed(unsure, true)];
  }

  /** The clauses of plain words: figures first, then names, then what is left. */
  async clauses(text, cross) {
    const made = [];
    let all = elements(text).slice(0, MOST_WORDS);
    const plain = new Map();
    if (cross && /\p{Nd}|[十百千万亿萬億]/u.test(text)) {
      const table = await this.figureWords();
      const folded = foldText(text);
      for (const figure of figures(table, folded)) {
        if (figure.plain) plain.set(figure.start, figure);
        else {
          const clause = await this.figureClause(figure, folded.slice(figure.start, figure.end));
          if (!clause) continue;
          made.push(clause);
          all = all.flatMap((element) => this.rest(element, figure));
        }
      }
    }
    let lookups = await this.lookups(all);
    if (all.some((element) => element.kind === "H" && hanTerms(element.text).some((term) => !lookups.get(term).docs.length))) {
      await this.index.han();
      const again = elements(text).filter((one) => all.some((old) => old.start === one.start));
      if (again.some((element, i) => element.text !== all[i]?.text)) lookups = await this.lookups((all = again));
    }
    const named = cross ? find(all, (element, offset) => this.records(lookups, element, offset)) : [];
    const covered = new Set();
    for (const name of named) {
      const parts = this.cut(all, name, covered);
      made.push(await this.nameClause(name, parts, lookups));
    }
    const single = all.filter((element) => !element.stop).length === 1;
    for (const element of all) {
      if (element.kind === "H") made.push(...(await this.hanClauses(element, covered, lookups, single)));
      else if (!element.stop && !covered.has(element)) made.push(await this.wordClause(element, lookups, plain.get(element.start), cross));
    }
    return made;
  }

  /** What a figure leaves of an element. */
  rest(element, { start, end }) {
    const stop = element.start + element.text.length;
    if (stop <= start || element.start >= end) return [element];
    const piece = (from, to) => (from < to ? [{ ...element, text: element.text.slice(from - element.start, to - element.start), start: from }] : []);
    if (element.kind !== "H") return [];
    return [...piece(element.start, Math.min(start, stop)), ...piece(Math.max(end, element.start), stop)];
  }

  async lookups(all) {
    const wanted = new Set();
    for (const element of all) {
      if (element.kind === "H") hanTerms(element.text).forEach((term) => wanted.add(term));
      else if (!element.stop) element.readings.forEach((reading) => wanted.add(reading.stem));
      else element.readings.filter(({ stem }) => this.index.openers.has(stem)).forEach(({ stem }) => wanted.add(stem));
    }
    const terms = [...wanted];
    const found = await Promise.all(terms.map((term) => this.index.term(term)));
    return new Map(terms.map((term, i) => [term, found[i]]));
  }

  records(lookups, element, offset) {
    const terms = element.kind === "H" ? [hanTerms(element.text.slice(offset))[0]] : element.readings.map(({ stem }) => stem);
    const notes = terms.flatMap((term) => lookups.get(term)?.note ?? []);
    // A name of one character stands under that character, whatever follows it.
    return notes.filter(Array.isArray);
  }

  /** Marks what a name covers; gives its pieces. */
  cut(all, { i, offset, end }, covered) {
    const parts = [];
    for (let at = i; at < end[0] || (at === end[0] && end[1] > 0); at++) {
      const element = all[at];
      if (element.kind !== "H") {
        covered.add(element);
        parts.push(element);
        continue;
      }
      const from = at === i ? offset : 0;
      const to = at === end[0] ? end[1] : element.text.length;
      for (let n = from; n < to; n++) covered.add(`${element.start}:${n}`);
      parts.push({ ...element, text: element.text.slice(from, to) });
    }
    return parts;
  }

  clause(text, alternatives, extra = {}) {
    const merged = new Map();
    for (const { found, weight, only, bonus } of alternatives) {
      for (const [doc, { score, strong }] of only ?? scores(this.index, found, this.strong)) {
        const known = merged.get(doc);
        if (!known) {
          if (!bonus) merged.set(doc, { score: score * weight, strong });
          continue;
        }
        known.score = bonus ? known.score + score * weight : Math.max(known.score, score * weight);
        known.strong ||= strong;
      }
    }
    const known = alternatives.filter(({ found }) => found?.docs.length).map(({ found }) => idf(this.index, found));
    return {
      text,
      required: true,
      scores: merged,
      idf: known.length ? Math.min(...known) : Math.log(1 + (this.index.documents + 0.5) / 0.5),
      terms: new Map(alternatives.filter(({ term }) => term).map(({ term, weight }) => [term, weight])),
      ...extra,
    };
  }

  async nameClause(name, parts, lookups) {
    const found = await Promise.all(name.entities.map(({ id }) => this.index.term(`@${id}`)));
    const alternatives = name.entities.map(({ id, certainty }, n) => ({ term: `@${id}`, found: found[n], weight: CERTAINTY[certainty] }));
    const lexical = parts.flatMap((part) =>
      part.kind === "H"
        ? part.text.length > 1
          ? hanTerms(part.text).slice(0, -1)
          : [part.text]
        : part.stop
          ? []
          : [part.readings[0].stem],
    );
    const terms = [...new Set(lexical)];
    const looked = await Promise.all(terms.map((term) => lookups.get(term) ?? this.index.term(term)));
    if (terms.length) {
      const only = this.together(looked);
      // Words of a name that stand anywhere in a document are no name, where the name itself is known to occur.
      const loose = terms.length > 1 && parts.every(({ kind }) => kind !== "H") && found.some(({ docs }) => docs.length);
      if (!loose) alternatives.push({ only, weight: terms.length > 1 ? WEIGHT.together : 1 });
      alternatives.push({ only, weight: WEIGHT.literal, bonus: true });
    }
    const names = name.entities.map(({ id, form }, n) => ({ id, form, ...found[n].note }));
    const clause = this.clause(parts.map((part) => part.text).join(" "), alternatives, { names });
    terms.forEach((term) => clause.terms.set(term, WEIGHT.together / terms.length));
    return clause;
  }

  /** Documents that have every one of the terms: the sum of their scores. */
  together(looked) {
    let all = null;
    for (const found of looked) {
      const here = scores(this.index, found, this.strong);
      if (!all) all = here;
      else {
        for (const [doc, total] of all) {
          const more = here.get(doc);
          if (!more) all.delete(doc);
          else all.set(doc, { score: total.score + more.score, strong: total.strong && more.strong });
        }
      }
    }
    return all ?? new Map();
  }

  async wordClause(element, lookups, figure, cross) {
    const alternatives = [];
    const add = (term, found, weight) => {
      if (found.docs.length && !alternatives.some((one) => one.term === term)) alternatives.push({ term, found, weight });
    };
    element.readings.forEach(({ stem }, n) => add(stem, lookups.get(stem), WEIGHT.readings[n]));
    if (element.kind === "A") {
      for (const { stem } of element.readings) {
        for (const [term, found] of lookups.get(stem).shard.terms) {
          if (areForms(stem, term)) add(term, found, WEIGHT.sibling);
        }
      }
    }
    if (figure && cross) add(`#:${figure.low}`, await this.index.term(`#:${figure.low}`), 1);
    if (!alternatives.length) {
      const near = await expand(this.index, element);
      near.terms.forEach(({ term, found }) => add(term, found, near.slip ? WEIGHT.slip : WEIGHT.prefix));
      if (cross) {
        for (const [, id] of near.names) add(`@${id}`, await this.index.term(`@${id}`), near.slip ? WEIGHT.slip : WEIGHT.prefix);
      }
    }
    const names = alternatives.flatMap(({ term, found }) => (term[0] === "@" ? [{ id: term.slice(1), ...found.note }] : []));
    return this.clause(element.text, alternatives, { names });
  }

  async hanClauses(element, covered, lookups, single) {
    const terms = hanTerms(element.text);
    const free = [...element.text].map((_, n) => !covered.has(`${element.start}:${n}`));
    if (element.text.length === 1) {
      if (!free[0] || (element.stop && !single)) return [];
      return [await this.characterClause(element.text, lookups)];
    }
    const starts = wordStarts(element.text);
    const pairs = [];
    for (let n = 0; n + 1 < terms.length; n++) {
      if (!free[n] || !free[n + 1]) continue;
      pairs.push({ term: terms[n], crossing: starts !== null && starts.has(n + 1) });
    }
    const lone = [];
    for (let n = 0; n < free.length; n++) {
      if (free[n] && !free[n - 1] && !free[n + 1]) lone.push(n);
    }
    if (pairs.every(({ crossing }) => crossing)) pairs.forEach((pair) => (pair.crossing = false));
    return pairs.map(({ term, crossing }) =>
      this.clause(term, [{ term, found: lookups.get(term), weight: crossing ? WEIGHT.crossing : 1 }], { required: !crossing }),
    );
  }

  async characterClause(char, lookups) {
    const shards = await this.index.range(char, 4);
    const alternatives = [{ term: char, found: lookups.get(char), weight: 1 }];
    for (const shard of shards) {
      for (const [term, found] of shard.terms) if (term.startsWith(char) && term !== char) alternatives.push({ term, found, weight: 1 });
    }
    return this.clause(char, alternatives);
  }

  async figureClause({ unit, low, high }, text) {
    const label = `#${unit}:`;
    if (!high) {
      let terms = [`${label}${low}`];
      let found = await this.index.term(terms[0]);
      if (!found.docs.length) return null;
      return this.clause(text, [{ term: terms[0], found, weight: WEIGHT.figure }], { figure: true });
    }
    const alternatives = [];
    const first = this.index.place(label + low);
    const last = Math.min(this.index.place(label + high), first + MOST_RANGE_SHARDS);
    for (let place = first; place <= last; place++) {
      for (const [term, found] of (await this.index.shard(place)).terms) {
        if (term >= label + low && term <= label + high) alternatives.push({ term, found, weight: WEIGHT.figure });
      }
    }
    return this.clause(text, alternatives, { figure: true });
  }

  /** The words of a phrase, each as it stands; whether they stand together is seen in the documents. */
  async strict(run, text) {
    let lookups = await this.lookups(run);
    const pieces = run.flatMap((element) =>
      element.stop ? [] : element.kind === "H" ? hanTerms(element.text).slice(0, element.text.length > 1 ? -1 : 1).map((term) => [term]) : [element.readings.map(({ stem }) => stem)],
    );
    return Promise.all(
      pieces.map(async (terms) => {
        const found = await Promise.all(terms.map((term) => this.index.term(term)));
        return this.clause(text, terms.map((term, n) => ({ term, found: found[n], weight: 1 })), { phrase: true });
      }),
    );
  }

  async saying(ranked, phrases, weak) {
    const kept = await Promise.all(
      ranked.map(async (hit) => {
        const paragraphs = await this.documents.paragraphs(hit.doc, weak);
        const fits = phrases.every((phrase) => paragraphs.some(({ runs }) => says(runs, phrase, this.index.rules.proclitics)));
        return fits ? hit : null;
      }),
    );
    return kept.filter(Boolean);
  }

  async without(ranked, excluded, cross) {
    if (!excluded.length) return ranked;
    const banned = new Set();
    for (const one of excluded) {
      if (typeof one === "string") {
        for (const clause of await this.clauses(one, cross)) {
          for (const [doc, { strong }] of clause.scores) if (strong) banned.add(doc);
        }
        continue;
      }
      const candidates = this.ranked(one.made, one.made)[0].slice(0, MOST_PHRASE_LOOKS);
      for (const { doc } of await this.saying(candidates, [one.run], false)) banned.add(doc);
    }
    return ranked.map((level) => level.filter(({ doc }) => !banned.has(doc)));
  }

  /** A test of documents against filters, from the query and from the page; null without any. */
  async filters(typed, chosen = {}) {
    const wanted = {};
    for (const name of Object.keys(typed)) {
      const values = [...typed[name], ...(chosen[name] ?? [])];
      if (values.length) wanted[name] = new Set(values);
    }
    if (!Object.keys(wanted).length) return null;
    const facets = await this.facets();
    const tests = {
      languages: (doc) => {
        const [tag] = this.language(doc);
        return wanted.languages.has(tag) || wanted.languages.has(tag.split("-")[0]);
      },
      years: (doc) => wanted.years.has(facets.years[facets.year[doc]]),
      entities: (doc) => [...wanted.entities].every((id) => facets.entity[doc].some((place) => facets.entities[place][0] === id)),
      types: (doc) => [...wanted.types].every((type) => facets.entity[doc].some((place) => facets.entities[place][1] === type)),
    };
    return (doc) => Object.keys(wanted).every((name) => tests[name](doc));
  }

  async figureWords() {
    return (this.table ??= JSON.parse(new TextDecoder().decode(await this.index.file("figures.bin"))));
  }

  async facets() {
    return (this.columns ??= JSON.parse(new TextDecoder().decode(await this.index.file("facets.bin"))));
  }
}
