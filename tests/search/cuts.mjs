// Reads [[text, names, figures, marks, size], …] as JSON, prints the range of each, its opening and the words of its runs of Han; run by
// test_cuts_in_the_browser.py, in the browser too.
// ---
function ranges(cuts, snippet, cases) {
  const spans = (pairs) => pairs.map(([start, end]) => ({ start, end }));
  return cases.map(([text, names, figures, marks, size]) => {
    const kept = cuts.kept({ text, entities: spans(names), figures: spans(figures) });
    return {
      range: snippet.range(text, marks, size, kept),
      opening: cuts.opening(text, size, kept),
      kept,
      free: cuts.places(text),
    };
  });
}
// ---
const folder = `file://${process.argv[2]}`;
let input = "";
for await (const chunk of process.stdin) input += chunk;
const [cuts, snippet] = await Promise.all(["cuts", "snippet"].map((name) => import(`${folder}/${name}.js`)));
process.stdout.write(JSON.stringify(ranges(cuts, snippet, JSON.parse(input))));
