// Documents tested by language, year, entity and type of entity.

/** A test of documents against [[name, values], …]: one of the values, but all of the entities and types. */
export function tester(wanted, facets, language) {
  const named = (doc, column, value) => facets.entity[doc].some((place) => facets.entities[place][column] === value);
  const tests = {
    languages: (doc, values) => values.some((tag) => tag === language(doc) || tag === language(doc).split("-")[0]),
    years: (doc, values) => values.includes(facets.years[facets.year[doc]]),
    entities: (doc, values) => values.every((id) => named(doc, 0, id)),
    types: (doc, values) => values.every((type) => named(doc, 1, type)),
  };
  const chosen = wanted.filter(([, values]) => values.length);
  return (doc) => chosen.every(([name, values]) => tests[name](doc, values));
}
