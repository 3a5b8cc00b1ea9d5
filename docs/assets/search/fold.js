// The folded view of a text, one code point at a time; twin of build_tools/folding.py.

const LETTERS = {
  ة: "ه",
  ى: "ي",
  ک: "ك",
  ی: "ي",
  ې: "ي",
  ٱ: "ا",
  گ: "ك",
  پ: "ب",
  چ: "ج",
  ڤ: "ف",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ـ: "",
  "٪": "%",
  "٫": ".",
  "٬": ",",
  圆: "元",
  "\n": " ",
  "\r": " ",
  "\t": " ",
};
const DROPPED = /[\p{Mn}\p{Me}\p{Cf}]/u;
const DIGIT = /\p{Nd}/u;
const cache = new Map();
const han = new Map();

/** Takes in pairs of a traditional and a simplified character, written one after the other. */
export function addHan(pairs) {
  const chars = [...pairs];
  for (let i = 0; i < chars.length; i += 2) han.set(chars[i], chars[i + 1]);
  for (const char of chars) cache.delete(char);
}

function digit(char) {
  let zero = char.codePointAt(0);
  const code = zero;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

function foldChar(source) {
  let folded = "";
  for (const char of source.normalize("NFKD")) {
    if (DROPPED.test(char)) continue;
    for (const lower of (LETTERS[char] ?? char).toLowerCase()) {
      if (DROPPED.test(lower)) continue;
      const plain = DIGIT.test(lower) ? digit(lower) : (han.get(lower) ?? lower);
      folded += LETTERS[plain] ?? plain;
    }
  }
  return folded;
}

/** The folded text, and for each of its UTF-16 units the start and end of the source character it comes from. */
export function fold(text) {
  let folded = "";
  const starts = [];
  const ends = [];
  let at = 0;
  for (const char of text) {
    let made = cache.get(char);
    if (made === undefined) cache.set(char, (made = foldChar(char)));
    folded += made;
    for (let i = 0; i < made.length; i++) {
      starts.push(at);
      ends.push(at + char.length);
    }
    at += char.length;
  }
  return { text: folded, starts, ends };
}

export const foldText = (text) => fold(text).text;
