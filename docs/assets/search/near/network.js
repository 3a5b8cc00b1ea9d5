// The network of the encoder: rows of pieces → a direction. What it computes: build_tools/meaning/universal.py.

/** The arrays of a network file by name: vectors, and matrices as {rows, columns, scales, weights}, a byte a weight. */
export function arrays(bytes, listed) {
  const made = {};
  let at = 0;
  for (const [name, rows, columns, scales] of listed) {
    if (columns) {
      made[name] = {
        rows,
        columns,
        scales,
        weights: new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * columns),
      };
      at += rows * columns;
    } else {
      made[name] = new Float32Array(bytes.slice(at, at + 4 * rows).buffer);
      at += 4 * rows;
    }
  }
  return made;
}

/** `into` += `input` × matrix, whose columns have as many scales as parts. */
function add(into, input, { columns, scales, weights }, first = 0) {
  const width = columns / scales.length;
  for (let row = 0; row < input.length; row++) {
    if (!input[row]) continue;
    const start = (first + row) * columns;
    for (let part = 0, column = 0; part < scales.length; part++) {
      const times = input[row] * scales[part];
      for (const end = column + width; column < end; column++) into[column] += times * weights[start + column];
    }
  }
  return into;
}

const times = (input, matrix) => add(new Float64Array(matrix.columns), input, matrix);
const positive = (numbers) => numbers.map((number) => Math.max(number, 0));

function plus(numbers, others) {
  for (let n = 0; n < numbers.length; n++) numbers[n] += others[n];
  return numbers;
}

/** Mean 0 and variance 1, then scaled. */
function evened(numbers, gain, bias, epsilon) {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length;
  const size = Math.sqrt(variance + epsilon);
  return numbers.map((number, n) => ((number - mean) / size) * gain[n] + bias[n]);
}

/** Each part with its neighbours through a matrix; what went in is added. */
function convolved(parts, matrix, bias, before) {
  const width = bias.length;
  const order = matrix.rows / width;
  return parts.map((part, at) => {
    const made = Float64Array.from(bias);
    for (let n = 0; n < order; n++) {
      const neighbour = parts[at - before + n];
      if (neighbour) add(made, neighbour, matrix, n * width);
    }
    return plus(positive(made), part);
  });
}

/** The direction of a sentence, as 512 numbers of length 1. */
export function encoded(rows, w, { orders, epsilon }) {
  const joint = rows.map((row) => evened(plus(times(row, w.proj), w.proj_b), w.proj_g, w.proj_ln_b, epsilon));
  const width = w.proj_b.length / orders.length;
  const branches = orders.map(([order, before], n) =>
    [1, 2].reduce(
      (parts, layer) => convolved(parts, w[`w${layer}_${order}`], w[`b${layer}_${order}`], before),
      joint.map((row) => row.subarray(n * width, (n + 1) * width)),
    ),
  );
  const summed = new Float64Array(w.ln_g.length);
  rows.forEach((row, at) => {
    const features = new Float64Array(summed.length);
    features.set(row);
    for (const [n, branch] of branches.entries()) features.set(branch[at], row.length + n * width);
    plus(summed, evened(features, w.ln_g, w.ln_b, epsilon));
  });
  const root = Math.sqrt(rows.length);
  const told = times(summed, w.cnn_W).map((number, n) => (number + rows.length * w.cnn_b[n]) / root);
  const second = positive(plus(times(told, w.p1), times(positive(times(told, w.d0)), w.d1)));
  const last = plus(times(second, w.p3), times(positive(times(second, w.d2)), w.d3)).map(Math.tanh);
  const length = Math.sqrt(
    Math.max(
      last.reduce((sum, number) => sum + number * number, 0),
      epsilon,
    ),
  );
  return last.map((number) => number / length);
}
