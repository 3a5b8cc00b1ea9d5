// What questions have in common, whatever they ask about: build_tools/meaning/asking.py.

/** Directions of length 1, as rows of a `reader`. */
export function asking(reader) {
  const rows = reader.number();
  const size = (reader.bytes.length - reader.at) / (rows || 1);
  return Array.from({ length: rows }, () => {
    const row = Float64Array.from(new Int8Array(reader.slice(size)));
    const length = Math.sqrt(row.reduce((sum, number) => sum + number * number, 0));
    return row.map((number) => number / length);
  });
}

/** A question's direction without what all have in common; of anything else it has next to nothing. */
export function withoutAsking(direction, rows) {
  const shares = rows.map((row) => row.reduce((sum, number, n) => sum + number * direction[n], 0));
  return direction.map((number, n) => rows.reduce((left, row, at) => left - shares[at] * row[n], number));
}
