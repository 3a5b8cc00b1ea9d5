// In which files a question's sentences may stand: the outlines of stretches of text. Layout: build_tools/search/near/outlines.py.

const HALF = 8;
const EACH = 4;
/** Of the four steps of an axis, the middle of each. */
const LEVELS = [-3, -1, 1, 3];

export class Outlines {
  /** Reads what follows: the axes, for vectors of `size` numbers; then, file by file, as many outlines as it has `stretches`. */
  constructor(reader, { axes, size, stretches }) {
    Object.assign(this, { axes, stretches });
    this.along = reader.slice((size * axes) / 2);
    this.rows = reader.slice((stretches.reduce((sum, count) => sum + count, 0) * axes) / EACH);
  }

  /** Of each file how near its nearest stretch is: about the cosine. */
  nearness(direction) {
    const told = this.told(direction);
    const bytes = this.axes / EACH;
    const [products, squares] = tables(told);
    const size = Math.sqrt(told.reduce((sum, number) => sum + number * number, 0)) || 1;
    let at = 0;
    return this.stretches.map((count) => {
      let best = Number.NEGATIVE_INFINITY;
      for (const end = at + count * bytes; at < end; at += bytes) {
        let product = 0;
        let square = 0;
        for (let byte = 0; byte < bytes; byte++) {
          const steps = this.rows[at + byte];
          product += products[byte * 256 + steps];
          square += squares[steps];
        }
        best = Math.max(best, product / Math.sqrt(square));
      }
      return best / size;
    });
  }

  /** The direction along the axes. */
  told(direction) {
    const made = new Float64Array(this.axes);
    for (let n = 0, at = 0; n < direction.length; n++) {
      for (let axis = 0; axis < this.axes; axis += 2, at++) {
        made[axis] += direction[n] * ((this.along[at] & 15) - HALF);
        made[axis + 1] += direction[n] * ((this.along[at] >> 4) - HALF);
      }
    }
    return made;
  }
}

/** For each byte of an outline what its four steps add to the product with numbers along the axes, and to their own square. */
function tables(told) {
  const products = new Float64Array((told.length / EACH) * 256);
  const squares = new Float64Array(256);
  for (let at = 0; at < products.length; at++) {
    for (let n = 0; n < EACH; n++) {
      const level = LEVELS[(at >> (6 - 2 * n)) & 3];
      products[at] += level * told[(at >> 8) * EACH + n];
      if (at < 256) squares[at] += level * level;
    }
  }
  return [products, squares];
}
