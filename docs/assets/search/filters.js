// Documents tested by language, time, publisher, verdict, entity, type of entity, tag and collection.

/** A test of documents against [[name, values], …]: one of the values, but all of the entities, types, tags, collections and verdicts. */
export function tester(wanted, facets, language) {
  const named = (doc, column, value) => facets.entity[doc].some((place) => facets.entities[place][column] === value);
  // A label as it is, or as it is typed after "tag:", without spaces.
  const typed = (label) => label.toLowerCase().replace(/\s+/gu, "_");
  const labelled = (doc, column, all, value) =>
    (facets[column]?.[doc] ?? []).some((place) => typed(facets[all][place]) === typed(value));
  const tests = {
    languages: (doc, values) => values.some((tag) => tag === language(doc) || tag === language(doc).split("-")[0]),
    years: (doc, values) => values.includes(facets.years[facets.year[doc]]),
    months: (doc, values) => values.some((month) => labelled(doc, "month", "months", month)),
    publishers: (doc, values) => values.some((label) => labelled(doc, "publisher", "publishers", label)),
    verdicts: (doc, values) => values.every((label) => labelled(doc, "verdict", "verdicts", label)),
    entities: (doc, values) => values.every((id) => named(doc, 0, id)),
    tags: (doc, values) => values.every((label) => labelled(doc, "tag", "tags", label)),
    collections: (doc, values) => values.every((label) => labelled(doc, "collection", "collections", label)),
    types: (doc, values) => values.every((type) => named(doc, 1, type)),
  };
  const chosen = wanted.filter(([, values]) => values.length);
  return (doc) => chosen.every(([name, values]) => tests[name](doc, values));
}
