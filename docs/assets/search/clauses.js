// Words become clauses: figures first, then names, then what is left. A clause is met by any of its terms.

import { dates } from "./dates.js";
import { expand, misspells } from "./expand.js";
import { figures } from "./figures.js";
import { fold, foldText } from "./fold.js";
import { misspelt } from "./han.js";
import { find } from "./names.js";
import { elements } from "./query.js";
import { idf, scores } from "./rank.js";
import { areForms, feminineBeside, hanTerms, isFeminine, isPlural, isSoundPlural } from "./tokens.js";

const WEIGHT = {
  readings: [1, 0.7, 0.5],
  form: 0.35,
  prefix: 0.6,
  slip: 0.5,
  crossing: 0.5,
  feminine: 0.15,
  figure: 2,
  together: 0.5,
  literal: 0.5,
};
const CERTAINTY = { 3: 1.2, 2: 0.9, 1: 0.6 };
const SURE = 3;
const SHORT = 3;
const MOST_WORDS = 32;
const HYPHEN = /^[-\u2010\u2011]$/;
const MOST_RANGE_SHARDS = 40;
const MOST_SHARDS_OF_A_CHARACTER = 4;

const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/** The places in a Han run at which a word begins; null when the browser cannot tell. */
const wordStarts = (run) => segmenter && new Set(Array.from(segmenter.segment(run), (word) => word.index));

export class Clauses {
  /** `strong` tells which fields are the source itself. */
  constructor(index, strong) {
    this.index = index;
    this.strong = strong;
  }

  /** The clauses of a text; without `cross` its words stand for themselves alone. */
  async of(text, cross) {
    const made = [];
    const plain = new Map();
    let all = elements(text)
      .slice(0, MOST_WORDS)
      .map((element) => ({ ...element, source: text.slice(element.from, element.to) }));
    if (cross && /[\p{Nd}十百千万亿萬億]/u.test(text)) all = await this.figures(text, all, made, plain);
    let lookups = await this.lookups(all);
    if (
      all.some(({ kind, text: run }) => kind === "H" && hanTerms(run).some((term) => !lookups.get(term).docs.length))
    ) {
      // Perhaps Traditional characters, which the index has as Simplified ones, and words of another region.
      const [regional] = await Promise.all([this.index.regional(), this.index.han()]);
      all = all.map((element) =>
        element.kind === "H" ? { ...element, text: regional(foldText(element.text)) } : element,
      );
      lookups = await this.lookups(all);
    }
    all = await this.hyphenated(all, text, lookups);
    const covered = new Set();
    const names = cross ? find(all, (element, offset) => records(lookups, element, offset)) : [];
    const parts = names.map((name) => cut(all, name, covered));
    const slips = cross ? await Promise.all(all.map((element) => this.misspelt(element, covered, lookups))) : [];
    const single = all.filter((element) => !element.stop).length === 1;
    // Side by side: each may have to read files of its own.
    const others = await Promise.all([
      ...names.map((name, n) => this.name(name, parts[n], lookups, text)),
      ...all.map((element) => {
        if (element.kind === "H") return this.han(element, covered, lookups, single);
        return element.stop || covered.has(element) ? [] : this.word(element, lookups, plain.get(element.start), cross);
      }),
    ]);
    return [...made, ...slips.flat(), ...others.flat()];
  }

  /** Words with a hyphen between them, of which the archive has the compound in one: as one element. */
  async hyphenated(all, text, lookups) {
    const made = [];
    for (const element of all) {
      const before = made.at(-1);
      const word = before?.kind === "W" && element.kind === "W" && HYPHEN.test(text.slice(before.to, element.from));
      const whole = word ? elements(before.text + element.text)[0] : null;
      if (whole && !lookups.has(whole.readings[0].stem))
        lookups.set(whole.readings[0].stem, await this.index.term(whole.readings[0].stem));
      if (whole && lookups.get(whole.readings[0].stem).docs.length) {
        const parts = before.parts ?? [before];
        made[made.length - 1] = {
          ...whole,
          start: before.start,
          from: before.from,
          to: element.to,
          source: text.slice(before.from, element.to),
          parts: [...parts, element],
        };
      } else made.push(element);
    }
    return made;
  }

