// Reads [tables, texts] as JSON, prints the terms of each text; run by test_tokens.py, in the browser too.
// ---
function analyse(fold, tokens, { rules, han }, texts) {
  fold.addHan(han);
  tokens.setRules(rules);
  return texts.map((text) =>
    tokens
      .runs(fold.foldText(text))
      .map(({ kind, text: run }) => {
        if (kind === "H") return tokens.hanTerms(run).join("+");
        const stems = tokens
          .readings(kind, run)
          .map(({ stem }) => stem)
          .join("|");
        return tokens.isStopword(run) ? `(${stems})` : stems;
      })
      .join(" "),
  );
}
// ---
const folder = `file://${process.argv[2]}`;
let input = "";
for await (const chunk of process.stdin) input += chunk;
const [tables, texts] = JSON.parse(input);
const [fold, tokens] = await Promise.all(["fold", "tokens"].map((name) => import(`${folder}/${name}.js`)));
process.stdout.write(JSON.stringify(analyse(fold, tokens, tables, texts)));
