// Figures in a query: a number, its scale, its currency or unit, in any of the languages. The words come from
// build_tools/search/figure_words.py, the terms are those of build_tools/search/figures.py.

const NUMBER = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?/y;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const TENS = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** `EEm` of a decimal string scaled by a power of ten, as Python's figures.amount writes it. */
export function amount(text, power) {
  const [whole, fraction = ""] = text.replaceAll(",", "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const exponent = 50 + power + digits.length - 1 - fraction.length;
  const mantissa = digits.replace(/0+$/, "");
  return mantissa && exponent >= 0 && exponent <= 99 ? String(exponent).padStart(2, "0") + mantissa : null;
}

const joined = (a, b) => a && b && LETTER.test(a) && LETTER.test(b) && !HAN.test(a) && !HAN.test(b);

/** The longest form that stands at a place and ends no word in its middle: [meaning, end]. */
function form(table, text, at) {
  for (let end = Math.min(text.length, at + 28); end > at; end--) {
    const piece = text.slice(at, end);
    if (Object.hasOwn(table, piece) && !joined(text[end - 1], text[end])) return [table[piece], end];
  }
  return null;
}

function formBefore(table, text, at) {
  const end = text[at - 1] === " " ? at - 1 : at;
  for (let start = Math.max(0, end - 8); start < end; start++) {
    const piece = text.slice(start, end);
    if (Object.hasOwn(table, piece) && !joined(text[start - 1], text[start])) return [table[piece], start];
  }
  return null;
}

const skip = (text, at) => {
  while (text[at] === " " || text[at] === "\u00a0") at++;
  return at;
};

/** A number in Han numerals at a place: [decimal string, end]; it must hold two characters at least. */
function hanNumber(words, text, at) {
  let total = 0;
  let group = 0;
  let digit = null;
  let end = at;
  for (; end < text.length; end++) {
    const char = text[end];
    if (Object.hasOwn(words.digits, char)) digit = words.digits[char];
    else if (TENS[char] <= 3) {
      group += (digit ?? 1) * 10 ** TENS[char];
      digit = null;
    } else if (TENS[char]) {
      total = (total + group + (digit ?? 0)) * 10 ** TENS[char];
      group = 0;
      digit = null;
    } else break;
  }
  const value = total + group + (digit ?? 0);
  return end - at > 1 && value && Number.isSafeInteger(value) ? [String(value), end] : null;
}

function number(words, text, at) {
  NUMBER.lastIndex = at;
  const found = NUMBER.exec(text);
  if (found) return [found[0], at + found[0].length];
  return HAN.test(text[at]) ? hanNumber(words, text, at) : null;
}

function scaled(words, text, at, attached) {
  let power = 0;
  for (let i = 0; i < 3; i++) {
    const found = form(words.scales, text, skip(text, at));
    if (!found) break;
    power += found[0];
    at = found[1];
  }
  if (!power && attached) {
    const found = form(words.letters, text, at);
    if (found) return [found[0], found[1], true];
  }
  return [power, at, false];
}

/**
 * The figures of a folded text: [{start, end, unit, low, high, plain}]; `high` only in a range (10..20), `plain` for
 * a bare number, which is a word as well.
 */
export function figures(words, text) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    const before = formBefore(words.units, text, at);
    if (!before && joined(text[at - 1], text[at])) continue;
    const first = number(words, text, at);
    if (!first) continue;
    const range = text.startsWith("..", first[1]) ? number(words, text, skip(text, first[1] + 2)) : null;
    let [power, end, letters] = scaled(words, text, (range ?? first)[1], true);
    const after = form(words.units, text, skip(text, end));
    if (letters && !before && !after) [power, end] = [0, (range ?? first)[1]];
    const unit = after?.[0] ?? before?.[0] ?? "";
    if (after) end = after[1];
    if (joined(text[end - 1], text[end]) || (text[end] === "-" && LETTER.test(text[end + 1] ?? ""))) {
      at = end - 1;
      continue;
    }
    // A small number in Han characters is a word, not a figure.
    if (HAN.test(text[at]) && !unit && !power && first[0].length < 5) continue;
    const low = amount(first[0], power);
    const high = range && amount(range[0], power);
    if (low)
      found.push({
        start: before && !after ? before[1] : at,
        end,
        unit,
        low,
        high,
        plain: !range && !power && !unit,
        scaled: power > 0,
      });
    at = end - 1;
  }
  return found;
}