  /** The clause of a name that a Han run seems to mean, which it then covers. */
  async misspelt(element, covered, lookups) {
    if (element.kind !== "H") return [];
    const free = (from, to) =>
      [...element.text.slice(from, to)].every((_, n) => !covered.has(`${element.start}:${from + n}`));
    const name = await misspelt(this.index, element.text, lookups, free);
    if (!name) return [];
    const found = await Promise.all(name.entities.map(({ id }) => this.index.term(`@${id}`)));
    const all = name.entities.map(({ id, form }, n) => ({ id, form, ...found[n].note, found: found[n] }));
    // A short general term differs from many other words in no more than a character.
    const names = all.filter(({ form, common }) => !common || form.length > SHORT);
    if (!names.length) return [];
    for (let n = name.offset; n < name.end; n++) covered.add(`${element.start}:${n}`);
    const alternatives = names.map(({ id, found: there }) => ({ term: `@${id}`, found: there, weight: WEIGHT.slip }));
    return [this.clause(element.text.slice(name.offset, name.end), alternatives, { names, slip: true })];
  }

  /** A clause that any of some alternatives meets: {term, found, weight}, or scores ready made in `only`. */
  clause(text, alternatives, extra = {}) {
    const merged = new Map();
    for (const { found, weight, only, bonus } of alternatives) {
      for (const [doc, { score, strong }] of only ?? scores(this.index, found, this.strong)) {
        const known = merged.get(doc);
        if (known) {
          known.score = bonus ? known.score + score * weight : Math.max(known.score, score * weight);
          known.strong ||= strong;
        } else if (!bonus) merged.set(doc, { score: score * weight, strong });
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

  async lookups(all) {
    const wanted = new Set();
    for (const element of all) {
      const stems = element.kind === "H" ? hanTerms(element.text) : element.readings.map(({ stem }) => stem);
      // A stop word is looked up only where a name begins with it.
      for (const stem of stems) {
        if (element.stop && !this.index.openers.has(stem)) continue;
        wanted.add(stem);
        const beside = element.kind === "A" && feminineBeside(element.text, stem);
        if (beside) wanted.add(beside);
      }
    }
    const terms = [...wanted];
    const found = await Promise.all(terms.map((term) => this.index.term(term)));
    return new Map(terms.map((term, i) => [term, found[i]]));
  }

  async name({ entities }, parts, lookups, text) {
    const found = await Promise.all(entities.map(({ id }) => this.index.term(`@${id}`)));
    const alternatives = entities.map(({ id, certainty }, n) => ({
      term: `@${id}`,
      found: found[n],
      weight: CERTAINTY[certainty],
    }));
    const terms = [...new Set(parts.flatMap(lexical))];
    const looked = await Promise.all(terms.map((term) => lookups.get(term) ?? this.index.term(term)));
    if (terms.length) {
      const only = this.together(looked);
      // Words of a name that stand anywhere in a document are no name, where the name itself is known to occur.
      const loose =
        terms.length > 1 && parts.every(({ kind }) => kind !== "H") && found.some(({ docs }) => docs.length);
      if (!loose) alternatives.push({ only, weight: terms.length > 1 ? WEIGHT.together : 1 });
      alternatives.push({ only, weight: WEIGHT.literal, bonus: true });
    }
    const names = entities.map(({ id, form }, n) => ({ id, form, ...found[n].note }));
    const clause = this.clause(text.slice(parts[0].from, parts.at(-1).to), alternatives, { names });
    for (const term of terms) clause.terms.set(term, WEIGHT.together / terms.length);
    return clause;
  }

  /** Documents that have every one of the terms: the sum of their scores. */
  together(looked) {
    const [first, ...others] = looked.map((found) => scores(this.index, found, this.strong));
    for (const here of others) {
      for (const [doc, total] of first) {
        const more = here.get(doc);
        if (more) first.set(doc, { score: total.score + more.score, strong: total.strong && more.strong });
        else first.delete(doc);
      }
    }
    return first;
  }

  async word(element, lookups, figure, cross) {
    const alternatives = [];
    const add = (term, found, weight) => {
      if (found.docs.length && !alternatives.some((one) => one.term === term))
        alternatives.push({ term, found, weight });
    };
    for (const [n, { stem }] of element.readings.entries()) {
      const beside = element.kind === "A" && feminineBeside(element.text, stem);
      const weight = WEIGHT.readings[Math.min(n, 2)];
      const [kept, left] = beside ? apart(lookups.get(stem), lookups.get(beside)) : [lookups.get(stem), null];
      add(stem, kept, weight);
      // A plural of people means people; a singular may be an adjective, whose feminine is the same word.
      if (left && !isPlural(element.text, stem)) alternatives.push({ found: left, weight: weight * WEIGHT.feminine });
    }
    for (const { stem } of element.kind === "A" && !isSoundPlural(element.text) ? element.readings : []) {
      for (const [term, found] of lookups.get(stem).shard.terms)
        if (areForms(stem, term, isFeminine(element.text))) add(term, found, WEIGHT.form);
    }
    let slip = false;
    let pieces = [];
    const forms = new Map();
    const entity = async (id, weight) => add(`@${id}`, await this.index.term(`@${id}`), weight);
    if (figure) add(`#:${figure.low}`, await this.index.term(`#:${figure.low}`), 1);
    if (cross) {
      for (const { bare, stem } of element.readings) {
        for (const [parts, id, certainty] of namesFrom(lookups, stem)) {
          if (certainty === SURE && parts.length === 1 && misspells(bare, parts[0])) await entity(id, WEIGHT.slip);
        }
      }
    }
    // A compound that some write as one word, others as several: of either the documents that have all of it.
    const parts = element.parts ?? (alternatives.length || element.kind !== "W" ? null : await this.divided(element));
    if (parts?.names) for (const { id, certainty } of parts.names) await entity(id, CERTAINTY[certainty]);
    else if (parts) {
      const stems = parts.filter(({ stop }) => !stop).map(({ readings: [{ stem }] }) => stem);
      const found = await Promise.all(stems.map((stem) => this.index.term(stem)));
      pieces = stems.map((term, n) => ({ term, found: found[n], weight: 0 }));
      alternatives.push({ only: this.together(found), weight: WEIGHT.together });
    }
    if (!alternatives.length) {
      const near = await expand(this.index, element);
      const weight = near.slip ? WEIGHT.slip : WEIGHT.prefix;
      slip = near.slip;
      for (const { term, found } of near.terms) add(term, found, weight);
      for (const [, id, , form] of cross ? near.names : []) {
        forms.set(id, form);
        await entity(id, weight);
      }
    }
    const names = alternatives
      .filter(({ term }) => term?.[0] === "@")
      .map(({ term, found }) => ({ id: term.slice(1), form: forms.get(term.slice(1)), ...found.note }));
    const clause = this.clause(element.source, alternatives, { names, slip });
    for (const { term } of pieces) clause.terms.set(term, WEIGHT.together / pieces.length);
    return clause;
  }

  /**
   * A word that nobody wrote as the two that it is made of: {names} where these are a name, else the two elements of
   * which one document has both; null for no such word.
   */
  async divided({ text }) {
    const cuts = Array.from({ length: Math.max(text.length - 2 * SHORT + 1, 0) }, (_, n) => n + SHORT);
    const halves = cuts
      .map((at) => elements(`${text.slice(0, at)} ${text.slice(at)}`))
      .filter((two) => two.length === 2);
    const stems = [...new Set(halves.flat().map(({ readings: [one] }) => one.stem))];
    const found = await Promise.all(stems.map((stem) => this.index.term(stem)));
    const lookups = new Map(stems.map((stem, n) => [stem, found[n]]));
    let best = null;
    for (const two of halves) {
      const [name] = find(two, (element, offset) => records(lookups, element, offset));
      if (name && name.i === 0 && name.end[0] === 2) return { names: name.entities };
      if (two.some(({ stop, readings: [{ stem }] }) => stop || !lookups.get(stem).docs.length)) continue;
      const both = this.together(two.map(({ readings: [{ stem }] }) => lookups.get(stem)));
      if (both.size > (best?.size ?? 0)) best = { two, size: both.size };
    }
    return best?.two ?? null;
  }

  /** What names leave of a Han run: its pairs of characters, those that cross from one word to the next optional. */
  async han(element, covered, lookups, single) {
    const terms = hanTerms(element.text);
    const free = terms.map((_, n) => !covered.has(`${element.start}:${n}`));
    if (terms.length === 1)
      return free[0] && (single || !element.stop) ? [await this.character(element.text, lookups)] : [];
    const starts = wordStarts(element.text);
    const pairs = terms
      .map((term, n) => ({ term, crossing: Boolean(starts?.has(n + 1)) }))
      .filter((_, n) => free[n] && free[n + 1]);
    const every = pairs.every(({ crossing }) => crossing);
    return pairs.map(({ term, crossing }) =>
      this.clause(term, [{ term, found: lookups.get(term), weight: crossing ? WEIGHT.crossing : 1 }], {
        required: every || !crossing,
      }),
    );
  }

  /** One character alone stands for every pair that it begins. */
  async character(char, lookups) {
    const alternatives = [{ term: char, found: lookups.get(char), weight: 1 }];
    for (const shard of await this.index.range(char, MOST_SHARDS_OF_A_CHARACTER)) {
      for (const [term, found] of shard.terms)
        if (term.startsWith(char) && term !== char) alternatives.push({ term, found, weight: 1 });
    }
    return this.clause(char, alternatives);
  }

  /** Makes the clauses of figures; gives what they leave of the words, and bare numbers in `plain` by their place. */
  async figures(text, all, made, plain) {
    const folded = fold(text);
    const found = figures(this.index.figures, folded.text);
    for (const figure of found) if (figure.plain) plain.set(figure.start, figure);
    const cut = (list, figure) => list.flatMap((element) => without(element, figure));
    const source = (span) => text.slice(folded.starts[span.start], folded.ends[span.end - 1]);
    const told = dates(this.index.figures.dates, folded.text);
    const months = await Promise.all(told.map((date) => this.month(date)));
    // A month that no document names is looked for as words.
    const known = told.filter((_, n) => months[n].length);
    for (const [n, date] of told.entries()) {
      if (!months[n].length) continue;
      made.push(this.clause(source(date), months[n], { figure: true }));
      all = cut(all, date);
    }
    const amounts = found.filter(
      (figure) => !figure.plain && !known.some(({ start, end }) => figure.start < end && start < figure.end),
    );
    if (!amounts.length) return all;
    const [clauses] = await Promise.all([
      Promise.all(amounts.map((figure) => this.amount(figure, source(figure)))),
      // What stands beside the figures is on its way at the same time.
      this.lookups(amounts.reduce(cut, all)),
    ]);
    for (const [n, clause] of clauses.entries()) {
      if (!clause) continue;
      made.push(clause);
      all = cut(all, amounts[n]);
    }
    return all;
  }

  /** What meets a month of a year: that it is named, or that the document appeared then; less, that its name and the year
   * stand in one document, in any language. */
  async month({ term }) {
    const nth = Number(term.slice(-2));
    const names = Object.entries(this.index.figures.dates.months).filter(([, month]) => month === nth);
    const words = names.map(([form]) => elements(form)).filter(([one, more]) => !more && "AW".includes(one.kind));
    const stems = [
      ...new Set(
        words.map(
          ([
            {
              readings: [one],
            },
          ]) => one.stem,
        ),
      ),
    ];
    const [named, year, ...found] = await Promise.all(
      [term, term.slice(1, 5), ...stems].map((one) => this.index.term(one)),
    );
    const alternatives = named.docs.length ? [{ term, found: named, weight: 1 }] : [];
    for (const [n, one] of found.entries()) {
      const only = one.docs.length ? this.together([one, year]) : new Map();
      if (only.size) alternatives.push({ term: stems[n], only, weight: WEIGHT.together });
    }
    return alternatives;
  }

  /** The clause of a figure; null when its words had better be looked for as words. */
  async amount(figure, text) {
    const clause = await this.figure(figure, text);
    // A thing that is counted may be called otherwise; an amount of money or a percentage is that or nothing.
    if (clause.scores.size || !/^[a-z]/.test(figure.unit)) return clause;
    const other = await this.figure({ ...figure, unit: "" }, text);
    return other.scores.size || figure.scaled ? other : null;
  }

  async figure({ unit, low, high }, text) {
    const first = `#${unit}:${low}`;
    const alternatives = [];
    if (!high) alternatives.push({ term: first, found: await this.index.term(first), weight: WEIGHT.figure });
    else {
      const last = `#${unit}:${high}`;
      const from = this.index.place(first);
      const to = Math.min(this.index.place(last), from + MOST_RANGE_SHARDS);
      const shards = await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => this.index.shard(from + n)));
      for (const { terms } of shards) {
        for (const [term, found] of terms)
          if (term >= first && term <= last) alternatives.push({ term, found, weight: WEIGHT.figure });
      }
    }
    return this.clause(text, alternatives, { figure: true });
  }
}

/** The names that may begin at a place of a run. */
function records(lookups, element, offset) {
  const terms =
    element.kind === "H" ? [hanTerms(element.text.slice(offset))[0]] : element.readings.map(({ stem }) => stem);
  return terms.flatMap((term) => namesFrom(lookups, term));
}

/** What was found of a term, and the documents in which all of it is another one; null when these are none or all. */
function apart(found, other) {
  const all = new Map(other.docs.map((doc, n) => [doc, String(other.counts[n])]));
  const lists = [[], []];
  for (const [n, doc] of found.docs.entries()) lists[Number(all.get(doc) === String(found.counts[n]))].push(n);
  if (!lists[0].length || !lists[1].length) return [found, null];
  return lists.map((places) => ({
    ...found,
    whole: found,
    docs: places.map((n) => found.docs[n]),
    counts: places.map((n) => found.counts[n]),
  }));
}

/** The names that begin with a term. */
function namesFrom(lookups, term) {
  const note = lookups.get(term)?.note;
  return Array.isArray(note) ? note : [];
}

/** The terms of one part of a name. */
function lexical(part) {
  if (part.kind === "H") return part.text.length > 1 ? hanTerms(part.text).slice(0, -1) : [part.text];
  return part.stop ? [] : [part.readings[0].stem];
}

/** Marks what a name covers; gives its parts. */
function cut(all, { i, offset, end }, covered) {
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
    const stop = to < element.text.length ? element.from + to : element.to;
    parts.push({ ...element, text: element.text.slice(from, to), from: element.from + from, to: stop });
  }
  return parts;
}

/** What a figure leaves of an element: nothing of a word, the ends of a Han run. */
function without(element, { start, end }) {
  const stop = element.start + element.text.length;
  if (stop <= start || element.start >= end) return [element];
  if (element.kind !== "H") return [];
  const piece = (from, to) =>
    from < to ? [{ ...element, text: element.text.slice(from - element.start, to - element.start), start: from }] : [];
  return [...piece(element.start, Math.min(start, stop)), ...piece(Math.max(end, element.start), stop)];
}
