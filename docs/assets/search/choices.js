// What the search page offers to choose from: [value, text, number of documents or null] for each choice.

import { foldText } from "./fold.js";
import { nameOf, spokenDate } from "./results.js";

const MOST_ENTITIES = 60;

/** The columns of which a document may have several values, or none. */
const LABELS = {
  month: "months",
  publisher: "publishers",
  verdict: "verdicts",
  tag: "tags",
  collection: "collections",
};

/** {lang, year, type, entity and each of `LABELS`}: the choices by which the documents `matched` (their numbers) can be narrowed down. */
export async function filterChoices(engine, words, matched, language) {
  const facets = await engine.facets();
  const counted = Object.fromEntries(
    ["lang", "year", "type", "entity", ...Object.keys(LABELS)].map((name) => [name, new Map()]),
  );
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const doc of matched) {
    add(counted.lang, engine.language(doc)[0]);
    add(counted.year, facets.years[facets.year[doc]]);
    for (const [name, all] of Object.entries(LABELS))
      for (const place of facets[name][doc]) add(counted[name], facets[all][place]);
    const places = facets.entity[doc];
    for (const place of places) add(counted.entity, facets.entities[place][0]);
    for (const type of new Set(places.map((place) => facets.entities[place][1]))) add(counted.type, type);
  }
  const most = (map) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const latest = (map) => [...map].filter(([time]) => time).sort((a, b) => (a[0] < b[0] ? 1 : -1));
  const named = async (list) => {
    const notes = await Promise.all(list.map(([id]) => engine.index.term(`@${id}`)));
    return list.map(([id, n], i) => [id, nameOf(notes[i].note?.names, id, language), n]);
  };
  const [entity, publisher] = await Promise.all([
    named(most(counted.entity).slice(0, MOST_ENTITIES)),
    named(most(counted.publisher)),
  ]);
  return {
    lang: most(counted.lang).map(([tag, n]) => [tag, words.languages[tag] ?? tag, n]),
    year: latest(counted.year).map(([year, n]) => [year, year, n]),
    month: latest(counted.month).map(([month, n]) => [month, spokenDate(month, language, words), n]),
    type: most(counted.type)
      .filter(([type]) => type)
      .map(([type, n]) => [type, words.types[type] ?? type, n]),
    verdict: most(counted.verdict).map(([key, n]) => [key, words.verdicts[key] ?? key, n]),
    tag: most(counted.tag).map(([label, n]) => [label, label, n]),
    collection: most(counted.collection).map(([label, n]) => [label, label, n]),
    publisher,
    entity,
  };
}

/** The units of the archive's figures, each under its name here, as the form that a query is understood with. */
export function unitChoices(engine, words, language) {
  const table = engine.index.figures.units;
  const known = [...new Set(Object.values(table))].map((unit) => {
    const name = words.units[unit] ?? unit;
    const form = [name, unit, ...Object.keys(table)].find((one) => table[foldText(one)] === unit);
    return [form, name, null];
  });
  return known.sort((a, b) => a[1].localeCompare(b[1], language));
}
