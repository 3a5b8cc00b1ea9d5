// Names of entities in a query: the longest one at each place, as build_tools/search/aliases.py wrote them.

/** Where a name ends that starts at element `i`, character `offset`: [i, offset, whole]; null when it does not fit. */
export function ending(parts, elements, i, offset, open) {
  for (let n = 0; n < parts.length; n++) {
    const element = elements[i];
    const part = parts[n];
    if (!element) return open && n > 0 ? [i, 0, false] : null;
    if (element.kind === "H") {
      if (!element.text.startsWith(part, offset)) {
        const rest = element.text.slice(offset);
        const typed = open && i === elements.length - 1 && part.startsWith(rest) && rest.length > 1;
        return typed ? [i + 1, 0, false] : null;
      }
      offset += part.length;
      if (offset === element.text.length) [i, offset] = [i + 1, 0];
      continue;
    }
    if (offset) return null;
    if (!element.readings.some((reading) => reading.bare === part) && element.text !== part) {
      const typed =
        open && i === elements.length - 1 && element.readings.some((reading) => part.startsWith(reading.bare));
      return typed && (n > 0 || element.text.length > 1) ? [i + 1, 0, false] : null;
    }
    i++;
  }
  return [i, offset, true];
}

const FEW = 4;

/** Whether letters that begin a Chinese name as it sounds (build_tools/search/sounds.py) are too few to mean it. */
export const vague = (parts, form, letters) =>
  letters < FEW && /^[a-z]+$/.test(parts[0]) && /^\p{Script=Han}/u.test(form);

const length = (elements, i, offset, end) => {
  let letters = 0;
  for (; i < end[0]; i++, offset = 0) letters += elements[i].text.length - offset;
  return letters + (end[1] - offset);
};

/**
 * The names that a list of elements holds: [{i, offset, end, entities: [{id, certainty, form}]}].
 * `records(element, offset)` gives the names that may begin there.
 */
export function find(elements, records) {
  const found = [];
  for (let i = 0; i < elements.length; i++) {
    for (let offset = 0; offset < elements[i].text.length; ) {
      let best = null;
      for (const [parts, id, certainty, form] of records(elements[i], offset)) {
        const end = ending(parts, elements, i, offset, false);
        if (!end) continue;
        const size = length(elements, i, offset, end);
        if (!best || size > best.size) best = { i, offset, end, size, entities: [] };
        if (size === best.size && !best.entities.some((one) => one.id === id))
          best.entities.push({ id, certainty, form });
      }
      if (best) {
        const surest = Math.max(...best.entities.map((one) => one.certainty));
        if (surest > 1) best.entities = best.entities.filter((one) => one.certainty > 1);
        found.push(best);
        [i, offset] = best.end;
        if (offset === 0) {
          i--;
          break;
        }
        continue;
      }
      if (elements[i].kind !== "H") break;
      offset++;
    }
  }
  return found;
}
