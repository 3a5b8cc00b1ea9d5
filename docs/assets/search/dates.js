// Months of years in a query, however they are written: December 2024, ديسمبر 2024, 2024年12月, 2024-12. Their terms are
// those of build_tools/search/figures.py; a day beside them is passed over, since the index has none.

const YEAR = "(?:1[0-9]|20)[0-9]{2}";
const kept = new WeakMap();

const any = (forms) => {
  const list = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return list.length ? `(?:${list.join("|")})` : "(?!)";
};

/** The ways to write a month of a year: [expression, its year, month, era of the years by their groups]. */
function ways(words) {
  let made = kept.get(words);
  if (made) return made;
  const { months, eras, years, month, days, links } = words;
  const name = `(${any(Object.keys(months))})(?:/${any(Object.keys(months))})?`;
  const link = `[\\s,،]+(?:${any(links)}\\s+){0,2}`;
  const ordinal = `[0-9]{1,2}${any(days)}?`;
  made = [
    [
      `(?<![\\p{L}\\p{N}])(?:${ordinal}\\s+(?:${any(links)}\\s+)?)?${name}(?:\\s+${ordinal})?${link}(${YEAR})(?![\\p{L}\\p{N}])`,
      2,
      1,
      0,
    ],
    [
      `(?<![\\p{L}\\p{N}])(${any(Object.keys(eras))})?([0-9]{1,4})${any(years)}\\s*([0-9]{1,2})${any(month)}(?:\\s*[0-9]{1,2}${any(days)})?`,
      2,
      3,
      1,
    ],
    [`(?<![\\p{L}\\p{N}/.-])(${YEAR})[-/]([0-9]{1,2})(?:[-/][0-9]{1,2})?(?![\\p{L}\\p{N}/-])`, 1, 2, 0],
  ].map(([source, ...groups]) => [new RegExp(source, "gu"), ...groups]);
  kept.set(words, made);
  return made;
}

/** [{start, end, term}] of the months in a folded text. */
export function dates(words, text) {
  const found = [];
  for (const [expression, year, month, era] of ways(words)) {
    for (const match of text.matchAll(expression)) {
      const number = Number(match[year]) + (era && match[era] ? words.eras[match[era]] : 0);
      const nth = words.months[match[month]] ?? Number(match[month]);
      if (number < 1000 || number > 2999 || nth < 1 || nth > 12) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        term: `=${number}-${String(nth).padStart(2, "0")}`,
      });
    }
  }
  return found;
}
